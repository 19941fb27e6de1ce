"""The work behind the unlock view: journals made, opened and restored, each as a job."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.jobs import Job, run_job

if TYPE_CHECKING:
    from collections.abc import Callable

    from amp_desktop.journal import Journal


class Opening(QObject):
    """Opens journals without ever holding up the window.

    Signals:
        expected(): A journal will be open soon: it is the moment to make ready for it.
        opened(Journal): It is open.
        made(Journal, str): It was made and is open; with its recovery code.
        passphrase_set(): The open journal has its new passphrase.
        keys_brought_back(Backup): The journal has its keys again, from that backup.
        failed(JournalError): Nothing was opened or changed.
    """

    expected = Signal()
    opened = Signal(object)
    made = Signal(object, str)
    passphrase_set = Signal()
    keys_brought_back = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preloaded = False

    def preload(self) -> None:
        """Load what a journal needs, once, while the mentee types or the key is made."""
        self.expected.emit()
        if not self._preloaded:
            self._preloaded = True
            run_job(self, _preload, _nothing, _nothing)

    def make(self, folder: Path, passphrase: str) -> None:
        """Make a journal."""

        def work(_: Progress) -> "tuple[Journal, str]":
            from amp_desktop.journal import Journal

            return Journal.create(folder, passphrase)

        run_job(self, work, self._tell_made, self.failed.emit, unwanted=_close_made)

    def open_by_passphrase(self, folder: Path, passphrase: str) -> None:
        """Open it by its passphrase; takes about a second."""
        self._open(lambda journal: journal.open(folder, passphrase=passphrase, apart=True))

    def open_by_code(self, folder: Path, code: str) -> None:
        """Open it by its recovery code."""
        self._open(lambda journal: journal.open(folder, recovery_code=code, apart=True))

    def open_by_keyring(self, folder: Path) -> None:
        """Open it by the system's keyring, which may take its time."""
        self._open(lambda journal: journal.open(folder, keyring=True))

    def restore(self, backup: Path, folder: Path, passphrase: str) -> Job:
        """Bring a backup back into a new folder and open what is there."""

        def work(progress: Progress) -> "Journal":
            from amp_desktop.journal import Journal
            from amp_desktop.journal.maintenance import restore

            restore(backup, folder, passphrase=passphrase, progress=progress)
            return Journal.open(folder, passphrase=passphrase)

        return run_job(self, work, self.opened.emit, self.failed.emit, unwanted=_close)

    def bring_keys_back(self, folder: Path, backup: Path) -> None:
        """Take the key file of a backup for the journal in `folder`."""

        def work(_: Progress) -> object:
            from amp_desktop.journal.repair import bring_keys_back

            return bring_keys_back(folder, backup)

        run_job(self, work, self.keys_brought_back.emit, self.failed.emit)

    def set_passphrase(self, journal: "Journal", passphrase: str) -> None:
        """Give an open journal a new passphrase."""

        def work(_: Progress) -> None:
            journal.keys.change_passphrase(passphrase)

        run_job(self, work, self._tell_passphrase_set, self.failed.emit)

    def _open(self, way: "Callable[[type[Journal]], Journal]") -> None:
        def work(_: Progress) -> "Journal":
            from amp_desktop.journal import Journal

            return way(Journal)

        self.preload()
        run_job(self, work, self.opened.emit, self.failed.emit, unwanted=_close)

    def _tell_made(self, made: "tuple[Journal, str]") -> None:
        self.made.emit(*made)

    def _tell_passphrase_set(self, _: None) -> None:
        self.passphrase_set.emit()


def keyring_chosen(folder: Path) -> bool:
    """Whether the mentee asked that the keyring open this journal; no, where that cannot be told."""
    from amp_desktop.vault import keyring_enabled

    try:
        return keyring_enabled(folder)
    except JournalError:
        return False


def _preload(_: Progress) -> None:
    from importlib import import_module

    from amp_desktop import storage

    storage.preload()
    import_module("amp_desktop.journal.journal")


def _close(journal: "Journal") -> None:
    journal.close()


def _close_made(made: "tuple[Journal, str]") -> None:
    made[0].close()


def _nothing(_: object) -> None:
    pass
