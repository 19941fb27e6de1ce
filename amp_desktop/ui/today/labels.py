"""What the page of the day says about the program and about the time."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from amp_desktop.domain.program import Phase, Program
from amp_desktop.ui.program.heading import program_heading
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate

SPEAKS_UP_DAYS = 10
"""The program's first reminder of an evaluation goes out so many days before its window opens."""


@dataclass(frozen=True)
class ProgramWords:
    """What is said about the program.

    Attributes:
        week: One quiet line about the week and what comes next; may be empty.
        notice: A sentence about an evaluation that is open or opens soon; mostly empty.
    """

    week: str
    notice: str


def program_words(program: Program, day: date) -> ProgramWords:
    """The program on that day. An evaluation is the one thing that may be spoken up about."""
    said = [program_heading(program, day)]
    notice = _notice(program, day)
    coming = program.next_after(day)
    if coming is not None and not (_is_evaluation(coming) and notice):
        said.append(
            translate("Today", "{phase} begins on {day}").format(
                phase=coming.name, day=long_day(coming.starts)
            )
        )
    return ProgramWords(" · ".join(filter(None, said)), notice)


def day_title(day: date) -> str:
    """What the page is called: "Friday 11 September"; today needs no year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Today", "dddd d MMMM"))


def _notice(program: Program, day: date) -> str:
    windows = [phase for phase in program.phases if _is_evaluation(phase) and day <= phase.ends]
    window = min(windows, key=_starts, default=None)
    if window is None or (window.starts - day).days > SPEAKS_UP_DAYS:
        return ""
    if window.holds(day):
        if window.ends == day:
            return translate("Today", "{phase}: today is the last day of its window.").format(
                phase=window.name
            )
        return translate("Today", "{phase} is open until {day}.").format(
            phase=window.name, day=long_day(window.ends)
        )
    days = (window.starts - day).days
    if days == 1:
        return translate("Today", "{phase} opens tomorrow.").format(phase=window.name)
    return translate("Today", "{phase} opens in %n days, on {day}.", "", days).format(
        phase=window.name, day=long_day(window.starts)
    )


def _is_evaluation(phase: Phase) -> bool:
    return "evaluation" in phase.name.casefold()


def _starts(phase: Phase) -> date:
    return phase.starts
