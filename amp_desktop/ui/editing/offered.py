"""What is pasted or dropped: pictures and files, where they and not a text are meant; else its Markdown."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage, QTextDocumentFragment

from amp_desktop.ui.widgets.dropped_files import files_in

_PICTURE_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


@dataclass(frozen=True)
class OfferedPicture:
    """A picture without a name: as a file has it where it came so, or else as it stands in the memory."""

    content: QByteArray | QImage


@dataclass(frozen=True)
class OfferedFile:
    """A file on this machine."""

    path: Path


Offer: TypeAlias = OfferedPicture | OfferedFile


def has_offers(data: QMimeData) -> bool:
    """Whether there is a picture or a file in it; nothing is fetched yet."""
    return bool(files_in(data)) or (_is_wordless(data) and (data.hasImage() or bool(_picture_type(data))))


def markdown_in(data: QMimeData) -> str | None:
    """The Markdown of formatted text in it; None where there is none."""
    from amp_desktop.ui.editing.pasting import markdown_of_html  # nh3 comes with it

    return markdown_of_html(data.html()) if data.hasHtml() else None


def offers_in(data: QMimeData) -> tuple[Offer, ...]:
    """The pictures and files in it.

    There are none where words came along: spreadsheets put a picture of their cells beside the cells. An
    address of a picture elsewhere is an address, and nothing is fetched from it.
    """
    if paths := files_in(data):
        return tuple(map(OfferedFile, paths))
    if not _is_wordless(data):
        return ()
    if form := _picture_type(data):
        return (OfferedPicture(data.data(form)),)  # to unpack it here would hold up the window
    image = data.imageData()
    return (OfferedPicture(image),) if isinstance(image, QImage) and not image.isNull() else ()


def _is_wordless(data: QMimeData) -> bool:
    """Whether nothing in it can be read; words may stand there as HTML alone, beside a picture of them."""
    return not data.text().strip() and not (data.hasHtml() and _words(data.html()))


def _words(html: str) -> str:
    """What is read of HTML; nothing is fetched, and a picture is no word."""
    return QTextDocumentFragment.fromHtml(html).toPlainText().replace("\ufffc", "").strip()


def _picture_type(data: QMimeData) -> str:
    return next(filter(data.hasFormat, _PICTURE_TYPES), "")
