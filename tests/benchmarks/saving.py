"""Saving one entry so that it survives a power cut: a new one, and one that is being written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from amp_desktop.domain.clock import today
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.storage import DATABASE, driver
from amp_desktop.storage.rows import to_row
from amp_desktop.storage.search import fold
from tests.benchmarks.generator import WORDS_PER_ENTRY, Writer
from tests.benchmarks.harness import Effort, Limit, Measure, Row, entries, in_milliseconds, seconds
from tests.benchmarks.journals import journal_copy, keys_of, open_journal

BOUND_NAME = "raw SQLCipher insert, the same index"
_ROUNDS = 60
_AT_MOST = Limit(times=2)
_DAYS_LATER = 1 << 40
"""Far above every position of a journal, so that the raw insert meets no row of it."""


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines for each size."""
    for size in effort.sizes:
        with (
            # Each writes to a file of its own: two writers of one file throw away each other's page cache.
            journal_copy(effort.cache, size) as folder,
            journal_copy(effort.cache, size) as raw_folder,
            open_journal(folder) as journal,
            _raw(raw_folder) as connection,
        ):
            insert = _insert_of(connection)
            for work, save in (
                ("save of a new entry, durable", _save_of_new(journal)),
                ("save of an entry that is being written, durable", _save_of_next(journal)),
            ):
                pair = effort.compare(save, insert, _ROUNDS)
                figures = (pair.measured, pair.bound, BOUND_NAME)
                yield Row(work, entries(size), *figures, _AT_MOST, in_milliseconds)


def _save_of_new(journal: Journal) -> Measure:
    write = _writer()
    return lambda: _timed(journal.save_entry, write())


def _save_of_next(journal: Journal) -> Measure:
    """Each time the same entry with some words more, as autosave hands it over at a pause."""
    writer, entry = Writer(seed=2), _writer(seed=3)()
    state = [journal.save_entry(entry)]

    def save() -> float:
        state[0] = replace(state[0], body=f"{state[0].body[:1000]} {writer.text(6)}")
        return _timed(journal.save_entry, state[0])

    return save


def _insert_of(connection: Any) -> Measure:
    """The row and its words go in as they are, in one transaction; nothing is looked up before."""
    write, position = _writer(seed=1), count(_DAYS_LATER)

    def insert() -> float:
        entry, at = write(), next(position)
        row = {"position": at, **to_row(entry)}
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        words = (at, fold.folded(entry.title), fold.folded(entry.body))
        statements = (
            (f"INSERT INTO entry ({names}) VALUES ({marks})", tuple(row.values())),
            ("INSERT INTO entry_text (rowid, title, body) VALUES (?, ?, ?)", words),
        )
        return seconds(lambda: _in_one_transaction(connection, statements))

    return insert


def _in_one_transaction(connection: Any, statements: tuple[tuple[str, tuple[object, ...]], ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in statements:
        connection.execute(statement, values)
    connection.execute("COMMIT")


@contextmanager
def _raw(folder: Path) -> Iterator[Any]:
    keys = keys_of(folder)
    connection = driver.connect(folder / DATABASE, keys.data_key, keys.salt)
    try:
        yield connection
    finally:
        connection.close()


def _writer(seed: int = 0) -> Callable[[], Entry]:
    writer = Writer(seed)
    return lambda: Note(title=writer.text(4), body=writer.text(WORDS_PER_ENTRY), day=today())


def _timed(save: Callable[[Entry], object], entry: Entry) -> float:
    return seconds(lambda: save(entry))
