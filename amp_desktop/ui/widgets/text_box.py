"""A field for more than one line, which grows with what is in it."""

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.document_text import for_document, text_of, with_plain_ends, wrap_mode_for
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit


class TextBox(PrivateTextEdit):
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # to Qt the margin is something that can be undone
        set_variant(self, "box")
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """The text, with plain line breaks."""
        return text_of(self.document())

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; undo does not go back behind it.

        Whoever writes in it keeps the cursor where the texts begin to differ.
        """
        old, text = self.text(), with_plain_ends(text)
        if text == old:
            return
        self._silent = True
        self._allow_breaks_for(text)
        self.setPlainText(for_document(text))
        self.setWordWrapMode(wrap_mode_for(text))
        self._silent = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(_units(text) - _units(_common_end(old, text)))
            self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text, every character as it is."""
        if self.canInsertFromMimeData(source):
            self.insert_text(source.text())

    def insert_text(self, text: str) -> None:
        """Put in plain text, every character as it is, where one writes."""
        self._allow_breaks_for(text)
        self.insertPlainText(for_document(text))
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other breaks of line may need another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its text, within its bounds."""
        return QSize(super().sizeHint().width(), self.height())

    def _allow_breaks_for(self, text: str) -> None:
        """Have lines of a word without an end broken anywhere, before it is laid out."""
        wraps = wrap_mode_for(text)
        if wraps is QTextOption.WrapMode.WrapAnywhere and wraps is not self.wordWrapMode():
            self.setWordWrapMode(wraps)

    @Slot()
    def _changed(self) -> None:
        if not self._silent:
            self.edited.emit()

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = max(math.ceil(self.document().size().height()), self._lines * line)
        most = self._most_lines * line
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(min(wanted, most) + self.height() - self.viewport().height())


def _common_end(one: str, other: str) -> str:
    """What both texts end with, beyond what they begin with alike."""
    least = min(len(one), len(other))
    same = next((at for at in range(least) if one[at] != other[at]), least)
    end = next((n for n in range(least - same) if one[-1 - n] != other[-1 - n]), least - same)
    return other[len(other) - end :]


def _units(text: str) -> int:
    """How long a text is to Qt, which counts some characters twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
