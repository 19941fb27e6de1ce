"""From the command to the window: the unlock page of a journal, beside a window that does nothing."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import Effort, Limit, Measure, Row, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder
from tests.benchmarks.processes import Told, run_window

BOUND_NAME = "bare PySide6 window"
_ROUNDS = 7


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines for each size: to the first window, and to an event loop with nothing more to do."""
    for size in effort.sizes:
        folder = str(journal_folder(effort.cache, size))
        for work, word in (("start to the first window", "shown"), ("start to idle", "idle")):
            ours, bare = _after(word, effort.cache, "ours", folder), _after(word, effort.cache, "bare")
            pair = effort.compare(ours, bare, _ROUNDS)
            figures = (pair.measured, pair.bound, BOUND_NAME)
            yield Row(work, entries(size), *figures, Limit(times=1.15), in_milliseconds)


def _after(word: str, cache: Path, script: str, *arguments: str) -> Measure:
    def measure() -> float:
        told: Told = run_window(cache, script, "start", *arguments)
        return told.after(word)

    return measure
