"""What is done to a thousand entries at once: to the bin and back, pinned, tagged."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from amp_desktop.domain.entry import Entry
from amp_desktop.journal import Journal
from amp_desktop.storage import DATABASE, driver
from tests.benchmarks.harness import Effort, Limit, Measure, Row, entries, in_milliseconds, seconds
from tests.benchmarks.journals import journal_copy, keys_of, open_journal

BOUND_NAME = "raw SQLCipher update of as many rows"
CHOSEN = 1000
_ROUNDS = 6
_AT_MOST = Limit(at_most=0.300)


def rows(effort: Effort) -> Iterator[Row]:
    """Three lines for each size."""
    for size in effort.sizes:
        with (
            journal_copy(effort.cache, size) as folder,
            journal_copy(effort.cache, size) as raw_folder,
            open_journal(folder) as journal,
            closing(_raw(raw_folder)) as connection,
        ):
            ids = tuple(row.id for row in journal.rows(limit=CHOSEN).items)
            update = _update_of(connection, ids)
            for work, change in (
                ("bin of 1,000 entries", _in_turn(journal.put_in_bin, journal.take_from_bin, ids)),
                ("pin of 1,000 entries", _in_turn(journal.pin, _unpin(journal), ids)),
                ("tag of 1,000 entries", _tag(journal, ids)),
            ):
                pair = effort.compare(change, update, _ROUNDS)
                figures = (pair.measured, pair.bound, BOUND_NAME)
                yield Row(work, entries(size), *figures, _AT_MOST, in_milliseconds)


def _in_turn(
    there: Callable[[tuple[UUID, ...]], object],
    back: Callable[[tuple[UUID, ...]], object],
    ids: tuple[UUID, ...],
) -> Measure:
    """Does it, and undoes it the next time: either is as much work."""
    turn = count()
    return lambda: seconds(lambda: (back if next(turn) % 2 else there)(ids))


def _unpin(journal: Journal) -> Callable[[tuple[UUID, ...]], object]:
    return lambda ids: journal.pin(ids, pinned=False)


def _tag(journal: Journal, ids: tuple[UUID, ...]) -> Measure:
    """Gives all of them one tag more; their states before are kept as versions, and their texts indexed."""
    number = count()

    def tag() -> float:
        name = f"bulk{next(number)}"

        def how(entry: Entry) -> Entry:
            return replace(entry, tags=(*entry.tags, name))

        return seconds(lambda: journal.change_entries(ids, how))

    return tag


def _update_of(connection: Any, ids: tuple[UUID, ...]) -> Measure:
    turn = count()

    def update() -> float:
        values = [(next(turn), str(entry_id)) for entry_id in ids]
        return seconds(lambda: _in_one_transaction(connection, values))

    return update


def _in_one_transaction(connection: Any, values: list[tuple[int, str]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("UPDATE entry SET updated_at = ? WHERE id = ?", values)
    connection.execute("COMMIT")


def _raw(folder: Path) -> Any:
    keys = keys_of(folder)
    return driver.connect(folder / DATABASE, keys.data_key, keys.salt)
