"""What the side bar says about the program: its week, and what comes next."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.program import Phase, Program
from amp_desktop.ui.style.dates import brief_day

COUNTED_DAYS = 60
"""What is further off is named by its date: nobody counts 205 days."""


def program_heading(program: Program, day: date) -> str:
    """Say which week it is of how many; nothing outside the program."""
    program = program.of(day)
    week = program.week_of(day)
    if week is None:
        return ""
    return QCoreApplication.translate("Program", "Week {week} of {weeks}").format(
        week=week, weeks=program.weeks
    )


def program_lines(program: Program, day: date) -> list[tuple[str, str]]:
    """What is open now and what begins next, each an icon's name and a short line.

    A phase as long as half the program is where one is all the time, and not worth a line. Of an evaluation
    that was handed in no days are left to be counted.
    """
    now = [
        phase for phase in program.phases_on(day) if (phase.ends - phase.starts).days * 2 < 7 * program.weeks
    ]
    lines = [_open_now(phase, day) for phase in now]
    coming = program.next_after(day)
    if coming is not None:
        lines.append(("calendar", _opens(coming, day)))
    return lines


def _open_now(phase: Phase, day: date) -> tuple[str, str]:
    record = phase.evaluation
    if record.result is not None or (record.handed_in is not None and record.handed_in <= day):
        words = QCoreApplication.translate("Program", "{phase}: handed in").format(phase=phase.name)
        return "circle-check", words
    return "flag", _closes(phase, day)


def _closes(phase: Phase, day: date) -> str:
    days = (phase.ends - day).days
    if days == 0:
        words = QCoreApplication.translate("Program", "{phase}: last day")
    elif days == 1:
        words = QCoreApplication.translate("Program", "{phase}: one day left")
    else:
        words = QCoreApplication.translate("Program", "{phase}: %n days left", None, days)
    return words.format(phase=phase.name)


def _opens(phase: Phase, day: date) -> str:
    days = (phase.starts - day).days
    if days == 1:
        words = QCoreApplication.translate("Program", "{phase} tomorrow")
    elif days <= COUNTED_DAYS:
        words = QCoreApplication.translate("Program", "{phase} in %n days", None, days)
    else:
        words = QCoreApplication.translate("Program", "{phase}, {day}")
    return words.format(phase=phase.name, day=brief_day(phase.starts, day))
