"""The pictures on a page of text: as wide as the page at most, and loaded when they are seen."""

from dataclasses import dataclass
from typing import Protocol, cast
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextList,
    QTextTable,
)

from amp_desktop.domain.attachment import SCHEME
from amp_desktop.ui.platform.blank_image import no_picture

translate = QCoreApplication.translate

_CELL = 30
"""Pixels that a cell's edges take of a column."""
_LEAST = 24

TALLEST = 1.25
"""How high a picture may be, in widths of the page: a photograph of a screen would need much scrolling."""


class PictureSource(Protocol):
    """Where pictures come from."""

    def size_of(self, picture: UUID) -> QSize | None:
        """How large it is in its own pixels; None where there is none."""

    def image(self, picture: UUID, room: QSize) -> QImage | None:
        """The picture for a room of so many pixels; None where it is not there yet."""


@dataclass(frozen=True)
class _Placed:
    """A picture on the page: the cursor has selected it."""

    picture: UUID
    cursor: QTextCursor
    size: QSize

    def room(self, width: int) -> QSize:
        """The room that it has on a page of that width: a list, a quotation and a table take their part."""
        block = self.cursor.block()
        looks, points = block.blockFormat(), cast("QTextList | None", block.textList())
        table = cast(
            "QTextTable | None", self.cursor.currentTable()
        )  # PySide says that both are always there
        steps = looks.indent() + (points.format().indent() if points is not None else 0)
        left = width - looks.leftMargin() - looks.rightMargin() - steps * self.cursor.document().indentWidth()
        if table is not None:
            left = left / table.columns() - _CELL
        return QSize(max(round(left), _LEAST), round(width * TALLEST))


class PagePictures:
    """All pictures of one page.

    Each has its room on the page from the beginning, so that nothing moves when it comes, and Qt asks for it
    only where it is painted. One that the journal has no more is told in words.
    """

    def __init__(self, page: QTextDocument, source: PictureSource) -> None:
        self._source = source
        self._rooms: dict[UUID, QSize] = {}
        self._placed: list[_Placed] = []
        block = page.begin()
        while block.isValid():
            self._take(block)
            block = block.next()

    def fit(self, width: int) -> None:
        """Let them be so wide at most."""
        self._rooms.clear()
        for placed in self._placed:
            size = fitted(placed.size, placed.room(width))
            _resize(placed.cursor, size)
            self._rooms[placed.picture] = size.expandedTo(self._rooms.get(placed.picture, size))

    def image(self, name: QUrl | str, ratio: float) -> QImage:
        """What is painted for a name: the picture, or nothing yet."""
        picture = _id_in(name)
        if picture is None or picture not in self._rooms:
            return no_picture()
        return self._source.image(picture, self._rooms[picture] * ratio) or no_picture()

    def _take(self, block: QTextBlock) -> None:
        for cursor, form in _images(block):
            picture = _id_in(form.name())
            size = self._source.size_of(picture) if picture is not None else None
            if picture is None or size is None:
                cursor.insertText(
                    _gone(str(form.property(QTextFormat.Property.ImageAltText) or "")), QTextCharFormat()
                )
            else:
                _stand_free(cursor)
                self._placed.append(_Placed(picture, cursor, size))


def fitted(size: QSize, room: QSize) -> QSize:
    """A picture's size in a room: made smaller where it must be, and never larger."""
    if size.width() <= room.width() and size.height() <= room.height():
        return size
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _images(block: QTextBlock) -> list[tuple[QTextCursor, QTextImageFormat]]:
    """The pictures of a block, each selected by a cursor that follows it."""
    found, part = [], block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        if fragment.charFormat().isImageFormat():
            for at in range(fragment.position(), fragment.position() + fragment.length()):
                cursor = QTextCursor(block)
                cursor.setPosition(at)
                cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
                found.append((cursor, fragment.charFormat().toImageFormat()))
        part += 1
    return found


def _resize(cursor: QTextCursor, size: QSize) -> None:
    form = cursor.charFormat().toImageFormat()
    if (round(form.width()), round(form.height())) == (size.width(), size.height()):
        return
    form.setWidth(size.width())
    form.setHeight(size.height())
    cursor.setCharFormat(form)


def _stand_free(cursor: QTextCursor) -> None:
    """The distance of lines that suits words would leave half a picture's height empty over it."""
    looks = QTextBlockFormat()
    looks.setLineHeight(100, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    cursor.mergeBlockFormat(looks)


def _gone(words: str) -> str:
    if not words:
        return translate("Preview", "(a picture that is no longer in the journal)")
    return translate("Preview", "(a picture that is no longer in the journal: {words})").format(words=words)


def _id_in(name: QUrl | str) -> UUID | None:
    scheme, _, rest = (name if isinstance(name, str) else name.toString()).partition(":")
    try:
        return UUID(rest) if scheme == SCHEME else None
    except ValueError:
        return None
