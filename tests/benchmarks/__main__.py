"""Measure, print the table, write `docs/performance.md`: `python -m tests.benchmarks [--quick] [GROUP…]`."""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

from tests.benchmarks.harness import Effort, Row
from tests.benchmarks.report import as_markdown, as_text, load_now

GROUPS = ("starting", "opening", "searching", "finding", "saving", "memory", "typing_keys", "printing")
SIZES = (1_000, 10_000, 100_000)
BUSY = 25.0
"""Per cent of the processors that others may use while something is measured."""
PATIENCE = 60.0
"""Seconds that a group waits for them."""
PAGE = Path(__file__).parent.parent.parent / "docs" / "performance.md"


def main() -> None:
    """Measure what is asked for. A missed limit is said in the table and is no error."""
    options = _options()
    effort = Effort(
        sizes=SIZES[:2] if options.quick else SIZES,
        series=2 if options.quick else 3,
        scale=0.5 if options.quick else 1.0,
        cache=options.cache or _usual_cache(),
        patience=5.0 if options.quick else PATIENCE,
    )
    before = load_now()
    rows = measure(options.groups or GROUPS, effort)
    sys.stdout.write(as_text(rows) + "\n")
    if not (options.quick or options.groups):
        load = f"Other work on the machine: a load of {before} before and, with this, {load_now()} after."
        PAGE.write_text(as_markdown(rows, load=load), encoding="utf-8")


def measure(groups: Sequence[str], effort: Effort) -> list[Row]:
    """The lines of these groups, each measured in its own process: none finds what another has warmed."""
    rows: list[Row] = []
    for group in groups:
        sys.stderr.write(f"measuring: {group}\n")
        _wait_for_calm(effort.patience)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            rows += pool.submit(rows_of, group, effort).result()
    return rows


def rows_of(group: str, effort: Effort) -> list[Row]:
    """The lines of one group, measured here and now."""
    return list(import_module(f"tests.benchmarks.{group}").rows(effort))


def _wait_for_calm(patience: float) -> None:
    """Wait, but not for ever, until others leave the processors alone."""
    import psutil  # type: ignore[import-untyped]

    end = monotonic() + patience
    while monotonic() < end and psutil.cpu_percent(interval=1) > BUSY:
        pass


def _usual_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("amp-journal-benchmarks", appauthor=False)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--quick", action="store_true", help="smaller journals, fewer rounds; writes no page")
    parser.add_argument("--cache", type=Path, help="where the journals stay between runs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
