"""Every thing that happened stands in the timeline once, in the order of days, whatever the program."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, cast
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.program import Program, Shape, default_program
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.ui.timeline.rows import RowKind, TimelineRow, TimelineSource

if TYPE_CHECKING:
    from amp_desktop.journal import Journal

TODAY = date(2026, 10, 20)


@dataclass
class _Days:
    """Reads as a journal does that holds nothing but these."""

    program: Program
    facts: Sequence[Happening]
    insights: "_Days" = field(init=False)

    def __post_init__(self) -> None:
        self.insights = self

    def first_day(self) -> date | None:
        return None

    def happened(self, since: date | None, until: date | None) -> tuple[Happening, ...]:
        return tuple(
            one
            for one in sorted(self.facts, key=lambda one: one.day)
            if (since is None or since <= one.day) and (until is None or one.day <= until)
        )


def _rows(program: Program, facts: Sequence[Happening]) -> list[TimelineRow]:
    source = TimelineSource(cast("Journal", _Days(program, facts)), TODAY)
    rows: list[TimelineRow] = []
    while more := source.more():
        rows += more
    assert source.is_done
    return rows


def _fact(day: date, what: What = What.REACHED, title: str = "M", text: str = "") -> Happening:
    return Happening(
        day=day, what=what, entry=UUID(int=day.toordinal()), kind="milestone", title=title, text=text
    )


_PROGRAMS = st.one_of(
    st.just(Program()),
    st.dates(date(2024, 1, 1), date(2027, 1, 1)).map(lambda day: shaped(Shape.LFX, day)),
    st.dates(date(2025, 1, 1), date(2026, 6, 1)).map(
        lambda day: Program(
            phases=shaped(Shape.AMP, day).phases, earlier=(shaped(Shape.LFX, day - timedelta(days=300)),)
        )
    ),
)


@settings(max_examples=60)
@given(_PROGRAMS, st.lists(st.dates(date(2022, 1, 1), date(2026, 12, 31)), max_size=30))
@example(
    default_program(2026), [date(2026, 10, 18), date(2026, 10, 19), date(2026, 6, 14), date(2026, 6, 15)]
)
@example(shaped(Shape.LFX, date(2026, 7, 1)), [date(2026, 6, 29), date(2026, 9, 23), date(2026, 9, 24)])
def test_each_fact_stands_once_and_days_run_back(program: Program, days: list[date]) -> None:
    rows = _rows(program, [_fact(day) for day in days])

    told = [date.fromordinal(row.entry.int) for row in rows if row.entry is not None]
    assert sorted(told) == sorted(days)
    assert all(one >= other for one, other in pairwise(told))
    weeks = [row.detail or row.words for row in rows if row.kind is RowKind.WEEK]
    assert len(weeks) == len(set(weeks)), "no week is told twice"
    assert not [row for row, after in pairwise(rows) if row.kind is after.kind is RowKind.TERM]


def test_the_program_is_headed_by_its_name_and_what_came_after_by_that() -> None:
    program = default_program(2026, project="CLI")
    rows = _rows(program, [_fact(date(2026, 10, 20)), _fact(date(2026, 6, 1))])

    assert [row.words for row in rows if row.kind is RowKind.TERM] == [
        "After the program",
        "CLI · AMP cohort, 15 June – 17 October 2026",
        "Before the program",
    ]
    weeks = [row.words for row in rows if row.kind is RowKind.WEEK]
    assert weeks[0] == "19 – 25 October 2026"
    assert weeks[1:-1] == [f"Week {number}" for number in range(18, 0, -1)]


def test_a_row_says_what_it_is_in_words_and_where_it_leads() -> None:
    step = _fact(date(2026, 8, 13), What.STEP_DONE, "Release", "Write **the** list")
    (row,) = [row for row in _rows(default_program(2026), [step]) if row.kind is RowKind.FACT]

    assert (row.words, row.detail, row.day) == ("Write the list", "Step · Release", "13 Aug")
    assert row.spoken == "Thursday 13 August 2026. Step. Write the list. Release"
    assert row.in_window
    assert row.entry == step.entry


def test_what_is_not_told_here_is_left_out() -> None:
    assert not [
        row
        for row in _rows(Program(), [_fact(TODAY, what) for what in (What.WORKED, What.MOVED, What.AGREED)])
        if row.kind is RowKind.FACT
    ]
