"""How times, measures and facts are called on the page of insights."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.kinds.goal import Area
from amp_desktop.domain.over_time import Slot
from amp_desktop.domain.program import Program
from amp_desktop.ui.kinds.goal.labels import area_words
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.program.words import days_between
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.scale import energy_words, mood_words, stress_words

translate = QCoreApplication.translate

_MOST_TOLD = 3
"""So many facts of one point are told by their words; the others are counted."""


def slot_words(slot: Slot, program: Program) -> str:
    """A day, a week or a month in words, with the program's week where it is one."""
    if slot.days > 7:
        return _said(slot.since, translate("Insights", "MMMM yyyy"))
    words = long_day(slot.since) if slot.days == 1 else days_between(slot.since, slot.until)
    week = program.of(slot.since).week_of(slot.since)
    if week is None:
        return words
    return translate("Insights", "{days} (week {week})").format(days=words, week=week)


def tick_words(slot: Slot, before: Slot | None, program: Program) -> str:
    """What stands over a slot where something new begins: a week, a month, a year; mostly nothing."""
    since = slot.since
    if slot.days == 1:
        own = program.of(since)
        week = own.week_of(since)
        if week is not None and own.starts is not None and (since - own.starts).days % 7 == 0:
            return translate("Insights", "Week {week}").format(week=week)
        return _said(since, translate("Insights", "d MMM")) if week is None and since.weekday() == 0 else ""
    if slot.days <= 7:
        if before is not None and before.since.month == since.month:
            return ""
        in_january = since.month == 1
        return _said(since, translate("Insights", "MMM yyyy") if in_january else translate("Insights", "MMM"))
    return str(since.year) if before is None or since.month == 1 else ""


def measure_name(name: str) -> str:
    """What a measure is called; one that is not known here by its own name."""
    known = {
        "mood": translate("Insights", "Mood"),
        "energy": translate("Insights", "Energy"),
        "stress": translate("Insights", "Stress"),
    }
    return known.get(name, name)


def level_words(name: str) -> Sequence[str]:
    """What the five values of a measure are called, the lowest first."""
    known = {"mood": mood_words, "energy": energy_words, "stress": stress_words}
    return known[name]() if name in known else tuple(map(str, range(1, 6)))


def values_words(name: str, values: Sequence[int], *, counted: bool = True) -> str:
    """The values of one slot: "good", "low to good, 3 check-ins"; a mean would say more than is known."""
    levels = level_words(name)
    low, high = min(values), max(values)
    said = levels[low - 1]
    if low != high:
        said = translate("Insights", "{low} to {high}").format(low=said, high=levels[high - 1])
    if len(values) == 1 or not counted:
        return said
    return translate("Insights", "{said}, %n check-ins", None, len(values)).format(said=said)


def check_ins_words(number: int) -> str:
    """How many check-ins there were."""
    if number == 1:
        return translate("Insights", "One check-in")
    return translate("Insights", "%n check-ins", None, number)


def area_name(area: str) -> str:
    """What an area is called; one that a newer version knows by its own name."""
    return area_words(Area(area)) if area in tuple(Area) else area


def what_name(what: What) -> str:
    """What a row of facts is called."""
    return {
        What.STEP_DONE: translate("Insights", "Steps done"),
        What.ACHIEVED: translate("Insights", "Achieved"),
        What.LET_GO: translate("Insights", "Let go"),
        What.MOVED: translate("Insights", "Days moved"),
        What.ASKED: translate("Insights", "Asked for help"),
        What.ANSWERED: translate("Insights", "Answers"),
        What.RESOLVED: translate("Insights", "Resolved"),
        What.REACHED: translate("Insights", "Milestones"),
        What.WORKED: translate("Insights", "Work"),
        What.AGREED: translate("Insights", "Agreed"),
        What.ACTION_DONE: translate("Insights", "Agreements done"),
        What.FEEDBACK: translate("Insights", "Feedback"),
    }[what]


def told(happened: Sequence[Happening]) -> str:
    """What happened, in its own words, as one line."""
    said = [_words_of(one) for one in happened[:_MOST_TOLD]]
    rest = len(happened) - len(said)
    if rest:
        said.append(translate("Insights", "and %n more", None, rest))
    return "; ".join(said)


def _words_of(one: Happening) -> str:
    """A step by its own words, all else by the entry's title."""
    by_text = one.what in (What.STEP_DONE, What.AGREED, What.ACTION_DONE, What.WORKED) or not one.title
    return plain_line(" ".join((one.text if by_text and one.text else one.title or one.text).split()))[0][
        :120
    ]


def _said(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
