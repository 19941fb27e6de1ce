"""When the journal itself is in the way: what is wrong, which backups are left, and what can be done."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from amp_desktop.domain.backup import Backup
from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.presenter import Remedy, remedies
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.field import Field

LINES_SHOWN = 4
_PATH = Qt.ItemDataRole.UserRole


class TroublePage(FlowPage):
    """Says what is wrong with the journal and offers what helps; or its backups alone, for whoever asks.

    Signals:
        remedy_requested(Remedy): The mentee wants that.
        back_requested(): The journal is meant after all.
    """

    remedy_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = QListWidget()
        self._backups.setMaximumHeight(self.fontMetrics().height() * 2 * LINES_SHOWN)
        self._kept = Field(
            self.tr("Backups of this journal"),
            self._backups,
            self.tr("A backup opens with the passphrase that the journal had when it was made."),
        )
        self.column.addWidget(self._kept)
        self._buttons = {remedy: self._button(remedy) for remedy in Remedy}
        self._back = self.add_link(self.tr("Back"))
        self._back.clicked.connect(self.back_requested)
        self._first: QPushButton = self._buttons[Remedy.LOOK_AGAIN]

    def show_trouble(self, error: JournalError, backups: Sequence[Backup]) -> None:
        """Say what is wrong, list the backups that there are, and offer what helps."""
        self.set_title(self.tr("The journal cannot be opened"))
        self.set_text("")
        self._back.hide()
        self.show_error(error)
        self._list(backups)
        self._offer(remedies(error, has_backups=bool(backups)))

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List the backups that one can go back to; nothing is known to be wrong."""
        self.forget()
        self.set_title(self.tr("Restore a backup"))
        self.set_text("" if backups else self.tr("There is no backup in the folder of this journal yet."))
        self._back.show()
        self._list(backups)
        self._offer((Remedy.RESTORE,) if backups else ())

    def _list(self, backups: Sequence[Backup]) -> None:
        self._backups.clear()
        for backup in backups:
            QListWidgetItem(self._words(backup), self._backups).setData(_PATH, str(backup.path))
        self._backups.setCurrentRow(0)
        self._kept.setVisible(bool(backups))

    def chosen_backup(self) -> Path | None:
        """The backup that is marked in the list."""
        marked = self._backups.selectedItems()
        return Path(str(marked[0].data(_PATH))) if marked else None

    def arrive(self) -> None:
        """Offer the first thing that can be done."""
        self._first.setFocus()

    def _offer(self, offered: Sequence[Remedy]) -> None:
        """Show the buttons of these remedies, for the eye and for the Tab key in this order."""
        for button in self._buttons.values():
            button.hide()
        before: QWidget = self._backups
        for remedy in offered:
            button = self._buttons[remedy]
            self.column.addWidget(button)
            self.setTabOrder(before, button)
            button.show()
            before = button
        self._first = self._buttons[offered[0]] if offered else self._back

    def _words(self, backup: Backup) -> str:
        instant = QDateTime.fromSecsSinceEpoch(round(backup.made_at.timestamp()))
        made = QLocale().toString(instant, QLocale.FormatType.ShortFormat)
        return self.tr("{when}, %n entries", None, backup.entries).format(when=made)

    def _button(self, remedy: Remedy) -> QPushButton:
        words = {
            Remedy.RESTORE: (self.tr("Restore the backup into a new folder…"), "history"),
            Remedy.KEYS_FROM_LISTED: (self.tr("Restore the keys from this backup"), "key-round"),
            Remedy.KEYS_FROM_FILE: (self.tr("Restore the keys from another backup…"), "folder-open"),
            Remedy.LOOK_AGAIN: (self.tr("Look again"), "rotate-ccw"),
            Remedy.OPEN_ANOTHER: (self.tr("Open another journal…"), "folder-open"),
            Remedy.MAKE_NEW: (self.tr("Make a new journal"), "plus"),
        }
        button = secondary_button(*words[remedy])
        button.setProperty("remedy", remedy.name)
        button.clicked.connect(self._press)
        self.column.addWidget(button)
        return button

    @Slot()
    def _press(self) -> None:
        pressed = next(remedy for remedy, button in self._buttons.items() if button is self.sender())
        self.remedy_requested.emit(pressed)
