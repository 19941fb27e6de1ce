"""The passphrase page."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.labels import Elided, label

if TYPE_CHECKING:
    from datetime import date


class UnlockPage(FlowPage):
    """Asks for the passphrase of the journal in one folder.

    Signals:
        typing_began(): The first key: the moment to load what a journal needs.
        passphrase_given(str): That passphrase is to open it.
        keyring_requested(): The keyring is to open it.
        recovery_requested(): The passphrase is forgotten.
        other_requested(): Another journal is meant.
        backups_requested(): One of its backups is meant.
    """

    typing_began = Signal()
    passphrase_given = Signal(str)
    keyring_requested = Signal()
    recovery_requested = Signal()
    other_requested = Signal()
    backups_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Unlock your journal"))
        self._place = Elided("", "muted")
        self._passphrase = PassphraseField(self.tr("Passphrase"))
        self._passphrase.edited.connect(self._typed)
        self._passphrase.entered.connect(self._give)
        self._unlock = primary_button(self.tr("Unlock"), "lock-open")
        self._unlock.clicked.connect(self._give)
        self._unlock.setEnabled(False)
        self._hint = label("", "muted")
        self._hint.hide()
        self._keyring = secondary_button(self.tr("Open with the system's keyring"), "key-round")
        self._keyring.clicked.connect(self.keyring_requested)
        self._keyring.hide()
        for part in (self._place, self._passphrase, self._hint, self._unlock, self._keyring):
            self.column.addWidget(part)
        self.add_link(self.tr("Forgotten? Use the recovery code")).clicked.connect(self.recovery_requested)
        self.add_link(self.tr("Open another journal…")).clicked.connect(self.other_requested)
        self.add_link(self.tr("Restore a backup…")).clicked.connect(self.backups_requested)

    def set_place(self, folder: Path) -> None:
        """Say which journal it is."""
        self._place.set_text(str(folder))

    def tell_passphrase(self, passphrase: str) -> None:
        """Say the passphrase, which is no secret: that of the sample journal; an empty one says nothing."""
        self._hint.setText(
            self.tr(
                "This is the sample journal. Unless you changed it, its passphrase is “{passphrase}”."
            ).format(passphrase=passphrase)
            if passphrase
            else ""
        )
        self._hint.setVisible(bool(passphrase))

    def offer_keyring(self, *, offered: bool) -> None:
        """Show or hide the way in by the keyring."""
        self._keyring.setVisible(offered)

    def say_keys_are_back(self, made_on: "date") -> None:
        """Say that the journal has its keys again, from a backup of that day."""
        from amp_desktop.ui.style.dates import medium_day
        from amp_desktop.ui.widgets.banner import Tone

        self.banner.show_message(
            Tone.INFO,
            self.tr("The keys are back, and no entry was touched."),
            self.tr("They open with the passphrase, or the recovery code, of {day}.").format(
                day=medium_day(made_on)
            ),
        )

    def arrive(self) -> None:
        """Wait for the passphrase."""
        self._passphrase.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._passphrase.clear()
        self._unlock.setEnabled(False)
        self.tell_passphrase("")

    def show_error(self, error: JournalError) -> None:
        """Say what went wrong; the passphrase stays, selected, so that it can be mended or typed anew."""
        super().show_error(error)
        self._passphrase.setFocus()
        self._passphrase.select_all()

    @Slot()
    def _typed(self) -> None:
        self.typing_began.emit()
        self._unlock.setEnabled(bool(self._passphrase.text()))

    @Slot()
    def _give(self) -> None:
        if self._passphrase.text() and not self.is_busy():
            self.passphrase_given.emit(self._passphrase.text())
