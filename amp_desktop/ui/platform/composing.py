"""What an input method is composing: words that are seen in a text and are no part of it yet."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit


def finish_composing() -> None:
    """Have what is being composed count as typed; to be called before a text is left other than by focus.

    Qt does so when the focus goes elsewhere. A lock, another page or another entry comes without that, and
    a half-written word of Korean or Chinese would be lost.
    """
    QGuiApplication.inputMethod().commit()
    edit = QApplication.focusWidget()
    if isinstance(edit, QTextEdit | QPlainTextEdit) and not edit.isReadOnly():
        composed = edit.textCursor().block().layout().preeditAreaText()
        if composed:  # not every input method answers at once
            event = QInputMethodEvent()
            event.setCommitString(composed)
            QApplication.sendEvent(edit, event)
