"""What the page of the day says about the program and about the time."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from amp_desktop.domain.evaluations import spoken_of
from amp_desktop.domain.program import Program
from amp_desktop.ui.program.evaluation_words import window_words
from amp_desktop.ui.program.heading import program_heading
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


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
    window = spoken_of(program, day)
    coming = program.next_after(day)
    if coming is not None and not (coming.is_evaluation and window):
        said.append(
            translate("Today", "{phase} begins on {day}").format(
                phase=coming.name, day=long_day(coming.starts)
            )
        )
    notice = window_words(window, day) if window is not None else ""
    return ProgramWords(" · ".join(filter(None, said)), notice)


def day_title(day: date) -> str:
    """What the page is called: "Friday 11 September"; today needs no year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Today", "dddd d MMMM"))
