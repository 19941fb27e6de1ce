"""When an evaluation may be spoken up about, and what there is to go through for it.

The days are those on which the guide's organizers write: ten and five days before the window, on its first
day, and after its first three days. What ends participation is not to have handed in when the window closes,
so there are two days more: two days before its end, and its last.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.program import Phase, Program, Shape

BEFORE_DAYS = (10, 5)
AFTER_START_DAYS = (0, 3)
BEFORE_END_DAYS = (2, 0)


class ChecklistPoint(StrEnum):
    """A point of a checklist."""

    TALK = "talk"
    SURVEY = "survey"
    LINK = "link"
    DESCRIPTION = "description"
    UNFINISHED = "unfinished"
    PLANS = "plans"
    SELF_ASSESSMENT = "self-assessment"
    FEEDBACK = "feedback"
    BLOG_POST = "blog-post"


def checklist(program: Program, window: Phase) -> tuple[ChecklistPoint, ...]:
    """What there is to go through for an evaluation: for the last of all it is more."""
    usual = (ChecklistPoint.TALK, ChecklistPoint.SURVEY)
    if program.evaluations[-1:] != (window,):
        return usual
    if program.shape in (Shape.LFX, Shape.LFX_PART_TIME):
        return (*usual, ChecklistPoint.FEEDBACK, ChecklistPoint.BLOG_POST)
    work = (
        ChecklistPoint.LINK,
        ChecklistPoint.DESCRIPTION,
        ChecklistPoint.UNFINISHED,
        ChecklistPoint.PLANS,
        ChecklistPoint.SELF_ASSESSMENT,
    )
    return (*usual, *work)


def reminder_days(window: Phase) -> tuple[date, ...]:
    """The days on which a word is due about an evaluation, in their order, none after its last day."""
    return tuple(sorted({day for day in _days(window) if day <= window.ends}))


def has_come(window: Phase, day: date) -> bool:
    """Whether there may be something to note about an evaluation: from the first word about it on."""
    return window.evaluation != EvaluationRecord() or reminder_days(window)[0] <= day


def spoken_of(program: Program, day: date) -> Phase | None:
    """The evaluation that a word is due about on that day, or None: the one that closes first.

    A word stays until the next one is due, for nobody opens a journal on a certain day; unless the mentee
    has asked for quiet since, or has handed in.
    """
    due = [window for window in program.evaluations if _is_due(window, day)]
    return min(due, key=lambda window: (window.ends, window.starts), default=None)


def _is_due(window: Phase, day: date) -> bool:
    record = window.evaluation
    if record.handed_in or record.result or day > window.ends:
        return False
    last = max((one for one in reminder_days(window) if one <= day), default=None)
    return last is not None and (record.quiet_since is None or not last <= record.quiet_since <= day)


def _days(window: Phase) -> Iterator[date]:
    """A day before the first that a calendar has is none."""
    for start, days in ((window.starts, [-n for n in BEFORE_DAYS]), (window.starts, list(AFTER_START_DAYS))):
        yield from (moved for n in days if (moved := _beside(start, n)))
    yield from (moved for n in BEFORE_END_DAYS if (moved := _beside(window.ends, -n)))


def _beside(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
