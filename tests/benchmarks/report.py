"""The table, for the terminal and for `docs/performance.md`."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.benchmarks.harness import Row

_HEAD = ("work", "size", "measured", "bound", "what the bound is", "ratio", "allowed", "kept")
_ABOUT = """# Performance

Written by `make bench`; every figure was measured by it, none was typed. What is measured stands in
`tests/benchmarks`, one short file for each group of lines.

The **bound** of a piece of work is the least that it could cost on the same machine, measured in the same run
and in turns with it: a window that does nothing, the raw query, the raw insert. So the ratio says something
about the program, and the milliseconds something about the machine. Noise only ever adds: several series of
rounds are done, the figure of a series is its median (or its 95th percentile, where the line says p95), and
that of the best series counts. Work that waits for nothing (searching, painting, keys) is measured in the
processor's time, which other programs cannot stretch; all else by the clock. A limit such as "5 ms or
5 ×" was set as 5 ms where the raw query takes 1 ms; a slower machine is allowed as many times its own.

The journals come from a seeded generator, about 120 words an entry, words as frequent as in a language, some
of them Hindi, Arabic, Chinese and Japanese.
"""


def as_text(rows: Sequence[Row]) -> str:
    """The table in columns."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def as_markdown(rows: Sequence[Row], *, load: str) -> str:
    """The whole page.

    Args:
        rows: The lines of the table.
        load: How busy the machine was, in words.
    """
    lines = [_HEAD, tuple("---" for _ in _HEAD), *map(_cells, rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{_ABOUT}\n{table}\n\n{_machine()} {load}\n"


def load_now() -> str:
    """How many programs want a processor, where the system tells."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _cells(row: Row) -> tuple[str, ...]:
    kept = "yes" if row.is_kept else "**no**"
    figures = (row.unit(row.measured), row.unit(row.bound))
    return (row.work, row.size, *figures, row.bound_name, f"{row.ratio:.2f}", str(row.limit), kept)


def _machine() -> str:
    return (
        f"Measured on {datetime.now(UTC):%-d %B %Y}: {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors, Python {platform.python_version()}."
    )
