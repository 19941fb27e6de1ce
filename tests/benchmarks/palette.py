"""The palette's answer to a letter typed: the best of all titles and actions, below the window."""

from collections.abc import Callable, Iterator
from itertools import cycle

from amp_desktop.journal import Journal
from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds, p95
from tests.benchmarks.journals import journal_folder, open_journal

TYPED = ("review", "the test", "mntr", "fltst", "zqx", "नम", "学习", "weekly reflection", "ahtnd")
"""Beginnings that many titles have and that none has, two words, letters that only stand in titles in order
or in none, Hindi and Chinese."""


def keystrokes() -> list[str]:
    """What stands in the palette after each letter typed."""
    return [words[: end + 1] for words in TYPED for end in range(len(words)) if words[end] != " "]


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each size; the bound is to look once through all titles, one after the other."""
    for size in effort.sizes:
        with open_journal(journal_folder(effort.cache, size)) as journal:
            journal.titles.gather()
            pair = effort.compare(_each_in_turn(journal), _look_through(journal), 4 * len(keystrokes()), p95)
        yield Row(
            "palette, answer to a letter over all titles, p95",
            entries(size),
            pair.measured,
            pair.bound,
            "every title looked at once",
            Limit(at_most=0.010),
            in_milliseconds,
        )


def _each_in_turn(journal: Journal) -> Callable[[], float]:
    typed = cycle(keystrokes())
    return lambda: busy_seconds(lambda: journal.titles.find(next(typed)))


def _look_through(journal: Journal) -> Callable[[], float]:
    titles = [title.lower() for _, title in journal._store.titles()]
    return lambda: busy_seconds(lambda: [title for title in titles if "zqx" in title])
