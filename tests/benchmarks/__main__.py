"""Measure, print the table, write `docs/performance.md`: `python -m tests.benchmarks [--quick] [GROUP…]`."""

import argparse
import sys
from pathlib import Path

from tests.benchmarks.groups import GROUPS, measure
from tests.benchmarks.harness import Effort
from tests.benchmarks.report import as_markdown, as_text, load_now

SIZES = (1_000, 10_000, 100_000)
PATIENCE = 60.0
"""Seconds that each group waits for a calm machine."""
PAGE = Path(__file__).parent.parent.parent / "docs" / "performance.md"


def main() -> None:
    """Measure what is asked for. A missed limit is said in the table and is no error."""
    options = _options()
    effort = Effort(
        sizes=(options.entries,) if options.entries else SIZES[:2] if options.quick else SIZES,
        series=2 if options.quick else 3,
        scale=0.5 if options.quick else 1.0,
        cache=options.cache or _usual_cache(),
        patience=5.0 if options.quick else PATIENCE,
    )
    before = load_now()
    rows = list(measure(options.groups or GROUPS, effort))
    sys.stdout.write(as_text(rows) + "\n")
    if not (options.quick or options.groups or options.entries):
        load = f"Other work on the machine: a load of {before} before and, with this, {load_now()} after."
        PAGE.write_text(as_markdown(rows, load=load), encoding="utf-8")


def _usual_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("amp-journal-benchmarks", appauthor=False)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--quick", action="store_true", help="smaller journals, fewer rounds; writes no page")
    parser.add_argument("--entries", type=int, help="one journal of so many; writes no page")
    parser.add_argument("--cache", type=Path, help="where the journals stay between runs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
