"""Opening a journal's file: looking first, changing nothing that is not understood, saying what was found."""

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from amp_desktop.domain.errors import DamagedError, DiskFullError, NewerJournalError, NoJournalError
from amp_desktop.files import free_name
from amp_desktop.storage import driver, failures, log_mark, wal
from amp_desktop.storage.engine import Database
from amp_desktop.storage.files import empty_file
from amp_desktop.storage.names import APPLICATION_ID, SCHEMA_VERSION, SchemaVersion, beside

MENDED = "The beginning of the journal's file was damaged and was mended. No entry was touched."
LACKING = "The last changes may be missing: "
MISSING = LACKING + "the file that held them was cut or changed."
GONE = (
    LACKING + "the program did not end in order, and the file that held what was saved since is gone.{known} "
    "A backup may hold newer ones: restore it into a new folder to compare."
)
STRAY = "A file that is not the journal's own stood beside it, and got another name: {name}."


@dataclass(frozen=True)
class _Look:
    """What a first look at the file told.

    Attributes:
        application: SQLite's `application_id`.
        version: Of its tables.
        lost: What to say of a log that was not read to its end, or is gone; or nothing.
        detached: Whether it was read without the files that SQLite keeps beside it.
    """

    application: int
    version: SchemaVersion
    lost: str
    detached: bool


def open_database(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> Database:
    """The journal's file, opened with the key that `keys.json` gave.

    1. Look at the file's first bytes: missing, empty and plain files are refused untouched.
    2. Put away a rollback journal beside it. The journal is always in WAL mode, so that one is another
       file's, and SQLite would write its pages into ours.
    3. Open it for reading and look what it is, and whether its log is whole. Another journal's, another
       program's and a newer version's file is refused. Its first 16 bytes stand in the key file too; if they
       alone are wrong, they are mended.
    4. An older version's file is backed up, verified, and migrated.
    5. Open it for writing, or for reading where the file or its folder allows no more or the disk is full.

    Raises:
        NoJournalError: There is no such file, or it may not be read.
        DamagedError: It is damaged, empty, not encrypted, or another journal's.
        NewerJournalError: A newer version of the program wrote it.
        JournalError: It cannot be opened for another reason (see `failures`).
    """
    _require_file(path)
    read_only = read_only or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    with failures.all_translated(path):
        has_salt = driver.has_salt(path, salt)
        stray = _put_away_stray(path, read_only=read_only)
    try:
        look = _looked_at(path, key, salt, read_only=read_only)
        _require_understood(path, look)
    except DamagedError:
        if has_salt:
            raise
        raise driver.not_the_journals(path) from None
    if not has_salt and not read_only:
        _mend_salt(path, salt)
    if look.version < SCHEMA_VERSION:
        # Alembic takes longer to load than a journal to open, and is hardly ever needed.
        from amp_desktop.storage.migrations import migrate

        migrate(path, key, salt)
    findings = ("" if has_salt else MENDED, look.lost, stray)
    return Database(
        path,
        key,
        salt,
        read_only=read_only or look.detached,
        detached=look.detached,
        findings=tuple(filter(None, findings)),
    )


def _require_file(path: Path) -> None:
    if not path.is_file():
        raise NoJournalError(f"There is no journal here: {path}", "Choose its folder, or make a new journal.")
    if not os.access(path, os.R_OK):
        raise NoJournalError(
            f"The journal may not be read: {path}", "Change the file's permissions so that you can read it."
        )


def _put_away_stray(path: Path, *, read_only: bool) -> str:
    """Give a rollback journal beside the file another name; what to say of it, or nothing."""
    stray = beside(path, "-journal")
    if read_only or not _has_content(stray):
        return ""
    kept = free_name(stray.with_name(stray.name + ".stray"))
    stray.rename(kept)
    return STRAY.format(name=kept.name)


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _looked_at(path: Path, key: bytes, salt: bytes, *, read_only: bool) -> _Look:
    """What the file is; where there is no room for SQLite's files beside it, it is read without them."""
    before = wal.read_index(path)
    is_cut = wal.is_cut(path, before)
    look = partial(_looked_at_twice, path, key, salt, before, read_only=read_only)
    try:
        with failures.all_translated(path):
            found = look(detached=_has_content(beside(path, "-journal")))
    except DiskFullError:
        with failures.all_translated(path):
            found = look(detached=True)
    return replace(found, lost=MISSING) if is_cut else found


def _require_understood(path: Path, look: _Look) -> None:
    if look.application != APPLICATION_ID:
        raise DamagedError(f"This is another program's file: {path}", failures.RESTORE)
    if look.version.major > SCHEMA_VERSION.major:
        raise NewerJournalError(
            "This journal was written by a newer version of the program.",
            "Nothing was changed. Update the program: "
            f"it knows {SCHEMA_VERSION}, the journal is {look.version}.",
        )


def _looked_at_twice(
    path: Path, key: bytes, salt: bytes, before: wal.Index | None, *, read_only: bool, detached: bool
) -> _Look:
    """What the file says it is; a passing error of the disk looks like damage once, and only once."""
    look = partial(_look, path, key, salt, before, read_only=read_only, detached=detached)
    try:
        return look()
    except driver.load().DatabaseError:
        return look()


def _look(
    path: Path, key: bytes, salt: bytes, before: wal.Index | None, *, read_only: bool, detached: bool
) -> _Look:
    with closing(driver.connect(path, key, salt, read_only=True, detached=detached)) as connection:
        application = _number(connection, "application_id")
        version = SchemaVersion.from_number(_number(connection, "user_version"))
        passed_over = wal.is_passed_over(path, before)
        if passed_over and not read_only and not detached:
            passed_over = _is_passed_over_at_rest(path, key, salt, before)
            if passed_over:
                _keep_log(path)
        lost = MISSING if passed_over else ""
        if not lost and application == APPLICATION_ID and version.major <= SCHEMA_VERSION.major:
            lost = _told_of_log(connection, path, before)
    return _Look(application, version, lost, detached)


def _told_of_log(connection: Any, path: Path, before: wal.Index | None) -> str:
    """What to say of a log that is gone while the journal's file says that there is one; or nothing.

    While this connection is open nobody who closes takes the log away, so the mark is asked for first.
    """
    if not log_mark.stands(connection) or wal.is_there(path, before):
        return ""
    return GONE.format(known=_last_known(connection))


def _last_known(connection: Any) -> str:
    """When the entry that was changed last was changed, as a sentence; nothing where there is none."""
    seconds = connection.execute("SELECT max(updated_at) FROM entry").fetchone()[0]
    with suppress(OverflowError, OSError, ValueError, TypeError):
        when = datetime.fromtimestamp(seconds, UTC).astimezone()
        return f" The last change that is here is of {when:%Y-%m-%d %H:%M}."
    return ""


def _is_passed_over_at_rest(path: Path, key: bytes, salt: bytes, before: wal.Index | None) -> bool:
    """Look again while nobody writes: who writes has new frames in the log before they count."""
    with closing(driver.connect(path, key, salt)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        try:
            return wal.is_passed_over(path, before)
        finally:
            writer.execute("ROLLBACK")


def _keep_log(path: Path) -> None:
    """Keep a copy of a log that was not read to its end: SQLite is about to write over the rest."""
    log = beside(path, "-wal")
    with suppress(OSError):
        shutil.copyfile(log, empty_file(free_name(log.with_name(log.name + ".damaged"))))


def _mend_salt(path: Path, salt: bytes) -> None:
    """Write the file's first bytes anew. Where that fails it opens all the same: the key file has them."""
    with suppress(OSError), path.open("r+b") as file:
        file.write(salt)
        file.flush()
        os.fsync(file.fileno())


def _number(connection: Any, pragma: str) -> int:
    number: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return number
