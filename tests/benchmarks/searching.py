"""The search as it is typed: every letter asks for a page of fifty, newest first, with snippets."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Any

from amp_desktop.journal import Journal
from amp_desktop.storage import DATABASE, driver
from amp_desktop.storage.search.fold import folded_words
from tests.benchmarks.generator import CHINESE_PAIR, RARE
from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds, p95
from tests.benchmarks.journals import journal_folder, keys_of, open_journal

TYPED = ("the", "mentor", RARE, CHINESE_PAIR, "review the", "pull request test", "strange")
"""Common words and a rare one, two characters of Chinese, several words at once, one that stands nowhere."""

BOUND_NAME = "raw FTS5 query"
LIMITS = {100_000: Limit(at_most=0.005, times=5), 1_000_000: Limit(at_most=0.015)}
"""What the search as typed may take, by the entries of the journals for which it was set."""
_RAW = "SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT 50"


def keystrokes() -> list[str]:
    """What stands in the search field after each letter typed."""
    return [words[: end + 1] for words in TYPED for end in range(len(words)) if words[end] != " "]


FILTERED = (
    "kind:goal the",
    "the -mentor -tag:docs",
    "is:open -kind:goal",
    "-has:link before:2021",
    "tag:docs tag:cli",
)
"""Filters with words and without, and what is left out."""
BEST = ("mentor", RARE, CHINESE_PAIR, "pull request test")


def rows(effort: Effort) -> Iterator[Row]:
    """Three lines for each size."""
    for size in effort.sizes:
        folder = journal_folder(effort.cache, size)
        keys = keys_of(folder)
        raw = driver.connect(folder / DATABASE, keys.data_key, keys.salt)
        with open_journal(folder) as journal:
            for work, typed, limit in (
                (
                    "search as typed, a page of 50 with snippets, p95",
                    keystrokes(),
                    LIMITS.get(size, Limit()),  # in a small one the raw query takes next to nothing
                ),
                ("search with filters, a page of 50, p95", FILTERED, Limit(at_most=0.010)),
                ("search, best first, a page of 50, p95", _best(), Limit(at_most=0.015)),
            ):
                asked, asked_raw = _each_in_turn(searcher(journal), typed), _each_in_turn(raw_searcher(raw))
                pair = effort.compare(asked, asked_raw, max(4 * len(typed), 40), p95)
                figures = (pair.measured, pair.bound, BOUND_NAME, limit)
                yield Row(work, entries(size), *figures, in_milliseconds)
        raw.close()


def _best() -> list[str]:
    return [f"{words} sort:best" for words in BEST]


def searcher(journal: Journal) -> Callable[[str], object]:
    """Asks the journal."""
    return journal.search


def raw_searcher(connection: Any) -> Callable[[str], object]:
    """Asks the index alone for row numbers, the words already in its language."""
    expressions = {typed: _expression(typed) for typed in keystrokes()}
    return lambda typed: connection.execute(_RAW, (expressions[typed],)).fetchall()


def _expression(typed: str) -> str:
    return " AND ".join(f'"{" ".join(folded_words(word))}"*' for word in typed.split())


def _each_in_turn(search: Callable[[str], object], words: Sequence[str] = ()) -> Callable[[], float]:
    typed = cycle(words or keystrokes())
    return lambda: busy_seconds(lambda: search(next(typed)))
