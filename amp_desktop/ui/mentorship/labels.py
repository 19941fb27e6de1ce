"""What the page of the program says about days."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.program import Program
from amp_desktop.domain.program_details import Rest
from amp_desktop.ui.program.heading import program_heading
from amp_desktop.ui.program.words import days_between
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def where_title(program: Program, today: date) -> str:
    """The week, or that the program is still to come, or over."""
    now = program.of(today)
    if heading := program_heading(now, today):
        return heading
    if program.starts is None or program.ends is None:
        return ""
    if today < program.starts:
        days = (program.starts - today).days
        return translate("Program", "It begins in %n days, on {day}.", "", days).format(
            day=long_day(program.starts)
        )
    return translate("Program", "It ended on {day}.").format(day=long_day(program.ends))


def where_lines(program: Program, today: date) -> list[str]:
    """The phases of the day, and what comes next, each a line."""
    now = program.of(today)
    lines = [
        translate("Program", "{phase}, until {day}").format(phase=phase.name, day=long_day(phase.ends))
        for phase in now.phases_on(today)
    ]
    coming = now.next_after(today)
    if coming is not None:
        lines.append(
            translate("Program", "Next: {phase}, {days}").format(
                phase=coming.name, days=days_between(coming.starts, coming.ends)
            )
        )
    return lines


def rest_today(program: Program, today: date) -> str:
    """That today is a day away, and that it counts; mostly nothing."""
    rests = program.details.rests_on(today)
    if not rests:
        return ""
    last = max(rest.ends for rest in rests)
    return translate("Program", "You are away until {day}. Rest counts as done.").format(day=long_day(last))


def away_words(rest: Rest) -> str:
    """What the agenda tells of it: the days alone."""
    return translate("Program", "I am away: {days}").format(days=days_between(rest.starts, rest.ends))


def rest_days(rest: Rest) -> str:
    """When it is, and what for."""
    days = days_between(rest.starts, rest.ends)
    return f"{days} · {rest.words}" if rest.words else days
