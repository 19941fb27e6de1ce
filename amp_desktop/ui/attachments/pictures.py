"""Making pictures fit to be kept: read with care, upright, small enough, and with nothing but what is seen.

Everything here is made for a worker. What PySide does without letting other Python run meanwhile is done band
by band, or the window would stand still.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QImageWriter, QPainter

from amp_desktop.domain.errors import CannotAttachError
from amp_desktop.domain.summary import PictureFile

FileData: TypeAlias = bytes | QByteArray
"""What stands in a file; Qt's own bytes are handed on without being copied."""

LONGEST_SIDE = 2560
"""Pixels; larger pictures are made smaller."""
LONGEST_SIDE_LEAVING = 1600
"""Pixels; a page of paper shows no more, and a message stays light."""
MOST_POINTS = 64_000_000
"""Width times height of a picture that is read at all."""
MOST_MEGABYTES = 256
"""What reading one may take of the memory."""

_JPEG_QUALITY = 88
_USUAL, _NOT_PACKED = -1, 100
"""How a PNG is packed; nothing of it is lost either way."""
_JPEG_END = b"\xff\xd9"
_BAND = 64
"""Rows at a time."""
_SAMPLES = 64
_FEW_COLOURS = 512
"""Of `_SAMPLES` times `_SAMPLES` points; a photograph has thousands, a screenshot or a drawing hundreds."""
_SRGB = QColorSpace.NamedColorSpace.SRgb

_BEGINNINGS: tuple[tuple[bytes, int, bytes], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, b"png"),
    (b"\xff\xd8\xff", 0, b"jpeg"),
    (b"GIF87a", 0, b"gif"),
    (b"GIF89a", 0, b"gif"),
    (b"WEBP", 8, b"webp"),
    (b"BM", 0, b"bmp"),
)
"""How the pictures begin that are read, where in the file, and what Qt calls them."""

BEGINNING = 16
"""So many bytes tell whether a file is a picture."""


@dataclass(frozen=True)
class PreparedPicture:
    """A picture as it is kept.

    Attributes:
        data: A PNG or JPEG file that holds the pixels and nothing else: no place, no camera, no words.
        media_type: `image/png` or `image/jpeg`.
        suffix: Of the file's name, with its dot.
        width: In pixels.
        height: In pixels.
    """

    data: bytes
    media_type: str
    suffix: str
    width: int
    height: int


def picture_format(beginning: bytes) -> bytes:
    """What Qt calls a picture that begins so; empty for what is no picture, or none that is read here."""
    return next(
        (name for mark, at, name in _BEGINNINGS if beginning[at : at + len(mark)] == mark),
        b"",
    )


def prepared(data: FileData, longest: int = LONGEST_SIDE) -> PreparedPicture:
    """The picture in a file as it is to be kept.

    It is turned upright, at most `longest` pixels long, in the colours of every screen, and what else
    its file told is gone. Of one that moves, the first picture is kept. A JPEG stays one: as a PNG it would
    only be larger.

    Raises:
        CannotAttachError: It is none, it is damaged, or it is too large.
    """
    image = plain(read(data, QSize(longest, longest)))
    as_png = image.hasAlphaChannel() or (
        picture_format(_beginning(data)) != b"jpeg" and _has_few_colours(image)
    )
    form, quality = (b"png", _USUAL) if as_png else (b"jpeg", _JPEG_QUALITY)
    suffix, media_type = (".png", "image/png") if as_png else (".jpg", "image/jpeg")
    written = bytes(_written(image, form, quality).data())
    return PreparedPicture(written, media_type, suffix, image.width(), image.height())


def as_leaving(data: FileData) -> PictureFile:
    """The picture in a file as it leaves in a summary; raises as `prepared` does."""
    made = prepared(data, LONGEST_SIDE_LEAVING)
    return PictureFile(made.data, made.media_type, made.width, made.height)


def as_file(image: QImage) -> QByteArray:
    """A picture out of the memory as a file, without a loss and not packed: that is done when it is kept."""
    return _written(image, b"png", _NOT_PACKED)


def read(data: FileData, room: QSize) -> QImage:
    """The picture in a file, upright, made smaller where it does not fit into the room.

    Raises:
        CannotAttachError: It is none, it is damaged, or it is too large.
    """
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    form = _format_of(data)
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_POINTS:
        raise CannotAttachError(
            f"The picture is too large: {size.width():,} × {size.height():,} points.",
            f"Make it smaller than {MOST_POINTS // 1_000_000} megapixels first.",
        )
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        room = room.transposed()  # it is made smaller first and turned afterwards
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise _damaged()
    return image


def plain(image: QImage) -> QImage:
    """The pixels of a picture and nothing else: no words of its file, and the colours of every screen."""
    seen_through = image.hasAlphaChannel() and not _is_opaque(image)
    form = QImage.Format.Format_ARGB32 if seen_through else QImage.Format.Format_RGB32
    made = QImage(image.size(), form)
    made.fill(Qt.GlobalColor.transparent if seen_through else Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top, band in _bands(image):
        painter.drawImage(0, top, _in_usual_colours(band))
    painter.end()
    return made


def _format_of(data: FileData) -> bytes:
    form = picture_format(_beginning(data))
    if not form:
        raise CannotAttachError("This is no picture that can be read here.", "Save it as PNG or JPEG first.")
    if form == b"jpeg" and not _holds(data, _JPEG_END):
        raise _damaged()  # one that is cut short would be read, and grey where it ends
    return form


def _beginning(data: FileData) -> bytes:
    return data[:BEGINNING] if isinstance(data, bytes) else bytes(data.left(BEGINNING).data())


def _holds(data: FileData, mark: bytes) -> bool:
    return mark in data if isinstance(data, bytes) else data.contains(mark)


def _damaged() -> CannotAttachError:
    return CannotAttachError(
        "The picture cannot be read: its file is damaged.", "Save it anew, then try again."
    )


def _in_usual_colours(band: QImage) -> QImage:
    space = band.colorSpace()
    if not space.isValid() or space == QColorSpace(_SRGB):
        return band
    return band.convertedToColorSpace(QColorSpace(_SRGB))


def _bands(image: QImage) -> Iterator[tuple[int, QImage]]:
    for top in range(0, image.height(), _BAND):
        yield top, image.copy(QRect(0, top, image.width(), min(_BAND, image.height() - top)))


def _is_opaque(image: QImage) -> bool:
    return all(_is_band_opaque(band) for _, band in _bands(image))


def _is_band_opaque(band: QImage) -> bool:
    alpha = band.convertToFormat(QImage.Format.Format_Alpha8)
    width, line = alpha.width(), alpha.bytesPerLine()
    values = bytes(alpha.constBits())
    return all(values[at : at + width].count(0xFF) == width for at in range(0, len(values), line))


def _has_few_colours(image: QImage) -> bool:
    samples = image.scaled(_SAMPLES, _SAMPLES, mode=Qt.TransformationMode.FastTransformation)
    pixels = samples.convertToFormat(QImage.Format.Format_RGB32).constBits()
    return len(set(memoryview(bytes(pixels)).cast("I"))) <= _FEW_COLOURS


def _written(image: QImage, form: bytes, quality: int) -> QByteArray:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form)
    writer.setQuality(quality)
    if not writer.write(image):
        raise CannotAttachError("There is not enough memory for this picture.", "Make it smaller first.")
    return buffer.data()
