"""The clipboard, with text of the journal on it for as short a time as can be."""

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


def copy_private(text: str, html: str = "") -> None:
    """Put text of the journal on the clipboard, with the hints that keep it out of clipboard histories."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    for form, value in _SECRET_HINTS.items():
        data.setData(form, value)
    QGuiApplication.clipboard().setMimeData(data)


def clear_clipboard() -> None:
    """Empty the clipboard, and what a selection put where the middle button pastes from, if still ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
