"""What is true of entries since a day: a step that is done, a goal achieved, help that was asked for.

The day is set in one place, when the journal saves (`dated`), so that whoever writes can forget it: what was
not true before gets the day it is, and what is true no more has none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry, Kind

E = TypeVar("E", bound="Entry")

NOTHING_KNOWN: Mapping[str, date | None] = {}


class What(StrEnum):
    """What happened, as the terminal and a summary name it."""

    STEP_DONE = "step done"
    ACHIEVED = "achieved"
    LET_GO = "let go"
    MOVED = "moved"
    ASKED = "asked"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    REACHED = "reached"
    WORKED = "worked"
    AGREED = "agreed"
    ACTION_DONE = "action done"
    FEEDBACK = "feedback"


@dataclass(frozen=True)
class Fact:
    """Something that is true of an entry.

    Attributes:
        subject: What of the entry it is about: its status, or one of its steps by its id.
        state: What is true of that; facts of one subject in different states exclude each other.
        day: Since when, or None where that is not known.
        what: As what it is told when one asks what happened; None if it is not.
        text: Its words, Markdown: those of the step, of the answer.
    """

    subject: str
    state: str
    day: date | None
    what: What | None = None
    text: str = ""

    @property
    def key(self) -> str:
        """Tells it from every other fact of the entry."""
        return f"{self.subject} {self.state}"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A fact of an entry as it is listed.

    Attributes:
        day: When.
        what: What happened.
        entry: The id of the entry.
        kind: Of the entry.
        title: Of the entry; may be empty.
        text: The words of the fact, Markdown; may be empty.
    """

    day: date
    what: What
    entry: UUID
    kind: "Kind"
    title: str
    text: str


def is_later(since: date | None, day: date) -> bool:
    """Whether what is true since that day was not yet on `day`; what has no known day always was."""
    return since is not None and since > day


def days_of(entry: "Entry") -> dict[str, date | None]:
    """The day of each fact of the entry by its key."""
    return {fact.key: fact.day for fact in entry.facts()}


def dated(
    entry: E,
    before: "Entry | None",
    today: Callable[[], date],
    known: Mapping[str, date | None] = NOTHING_KNOWN,
) -> E:
    """The entry with the days of what became true of it since `before`.

    1. What was true before keeps its day, unless the entry comes with another one.
    2. What is true again by going back has the day, or none, that is known of it.
    3. What became true has the day that it comes with, such as one that a person set. A day that belongs to
       the state before, since whoever changed it left it there, does not count.
    4. All else became true today.

    Args:
        entry: As it is about to stand.
        before: As it stands; None if it does not yet.
        today: Tells the day it is; asked only where it is needed.
        known: Days of former facts by their keys, for an entry that goes back to what it was.
    """
    former = {fact.subject: fact for fact in before.facts()} if before is not None else {}
    days: dict[str, date | None] = {}
    for fact in entry.facts():
        was = former.get(fact.subject)
        if was is not None and was.state == fact.state:
            day = fact.day or was.day
        elif fact.key in known:
            day = known[fact.key]
        elif fact.day is None or (was is not None and was.day == fact.day):
            day = today()
        else:
            day = fact.day
        if day != fact.day:
            days[fact.key] = day
    return entry.with_days(days) if days else entry
