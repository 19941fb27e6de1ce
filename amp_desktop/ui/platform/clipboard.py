"""The clipboard, with text of the journal on it for as short a time as can be."""

from uuid import uuid4

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_SECRET_HINTS = {
    "x-kde-passwordManagerHint": b"secret",  # Klipper and most histories on Linux
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # the history of Windows
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
    "org.nspasteboard.ConcealedType": b"1",  # what clipboard managers on macOS agreed upon
}

_MARK = "application/x-amp-journal"
_OURS = uuid4().bytes
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
