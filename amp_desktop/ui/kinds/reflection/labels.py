"""What the page of a week says."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.program_details import Rest
from amp_desktop.domain.query import EntryRow
from amp_desktop.journal.weeks import Week
from amp_desktop.ui.kinds.plain_line import plain_beginning, plain_line
from amp_desktop.ui.kinds.row_words import kind_name, title_of
from amp_desktop.ui.program.words import days_between

translate = QCoreApplication.translate

MOST = 8
"""So many lines of a sort are shown; the rest is a word."""
_LONGEST = 120
"""Letters of a text that stands for a title."""


def question_words(name: str) -> tuple[str, str]:
    """What a field of the page is called, and what invites to write in it."""
    return {
        "plan": (
            translate("Week", "What this week is for"),
            translate("Week", "What this week is for, in a few lines"),
        ),
        "went_well": (translate("Week", "What went well?"), translate("Week", "What went well?")),
        "was_hard": (
            translate("Week", "What was hard, or stood still?"),
            translate("Week", "What was hard, or stood still?"),
        ),
        "takes_along": (
            translate("Week", "What do I take into the next week?"),
            translate("Week", "What do I take into the next week?"),
        ),
    }[name]


def week_words(monday: date) -> str:
    """Which week it is: "Week of 14 – 20 September 2026"."""
    sunday = monday + timedelta(days=min(6, (date.max - monday).days))
    return translate("Week", "Week of {days}").format(days=days_between(monday, sunday))


def gathered_lines(week: Week, *, went_by: bool) -> Iterator[tuple[str, Sequence[str]]]:
    """What a week held, as headings and their lines; no value of a check-in is among them."""
    if went_by:
        words = translate("Week", "The week before went by without a look back. That is fine.")
        yield "", (words,)
    yield translate("Week", "Written"), _some([_title(row) for row in week.entries])
    yield translate("Week", "Small steps"), _some([_told(one) for one in week.steps])
    yield translate("Week", "Challenges written down"), _some([_title(row) for row in week.opened])
    yield translate("Week", "Challenges resolved"), _some([_name(one) for one in week.closed])
    yield translate("Week", "Also"), _some([_named(one) for one in week.others])
    days = [QLocale().dayName(day.isoweekday()) for day in week.checked_in_on]
    yield translate("Week", "Checked in"), ([", ".join(days)] if days else [])
    yield translate("Week", "Rest, which counts as done"), [_rest(rest) for rest in week.rests]


def happened_words(what: What) -> str:
    """What happened, in a word or two."""
    return {
        What.ACHIEVED: translate("Week", "achieved"),
        What.LET_GO: translate("Week", "let go"),
        What.MOVED: translate("Week", "moved"),
        What.ASKED: translate("Week", "asked for help"),
        What.ANSWERED: translate("Week", "an answer came"),
        What.REACHED: translate("Week", "reached"),
        What.WORKED: translate("Week", "work without a commit"),
        What.AGREED: translate("Week", "agreed"),
        What.ACTION_DONE: translate("Week", "done as agreed"),
        What.FEEDBACK: translate("Week", "feedback"),
    }.get(what, what.value)


def _named(one: Happening) -> str:
    words = _told(one) if one.what is What.WORKED else _name(one)
    return f"{words} ({happened_words(one.what)})"


def _name(one: Happening) -> str:
    """The entry's title; where it has none, what was said, or what it is."""
    return one.title or plain_beginning(one.text, _LONGEST) or kind_name(one.kind)


def _told(one: Happening) -> str:
    return plain_line(" ".join(one.text.split()))[0] or _name(one)


def _title(row: EntryRow) -> str:
    return row.title or plain_line(row.excerpt)[0] or title_of(row)


def _rest(rest: Rest) -> str:
    return days_between(rest.starts, rest.ends)


def _some(lines: Sequence[str]) -> list[str]:
    if len(lines) <= MOST:
        return list(lines)
    return [*lines[:MOST], translate("Week", "and %n more", "", len(lines) - MOST)]
