"""From the derived key to the painted list of the journal page, in a window that stood at the unlock page."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import Effort, Limit, Measure, Row, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder
from tests.benchmarks.processes import run_window

BOUND_NAME = "raw SQLCipher, 50 titles in a bare list"


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each size."""
    for size in effort.sizes:
        folder = str(journal_folder(effort.cache, size))
        pair = effort.compare(_listed(effort.cache, "ours", folder), _listed(effort.cache, "bare", folder), 3)
        yield Row(
            "unlocked to list shown, key derivation left out",
            entries(size),
            pair.measured,
            pair.bound,
            BOUND_NAME,
            Limit(at_most=0.1),
            in_milliseconds,
        )


def _listed(cache: Path, script: str, folder: str) -> Measure:
    return lambda: run_window(cache, script, "open", folder).number("listed")
