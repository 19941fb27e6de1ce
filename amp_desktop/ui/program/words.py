"""How shapes, days and moves of a program are called."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from amp_desktop.domain.program import Phase, PhaseMove, Program, Shape
from amp_desktop.ui.style.dates import medium_day

translate = QCoreApplication.translate


def shape_name(shape: Shape) -> str:
    """What kind of program it is, in a few words."""
    return {
        Shape.AMP: translate("Program", "AMP cohort"),
        Shape.AMP_12: translate("Program", "AMP, 12 weeks"),
        Shape.LFX: translate("Program", "LFX, full time"),
        Shape.LFX_PART_TIME: translate("Program", "LFX, part time"),
        Shape.GSOC: translate("Program", "Google Summer of Code"),
        Shape.OWN: translate("Program", "My own"),
    }[shape]


def program_in_brief(program: Program) -> str:
    """Which program it is, and when: "LFX, full time, 1 September – 23 November 2026"."""
    name = shape_name(program.shape)
    if program.starts is None or program.ends is None:
        return name
    return translate("Program", "{program}, {days}").format(
        program=name, days=days_between(program.starts, program.ends)
    )


def days_between(starts: date, ends: date) -> str:
    """From day to day, each part said once: "12 – 22 August 2026"."""
    if starts == ends:
        return _said(ends, translate("Program", "d MMMM yyyy"))
    if starts.year != ends.year:
        first = translate("Program", "d MMMM yyyy")
    else:
        same_month = starts.month == ends.month
        first = translate("Program", "d") if same_month else translate("Program", "d MMMM")
    return translate("Program", "{first} – {last}").format(
        first=_said(starts, first), last=_said(ends, translate("Program", "d MMMM yyyy"))
    )


def phase_days(phase: Phase) -> str:
    """When a phase is, whether it may be left, and who says so."""
    parts = [days_between(phase.starts, phase.ends)]
    if phase.is_optional:
        parts.append(translate("Program", "optional"))
    parts.append(source_words(phase.source))
    return " · ".join(parts)


def source_words(source: str) -> str:
    """Who says so; what no guide says was set by the mentee."""
    return source or translate("Program", "set by you")


def move_words(move: PhaseMove) -> str:
    """What days a phase had before, until when and why."""
    was = translate("Program", "Was {days} ({source})").format(
        days=days_between(move.starts, move.ends), source=source_words(move.source)
    )
    if move.moved_on is not None:
        was = translate("Program", "{was}, until it was moved on {day}").format(
            was=was, day=medium_day(move.moved_on)
        )
    if move.along:
        was = translate("Program", "{was} along with “{phase}”").format(was=was, phase=move.along)
    return (
        translate("Program", "{was}: {reason}").format(was=was, reason=move.reason)
        if move.reason
        else translate("Program", "{was}.").format(was=was)
    )


def _said(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
