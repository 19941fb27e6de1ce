"""Saving the protected report of an incident: in which form, with which passphrase, and where."""

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.journal import Journal
from amp_desktop.journal.incidents import FORMATS
from amp_desktop.ui.platform.file_dialogs import choose_new_file
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.segments import SegmentedRow


class ProtectedReportDialog(Dialog):
    """A form and a passphrase, typed twice; then the file is asked for. It stays open until it is saved."""

    def __init__(self, journal: Journal, entry_id: UUID, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal, self._entry_id, self._day = journal, entry_id, day
        self._passphrase = ""
        self._path = Path()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save a protected report"))
        self._form = SegmentedRow(self.tr("As"), ["PDF", self.tr("Markdown text")])
        self._form.choose_quietly(1)
        self._fields = NewPassphraseFields(
            self.tr("Whoever gets hold of the file could guess this passphrase.")
        )
        self._banner = Banner()
        self.save = primary_button(self.tr("Save…"))
        self.save.setEnabled(False)
        self._close = secondary_button(self.tr("Close"))
        self._fields.completed.connect(self.save.setEnabled)
        self._fields.taken.connect(self._take)
        self.save.clicked.connect(self._fields.take)
        self._close.clicked.connect(self.reject)
        self._lay_out()

    def done(self, result: int) -> None:
        """Drop what was typed with the dialog."""
        self._fields.clear()
        self._passphrase = ""
        super().done(result)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 3 // 4)
        words = self.tr(
            "The report holds what you wrote, part by part, and when each was first written. Give the "
            "passphrase by another way than the file; it is kept nowhere. The list of what was shared says "
            "that a report left, and keeps no word of it."
        )
        for part in (label(words), Field(self.tr("As"), self._form), self._fields, self._banner):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(30 * room)

    def _chosen(self) -> str:
        return FORMATS[(self._form.chosen() or 1) - 1]

    @Slot(str)
    def _take(self, passphrase: str) -> None:
        from amp_desktop.vault import age_files

        try:
            age_files.refuse_unusable(passphrase)
        except JournalError as error:
            self._banner.show_error(error)
            self.make_room()
            return
        self._passphrase = passphrase
        name = f"report-{self._day.isoformat()}.{self._chosen()}{age_files.SUFFIX}"
        choose_new_file(self, self.tr("Save the report"), name, self._save)

    @Slot(str)
    def _save(self, path: str) -> None:
        self._path = Path(path)
        self.save.setEnabled(False)
        form, passphrase, incidents = self._chosen(), self._passphrase, self._journal.incidents
        run_job(
            self,
            lambda _: incidents.protect(self._entry_id, form, passphrase, apart=True),
            self._write,
            self._failed,
        )

    def _write(self, protected: bytes) -> None:
        try:
            self._journal.incidents.save(self._entry_id, self._chosen(), protected, self._path)
        except JournalError as error:
            self._failed(error)
            return
        from amp_desktop.vault import age_files

        self._banner.show_message(
            Tone.GOOD, self.tr("The report is saved."), age_files.how_to_open(self._path.name)
        )
        self.make_room()
        self._fields.clear()
        self._passphrase = ""

    def _failed(self, error: JournalError) -> None:
        self.save.setEnabled(True)
        self._banner.show_error(error)
        self.make_room()


def open_report(parent: QWidget, journal: Journal, entry_id: UUID, day: date) -> None:
    """Ask how the report of an incident is to be saved, over the window."""
    ProtectedReportDialog(journal, entry_id, day, parent.window()).open()
