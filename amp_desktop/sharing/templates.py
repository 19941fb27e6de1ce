"""What a summary is about: which entries stand under which heading, in which order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from amp_desktop.domain.day_words import MONTHS, day_text
from amp_desktop.domain.entry import Challenge, ChallengeStatus, Entry, Goal, GoalStatus, Note, SelfCareNote
from amp_desktop.domain.errors import InvalidValueError


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both included; None where it is open."""

    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        """In words: "12 – 26 July 2026", "since 12 July 2026"; empty when open on both sides."""
        since, until = self.since, self.until
        if since is None or until is None or since == until:
            return _one_day(since, until)
        if since.year != until.year:
            return f"{day_text(since)} – {day_text(until)}"
        if since.month != until.month:
            return f"{since.day} {MONTHS[since.month - 1]} – {day_text(until)}"
        return f"{since.day} – {day_text(until)}"


def _one_day(since: date | None, until: date | None) -> str:
    if since is not None:
        return day_text(since) if until is not None else f"since {day_text(since)}"
    return f"until {day_text(until)}" if until is not None else ""


@dataclass(frozen=True)
class Template:
    """A kind of summary.

    Attributes:
        id: Its name for the terminal and the share log.
        title: What stands on top of the summary.
        headings: The sections in order; those without entries are left out.
        place: The heading under which an entry stands.
    """

    id: str
    title: str
    headings: tuple[str, ...]
    place: Callable[[Entry], str]


DONE, STUCK, QUESTIONS, NEXT = "Done", "Stuck, and what is needed", "Questions", "Next"
HOW_I_AM = "How I am"


def _at_a_mentor_meeting(entry: Entry) -> str:
    """What was done, what is stuck, what is asked, what is next; how the mentee is comes last."""
    match entry:
        case SelfCareNote():
            return HOW_I_AM
        case Challenge(status=status) if status is not ChallengeStatus.RESOLVED:
            return STUCK
        case Note(on_agenda=True):
            return QUESTIONS
        case Goal(status=GoalStatus.PLANNED | GoalStatus.ACTIVE):
            return NEXT
        case _:
            return DONE


MENTOR_MEETING = Template(
    "mentor-meeting",
    "Mentor meeting",
    (DONE, STUCK, QUESTIONS, NEXT, HOW_I_AM),
    _at_a_mentor_meeting,
)

TEMPLATES: Mapping[str, Template] = MappingProxyType({t.id: t for t in (MENTOR_MEETING,)})
"""Every template by its id."""


def find_template(name: str) -> Template:
    """The template with the id `name`.

    Raises:
        InvalidValueError: There is none.
    """
    try:
        return TEMPLATES[name]
    except KeyError:
        known = ", ".join(TEMPLATES)
        raise InvalidValueError(f"There is no template “{name}”.", f"The templates are {known}.") from None
