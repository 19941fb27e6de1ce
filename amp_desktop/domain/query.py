"""What is asked of a journal, and the pages that it answers with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Generic, NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from amp_desktop.domain.entry import Kind, Sharing
from amp_desktop.domain.fields import understands
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.traits import Trait

T = TypeVar("T")

Cursor: TypeAlias = int
"""Where a page ends: hand it back to get the page after it. It means nothing outside the journal."""

PAGE_SIZE = 50
"""How many rows a page holds: two screens of the list at the usual window size."""


class Ranking(StrEnum):
    """In which order entries come."""

    NEWEST = "newest"
    BEST = "best"


@dataclass(frozen=True)
class FieldOrder:
    """An order by a day that stands in a field of a kind; what has none there comes last.

    Where two have the same day, the one that belongs to the newer day comes first.

    Attributes:
        field: The field's name.
        newest_first: The latest day comes first and not the earliest.
    """

    field: str
    newest_first: bool = False


EARLIEST_DAY = FieldOrder("")
"""The order of the entries' own days, the earliest first: of what is to come, what is next."""


@dataclass(frozen=True, kw_only=True)
class Exclusions:
    """Which entries are not meant, whatever else they are.

    Attributes:
        kinds: None of these kinds.
        tags: None that bears one of these tags, compared without regard to case.
        states: None with one of these statuses.
        traits: None that is or has one of these.
    """

    kinds: frozenset[Kind] = frozenset()
    tags: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    traits: frozenset[Trait] = frozenset()


@dataclass(frozen=True, kw_only=True)
class EntryQuery:
    """Which entries are meant; the empty query means all that are not in the bin.

    Attributes:
        kinds: Any of these kinds; empty means every kind.
        tags: All of these tags, compared without regard to case.
        states: Any of these statuses ("open", "active", …); empty means any.
        traits: All of these: what is still to be done, what holds a picture.
        exclusions: What is not meant even so.
        since: The earliest day, itself included.
        until: The latest day, itself included.
        sharing: Only entries so marked, or None for both.
        binned: The bin instead of the journal.
        entry: This entry alone, if it is one of those.
    """

    kinds: frozenset[Kind] = frozenset()
    tags: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    traits: frozenset[Trait] = frozenset()
    exclusions: Exclusions = Exclusions()
    since: date | None = None
    until: date | None = None
    sharing: Sharing | None = None
    binned: bool = False
    entry: UUID | None = None

    def __post_init__(self) -> None:
        """Ask for what is sealed in one way alone, which is the trait."""
        if self.sharing is Sharing.SEALED:
            object.__setattr__(self, "sharing", None)
            object.__setattr__(self, "traits", self.traits | {Trait.SEALED})

    @property
    def asks_for_days_only(self) -> bool:
        """Whether everything outside the bin is meant, of all days or of some."""
        return replace(self, since=None, until=None) == EVERYTHING

    def within(self, other: "EntryQuery") -> "EntryQuery":
        """What both of the two mean; of either in the bin, only what lies there."""
        kinds, states = self.kinds & other.kinds, self.states & other.states
        if (self.kinds and other.kinds and not kinds) or (self.states and other.states and not states):
            return NOTHING
        if self.sharing and other.sharing and self.sharing is not other.sharing:
            return NOTHING
        if self.entry and other.entry and self.entry != other.entry:
            return NOTHING
        return EntryQuery(
            kinds=kinds or self.kinds | other.kinds,
            tags=tuple(dict.fromkeys((*self.tags, *other.tags))),
            states=states or self.states | other.states,
            traits=self.traits | other.traits,
            exclusions=Exclusions(
                kinds=self.exclusions.kinds | other.exclusions.kinds,
                tags=tuple(dict.fromkeys((*self.exclusions.tags, *other.exclusions.tags))),
                states=self.exclusions.states | other.exclusions.states,
                traits=self.exclusions.traits | other.exclusions.traits,
            ),
            since=max(filter(None, (self.since, other.since)), default=None),
            until=min(filter(None, (self.until, other.until)), default=None),
            sharing=self.sharing or other.sharing,
            binned=self.binned or other.binned,
            entry=self.entry or other.entry,
        )


EVERYTHING = EntryQuery()
"""All that is not in the bin."""

NOTHING = EntryQuery(since=date.max, until=date.min)
"""What no entry is."""


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """An entry as a list shows it. It holds no body, so it can never be saved by mistake.

    Attributes:
        excerpt: The beginning of the body as one line, at most `EXCERPT_LENGTH` characters; of what is
            attached, its words.
        values: The fields of the entry's kind, as JSON values.
        attached: Whether it refers to a picture or a file.
    """

    id: UUID
    kind: Kind
    title: str
    excerpt: str
    day: date
    tags: tuple[str, ...]
    sharing: Sharing
    created_at: datetime
    updated_at: datetime
    values: Mapping[str, Json] = field(hash=False)
    pinned: bool = False
    attached: bool = False

    @property
    def work(self) -> str:
        """The work that it tells of, if it is a note of one; else empty."""
        return str(self.values.get("work") or "")

    @cached_property
    def is_known(self) -> bool:
        """Whether this version understands it: its kind, and each value that its fields hold."""
        entry_type = ENTRY_TYPES.get(self.kind)
        return entry_type is not None and understands(entry_type, self.values)


EXCERPT_LENGTH = 240


@dataclass(frozen=True, kw_only=True)
class TitledEntry:
    """An entry as it is offered by its title, which is never empty."""

    id: UUID
    kind: Kind
    title: str
    day: date


class HitSpan(NamedTuple):
    """A run of characters that was looked for: where it starts in a text, and how long it is."""

    start: int
    length: int


@dataclass(frozen=True, kw_only=True)
class SearchHit:
    """A found entry with the place where it was found.

    Attributes:
        row: The entry.
        title_marks: What was found in its title.
        snippet: The words around the first find in body or fields, as one line; else the excerpt.
        marks: What was found in the snippet.
    """

    row: EntryRow
    title_marks: tuple[HitSpan, ...]
    snippet: str
    marks: tuple[HitSpan, ...]


@dataclass(frozen=True)
class ResultPage(Generic[T]):
    """Some answers, and where the next ones begin.

    Attributes:
        items: In order, newest day first unless another order was asked for.
        next: Hand this back for the page after this one; None when there is none.
    """

    items: tuple[T, ...]
    next: Cursor | None = None


@dataclass(frozen=True)
class Linked:
    """The entries outside the bin that belong together with one, by hand or by a `[[title]]`.

    Attributes:
        to: Those that it points to.
        by: Those that point to it.
    """

    to: ResultPage[EntryRow] = ResultPage(())
    by: ResultPage[EntryRow] = ResultPage(())


@dataclass(frozen=True, kw_only=True)
class Version:
    """A former state of an entry.

    Attributes:
        number: Counts up from 1 within one entry.
        kept_at: UTC, when the entry was saved in this state.
        title: Its title then.
        words: How many words its body held then.
    """

    number: int
    kept_at: datetime
    title: str
    words: int


@dataclass(frozen=True)
class FieldRow:
    """The fields of an entry, and none of its texts beside them.

    Attributes:
        id: The entry's.
        kind: Its kind.
        day: Its day.
        values: The fields of its kind, as JSON values.
    """

    id: UUID
    kind: Kind
    day: date
    values: Mapping[str, Json] = field(hash=False)


@dataclass(frozen=True)
class TagCount:
    """A tag and how many entries outside the bin bear it."""

    tag: str
    entries: int


@dataclass(frozen=True, kw_only=True)
class IntegrityReport:
    """What a check found.

    Attributes:
        findings: One sentence each, without journal text; empty when the journal is whole.
        entries: How many entries were read, the bin included.
    """

    findings: tuple[str, ...]
    entries: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is damaged."""
        return not self.findings
