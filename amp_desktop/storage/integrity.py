"""Looking whether a journal's file is whole.

Several checks together find damage; no single one does. A flipped byte in a page that nothing uses is seen
only by the cipher's check, a wrong record only by reading it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from amp_desktop.domain.errors import CancelledError, InvalidValueError
from amp_desktop.domain.fields import UNREADABLE
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import IntegrityReport
from amp_desktop.storage import driver, wal
from amp_desktop.storage.facts import fact_rows
from amp_desktop.storage.names import beside
from amp_desktop.storage.pins import pin_rows
from amp_desktop.storage.rows import to_entry

_STEPS_BETWEEN_CALLS = 20_000
"""Steps of SQLite's machine between two looks at whether the work was called off: some milliseconds."""
_ENTRIES_BETWEEN_CALLS = 500
_ATTEMPTS = 3
WRONG_FACTS = "The list of what happened does not match the entries."
WRONG_PINS = "The list of what is evidence does not match the entries."
"""Said of an index that is made from entries, so that nothing is lost with it."""

_LISTS = (
    ("SELECT day, entry_id, number, what, text FROM entry_fact", fact_rows, WRONG_FACTS),
    ("SELECT topic, entry_id, fact, day, what, text FROM entry_pin", pin_rows, WRONG_PINS),
)
"""Tables made from entries that are compared with them: all their rows, what makes those, what is said."""

DAMAGED_FIELDS = "Entries whose fields are damaged"
"""Begins what is said of those that can be opened all the same, and are kept as they are."""


def check(
    connection: Any, path: Path, progress: Progress = unheard, *, read_only: bool = False
) -> IntegrityReport:
    """Look through the whole file.

    1. Fold what is pending in the WAL into the file.
    2. Every page matches its seal (`cipher_integrity_check`).
    3. The pages form whole tables and indexes, and the full text is whole (`integrity_check`, which since
       SQLite 3.44 runs FTS5's own check too; asked for by itself, that would lock out whoever is writing).
    4. No record misses the one it belongs to, and the full text knows as many entries as there are.
    5. Every attachment has the bytes that it was added with.
    6. Every entry can be read, and what happened and what is evidence are listed as the entries say it.

    Args:
        connection: The driver's, outside a transaction.
        path: The file that it has open.
        progress: Called with the checks done and their number.
        read_only: Leave out step 1, which writes.

    Raises:
        CancelledError: `progress` called it off.
    """
    steps: list[Callable[[Any], Iterable[str]]] = [
        partial(_page_macs, path=path, read_only=read_only),
        _structure,
        _belonging,
        _search_index,
    ]
    total = len(steps) + 2
    findings: list[str] = []
    for done, step in enumerate(steps):
        with interruptible(connection, partial(progress, done, total)):
            findings += _found(step, connection)
    findings += _found(partial(_attachments, still_wanted=partial(progress, total - 2, total)), connection)
    entries, unreadable = _read_all(connection, partial(progress, total - 1, total))
    progress(total, total)
    return IntegrityReport(findings=(*findings, *unreadable), entries=entries)


@contextmanager
def interruptible(connection: Any, still_wanted: Callable[[], None]) -> Iterator[None]:
    """Ask `still_wanted` every now and then while statements run; what it raises ends them.

    Raises:
        CancelledError: As `still_wanted` raised it.
    """
    called_off: list[CancelledError] = []

    def ask() -> int:
        try:
            still_wanted()
        except CancelledError as error:
            called_off.append(error)
        return len(called_off)

    still_wanted()
    connection.set_progress_handler(ask, _STEPS_BETWEEN_CALLS)
    try:
        yield
    except Exception:
        if called_off:
            raise called_off[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _found(step: Callable[[Any], Iterable[str]], connection: Any) -> list[str]:
    """What a check finds; that it breaks off because of damage is a finding."""
    try:
        return list(step(connection))
    except driver.load().DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "not readable")  # what the driver finds itself has no name
        if name == "SQLITE_INTERRUPT":
            raise
        return [f"A check could not be finished ({name})."]


def _page_macs(connection: Any, *, path: Path, read_only: bool) -> list[str]:
    """Check the pages in the file, which are all there is only while nothing is pending in the WAL.

    Someone may write meanwhile; then it is looked again, and the last look counts only if nothing came
    between. The other checks read every page that is in use through the cipher anyway. The log stays: one
    that is emptied cannot be told from one that somebody else emptied (see `log_mark`).
    """
    for _ in range(_ATTEMPTS):
        if not read_only:
            connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
        folded = wal.read_index(path)
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if not broken:
            return []
        if not _is_pending(path, folded):
            return [f"Pages of the file that do not match their seal: {len(broken)}."]
    return []


def _is_pending(path: Path, folded: wal.Index | None) -> bool:
    """Whether something stands in the WAL alone, or was written since it had that index."""
    log = beside(path, "-wal")
    if not log.exists() or log.stat().st_size == 0:
        return False
    return folded is None or not folded.is_folded or wal.read_index(path) != folded


def _structure(connection: Any) -> Iterator[str]:
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    if faults:
        yield f"The structure of the file is damaged ({len(faults)} faults)."


def _belonging(connection: Any) -> Iterator[str]:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        yield f"Records that belong to something that is not there: {len(orphans)}."


def _search_index(connection: Any) -> Iterator[str]:
    documents = connection.execute("SELECT count(*) FROM entry_text_docsize").fetchone()[0]
    entries = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    if documents != entries:
        yield f"The search knows {documents} entries where there are {entries}."


def _attachments(connection: Any, *, still_wanted: Callable[[], None]) -> Iterator[str]:
    """Compare the bytes of each attachment with its size and its digest."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'attachment'").fetchone():
        return  # a file of version 1.1, about to be backed up and migrated
    changed = 0
    for attachment_id, *seal in connection.execute("SELECT id, size, digest FROM attachment").fetchall():
        still_wanted()
        changed += _sealed(connection, attachment_id) != seal
    if changed:
        yield f"Pictures and files that are not what they were: {changed}."


def _sealed(connection: Any, attachment_id: str) -> list[object]:
    """The size and the digest of what is there of an attachment."""
    size, digest = 0, hashlib.sha256()
    parts = "SELECT content FROM attachment_part WHERE attachment_id = ? ORDER BY number"
    for (content,) in connection.execute(parts, (attachment_id,)):
        size += len(content)
        digest.update(content)
    return [size, digest.hexdigest()]


def _read_all(connection: Any, still_wanted: Callable[[], None]) -> tuple[int, list[str]]:
    """How many entries were read, and what to say of them; as they all stand at one moment."""
    connection.execute("BEGIN")
    try:
        return _read_each(connection, still_wanted)
    finally:
        connection.execute("ROLLBACK")


def _read_each(connection: Any, still_wanted: Callable[[], None]) -> tuple[int, list[str]]:
    read = unreadable = damaged = 0
    sums = [_Sum() for _ in _LISTS]
    try:
        rows = connection.execute("SELECT * FROM entry")
        names = [column[0] for column in rows.description]
        for number, values in enumerate(rows):
            if number % _ENTRIES_BETWEEN_CALLS == 0:
                still_wanted()
            try:
                entry = to_entry(dict(zip(names, values, strict=True)))
                damaged += UNREADABLE in entry.extra
                for (_, rows_of, _), expected in zip(_LISTS, sums, strict=True):
                    for row in rows_of(entry):
                        expected.add(row)
                read += 1
            except (InvalidValueError, KeyError, TypeError, ValueError, AttributeError):
                unreadable += 1
    except driver.load().DatabaseError:
        return read, ["Not all entries can be read."]
    if unreadable:
        return read, [f"Entries that cannot be read: {unreadable}."]
    if damaged:
        return read, [f"{DAMAGED_FIELDS}: {damaged}."]
    return read, list(_wrong_lists(connection, sums))


class _Sum:
    """Tells rows from others in whatever order they come, without keeping them."""

    def __init__(self) -> None:
        self.rows = self.total = 0

    def add(self, row: tuple[object, ...]) -> None:
        """One row more."""
        self.rows += 1
        self.total += hash(row)


def _wrong_lists(connection: Any, sums: Iterable[_Sum]) -> Iterator[str]:
    """Compare the lists made from entries with what the entries say of themselves."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for (rows, _, wrong), expected in zip(_LISTS, sums, strict=True):
        if rows.rpartition(" ")[2] not in tables:
            continue  # a file of an older version, about to be backed up and migrated
        listed = _Sum()
        for row in connection.execute(rows):
            listed.add(tuple(row))
        if (listed.rows, listed.total) != (expected.rows, expected.total):
            yield wrong
