"""What a meeting with the mentor asks of the journal: its agenda, and what happened in a fortnight."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from amp_desktop.journal import Journal
from amp_desktop.journal.meetings import FIRST_LOOK
from amp_desktop.storage import DATABASE, driver
from tests.benchmarks.harness import Effort, Limit, Measure, Row, busy_seconds, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder, keys_of, open_journal

ROUNDS = 10
AGENDA, HAPPENED = Limit(at_most=0.020), Limit(at_most=0.016, times=8)
BOUND_NAME = "the same rows, read raw"
_OPEN = (
    "SELECT id, title, fields, body FROM entry WHERE binned_at IS NULL AND id IN"
    " (SELECT value FROM json_each(?))"
)
_HAPPENED = (
    "SELECT entry_fact.day, what, text, id, kind, title FROM entry_fact JOIN entry ON id = entry_id"
    " WHERE entry_fact.day BETWEEN ? AND ? AND binned_at IS NULL"
)


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines for each size; a few dozen entries of each are open, as somebody's may be."""
    for size in effort.sizes:
        folder = journal_folder(effort.cache, size)
        keys = keys_of(folder)
        raw = driver.connect(folder / DATABASE, keys.data_key, keys.salt)
        with open_journal(folder) as journal:
            points = journal.meetings.agenda().points
            open_ids = (json.dumps(sorted({str(point.entry) for point in points})),)
            agenda = effort.compare(
                _busy(journal.meetings.agenda), _busy(partial(_read, raw, _OPEN, open_ids)), ROUNDS
            )
            happened = effort.compare(*_fortnight(journal, raw), ROUNDS)
        raw.close()
        for work, pair, limit in (
            ("the agenda of the next meeting", agenda, AGENDA),
            ("what happened in a fortnight", happened, HAPPENED),
        ):
            figures = (pair.measured, pair.bound, BOUND_NAME, limit)
            yield Row(work, entries(size), *figures, in_milliseconds)


def _fortnight(journal: Journal, raw: Any) -> tuple[Measure, Measure]:
    """The last one that something was written about."""
    until = journal.newest_day()
    assert until is not None
    since = until - FIRST_LOOK
    assert journal.happened(since, until), "nothing happened"
    days = (since.toordinal(), until.toordinal())
    return _busy(partial(journal.happened, since, until)), _busy(partial(_read, raw, _HAPPENED, days))


def _read(connection: Any, query: str, values: tuple[object, ...] = ()) -> object:
    return connection.execute(query, values).fetchall()


def _busy(work: Callable[[], object]) -> Measure:
    return partial(busy_seconds, work)
