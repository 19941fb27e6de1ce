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
from amp_desktop.domain.text.tags import clean_tag


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


def _each_once(tags: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for tag in map(clean_tag, tags):
        if tag:
            seen.setdefault(tag.casefold(), tag)
    return tuple(seen.values())
