"""What leaves as text, and as a web page, for reading only."""

from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QFontDatabase, QImage, QMouseEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import PreviewStyle, renderer_told
from amp_desktop.ui.platform.blank_image import no_picture
from amp_desktop.ui.platform.clipboard import private_selection
from amp_desktop.ui.style.theme import theme

_BY_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard
_SIDE, _EM = 24, 16
"""Pixels of the page's own margin and of its letters, as its style sheet has them."""

_MARKERS = {
    "☐": QTextBlockFormat.MarkerType.Unchecked,
    "☑": QTextBlockFormat.MarkerType.Checked,
}


class TextView(QPlainTextEdit):
    """The exact text; it can be selected and read by keyboard, and Tab leaves it.

    Signals:
        clicked(int): It was clicked at that place of its text, and nothing was selected.
    """

    clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(self.textInteractionFlags() | _BY_KEYBOARD)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(self.fontMetrics().height())

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied and dragged: plain, and kept out of clipboard histories."""
        return private_selection(self.textCursor())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that selected nothing."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self.cursorForPosition(event.position().toPoint()).position())

    def show_text(self, text: str, form: Format) -> None:
        """Show this text; formats in which columns stand under each other get letters of one width."""
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF() * 0.95)
        is_prose = renderer_told(form).preview is PreviewStyle.PROSE
        self.document().setDefaultFont(self.font() if is_prose else fixed)
        _keep_place(self, text)


class PageView(QTextBrowser):
    """The web page as far as Qt draws it. It loads nothing and leads nowhere.

    Signals:
        clicked(int): It was clicked at that place of its text, and nothing was selected.
    """

    clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(self.fontMetrics().height())
        theme().theme_changed.connect(self._render)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied and dragged: plain, and kept out of clipboard histories."""
        return private_selection(self.textCursor())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that selected nothing."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self.cursorForPosition(event.position().toPoint()).position())

    def show_html(self, html: str) -> None:
        """Show this page, and stay where one was."""
        self._html = html
        self._render()

    def show_width(self, pixels: int) -> None:
        """Have lines end where they do in a browser of that width; the page is never wider than 48 em."""
        line = min(pixels - 2 * _SIDE, 48 * _EM)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(line)

    def clear(self) -> None:
        """Drop every word."""
        self._html = ""
        super().clear()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Nothing is ever loaded, from wherever the page may point to; it brings its pictures along."""
        address = name.toString() if isinstance(name, QUrl) else name
        head, _, data = address.partition(";base64,")
        if not head.startswith("data:image/"):
            return no_picture()
        image = QImage.fromData(QByteArray.fromBase64(data.encode()))
        return no_picture() if image.isNull() else image

    @Slot()
    def _render(self) -> None:
        at = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(_style())
        self.setHtml(self._html)
        _draw_boxes(self.document())
        self.verticalScrollBar().setValue(at)


def _style() -> str:
    """What of the page's own look Qt cannot draw, in the colours of the window."""
    tokens = theme().tokens
    return (
        f".quiet, .label, blockquote {{ color: {tokens.muted.name()}; }}"
        f"h2, a {{ color: {tokens.accent.name()}; }}"
        f"code, pre {{ background-color: {tokens.chip.name()}; }}"
        "td, th { padding: 3px 8px; }"
    )


def _draw_boxes(document: QTextDocument) -> None:
    """A box to tick stands in a line of its own where Qt knows no grid: draw it before its words."""
    block = document.lastBlock()
    while block.isValid():
        before = block.previous()
        if block.text() in _MARKERS:
            _draw_box(QTextCursor(block), _MARKERS[block.text()])
        block = before


def _draw_box(cursor: QTextCursor, marker: QTextBlockFormat.MarkerType) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.deleteChar()  # the words come up; as long as a letter stands there, they join the list
    cursor.deletePreviousChar()
    form = QTextBlockFormat()
    form.setMarker(marker)
    cursor.mergeBlockFormat(form)


def _keep_place(view: QPlainTextEdit, text: str) -> None:
    at = view.verticalScrollBar().value()
    view.setPlainText(text)
    view.verticalScrollBar().setValue(at)
