"""Asks for the passphrase before the curtain is lifted."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class CurtainDialog(Dialog):
    """One line, and two buttons."""

    def __init__(self, journal: Journal, lift: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lift = lift
        self.setWindowTitle(self.tr("Lift the curtain"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.passphrase = PassphraseField(self.tr("Passphrase"))
        self.go = primary_button(self.tr("Lift the curtain"))
        self._cancel = secondary_button(self.tr("Cancel"))
        self.go.clicked.connect(self._try)
        self.passphrase.entered.connect(self._try)
        self._cancel.clicked.connect(self.reject)
        self._lay_out()

    def done(self, result: int) -> None:
        """Drop what was typed with the dialog."""
        self.passphrase.clear()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.go)
        what = label(self.tr("Your passphrase shows care and sealed entries again."))
        self.stack(what, self.passphrase, buttons)
        self.passphrase.setFocus()

    @Slot()
    def _try(self) -> None:
        if not (typed := self.passphrase.text()) or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        keys = self._journal.keys
        run_job(self, lambda _: keys.require_passphrase(typed), self._right, self._wrong)

    def _right(self, _: None) -> None:
        if not self.isVisible():  # called off, or locked, while the passphrase was looked at
            return
        self.accept()
        self._lift()

    def _wrong(self, error: JournalError) -> None:
        self.go.setEnabled(True)
        self.passphrase.set_hint(error.sentence)
        self.passphrase.select_all()


def open_curtain_dialog(parent: QWidget, journal: Journal, lift: Callable[[], None]) -> None:
    """Ask for the passphrase over the window, and lift the curtain once it was the right one."""
    CurtainDialog(journal, lift, parent.window()).open()
