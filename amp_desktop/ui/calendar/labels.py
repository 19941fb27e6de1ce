"""What the calendar says."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from amp_desktop.domain.program import Phase
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def month_words(day: date) -> str:
    """A month with its year: "July 2026"."""
    return QLocale().toString(QDate(day.year, day.month, 1), translate("Calendar", "MMMM yyyy"))


def count_words(count: int) -> str:
    """How many entries there are."""
    if count == 0:
        return translate("Calendar", "no entry")
    return (
        translate("Calendar", "one entry") if count == 1 else translate("Calendar", "%n entries", None, count)
    )


def day_words(day: date, count: int, phases: Iterable[Phase], *, is_today: bool) -> str:
    """A day as a screen reader and a tool tip tell it."""
    today = [translate("Calendar", "today")] if is_today else []
    return ", ".join([long_day(day), *today, count_words(count), *(phase.name for phase in phases)])


def window_words(phases: Iterable[Phase]) -> str:
    """The short phases of the program that are marked, a line each."""
    return "\n".join(f"{phase.name}: {_span(phase)}" for phase in phases)


def _span(phase: Phase) -> str:
    form = translate("Calendar", "d MMM")
    first, last = (QDate(day.year, day.month, day.day) for day in (phase.starts, phase.ends))
    return f"{QLocale().toString(first, form)} – {QLocale().toString(last, form)}"
