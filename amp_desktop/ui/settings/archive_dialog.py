"""Saving one archive of everything: with which passphrase, where, and how far it has come."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from amp_desktop.domain.errors import InvalidValueError, JournalError
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.file_dialogs import choose_new_file
from amp_desktop.ui.platform.jobs import Job, run_job
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class ArchiveDialog(Dialog):
    """A passphrase, typed twice; then the file is asked for. It stays open until the archive is saved.

    Closing it, as a lock and the curtain do, calls off what is under way.
    """

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._passphrase = ""
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save one archive of everything"))
        self._fields = NewPassphraseFields(
            self.tr("Whoever gets hold of the file could guess this passphrase.")
        )
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the archive"))
        self._bar.hide()
        self._banner = Banner()
        self._save = primary_button(self.tr("Save…"))
        self._save.setEnabled(False)
        self._stop = secondary_button(self.tr("Stop"), "x")
        self._stop.hide()
        self._close = secondary_button(self.tr("Close"))
        self._fields.completed.connect(self._enable)
        self._fields.taken.connect(self._take)
        self._save.clicked.connect(self._fields.take)
        self._stop.clicked.connect(self._cancel)
        self._close.clicked.connect(self.reject)
        self._lay_out()

    def done(self, result: int) -> None:
        """Drop what was typed, and call off what is under way."""
        self._cancel()
        self._fields.clear()
        self._passphrase = ""
        super().done(result)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._close, self._stop, self._save):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 3 // 4)
        words = self.tr(
            "The archive holds everything: private and sealed entries, asides, and what is in the bin. Only "
            "this passphrase opens it. It is kept nowhere, and there is no recovery code for it."
        )
        for part in (label(words), self._fields, self._bar, self._banner):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(30 * room)

    @Slot(bool)
    def _enable(self, complete: bool) -> None:
        self._save.setEnabled(complete)

    @Slot(str)
    def _take(self, passphrase: str) -> None:
        from amp_desktop.vault import age_files

        try:
            age_files.refuse_unusable(passphrase)
        except JournalError as error:
            self._say(error)
            return
        self._passphrase = passphrase
        name = f"journal-{self._journal.today().isoformat()}.zip{age_files.SUFFIX}"
        choose_new_file(self, self.tr("Save the archive"), name, self._write)

    @Slot(str)
    def _write(self, path: str) -> None:
        from amp_desktop.vault import age_files

        if not path.lower().endswith(age_files.SUFFIX):
            self._say(
                InvalidValueError(
                    self.tr("An archive that a passphrase protects has a name that says so."),
                    self.tr("Let the name end in {suffix}.").format(suffix=f".zip{age_files.SUFFIX}"),
                )
            )
            return
        maintenance, file, passphrase = self._journal.maintenance, Path(path), self._passphrase
        self._banner.show_message(Tone.INFO, self.tr("Putting everything into the archive…"))
        self._wait(waiting=True)
        self._job = run_job(
            self,
            lambda progress: maintenance.archive(file, passphrase, progress),
            partial(self._tell_saved, file),
            self._fail,
            self._show_progress,
        )

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

    def _tell_saved(self, file: Path, _: None) -> None:
        from amp_desktop.vault import age_files

        self._wait(waiting=False)
        self._fields.clear()
        self._passphrase = ""
        self._banner.show_message(
            Tone.GOOD,
            self.tr("Saved as {name}.").format(name=file.name),
            age_files.how_to_open(file.name),
        )
        self.make_room()

    def _fail(self, error: JournalError) -> None:
        self._wait(waiting=False)
        self._say(error)

    def _say(self, error: JournalError) -> None:
        self._banner.show_error(error)
        self.make_room()

    def _wait(self, *, waiting: bool) -> None:
        """Show the bar and what stops it, or what was typed and what goes on with it."""
        if not waiting:
            self._job = None
        self._bar.setRange(0, 0)
        self._bar.setVisible(waiting)
        self._stop.setVisible(waiting)
        self._stop.setEnabled(waiting)
        self._fields.setDisabled(waiting)
        self._save.setDisabled(waiting)
        self.make_room()
