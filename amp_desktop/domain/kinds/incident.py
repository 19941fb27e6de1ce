"""An incident: something that went wrong between people, written down as a report asks for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.own_id import NO_WORDS

PARTS = ("who", "body", "happened_on", "where", "rule", "evidence")
"""What a report asks for, in its order; *what* is the free text."""


@dataclass(frozen=True)
class FirstWritten(FieldValue):
    """When a part of a report was first written down.

    Attributes:
        part: Which; one of `PARTS`.
        at: UTC, to the second; the time of the save that had the part for the first time.
    """

    part: str = field(metadata=NO_WORDS)
    at: datetime = field(metadata=NO_WORDS)


@dataclass(frozen=True, kw_only=True)
class Incident(Entry):
    """What somebody did, for whoever is to be told of it. It is always sealed: no summary ever offers it.

    It leaves in its own report alone, protected with a passphrase (`journal.incidents`).

    Attributes:
        who: Who was involved, and who saw it; Markdown, as are the next four.
        happened_on: When it happened, in the mentee's words.
        where: Where: a channel, a call, an issue.
        rule: Which rule of a code of conduct it broke, if one is known.
        evidence: What shows it: links, what was kept.
        written: When each part was first written. It is set by saving, kept for ever, and edited by nobody.
    """

    KIND: ClassVar[Kind] = "incident"
    NAME: ClassVar[str] = "Incident"
    IS_MOST_PRIVATE: ClassVar[bool] = True
    IS_ALWAYS_SEALED: ClassVar[bool] = True
    IS_FOR_FEW: ClassVar[bool] = True

    who: str = ""
    happened_on: str = ""
    where: str = ""
    rule: str = ""
    evidence: str = ""
    written: tuple[FirstWritten, ...] = field(default=(), metadata=NO_WORDS)

    def __post_init__(self) -> None:
        """Keep the earliest time of each part alone."""
        super().__post_init__()
        object.__setattr__(self, "written", _earliest(self.written))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put in; times alone say nothing."""
        return super().is_empty and not any(self.text_of(part) for part in PARTS)

    def text_of(self, part: str) -> str:
        """What stands in a part, or an empty string."""
        text: str = getattr(self, part)
        return text.strip()

    def first_written(self, part: str) -> datetime | None:
        """When a part was first written; None while it never was."""
        return next((one.at for one in self.written if one.part == part), None)

    def with_times_fixed(self, before: Entry | None) -> Self:
        """The incident with the times that it had, and the time of this save for each part that is new."""
        known = before.written if isinstance(before, Incident) else ()
        timed = {one.part for one in (*known, *(self.written if before is None else ()))}
        new = (
            FirstWritten(part, self.updated_at) for part in PARTS if self.text_of(part) and part not in timed
        )
        given = self.written if before is None else ()
        return replace(self, written=(*known, *given, *new))


def as_incident(entry: Entry) -> Incident:
    """The entry, which is an incident.

    Raises:
        TypeError: It is not.
    """
    if not isinstance(entry, Incident):
        raise TypeError(f"a {entry.kind} is no incident")
    return entry


def _earliest(written: Iterable[FirstWritten]) -> tuple[FirstWritten, ...]:
    found: dict[str, FirstWritten] = {}
    for one in written:
        known = found.get(one.part)
        if known is None or one.at < known.at:
            found[one.part] = one
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.part)))
