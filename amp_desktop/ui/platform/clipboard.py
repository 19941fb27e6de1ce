"""The clipboard, with text of the journal on it for as short a time as can be."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

_SECRET_HINTS = {
    "x-kde-passwordManagerHint": b"secret",  # Klipper and most histories on Linux
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # the history of Windows
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
    "org.nspasteboard.ConcealedType": b"1",  # what clipboard managers on macOS agreed upon
}

_MARK = "application/x-amp-journal"
_OURS = os.urandom(16)
"""By this we know our own text again, also where the platform does not say who owns the clipboard."""


def copy_private(text: str, html: str = "") -> None:
    """Put text of the journal on the clipboard, with the hints that keep it out of clipboard histories."""
    QGuiApplication.clipboard().setMimeData(private_data(text, html))


def private_data(text: str, html: str = "") -> QMimeData:
    """Text of the journal as the clipboard is to have it, with the hints and our mark."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    for form, value in _SECRET_HINTS.items():
        data.setData(form, value)
    data.setData(_MARK, _OURS)
    return data


def private_selection(cursor: "QTextCursor") -> QMimeData:
    """What is selected in a text, plain, as a view of journal text is to have it copied and dragged."""
    return private_data(cursor.selectedText().replace("\u2029", "\n").replace("\ufffc", ""))


class ClipboardGuard(QObject):
    """Sees to it that whatever is copied in the program bears the hints, and is plain text.

    Views of text say so themselves. Lines and labels put their words there on their own; what comes
    from them is put there again at once, before anybody else reads what it holds.

    Args:
        parent: The owner.
        owns: Tells whether what is on the clipboard came from this program.
    """

    def __init__(self, parent: QObject, owns: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        clipboard = QGuiApplication.clipboard()
        self._owns = owns or clipboard.ownsClipboard
        clipboard.dataChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._owns() and not _bears_our_mark(clipboard.mimeData()) and clipboard.text():
            copy_private(clipboard.text())


def clear_clipboard() -> None:
    """Empty the clipboard, and what a selection put where the middle button pastes from, if still ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or _bears_our_mark(clipboard.mimeData()):
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _bears_our_mark(data: object) -> bool:
    """Whether it was put there by us. PySide may give another object in its place; a lock goes on then."""
    return isinstance(data, QMimeData) and bytes(data.data(_MARK).data()) == _OURS
