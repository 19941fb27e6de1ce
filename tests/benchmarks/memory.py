"""What the program holds in memory, settled on the journal page, beside a window that does nothing."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import Effort, Limit, Measure, Row, entries, in_megabytes
from tests.benchmarks.journals import journal_folder
from tests.benchmarks.processes import run_window


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each size."""
    for size in effort.sizes:
        folder = str(journal_folder(effort.cache, size))
        pair = effort.compare(_held(effort.cache, "ours", folder), _held(effort.cache, "bare"), 2)
        yield Row(
            "memory settled on the journal page, PSS",
            entries(size),
            pair.measured,
            pair.bound,
            "bare PySide6 window",
            Limit(times=2),
            in_megabytes,
        )


def _held(cache: Path, script: str, *arguments: str) -> Measure:
    return lambda: run_window(cache, script, "memory", *arguments).number("memory")
