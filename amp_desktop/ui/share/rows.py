"""What could leave, as rows under the headings of a template."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from amp_desktop.domain.entry import Entry, Kind, Sharing
from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import TimeSpan
from amp_desktop.sharing import Section, Template

FOLDED_FROM = 4
"""Entries of one kind from which on what is left out is told as one row."""


class CandidateReason(StrEnum):
    """Why an entry stands in the list as it does."""

    ON_AGENDA = "on the agenda"
    SHAREABLE = "shareable"
    PRIVATE = "private"


@dataclass(frozen=True)
class Candidate:
    """An entry that could leave.

    Attributes:
        entry: The entry.
        ticked: Whether it will.
        reason: Why it was ticked, or private.
        is_older: It is from before the period, and still open.
        level: How much of it leaves; None where the template leaves no choice.
        is_edited: Something of it is worded anew for this time.
        stays: Though it is ticked, nothing of it is told.
    """

    entry: Entry
    ticked: bool
    reason: CandidateReason
    is_older: bool = False
    level: Level | None = None
    is_edited: bool = False
    stays: bool = False

    def chosen(self, ticked: bool, level: Level | None, is_edited: bool) -> "Candidate":
        """The candidate as it is chosen now; itself where nothing changed."""
        if (ticked, level, is_edited) == (self.ticked, self.level, self.is_edited):
            return self
        return replace(self, ticked=ticked, level=level, is_edited=is_edited)


@dataclass(frozen=True)
class Fold:
    """Left-out entries of one kind, told as one row that opens.

    Attributes:
        kind: Of which kind.
        candidates: The entries.
        is_open: Whether they are shown one by one.
    """

    kind: Kind
    candidates: tuple[Candidate, ...]
    is_open: bool

    @property
    def by_hand(self) -> bool:
        """Whether they are ticked one by one alone, never all at once."""
        return _is_by_hand(self.candidates)

    @property
    def ticked(self) -> int:
        """How many of them are ticked."""
        return sum(candidate.ticked for candidate in self.candidates)


Row = Candidate | Fold


@dataclass(frozen=True)
class CandidateGroup:
    """Entries under one heading of the template, or those that are left out.

    Attributes:
        heading: The template's; empty for what is left out.
        key: By which its section is known; empty for what is left out.
        by_hand: Nothing in it is ever ticked but by hand.
        candidates: In the order in which they are read; never empty.
        rows: What is shown of them.
    """

    heading: str
    by_hand: bool
    candidates: tuple[Candidate, ...]
    rows: tuple[Row, ...] = ()
    key: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether it holds what nobody ticked."""
        return not self.heading

    @property
    def level(self) -> Level | None:
        """How much leaves of each ticked entry in it; None where they differ, or nothing can be chosen."""
        levels = {candidate.level for candidate in self.candidates if candidate.ticked}
        return next(iter(levels)) if len(levels) == 1 else None

    @property
    def has_levels(self) -> bool:
        """Whether it can be chosen how much leaves of what is ticked in it."""
        return any(candidate.ticked and candidate.level is not None for candidate in self.candidates)

    def chosen(self, candidates: Sequence[Candidate], opened: frozenset[Kind]) -> "CandidateGroup":
        """The group with its candidates as they are chosen now; itself where nothing changed."""
        if all(now is then for now, then in zip(candidates, self.candidates, strict=True)):
            return self
        kept = tuple(candidates)
        return with_folds(replace(self, candidates=kept, rows=kept if self.heading else ()), opened)


def grouped(
    template: Template, candidates: Iterable[Candidate], time: TimeSpan, opened: frozenset[Kind] = frozenset()
) -> tuple[CandidateGroup, ...]:
    """What is ticked under the template's headings, those that hold something; then what is left out.

    What is ticked stands in the order of the page, what is left out newest day first. An entry of which the
    template tells nothing is nowhere.

    Args:
        template: Whose headings.
        candidates: What could leave.
        time: The days that are looked back on.
        opened: Kinds whose left-out entries are shown one by one.
    """
    placed: dict[Section | None, list[Candidate]] = {section: [] for section in (*template.sections, None)}
    for candidate in candidates:
        section = template.section_of(candidate.entry)
        if section is not None:
            placed[section if candidate.ticked else None].append(candidate)
    return tuple(
        group_of(section, _sorted(found, section, time), opened) for section, found in placed.items() if found
    )


def _sorted(found: list[Candidate], section: Section | None, time: TimeSpan) -> list[Candidate]:
    found.sort(key=_newest_first if section is None else lambda one: one.entry.day.toordinal())
    if section is not None:
        found.sort(key=lambda one: section.place_of(one.entry, time))
    return found


def group_of(
    section: Section | None, candidates: Sequence[Candidate], opened: frozenset[Kind]
) -> CandidateGroup:
    """A group of these entries, under the heading of a section or left out."""
    kept = tuple(candidates)
    if section is None:
        return CandidateGroup("", _is_by_hand(kept), kept, tuple(_folded(kept, opened)))
    return CandidateGroup(section.heading, _is_by_hand(kept), kept, kept, section.key)


def with_folds(group: CandidateGroup, opened: frozenset[Kind]) -> CandidateGroup:
    """The group with other folds open; itself where it has none."""
    return group if group.heading else replace(group, rows=tuple(_folded(group.candidates, opened)))


def levels_under(groups: Iterable[CandidateGroup], chosen: Mapping[UUID, Level]) -> dict[str, Level]:
    """How much was chosen to be told under a heading, by its key, where it is the same for all ticked."""
    found: dict[str, Level] = {}
    for group in groups:
        levels = {chosen.get(one.entry.id) for one in group.candidates if one.ticked}
        level = levels.pop() if group.key and len(levels) == 1 else None
        if level is not None:
            found[group.key] = level
    return found


def reason_of(entry: Entry) -> CandidateReason:
    """Why an entry is ticked, or private."""
    if entry.is_for_agenda:
        return CandidateReason.ON_AGENDA
    return CandidateReason.SHAREABLE if entry.sharing is Sharing.SHAREABLE else CandidateReason.PRIVATE


def _folded(candidates: Iterable[Candidate], opened: frozenset[Kind]) -> Iterator[Row]:
    """Entries kind by kind, the most private last; many of one kind behind one row."""
    kinds: dict[Kind, list[Candidate]] = {}
    for candidate in candidates:
        kinds.setdefault(candidate.entry.kind, []).append(candidate)
    for kind, found in sorted(kinds.items(), key=lambda one: one[1][0].entry.IS_MOST_PRIVATE):
        if len(found) < FOLDED_FROM:
            yield from found
            continue
        yield Fold(kind, tuple(found), kind in opened)
        if kind in opened:
            yield from found


def _is_by_hand(candidates: Iterable[Candidate]) -> bool:
    return all(candidate.entry.IS_MOST_PRIVATE for candidate in candidates)


def _newest_first(candidate: Candidate) -> int:
    return -candidate.entry.day.toordinal()
