"""The groups of lines of the table, and measuring them one after the other."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from time import monotonic

from tests.benchmarks.harness import Effort, Row

GROUPS = (
    *("starting", "opening", "searching", "finding", "saving", "bulk", "memory", "typing_keys", "long_entry"),
    *("hostile_typing", "completing", "palette", "printing", "scrolling", "pasting", "sharing", "resting"),
    *("whole_page", "each_kind", "meeting", "previewing", "summing_up", "pages", "evidence"),
)
"""Each is a module here, with `rows(effort)`."""

BUSY = 25.0
"""Per cent of the processors that others may use while something is measured."""


def measure(groups: Sequence[str], effort: Effort) -> Iterator[Row]:
    """The lines of these groups, each measured in its own process: none finds what another has warmed."""
    for group in groups:
        sys.stderr.write(f"measuring: {group}\n")
        _wait_for_calm(effort.patience)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            yield from pool.submit(_rows_of, group, effort).result()


def _rows_of(group: str, effort: Effort) -> list[Row]:
    return list(import_module(f"tests.benchmarks.{group}").rows(effort))


def _wait_for_calm(patience: float) -> None:
    """Wait, but not for ever, until others leave the processors alone."""
    import psutil  # type: ignore[import-untyped]

    end = monotonic() + patience
    while monotonic() < end and psutil.cpu_percent(interval=1) > BUSY:
        pass
