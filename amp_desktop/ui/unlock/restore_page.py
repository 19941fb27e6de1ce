"""Bringing a backup back into a new folder."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import Elided


class RestorePage(FlowPage):
    """Asks for the passphrase of a backup that goes into a new folder.

    Signals:
        restore_requested(str): With that passphrase.
        back_requested(): Another backup or another way is meant.
    """

    restore_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Restore a backup"))
        self.set_text(self.tr("Your journal stays as it is; the backup becomes another one beside it."))
        self._backup = Elided()
        self._folder = Elided()
        self._passphrase = PassphraseField(self.tr("Passphrase of the backup"))
        self._passphrase.edited.connect(self._typed)
        self._passphrase.entered.connect(self._give)
        self._restore = primary_button(self.tr("Restore"), "history")
        self._restore.clicked.connect(self._give)
        self.column.addWidget(Field(self.tr("Backup"), self._backup))
        self.column.addWidget(Field(self.tr("New folder"), self._folder))
        self.column.addWidget(self._passphrase)
        self.column.addWidget(self._restore)
        self.add_link(self.tr("Back")).clicked.connect(self.back_requested)

    def set_plan(self, backup: Path, folder: Path) -> None:
        """Say what is to be restored, and where to."""
        self._backup.set_text(backup.name)
        self._folder.set_text(str(folder))
        self._typed()

    def arrive(self) -> None:
        """Wait for the passphrase."""
        self._passphrase.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._passphrase.clear()

    def show_error(self, error: JournalError) -> None:
        """Say what went wrong; the passphrase stays, selected."""
        super().show_error(error)
        self._passphrase.setFocus()
        self._passphrase.select_all()

    @Slot()
    def _typed(self) -> None:
        self._restore.setEnabled(bool(self._passphrase.text()))

    @Slot()
    def _give(self) -> None:
        if self._passphrase.text() and not self.is_busy():
            self.restore_requested.emit(self._passphrase.text())
