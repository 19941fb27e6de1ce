"""Saving the protected report of an incident: in which form, with which passphrase, and where."""

from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.summary import Format
from amp_desktop.journal import Journal
from amp_desktop.journal.incidents import FORMATS
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.unlock.protected_file_dialog import ProtectedFileDialog
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.segments import SegmentedRow


class ProtectedReportDialog(ProtectedFileDialog):
    """Asks for a form too."""

    def __init__(self, journal: Journal, entry_id: UUID, day: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save a protected report"), self.tr("Save the report"), parent)
        self._journal, self._entry_id, self._day = journal, entry_id, day
        self._form = SegmentedRow(self.tr("As"), ["PDF", self.tr("Markdown text")])
        self._form.choose_quietly(1)
        words = self.tr(
            "The report holds what you wrote, part by part, and when each was first written. "
            "Send the passphrase by a different route than the file; it is kept nowhere. The "
            "list of what was shared says that a report left, and keeps no word of it."
        )
        self.lay_out(words, above=Field(self.tr("As"), self._form))

    def suggested_name(self) -> str:
        """By the day on which it is saved."""
        return f"report-{self._day.isoformat()}.{self._chosen()}"

    def save_to(self, file: Path, passphrase: str) -> None:
        """Encrypt it beside the window; then the log comes first."""
        form, incidents = self._chosen(), self._journal.incidents
        run_job(
            self,
            lambda _: incidents.protect(self._entry_id, form, passphrase, apart=True),
            partial(self._write, file, form),
            self.tell_failure,
        )

    def wait(self, *, waiting: bool) -> None:
        """The form stays as well."""
        super().wait(waiting=waiting)
        self._form.setDisabled(waiting)

    def _chosen(self) -> Format:
        return FORMATS[(self._form.chosen() or 1) - 1]

    def _write(self, file: Path, form: Format, protected: bytes) -> None:
        try:
            self._journal.incidents.save(self._entry_id, form, protected, file)
        except JournalError as error:
            self.tell_failure(error)
        else:
            self.tell_saved(self.tr("The report is saved."), file)


def open_report(parent: QWidget, journal: Journal, entry_id: UUID, day: date) -> None:
    """Ask how the report of an incident is to be saved, over the window."""
    ProtectedReportDialog(journal, entry_id, day, parent.window()).open()
