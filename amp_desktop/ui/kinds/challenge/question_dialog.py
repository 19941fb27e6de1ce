"""A challenge as a question ready to be asked: read, copied, and then noted in the challenge."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.asking import Where
from amp_desktop.domain.errors import JournalError
from amp_desktop.journal.share import QUESTION, JournalSharing
from amp_desktop.sharing import ReadyQuestion
from amp_desktop.ui.kinds.challenge.labels import advice_words, where_noted, where_words
from amp_desktop.ui.platform.clipboard import copy_private
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit
from amp_desktop.ui.widgets.segments import SegmentedRow

TEXT = "txt"
"""The form in which it leaves: it is pasted into whatever box there is."""

_PLACES = tuple(Where)


class QuestionDialog(Dialog):
    """Nothing leaves before *Copy* is pressed, and then it is the text that is shown.

    Attributes:
        asked: It was copied; carries where it is asked, as the challenge notes it.
    """

    asked = Signal(str)

    def __init__(
        self, question: ReadyQuestion, sharing: JournalSharing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A question, ready to be asked"))
        self._question = question
        self._sharing = sharing
        self._banner = Banner()
        self._text = PrivateTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setPlainText(question.text)
        self._where = SegmentedRow(self.tr("Where I ask"), [where_words(where) for where in _PLACES])
        self._where.choose_quietly(_PLACES.index(question.advice.where) + 1)
        self._copy = primary_button(self.tr("Copy"), "copy")
        self._copy.setEnabled(bool(question.text))
        self._copy.clicked.connect(self._copy_text)
        self._lay_out()
        self.resize(self.sizeHint())
        (self._copy if question.text else self._text).setFocus()

    def sizeHint(self) -> QSize:
        """Room for a dozen lines and what there is to know, within a small window."""
        room = self.fontMetrics().height()
        return within_window(self, QSize(room * 34, room * 30))

    def done(self, result: int) -> None:
        """Drop every word before the window goes."""
        self._text.clear()
        super().done(result)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._text.document().setDocumentMargin(room // 2)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room // 2)
        column.addWidget(self._banner)
        hint = self.tr("Made from what is in your challenge, without private asides. Nothing has left yet.")
        if not self._question.text:
            hint = self.tr("There is nothing to ask yet. Write what happens, and come back.")
        column.addWidget(Field(self.tr("The question"), self._text, hint), 1)
        column.addWidget(Field(self.tr("Where to ask"), self._where, advice_words(self._question.advice)))
        missing = self._question.advice.missing
        if missing:
            column.addWidget(SectionLabel(self.tr("What would make it easier to answer")))
            for sentence in missing:
                column.addWidget(label(sentence, "muted"))
        column.addLayout(buttons)

    @Slot()
    def _copy_text(self) -> None:
        """Let it leave as everything leaves: first the log, then the door."""
        text = self._question.text
        try:
            self._sharing.let_out(
                self._question.disclosure, TEXT, text.encode(), self._leave, template=QUESTION
            )
        except JournalError as error:
            self._banner.show_error(error)
            return
        where = where_noted(_PLACES[(self._where.chosen() or 1) - 1])
        self.accept()
        self.asked.emit(where)

    def _leave(self) -> None:
        copy_private(self._question.text)


def open_question(parent: QWidget, question: ReadyQuestion, sharing: JournalSharing) -> QuestionDialog:
    """Open the dialog over a window; a lock closes it, and it is thrown away when it is closed."""
    dialog = QuestionDialog(question, sharing, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
