"""The mentor-meeting PDF of a whole cohort, made as the Share page makes it, but for the process's first."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from amp_desktop.journal import Journal
from amp_desktop.journal.sample import make_sample
from amp_desktop.places import resource
from tests.benchmarks.harness import Effort, Limit, Row, in_milliseconds, seconds

if TYPE_CHECKING:
    import typst

T = TypeVar("T")

BOUND_NAME = "the same lines, set by typst as they are"
_LINES_ALONE = b"#for line in json(bytes(sys.inputs.lines)) [#line #parbreak()]"


def rows(effort: Effort) -> Iterator[Row]:
    """One line: the sample is one cohort, whatever the size of the journals."""
    with TemporaryDirectory() as home, make_sample(Path(home) / "sample") as journal:
        offer, parts = journal.sharing.offer(), cycle(_parts(journal))
        pair = effort.compare(
            lambda: _seconds_of(lambda ticked: _pdf(journal, ticked), next(parts)),
            lambda: _seconds_of(_lines_alone, _lines(journal, next(parts))),
            6,
        )
    yield Row(
        "mentor-meeting PDF of 18 weeks, but for the process's first",
        f"{len(offer.preticked)} entries shared",
        pair.measured,
        pair.bound,
        BOUND_NAME,
        Limit(at_most=1),
        in_milliseconds,
    )


def _parts(journal: Journal) -> list[frozenset[UUID]]:
    """All that is ticked but for one entry, another one each time: typst remembers what it has set before."""
    ticked = journal.sharing.offer().preticked
    return [ticked - {entry} for entry in sorted(ticked)]


def _pdf(journal: Journal, ticked: frozenset[UUID]) -> bytes:
    sharing = journal.sharing
    return sharing.render(sharing.disclose(sharing.offer(), ticked), "pdf")


def _lines(journal: Journal, ticked: frozenset[UUID]) -> list[str]:
    sharing = journal.sharing
    text = sharing.render(sharing.disclose(sharing.offer(), ticked), "txt").decode()
    return [line for line in text.splitlines() if line.strip()]


def _lines_alone(lines: list[str]) -> object:
    import typst

    return typst.compile(_LINES_ALONE, font_paths=_fonts(), sys_inputs={"lines": json.dumps(lines)})


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(font_paths=[str(resource("fonts"))])


def _seconds_of(work: Callable[[T], object], what: T) -> float:
    return seconds(lambda: work(what))
