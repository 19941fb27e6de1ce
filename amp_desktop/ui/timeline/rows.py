"""The rows of the timeline, fetched some weeks at a time, the newest first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, auto
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.clock import days_after
from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.program import Phase, Program
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.plain_line import plain_beginning
from amp_desktop.ui.program.words import days_between, program_in_brief
from amp_desktop.ui.style.dates import brief_day, long_day

translate = QCoreApplication.translate

DAYS_A_PAGE = 28
LEAST_ROWS = 40
"""So many rows are read at once at least, where there are so many: they fill a window."""
_LONGEST = 240
"""So many characters of a text are shown; the entry has all of it."""

TOLD = (
    *(What.REACHED, What.ACHIEVED, What.LET_GO, What.RESOLVED),
    *(What.FEEDBACK, What.STEP_DONE, What.ACTION_DONE),
)
"""What the timeline tells."""


class RowKind(IntEnum):
    """What a row is."""

    TERM = auto()
    WEEK = auto()
    FACT = auto()


@dataclass(frozen=True)
class TimelineRow:
    """A row of the timeline.

    Attributes:
        kind: A heading for a program, a week of it, or something that happened.
        words: What it says.
        detail: What it says besides, more quietly.
        day: The day in few words; empty for a heading.
        spoken: All of it for a screen reader.
        what: What happened; None for a heading.
        entry: Where it leads; None for a heading.
        in_window: It falls into an evaluation.
    """

    kind: RowKind
    words: str
    detail: str = ""
    day: str = ""
    spoken: str = ""
    what: What | None = None
    entry: UUID | None = None
    in_window: bool = False


@dataclass(frozen=True)
class _Week:
    """A week of a program, or from Monday on of none."""

    since: date
    until: date
    number: int | None
    program: Program


class TimelineSource:
    """Reads the journal page by page, from the newest week to the oldest."""

    def __init__(self, journal: Journal, today: date) -> None:
        self._journal = journal
        self._today = today
        self._program = journal.program
        self._term: Program | None = None
        self._began = False
        first = journal.insights.first_day()
        starts = [one.starts for one in (self._program, *self._program.earlier) if one.starts is not None]
        self._first = min([today, *filter(None, [first]), *(day for day in starts if day <= today)])
        self._until: date | None = None
        self.is_done = False

    def more(self) -> tuple[TimelineRow, ...]:
        """The rows of the next weeks; nothing when all were told.

        Raises:
            JournalError: The journal cannot be read.
        """
        rows: list[TimelineRow] = []
        while not self.is_done and len(rows) < LEAST_ROWS:
            rows += self._page()
        return tuple(rows)

    def _page(self) -> Iterator[TimelineRow]:
        last = self._until or self._today
        since = self._week(days_after(last, 1 - DAYS_A_PAGE)).since
        is_last = since <= self._first or since == date.min
        happened = self._journal.happened(None if is_last else since, self._until)
        told = [one for one in happened if one.what in TOLD]
        weeks: defaultdict[date, list[Happening]] = defaultdict(list)
        for one in told:
            weeks[self._week(one.day).since].append(one)
        newest = max([last, *(one.day for one in told)])
        oldest = min([max(since, self._first), *(one.day for one in told)])
        for week in self._weeks(newest, oldest):
            yield from self._rows_of(week, weeks.get(week.since, []))
        self._until, self.is_done = days_after(since, -1), is_last

    def _weeks(self, newest: date, oldest: date) -> Iterator[_Week]:
        week = self._week(newest)
        while True:
            yield week
            if week.since <= oldest or week.since == date.min:
                return
            week = self._week(days_after(week.since, -1))

    def _week(self, day: date) -> _Week:
        program = self._program.of(day)
        number = program.week_of(day)
        if number is not None and program.starts is not None:
            since = days_after(program.starts, 7 * (number - 1))
        else:
            since = days_after(day, -day.weekday())
            ends = max((one.ends for one in self._programs() if one.ends and one.ends < day), default=None)
            if ends is not None and since <= ends:
                since = self._day_after_weeks(ends, since)
        return _Week(since, days_after(since, 6), number, program)

    def _day_after_weeks(self, ends: date, since: date) -> date:
        """A week that begins within a program whose last week is over begins on the day after."""
        day = days_after(ends, 1)
        while self._program.of(day).week_of(day) is not None:
            day = days_after(day, 1)
        return max(day, since)

    def _programs(self) -> Sequence[Program]:
        return (self._program, *self._program.earlier)

    def _rows_of(self, week: _Week, happened: Sequence[Happening]) -> Iterator[TimelineRow]:
        if week.number is None and not happened:
            return
        yield from self._term_heading(week)
        yield _week_row(week, self._today)
        for one in sorted(happened, key=lambda one: (one.day, -TOLD.index(one.what)), reverse=True):
            yield self._fact_row(one, week)

    def _term_heading(self, week: _Week) -> Iterator[TimelineRow]:
        term = week.program if week.number is not None else None
        if self._began and term is self._term:
            return
        if term is not None:
            words = " · ".join(filter(None, (term.project, program_in_brief(term))))
        elif any(one.starts is not None and one.starts <= week.since for one in self._programs()):
            words = translate("Timeline", "After the program")
        else:
            words = translate("Timeline", "Before the program") if self._began else ""
        self._began, self._term = True, term
        if words:
            yield TimelineRow(RowKind.TERM, words, spoken=words)

    def _fact_row(self, one: Happening, week: _Week) -> TimelineRow:
        words, detail = _words_of(one)
        said = filter(None, (long_day(one.day), what_words(one.what), words, detail))
        window = any(phase.is_evaluation and phase.holds(one.day) for phase in week.program.phases)
        return TimelineRow(
            RowKind.FACT,
            words,
            detail=" · ".join(filter(None, (what_words(one.what), detail))),
            day=brief_day(one.day, self._today),
            spoken=". ".join(said),
            what=one.what,
            entry=one.entry,
            in_window=window,
        )


def what_words(what: What) -> str:
    """What happened, in a word or two."""
    return {
        What.REACHED: translate("Timeline", "Milestone"),
        What.ACHIEVED: translate("Timeline", "Goal achieved"),
        What.LET_GO: translate("Timeline", "Goal let go"),
        What.RESOLVED: translate("Timeline", "Challenge resolved"),
        What.FEEDBACK: translate("Timeline", "Feedback"),
        What.STEP_DONE: translate("Timeline", "Step"),
        What.ACTION_DONE: translate("Timeline", "Agreement kept"),
    }[what]


def _week_row(week: _Week, today: date) -> TimelineRow:
    days = days_between(week.since, week.until)
    words = days
    if week.number is not None:
        words = translate("Timeline", "Week {week}").format(week=week.number)
    begun = [_phase_words(one, today) for one in week.program.phases if _begins(one, week)]
    detail = " · ".join([*([days] if week.number is not None else []), *begun])
    window = any(
        one.is_evaluation and one.starts <= week.until and week.since <= one.ends
        for one in week.program.phases
    )
    return TimelineRow(RowKind.WEEK, words, detail, spoken=f"{words}, {detail}", in_window=window)


def _begins(phase: Phase, week: _Week) -> bool:
    return week.number is not None and week.since <= phase.starts <= week.until


def _phase_words(phase: Phase, today: date) -> str:
    return translate("Timeline", "{phase} from {day}").format(
        phase=phase.name, day=brief_day(phase.starts, today)
    )


def _words_of(one: Happening) -> tuple[str, str]:
    """What happened in its own words, and what it belongs to or what came of it."""
    text, title = plain_beginning(one.text, _LONGEST), plain_beginning(one.title, _LONGEST)
    if one.what in (What.STEP_DONE, What.ACTION_DONE, What.FEEDBACK):
        return text or title, title if text else ""
    return title or text, text if title else ""
