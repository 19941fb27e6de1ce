"""`Store`: the journal's file as the rest of the program sees it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from amp_desktop.domain.backup import Backup
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import (
    PAGE_SIZE,
    Cursor,
    IntegrityReport,
    ResultPage,
)
from amp_desktop.domain.share import Share
from amp_desktop.storage import (
    backup,
    creation,
    indexes,
    integrity,
    scrubbing,
    settings,
    shares,
    tally,
)
from amp_desktop.storage.attachments.attachment_store import AttachmentStore
from amp_desktop.storage.concealment import ConcealmentState
from amp_desktop.storage.dating import Dating
from amp_desktop.storage.engine import Database
from amp_desktop.storage.entry_store import EntryStore
from amp_desktop.storage.list_store import ListStore
from amp_desktop.storage.opening import LACKING, open_database
from amp_desktop.storage.own_states import OwnStates


class Store(EntryStore, ListStore):
    """The encrypted file, open. One method is one transaction; only values of the domain go in and out.

    It may be used by several threads. Every method raises a `JournalError` for what the world does (see
    `failures`), and what a failed method was to write is not written, not even in part.

    Attributes:
        attachments: Pictures and files.
        dating: Gives what becomes true of entries its day, once it has a clock.
    """

    def __init__(self, database: Database) -> None:
        self.attachments = AttachmentStore(database)
        self._database = database
        self._level = ConcealmentState()
        self._own = OwnStates()
        self.dating = Dating()

    @classmethod
    def create(cls, path: Path, key: bytes, salt: bytes, *, claimed: bool = False) -> "Store":
        """Make a new journal's file and open it.

        Args:
            path: Where; nothing may stand there.
            key: The 32 bytes of the data key.
            salt: 16 random bytes, kept with the key slots.
            claimed: Whether the caller has made the empty file already (see `creation.claim`).

        Raises:
            JournalExistsError: Something stands there already.
        """
        if not claimed:
            creation.claim(path)
        creation.fill(path, key, salt)
        return cls(open_database(path, key, salt))

    @classmethod
    def open(cls, path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> "Store":
        """Open a journal's file; `opening.open_database` tells how, and what is refused."""
        return cls(open_database(path, key, salt, read_only=read_only))

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether the file, its folder or its medium allows reading only; writing raises `ReadOnlyError`."""
        return self._database.read_only

    @property
    def disk_was_full(self) -> bool:
        """Whether it can only be read because the disk has no room; writing tries anew whether it has."""
        return self._database.disk_was_full

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found when it was opened, each as a sentence for a person."""
        return self._database.findings

    @property
    def changed(self) -> bool:
        """Whether anything was written since it was opened."""
        return self._database.commits > 0

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Settings and share log

    def setting(self, name: str) -> Json:
        """The value kept under `name`, or None."""
        return self._read(settings.load, name)

    def set_setting(self, name: str, value: Json) -> None:
        """Keep a value under `name`."""
        self._database.write(settings.save, name, value)

    def record_share(self, share: Share) -> None:
        """Add to the share log what left."""
        self._database.write(shares.record, share)

    def take_out_share(self, share_id: UUID) -> None:
        """Take out of the share log what was noted and then did not leave."""
        self._database.write(shares.take_out, share_id)

    def shares(self, after: Cursor | None = None, limit: int = PAGE_SIZE) -> ResultPage[Share]:
        """A page of the share log, newest first."""
        return self._read(shares.page, after, limit)

    def share(self, share_id: UUID) -> Share | None:
        """The line of the share log with this id, however old, or None."""
        return self._read(shares.one, share_id)

    def newest_shares_with(self, entry_id: UUID, limit: int) -> tuple[Share, ...]:
        """What left with an entry in it, the newest first."""
        return self._read(shares.newest_holding, entry_id, limit)

    def count_shares_with(self, entry_ids: Iterable[UUID]) -> int:
        """In how many texts of the share log any of these entries stands."""
        return len(self._read(shares.holding, tuple(entry_ids)))

    def delete_shared_texts(self, entry_ids: Iterable[UUID]) -> int:
        """Delete from the share log the texts that hold any of these entries; answers with how many."""
        return self._database.write(shares.delete_texts, tuple(entry_ids))

    # The file

    def check(self, progress: Progress = unheard) -> IntegrityReport:
        """Look through the whole file (see `integrity.check`); it may be written meanwhile.

        A list of what happened that does not match the entries is told, and made anew from them.

        Raises:
            CancelledError: `progress` called it off.
        """
        with self._database.raw_connection() as connection:
            found = integrity.check(connection, self.path, progress, read_only=self.read_only)
        wrong = {integrity.WRONG_FACTS, integrity.WRONG_PINS}
        if wrong & set(found.findings) and not self.read_only:
            self._database.write(indexes.rebuild_facts)
        lacking = tuple(finding for finding in self.findings if finding.startswith(LACKING))
        return replace(found, findings=(*lacking, *found.findings))

    def back_up(
        self,
        folder: Path,
        keys: bytes,
        *,
        now: datetime,
        occasion: str = "",
        progress: Progress = unheard,
    ) -> Backup:
        """Make a verified backup in `folder` (see `backup.make`); it may be written meanwhile.

        Args:
            folder: Made if it is not there.
            keys: The content of `keys.json`.
            now: The instant it is, UTC.
            occasion: Why, for a backup that outlives the ordinary ones; nothing for an ordinary one.
            progress: Called with the steps done and their number.

        Raises:
            CancelledError: `progress` called it off; nothing is left behind.
            CannotExportError: The folder cannot be written.
            DamagedError: The journal is damaged.
        """
        with self._database.raw_connection() as connection:
            return backup.make(
                connection,
                folder,
                keys,
                self._database.connect_to_copy,
                now=now,
                occasion=occasion,
                progress=progress,
            )

    def scrub(self) -> None:
        """Leave nothing in the file of what was deleted from it (see `scrubbing`).

        Raises:
            JournalError: It could not be written anew; it is as it was.
        """
        with self._database.raw_connection() as connection:
            scrubbing.scrub(connection)

    def rewrite_backup(self, path: Path) -> Backup:
        """Have a backup of this journal hold what this store does (see `scrubbing.rewrite_backup`)."""
        with self._database.raw_connection() as connection:
            return scrubbing.rewrite_backup(path, connection, self._database.connect_to_copy)

    def begin_lineage(self) -> None:
        """Have the journal's backups told from those of the journal that it was brought back from."""
        self.set_setting(backup.LINEAGE, uuid4().hex)

    def is_held_by(self, made: Backup) -> bool:
        """Whether a backup holds all there is."""
        return made.commits == self.commits() and made.lineage == (self.setting(backup.LINEAGE) or "")

    def commits(self) -> int:
        """How many transactions have changed the journal since it was made, by whichever process.

        A backup with the same number (`Backup.commits`) holds all there is.
        """
        return self._read(tally.commits)

    def count_beyond(self, other: int) -> None:
        """Go on counting the transactions beyond `other`, which a backup of this journal has counted."""
        self._database.write(tally.count_beyond, other)

    def data_version(self) -> int:
        """A number that changes when something else than this store has written, such as a terminal."""
        return self._read(tally.commits) - self._database.commits
