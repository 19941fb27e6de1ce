"""For a forgotten passphrase: the recovery code, and then a new passphrase."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.field import Field


class RecoverPage(FlowPage):
    """Asks for the recovery code.

    Signals:
        code_given(str): That code is to open the journal.
        back_requested(): The passphrase is to be tried again.
    """

    code_given = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Use the recovery code"))
        self.set_text(
            self.tr("You wrote it down when the journal was made: eight groups and a last character.")
        )
        self._code = QLineEdit()
        self._code.setMaxLength(200)
        self._code.textChanged.connect(self._typed)
        self._code.returnPressed.connect(self._give)
        self._open = primary_button(self.tr("Open the journal"))
        self._open.setEnabled(False)
        self._open.clicked.connect(self._give)
        hint = self.tr("Lower case is fine, and you can leave out the dashes.")
        self.column.addWidget(Field(self.tr("Recovery code"), self._code, hint))
        self.column.addWidget(self._open)
        self.add_link(self.tr("Back to the passphrase")).clicked.connect(self.back_requested)

    def arrive(self) -> None:
        """Wait for the code."""
        self._code.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._code.clear()

    def show_error(self, error: JournalError) -> None:
        """Say what is wrong with the code; it stays to be mended."""
        super().show_error(error)
        self._code.setFocus()

    @Slot()
    def _typed(self) -> None:
        self._open.setEnabled(bool(self._code.text().strip()))

    @Slot()
    def _give(self) -> None:
        if self._code.text().strip() and not self.is_busy():
            self.code_given.emit(self._code.text())


class RenewPage(FlowPage):
    """The recovery code has opened the journal; offers a new passphrase.

    Signals:
        passphrase_chosen(str): That is to be the passphrase from now on.
        left_as_it_is(): The old passphrase stays.
    """

    passphrase_chosen = Signal(str)
    left_as_it_is = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Your journal is open"))
        self.set_text(
            self.tr(
                "Choose a new passphrase now. The recovery code still works: put it back where you keep it."
            )
        )
        self._fields = NewPassphraseFields()
        self._keep = primary_button(self.tr("Set the new passphrase"))
        self._keep.setEnabled(False)
        self._fields.completed.connect(self._keep.setEnabled)
        self._fields.taken.connect(self.passphrase_chosen)
        self._keep.clicked.connect(self._fields.take)
        self.column.addWidget(self._fields)
        self.column.addWidget(self._keep)
        self.add_link(self.tr("Leave the passphrase as it is")).clicked.connect(self.left_as_it_is)

    def arrive(self) -> None:
        """Wait for the passphrase."""
        self._fields.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._fields.clear()
