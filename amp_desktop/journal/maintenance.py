"""Keeping an open journal safe: checks, backups, the full export; and bringing a backup back."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop import storage, vault
from amp_desktop.domain.backup import BEFORE_EMPTYING, Backup
from amp_desktop.domain.clock import Clock, lie_apart
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import EntryQuery, IntegrityReport
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.journal.bin import doubt_the_clock
from amp_desktop.journal.choices import kept_program
from amp_desktop.journal.location import BACKUPS
from amp_desktop.journal.repair import lost_keys_told
from amp_desktop.journal.templates import JournalTemplates

if TYPE_CHECKING:
    from amp_desktop.exchange.export.export import ExportFormat
    from amp_desktop.storage.store import Store

_EVERYTHING, _BIN = EntryQuery(), EntryQuery(binned=True)


class JournalMaintenance:
    """What keeps one open journal safe."""

    def __init__(
        self, folder: Path, journal_id: UUID, store: "Store", templates: JournalTemplates, clock: Clock
    ) -> None:
        self._folder = folder
        self._journal_id = str(journal_id)
        self._store = store
        self._templates = templates
        self._clock = clock
        self._backup_ahead: Backup | None = None

    def compare_with_backups(self) -> str:
        """Look whether a backup of this journal holds changes that the journal does not.

        Returns:
            What to say of it, or nothing. It holds until the next backup is made.
        """
        own = storage.backups_in(self._folder / BACKUPS, self._journal_id)
        latest = max(own, key=lambda made: made.commits, default=None)
        if latest is None or latest.commits <= self._store.commits():
            return ""
        self._backup_ahead = latest
        return (
            f"The journal holds fewer changes than its backup {latest.path.name}: "
            "the last ones may be missing. To compare, restore that backup into a new folder."
        )

    def check(self, progress: Progress = unheard) -> IntegrityReport:
        """Read the whole journal and tell what is damaged.

        Raises:
            CancelledError: It was called off.
        """
        return self._store.check(progress)

    def backups(self) -> tuple[Backup, ...]:
        """The whole backups in the journal's own folder, newest first."""
        return storage.backups_in(self._folder / BACKUPS)

    def back_up(
        self, folder: Path | None = None, progress: Progress = unheard, *, occasion: str = ""
    ) -> Backup:
        """Make a backup, open it to be sure of it, and let go of the journal's oldest ones there.

        What is left in the file of attachments that are gone is taken away before.

        Args:
            folder: Where; else the journal's own folder for backups.
            progress: Told the steps done.
            occasion: What it is made for, where that is to keep it for longer than an ordinary one.

        Raises:
            CannotExportError: The folder cannot be written.
            DamagedError: The journal is damaged; no older backup was removed.
            LostKeysError: Its key files have gone meanwhile.
            CancelledError: It was called off; nothing is left behind.
        """
        if not self._store.read_only:
            JournalAttachments(self._store, self._clock).sweep()
            self._outgrow_backup()
        target = folder or self._folder / BACKUPS
        with lost_keys_told(self._folder):
            keys, now = vault.key_file_bytes(self._folder), self._clock()
        made = self._store.back_up(target, keys, now=now, occasion=occasion, progress=progress)
        storage.rotate_backups(made)
        return made

    def _outgrow_backup(self) -> None:
        """Count on beyond a backup that was ahead, else the two would seem the same after some changes."""
        if self._backup_ahead is not None:
            self._store.count_beyond(self._backup_ahead.commits)
            self._backup_ahead = None

    def back_up_before_emptying(self, progress: Progress = unheard) -> Backup:
        """Make a backup that is kept for longer than an ordinary one; raises as `back_up` does."""
        return self.back_up(progress=progress, occasion=BEFORE_EMPTYING)

    def back_up_if_changed(
        self, *, older_than: timedelta = timedelta(), progress: Progress = unheard
    ) -> Backup | None:
        """Make a backup when the newest one does not hold all there is, and was made long enough ago.

        Args:
            older_than: How long; one that is dated ahead is taken for one made as long ago.
            progress: Told the steps done.

        Returns:
            The backup, or None when none was due.
        """
        own = storage.backups_in(self._folder / BACKUPS, self._journal_id)
        newest = next(iter(own), None)
        holds_all = newest and not self._backup_ahead and self._store.is_held_by(newest)
        if self._store.read_only or holds_all:
            return None
        if newest and not lie_apart(self._clock(), newest.made_at, older_than):
            return None
        return self.back_up(progress=progress)

    def export(
        self,
        folder: Path,
        form: "ExportFormat",
        progress: Progress = unheard,
        *,
        ids: Sequence[UUID] | None = None,
    ) -> None:
        """Write entries whole, asides too, into a new or empty folder, readable by anyone who has it.

        What they refer to goes with them, as files in a folder `attachments`.

        Args:
            folder: Where.
            form: As what.
            progress: Told the entries written and their number.
            ids: Which; None for everything, with the bin and the mentee's own templates.

        Raises:
            CannotExportError: The place cannot be written, or something is there; nothing is left behind.
            CancelledError: It was called off; nothing is left behind.
        """
        from amp_desktop.exchange.export.archive import NO_TEMPLATES
        from amp_desktop.exchange.export.export import export
        from amp_desktop.exchange.export.packing import Source

        export(
            folder,
            form,
            kept_program(self._store),
            self._everything() if ids is None else self._store.several(ids),
            total=self._store.count(_EVERYTHING) + self._store.count(_BIN) if ids is None else len(ids),
            templates=self._templates.kept() if ids is None else NO_TEMPLATES,
            progress=progress,
            attached=Source(self._store.attachments.several, self._store.attachments.parts),
        )

    def archive(self, path: Path, passphrase: str, progress: Progress = unheard) -> None:
        """Write everything into one file that only a passphrase opens, with this program or without it.

        It is put together in memory: no plain file of it is ever written.

        Args:
            path: Of the file; its name ends in `.age`.
            passphrase: What opens it.
            progress: Told the entries in it and their number.

        Raises:
            InvalidValueError: The passphrase cannot be used.
            CannotExportError: The place cannot be written; what was there still is.
            CancelledError: It was called off; nothing is left behind.
        """
        from amp_desktop.exchange.export.export import write_file
        from amp_desktop.exchange.export.one_file import zipped
        from amp_desktop.exchange.export.packing import Source
        from amp_desktop.vault import age_files

        age_files.refuse_unusable(passphrase)
        total = self._store.count(_EVERYTHING) + self._store.count(_BIN)
        content = zipped(
            kept_program(self._store),
            self._everything(),
            total=total,
            templates=self._templates.kept(),
            progress=progress,
            attached=Source(self._store.attachments.several, self._store.attachments.parts),
        )
        protected = age_files.encrypt(content, passphrase, apart=True)
        progress(total, total)  # it may have been called off meanwhile
        write_file(path, protected)

    def _everything(self) -> Iterator[Entry]:
        return chain(self._store.entries(_EVERYTHING), self._store.entries(_BIN))


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The whole backups of the journal in `folder`, newest first, without opening it."""
    return storage.backups_in(folder / BACKUPS)


def restore(backup: Path, folder: Path, *, passphrase: str, progress: Progress = unheard) -> int:
    """Bring a backup back into a new folder, and open it there to be sure of it.

    Args:
        backup: The backup's file.
        folder: A new or an empty folder.
        passphrase: The one that was in force when the backup was made.
        progress: Told how far the check has come.

    Returns:
        How many entries are back.

    Raises:
        NoJournalError: There is no such backup.
        WrongPassphraseError: The passphrase does not open it; nothing is left behind.
        DamagedError: The backup is not whole; nothing is left behind.
        CannotExportError: The folder is not empty or cannot be written; nothing is left behind.
    """
    from amp_desktop.journal import opening

    with opening.new_folders(folder):
        storage.restore_backup(backup, folder)
        try:
            keys = vault.open_with_passphrase(folder, passphrase)
            store = opening.open_store(folder, keys)
            try:
                doubt_the_clock(store)
                store.begin_lineage()
                return store.check(progress).entries
            finally:
                store.close()
        except BaseException:
            opening.take_away(folder)
            raise
