"""Makes the chart out of what the journal says of some time. It decides no widget and gives no advice."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from amp_desktop.domain.clock import days_after
from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.over_time import Insights, OpenOverTime
from amp_desktop.domain.program import Phase, Program
from amp_desktop.ui.insights.chart import (
    Chart,
    ChartBand,
    ChartLine,
    ChartMark,
    ChartPanel,
    ChartPoint,
    ChartRow,
    ChartTick,
)
from amp_desktop.ui.insights.labels import (
    area_name,
    check_ins_words,
    level_words,
    measure_name,
    slot_words,
    tick_words,
    told,
    values_words,
    what_name,
)
from amp_desktop.ui.kinds.note import work_words
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import day_in_words

translate = QCoreApplication.translate

_LINES = (ChartLine.SOLID, ChartLine.DASHED, ChartLine.DOTTED)
_ENDS_WELL = frozenset({What.ACHIEVED, What.RESOLVED})
_FOUR_WEEKS = 28


class InsightsSpan(StrEnum):
    """Which time is looked at."""

    PROGRAM = "program"
    FOUR_WEEKS = "four-weeks"
    ALL = "all"


class InsightsPresenter:
    """Asks the journal, and puts its answers into words."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def spans(self) -> tuple[InsightsSpan, ...]:
        """The times that can be chosen; without days, a program is none of them."""
        known = self._session.journal.program.of(self._session.today()).starts is not None
        return (
            (InsightsSpan.PROGRAM, InsightsSpan.FOUR_WEEKS, InsightsSpan.ALL)
            if known
            else (InsightsSpan.FOUR_WEEKS, InsightsSpan.ALL)
        )

    def chart(self, span: InsightsSpan) -> Chart:
        """What is to be seen of that time.

        Raises:
            JournalError: The journal cannot be read.
        """
        journal, today = self._session.journal, self._session.today()
        program = journal.program
        since, until = self._days(span, program.of(today), today)
        own = program.of(today).starts
        week_begins = own.weekday() if own is not None else QLocale().firstDayOfWeek().value - 1
        seen = journal.insights.of(since, until, today, week_begins)
        if seen.is_empty:
            return Chart()
        return Chart(
            slots=seen.slots,
            slot_words=tuple(slot_words(slot, program) for slot in seen.slots),
            ticks=tuple(_ticks(seen, program)),
            bands=tuple(_bands(seen, program)),
            panels=tuple(panel for panel in _panels(seen, today) if panel.rows),
        )

    def _days(self, span: InsightsSpan, program: Program, today: date) -> tuple[date, date]:
        if span is InsightsSpan.PROGRAM and program.starts is not None and program.ends is not None:
            return program.starts, program.ends
        if span is InsightsSpan.FOUR_WEEKS:
            return days_after(today, 1 - _FOUR_WEEKS), today
        first = self._session.journal.insights.first_day()
        return min(first or today, today), today


def _ticks(seen: Insights, program: Program) -> Iterator[ChartTick]:
    for at, slot in enumerate(seen.slots):
        words = tick_words(slot, seen.slots[at - 1] if at else None, program)
        if words:
            yield ChartTick(at, words)


def _bands(seen: Insights, program: Program) -> Iterator[ChartBand]:
    """The phases of the program, and of those before it, that fall into the time."""
    phases = [phase for one in (program, *program.earlier) for phase in one.phases]
    for phase in sorted(phases, key=lambda one: one.starts):
        inside = [at for at, slot in enumerate(seen.slots) if _overlap(phase, slot.since, slot.until)]
        if inside:
            yield ChartBand(phase.name, inside[0], inside[-1], phase.is_evaluation)


def _overlap(phase: Phase, since: date, until: date) -> bool:
    return phase.starts <= until and since <= phase.ends


def _panels(seen: Insights, today: date) -> Iterator[ChartPanel]:
    yield _measures(seen)
    for one in seen.open:
        yield _open(seen, one, today)
    yield _works(seen)
    yield _said_and_reached(seen)
    yield _areas(seen)


def _measures(seen: Insights) -> ChartPanel:
    rows, said = [], []
    for (name, values), line in zip(seen.measures.items(), _LINES, strict=False):
        levels = level_words(name)
        points = tuple(
            ChartPoint(min(given), max(given), values_words(name, given), _values_cell(given))
            if given
            else None
            for given in values
        )
        rows.append(ChartRow(measure_name(name), line, points, 1, 5, (levels[0], levels[-1])))
        every = [value for given in values for value in given]
        said.append(f"{measure_name(name)}: {values_words(name, (min(every), max(every)), counted=False)}")
    number = max((sum(map(len, values)) for values in seen.measures.values()), default=0)
    sentence = ". ".join((check_ins_words(number), *said)) + "."
    return ChartPanel(translate("Insights", "How I was"), sentence if rows else "", tuple(rows))


def _values_cell(given: Sequence[int]) -> str:
    low, high = min(given), max(given)
    return str(low) if low == high else f"{low}–{high}"


def _open(seen: Insights, one: OpenOverTime, today: date) -> ChartPanel:
    view = kind_view(one.kind)
    mine = [tuple(fact for fact in facts if fact.kind == one.kind) for facts in seen.happened]
    if not any(one.counts) and not any(mine):
        return ChartPanel("", "", ())
    most = max(max(filter(None, one.counts), default=0), 1)
    points = tuple(
        _count_point(number, facts) if number is not None else None
        for number, facts in zip(one.counts, mine, strict=True)
    )
    heading = translate("Insights", "{kind}: open").format(kind=view.plural())
    rows = [ChartRow(translate("Insights", "Open"), ChartLine.BARS, points, 0, most + 1, heading=heading)]
    for what in What:
        of_what = [tuple(fact for fact in facts if fact.what is what) for facts in mine]
        if any(of_what) and what not in (*_ENDS_WELL, What.LET_GO, What.MOVED):
            rows.append(ChartRow(what_name(what), ChartLine.DOTS, tuple(map(_fact_point, of_what))))
    return ChartPanel(view.plural(), _open_sentence(one, mine, seen, today), tuple(rows))


def _count_point(number: int, facts: Sequence[Happening]) -> ChartPoint:
    said = [translate("Insights", "%n open", None, number)]
    well = [fact for fact in facts if fact.what in _ENDS_WELL]
    let_go = [fact for fact in facts if fact.what is What.LET_GO]
    said += [f"{what_name(ended[0].what)}: {told(ended)}" for ended in (well, let_go) if ended]
    mark = ChartMark.REACHED if well else ChartMark.LET_GO if let_go else ChartMark.NONE
    ended = [*well, *let_go]
    return ChartPoint(
        number, number, ". ".join(said), str(number), mark, ended[0].entry if len(ended) == 1 else None
    )


def _open_sentence(
    one: OpenOverTime, mine: Sequence[Sequence[Happening]], seen: Insights, today: date
) -> str:
    """How many are open at the end of the time, and what became of others within it."""
    last = max((at for at, number in enumerate(one.counts) if number is not None), default=None)
    said = []
    if last is not None:
        day = day_in_words(min(seen.slots[last].until, today), today)
        number = one.counts[last] or 0
        said.append(translate("Insights", "On {day}, %n open", None, number).format(day=day))
    for what in (What.ACHIEVED, What.RESOLVED, What.LET_GO):
        count = sum(fact.what is what for facts in mine for fact in facts)
        if count:
            said.append(f"{what_name(what)}: {count}")
    return ". ".join(said) + "." if said else ""


def _works(seen: Insights) -> ChartPanel:
    rows = tuple(
        ChartRow(work_words(work), ChartLine.DOTS, tuple(map(_work_point, days)))
        for work, days in seen.works.items()
    )
    sentence = translate("Insights", "Work that leaves no commit, on the days you noted it.")
    return ChartPanel(translate("Insights", "Work without a commit"), sentence, rows)


def _work_point(days: Sequence[date]) -> ChartPoint | None:
    if not days:
        return None
    said = (
        translate("Insights", "on %n days", None, len(days))
        if len(days) > 1
        else translate("Insights", "noted")
    )
    return ChartPoint(1, 1, said, said)


def _said_and_reached(seen: Insights) -> ChartPanel:
    rows = tuple(_rows_of(seen, (What.REACHED, What.FEEDBACK, What.AGREED), what_name))
    return ChartPanel(translate("Insights", "Reached, said, agreed"), "", rows)


def _rows_of(seen: Insights, whats: Sequence[What], name: Callable[[What], str]) -> Iterator[ChartRow]:
    for what in whats:
        points = tuple(_fact_point([fact for fact in facts if fact.what is what]) for facts in seen.happened)
        if any(points):
            yield ChartRow(name(what), ChartLine.DOTS, points)


def _areas(seen: Insights) -> ChartPanel:
    rows = tuple(
        ChartRow(area_name(area), ChartLine.DOTS, tuple(map(_fact_point, facts)))
        for area, facts in seen.areas.items()
    )
    sentence = translate(
        "Insights", "Steps done, goals and work of each area. A diamond marks a goal reached."
    )
    return ChartPanel(translate("Insights", "What was done, by area"), sentence, rows)


def _fact_point(facts: Sequence[Happening]) -> ChartPoint | None:
    if not facts:
        return None
    mark = (
        ChartMark.REACHED
        if any(fact.what in (*_ENDS_WELL, What.REACHED) for fact in facts)
        else ChartMark.NONE
    )
    if mark is ChartMark.NONE and any(fact.what is What.LET_GO for fact in facts):
        mark = ChartMark.LET_GO
    entries = {fact.entry for fact in facts}
    return ChartPoint(1, 1, told(facts), str(len(facts)), mark, entries.pop() if len(entries) == 1 else None)
