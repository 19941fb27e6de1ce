"""Saving one archive of everything: with which passphrase, where, and how far it has come."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from amp_desktop.journal import Journal
from amp_desktop.ui.platform.jobs import Job, run_job
from amp_desktop.ui.unlock.protected_file_dialog import ProtectedFileDialog
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.buttons import secondary_button


class ArchiveDialog(ProtectedFileDialog):
    """Asks for a passphrase and a file, and shows how far it is.

    Closing it, as a lock and the curtain do, calls off what is under way.
    """

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save one archive of everything"), self.tr("Save the archive"), parent)
        self._journal = journal
        self._job: Job | None = None
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the archive"))
        self._bar.hide()
        self._stop = secondary_button(self.tr("Stop"), "x")
        self._stop.hide()
        self._stop.clicked.connect(self._cancel)
        words = self.tr(
            "The archive holds everything: private and sealed entries, asides, and what is in the bin. Only "
            "this passphrase opens it. It is kept nowhere, and there is no recovery code for it."
        )
        self.lay_out(words, below=self._bar, button=self._stop)

    def done(self, result: int) -> None:
        """Call off what is under way."""
        self._cancel()
        super().done(result)

    def suggested_name(self) -> str:
        """By today's day."""
        return f"journal-{self._journal.today().isoformat()}.zip"

    def save_to(self, file: Path, passphrase: str) -> None:
        """Put it together beside the window."""
        maintenance = self._journal.maintenance
        self.banner.show_message(Tone.INFO, self.tr("Putting everything into the archive…"))
        self._job = run_job(
            self,
            lambda progress: maintenance.archive(file, passphrase, progress),
            partial(self._tell_saved, file),
            self.tell_failure,
            self._show_progress,
        )

    def wait(self, *, waiting: bool) -> None:
        """Show the bar and what stops it meanwhile."""
        super().wait(waiting=waiting)
        if not waiting:
            self._job = None
        self._bar.setRange(0, 0)
        self._bar.setVisible(waiting)
        self._stop.setVisible(waiting)
        self._stop.setEnabled(waiting)
        self.make_room()

    def _tell_saved(self, file: Path, _: None) -> None:
        self.tell_saved(self.tr("Saved as {name}.").format(name=file.name), file)

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._stop.setEnabled(False)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        """How far it is; of the encrypting, which comes last, nothing can be told."""
        self._bar.setRange(0, total if done < total else 0)
        self._bar.setValue(done)
