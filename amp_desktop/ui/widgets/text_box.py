"""A field for more than one line, which grows with what is in it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from amp_desktop.ui.theme import set_look


class TextBox(QTextEdit):
    """Plain text of several lines; Tab leaves it, as it leaves every other field.

    Attributes:
        edited: The text was changed, by the person or an undo, never by `set_text`.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = 2,
        most_lines: int = 14,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._most_lines = most_lines
        self._silent = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        set_look(self, "box")
        self.textChanged.connect(self._changed)
        self._fit()

    def text(self) -> str:
        """The text, with plain line breaks."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; undo does not go back behind it."""
        if text == self.text():
            return
        self._silent = True
        self.setPlainText(text)
        self._silent = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    @Slot()
    def _changed(self) -> None:
        self._fit()
        if not self._silent:
            self.edited.emit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        around = self.height() - self.viewport().height() if self.isVisible() else line
        wanted = max(int(self.document().size().height()), self._lines * line)
        self.setFixedHeight(min(wanted, self._most_lines * line) + around)
