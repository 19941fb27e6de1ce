"""What a mentee writes: a note, a goal, a challenge, a self-care note or a milestone.

Every entry is a frozen value. It gets its id when it is made, so saving it twice meets the same row;
a change is a new value made with `dataclasses.replace`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid4

from amp_desktop.domain.clock import local_zone_name, today, utc_now
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.tags import clean_tag


class Kind(StrEnum):
    """The kinds of entry, named as the terminal and every export name them."""

    NOTE = "note"
    GOAL = "goal"
    CHALLENGE = "challenge"
    SELF_CARE = "self-care"
    MILESTONE = "milestone"


class Sharing(StrEnum):
    """Whether a summary offers the entry ticked. It never shares anything by itself."""

    PRIVATE = "private"
    SHAREABLE = "shareable"


class Area(StrEnum):
    """What growing into a maintainer consists of, by the program's guide."""

    TRIAGE = "triage"
    REVIEW = "review"
    CODE_OR_DESIGN = "code or design"
    DOCS = "docs"
    RELEASE = "release"
    COMMUNITY = "community"
    LEADING = "leading"
    COMMUNICATION = "communication"
    OWN = "own"


class GoalStatus(StrEnum):
    """Where a goal stands. Letting go is a decision, not a failure."""

    PLANNED = "planned"
    ACTIVE = "active"
    ACHIEVED = "achieved"
    LET_GO = "let go"


class ChallengeStatus(StrEnum):
    """Where a challenge stands."""

    OPEN = "open"
    ASKED = "asked"
    RESOLVED = "resolved"
    PARKED = "parked"


@dataclass(frozen=True)
class Step:
    """One step towards a goal."""

    text: str
    done: bool = False


@dataclass(frozen=True)
class TargetMove:
    """A goal's target day was moved: from when to when, why, and at which instant (UTC)."""

    before: date | None
    after: date | None
    reason: str
    moved_at: datetime


@dataclass(frozen=True)
class Asking:
    """Help was asked for: whom, on which day, where (a channel, a call), and what came back."""

    whom: str
    day: date | None = None
    where: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What all kinds have in common.

    Attributes:
        id: Unique for ever, also across exports.
        title: One line; may be empty.
        body: Markdown. `%%…%%` marks an aside that never leaves the journal.
        day: The date the entry belongs to, which may differ from when it was written.
        tags: In the order given, each once, compared without regard to case.
        sharing: Whether a summary offers it ticked.
        links: Ids of entries it points to by hand; `[[title]]` in the body is the other way to link.
        created_at: UTC, to the second.
        updated_at: UTC, of the last save.
        zone: Name of the time zone it was written in (IANA, or an offset such as "+05:30").
        binned_at: UTC, or None while it is not in the bin.
        pinned: Whether it is kept within reach, beside the pages.
    """

    kind: ClassVar[Kind]

    id: UUID = field(default_factory=uuid4)
    title: str = ""
    body: str = ""
    day: date = field(default_factory=today)
    tags: tuple[str, ...] = ()
    sharing: Sharing = Sharing.PRIVATE
    links: tuple[UUID, ...] = ()
    created_at: datetime = field(default_factory=utc_now)
    updated_at: datetime = field(default_factory=utc_now)
    zone: str = field(default_factory=local_zone_name)
    binned_at: datetime | None = None
    pinned: bool = False

    def __post_init__(self) -> None:
        """Bring the value into the form in which it is kept.

        Raises:
            InvalidValueError: An instant has no time zone.
        """
        for name in ("created_at", "updated_at", "binned_at"):
            instant: datetime | None = getattr(self, name)
            if instant is not None:
                if instant.utcoffset() is None:
                    raise InvalidValueError(f"The time “{name}” needs a time zone.")
                object.__setattr__(self, name, instant.astimezone(UTC).replace(microsecond=0))
        object.__setattr__(self, "title", " ".join(self.title.split()))
        object.__setattr__(self, "tags", _each_once(self.tags))

    @property
    def state(self) -> str | None:
        """The status that lists can be filtered by, or None for kinds that have none."""
        return None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put into it yet; an empty entry is never stored."""
        return not (self.title or self.body.strip() or self.tags or self.links)


@dataclass(frozen=True, kw_only=True)
class Note(Entry):
    """A story, a learning, anything.

    Attributes:
        on_agenda: Whether it is to be talked about at the next mentor meeting.
    """

    kind: ClassVar[Kind] = Kind.NOTE
    on_agenda: bool = False


@dataclass(frozen=True, kw_only=True)
class Goal(Entry):
    """Something the mentee grows towards.

    Attributes:
        area: The part of maintainership it belongs to, if any.
        status: Where it stands.
        target_day: When it is hoped for, if a day was set.
        moves: How the target day was moved, oldest first.
        steps: What leads there.
        success: What success looks like.
    """

    kind: ClassVar[Kind] = Kind.GOAL
    area: Area | None = None
    status: GoalStatus = GoalStatus.ACTIVE
    target_day: date | None = None
    moves: tuple[TargetMove, ...] = ()
    steps: tuple[Step, ...] = ()
    success: str = ""

    @property
    def state(self) -> str:
        """The goal's status."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """Whether it is planned or active."""
        return self.status in (GoalStatus.PLANNED, GoalStatus.ACTIVE)

    @property
    def is_empty(self) -> bool:
        """Whether neither words nor steps nor a day were put in."""
        return super().is_empty and not (self.steps or self.success or self.target_day or self.area)


@dataclass(frozen=True, kw_only=True)
class Challenge(Entry):
    """Something the mentee is stuck on.

    Attributes:
        status: Where it stands.
        since: The day it began.
        tried: What was tried.
        need: What is needed.
        asked: Who was asked for help, oldest first.
        what_helped: What helped in the end.
        on_agenda: Whether it is to be talked about at the next mentor meeting.
    """

    kind: ClassVar[Kind] = Kind.CHALLENGE
    status: ChallengeStatus = ChallengeStatus.OPEN
    since: date | None = None
    tried: str = ""
    need: str = ""
    asked: tuple[Asking, ...] = ()
    what_helped: str = ""
    on_agenda: bool = False

    def __post_init__(self) -> None:
        """A challenge begins on its own day unless another is given."""
        super().__post_init__()
        if self.since is None:
            object.__setattr__(self, "since", self.day)

    @property
    def state(self) -> str:
        """The challenge's status."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """Whether it is open or waits for an answer."""
        return self.status in (ChallengeStatus.OPEN, ChallengeStatus.ASKED)

    @property
    def is_empty(self) -> bool:
        """Whether no words were put in."""
        return super().is_empty and not (self.tried or self.need or self.asked or self.what_helped)


@dataclass(frozen=True, kw_only=True)
class SelfCareNote(Entry):
    """How the mentee is. The most private kind: it cannot be marked shareable.

    Attributes:
        mood: 1 (low) to 5 (high), or None when not said.
        energy: 1 (low) to 5 (high), or None.
        stress: 1 (little) to 5 (much), or None.
        what_did_me_good: What did the mentee good.
    """

    kind: ClassVar[Kind] = Kind.SELF_CARE
    mood: int | None = None
    energy: int | None = None
    stress: int | None = None
    what_did_me_good: str = ""

    def __post_init__(self) -> None:
        """Check what only this kind asks.

        Raises:
            InvalidValueError: A value is not 1 to 5, or the note is marked shareable.
        """
        super().__post_init__()
        for name in ("mood", "energy", "stress"):
            value: int | None = getattr(self, name)
            if value is not None and not 1 <= value <= 5:
                raise InvalidValueError(f"“{name}” goes from 1 to 5.")
        if self.sharing is not Sharing.PRIVATE:
            raise InvalidValueError(
                "A self-care note cannot be marked shareable.",
                "Tick it by hand each time that you want to share it.",
            )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said, not even by a tap."""
        values = (self.mood, self.energy, self.stress)
        return super().is_empty and not self.what_did_me_good and all(value is None for value in values)


@dataclass(frozen=True, kw_only=True)
class Milestone(Entry):
    """Something that was reached.

    Attributes:
        reached_on: The day it was reached.
        evidence: Links that show it.
        program_phase: The phase of the program it fell into, in the mentee's words.
        whom_to_thank: Who helped.
    """

    kind: ClassVar[Kind] = Kind.MILESTONE
    reached_on: date | None = None
    evidence: tuple[str, ...] = ()
    program_phase: str = ""
    whom_to_thank: str = ""

    def __post_init__(self) -> None:
        """A milestone was reached on its own day unless another is given."""
        super().__post_init__()
        if self.reached_on is None:
            object.__setattr__(self, "reached_on", self.day)

    @property
    def is_empty(self) -> bool:
        """Whether no words and no evidence were put in."""
        return super().is_empty and not (self.evidence or self.program_phase or self.whom_to_thank)


ENTRY_TYPES: dict[Kind, type[Entry]] = {t.kind: t for t in (Note, Goal, Challenge, SelfCareNote, Milestone)}
"""The class of each kind."""


def _each_once(tags: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for tag in map(clean_tag, tags):
        if tag:
            seen.setdefault(tag.casefold(), tag)
    return tuple(seen.values())
