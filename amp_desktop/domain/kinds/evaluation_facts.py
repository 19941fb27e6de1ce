"""What the journal knows to each topic of an evaluation, as lines that the mentee may take over.

A line is a fact and never a judgement, and it says where it comes from.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from uuid import UUID

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.evaluation import BOXES
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Phase
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.domain.text.one_line import one_line, shortened

MOST_LINES = 6
"""Lines that are offered beside one box; the newest stay where there are more."""

_LONGEST = 160
"""Letters of a text within a line."""


@dataclass(frozen=True)
class PadFact:
    """A line that is offered beside a box.

    Attributes:
        text: The line; plain words of the program around words of the mentee.
        entry: Where it comes from, if from one entry.
    """

    text: str
    entry: UUID | None = None


def facts_of(entries: Iterable[Entry], phases: Iterable[Phase] = ()) -> Mapping[str, tuple[PadFact, ...]]:
    """What there is to say beside each box, by its field.

    Args:
        entries: Those of the time that is looked back on, in the order of their days.
        phases: Of the program, some of which may have been moved.
    """
    known = sorted(entries, key=lambda entry: entry.day)
    met = [entry for entry in known if _was_held(entry)]
    lines: dict[str, list[PadFact]] = {
        "scope": [*_goals_counted(known), *_goals_moved(known)],
        "interaction": [*_meetings(met), *_answers(known)],
        "skills": [*_works(known), *_revised(known), *_reached(known)],
        "learning": [*_learned(known)],
        "organisation": [*_phases_moved(phases)],
        "for_mentor": [*_meetings(met), *_answers(known), *_feedback(known)],
    }
    return {box: tuple(lines[box][-MOST_LINES:]) for box in BOXES}


def _was_held(entry: Entry) -> bool:
    return isinstance(entry, Meeting) and entry.status is MeetingStatus.HELD


def _goals_counted(entries: Iterable[Entry]) -> Iterator[PadFact]:
    counted = Counter(entry.status for entry in entries if isinstance(entry, Goal))
    if total := sum(counted.values()):
        let_go = f", {counted[GoalStatus.LET_GO]} let go" if counted[GoalStatus.LET_GO] else ""
        yield PadFact(f"{counted[GoalStatus.ACHIEVED]} of {total} goals achieved{let_go}.")


def _goals_moved(entries: Iterable[Entry]) -> Iterator[PadFact]:
    for entry in entries:
        if isinstance(entry, Goal) and entry.moves:
            yield PadFact(f"“{_name(entry)}” was moved {_short(entry.moves[-1].words())}", entry.id)


def _meetings(met: Sequence[Entry]) -> Iterator[PadFact]:
    """How often one met."""
    if not met:
        return
    gaps = [(after.day - before.day).days for before, after in pairwise(met)]
    often = f", mostly every {round(median(gaps))} days" if gaps and median(gaps) >= 1 else ""
    meetings = "1 meeting" if len(met) == 1 else f"{len(met)} meetings"
    yield PadFact(f"{meetings} held{often}; the last one on {day_text(met[-1].day)}.", met[-1].id)


def _answers(entries: Iterable[Entry]) -> Iterator[PadFact]:
    """How many questions were answered, and within how long."""
    asked = [one for entry in entries if isinstance(entry, Challenge) for one in entry.asked]
    if not asked:
        return
    days = [waited for one in asked if (waited := _waited(one)) is not None]
    within = f", half of them within {_days(round(median(days)))}" if days else ""
    answered = sum(one.is_answered for one in asked)
    yield PadFact(f"{answered} of {len(asked)} questions answered{within}.")


def _waited(asking: Asking) -> int | None:
    """Days between a question and its answer, where both are known."""
    if asking.day is None or asking.answered_on is None:
        return None
    return max((asking.answered_on - asking.day).days, 0)


def _works(entries: Iterable[Entry]) -> Iterator[PadFact]:
    """On how many days there was work that leaves no commit."""
    days = {(str(entry.work), entry.day) for entry in entries if isinstance(entry, Note) and entry.work}
    for work, count in Counter(work for work, _ in sorted(days)).items():
        yield PadFact(f"{work.capitalize()} noted on {_days(count)}.")


def _revised(entries: Iterable[Entry]) -> Iterator[PadFact]:
    """What was revised after which feedback."""
    for entry in entries:
        if isinstance(entry, Feedback) and entry.changed.strip():
            by = f" by {one_line(entry.by)}" if entry.by.strip() else ""
            yield PadFact(f"After feedback of {day_text(entry.day)}{by}: {_short(entry.changed)}", entry.id)


def _reached(entries: Iterable[Entry]) -> Iterator[PadFact]:
    for entry in entries:
        if isinstance(entry, Milestone):
            yield PadFact(f"{day_text(entry.reached_on or entry.day)}: {_name(entry)}", entry.id)


def _learned(entries: Iterable[Entry]) -> Iterator[PadFact]:
    for entry in entries:
        if isinstance(entry, Goal) and entry.learned.strip():
            yield PadFact(f"From “{_name(entry)}”: {_short(entry.learned)}", entry.id)
        if isinstance(entry, Challenge) and entry.not_known.strip():
            yield PadFact(f"I did not know then: {_short(entry.not_known)}", entry.id)


def _phases_moved(phases: Iterable[Phase]) -> Iterator[PadFact]:
    for phase in phases:
        if phase.moves:
            before = phase.moves[0]
            days = f"from {day_text(before.starts)} to {day_text(phase.starts)}"
            reason = f": {_short(phase.moves[-1].reason)}" if phase.moves[-1].reason.strip() else "."
            yield PadFact(f"{phase.name} was moved {days}{reason}")


def _feedback(entries: Iterable[Entry]) -> Iterator[PadFact]:
    given = [entry for entry in entries if isinstance(entry, Feedback)]
    if given:
        changed = sum(bool(entry.changed.strip()) for entry in given)
        times = "once" if len(given) == 1 else f"{len(given)} times"
        yield PadFact(f"Feedback was given {times}; {changed} of it changed my work.")


def _name(entry: Entry) -> str:
    return entry.title or f"{entry.NAME.lower()} of {day_text(entry.day)}"


def _short(text: str) -> str:
    return shortened(one_line(text), _LONGEST)


def _days(count: int) -> str:
    return "a day" if count <= 1 else f"{count} days"
