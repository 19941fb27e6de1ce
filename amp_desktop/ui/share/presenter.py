"""What could leave, what is ticked, and what is made of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.share import Share
from amp_desktop.journal import Journal
from amp_desktop.journal.agenda import newest_day
from amp_desktop.journal.share import Offer
from amp_desktop.sharing import (
    DEFAULT_FORMAT,
    DEFAULT_TEMPLATE,
    Period,
    Section,
    Template,
    find_template,
    preticked,
)
from amp_desktop.ui.share.periods import Choice, PeriodContext, context
from amp_desktop.ui.share.prepared import Preparation, PreparedSummary


class Reason(StrEnum):
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
    """

    entry: Entry
    ticked: bool
    reason: Reason
    is_older: bool = False


@dataclass(frozen=True)
class Group:
    """Entries under one heading of the template.

    Attributes:
        heading: The template's.
        by_hand: Nothing in it is ever ticked but by hand.
        candidates: Newest day first; never empty.
    """

    heading: str
    by_hand: bool
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Reading:
    """A time of the journal to be read; it may be long."""

    journal: Journal
    period: Period

    def run(self, _progress: Callable[[int, int], None] | None = None) -> Offer:
        """Read it, here or on a worker.

        Raises:
            JournalError: The journal cannot be read.
        """
        return self.journal.sharing.offer(self.period.since, self.period.until)


class SharePresenter:
    """Holds the ticks while the page lives: what was ticked by hand stays so, whatever time is looked at.

    Attributes:
        audience: For whom.
        choice: Which time was chosen; None for the usual one.
        dates: The two days set by hand.
        format: In which form.
        template: By which template.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._context: PeriodContext | None = None
        self._by_hand: dict[UUID, bool] = {}
        self._offer: Offer | None = None
        self._groups: tuple[Group, ...] = ()
        self.audience = ""
        self.choice: Choice | None = None
        self.dates = Period()
        self.format = DEFAULT_FORMAT
        self.template = DEFAULT_TEMPLATE

    def look_back(self, day: date) -> PeriodContext:
        """What times are counted from on that day.

        When something last left is looked up once for an audience and a day: what leaves now does not move
        the time under the mentee's hands, who may want the same in another form.
        """
        known = self._context
        if known is None or (known.audience, known.day) != (self.audience, day):
            known = context(self._journal, self.audience, day)
        self._context = replace(known, newest=newest_day(self._journal) or day)
        return self._context

    def seen(self) -> PeriodContext | None:
        """What times were counted from when the journal was last read."""
        return self._context

    def reading(self, day: date) -> Reading:
        """What is to be read for the chosen time: its entries, and what is still open from before.

        Raises:
            JournalError: The journal cannot be read.
        """
        seen = self.look_back(day)
        period = seen.period(self.choice or seen.usual, self.dates)
        return Reading(self._journal, period)

    def is_long(self, reading: Reading) -> bool:
        """Whether reading it would hold up the window: many entries, or a journal of very many titles."""
        query = EntryQuery(since=reading.period.since, until=reading.period.until)
        return self._journal.count(query) > MOST_AT_ONCE or self._journal.count() > MOST_TITLES

    def take(self, offer: Offer) -> None:
        """This could leave now."""
        self._offer = offer
        self._groups = self._placed(offer)

    def choose_template(self, template: str) -> None:
        """Make the summary by this template; what was ticked by hand stays so.

        Raises:
            InvalidValueError: There is no such template.
        """
        find_template(template)
        self.template = template
        if self._offer is not None:
            self._groups = self._placed(self._offer)

    def tick(self, entry_id: UUID, *, ticked: bool) -> None:
        """The mentee ticked an entry, or took the tick away."""
        self._by_hand[entry_id] = ticked
        self._groups = tuple(map(self._as_ticked, self._groups))

    def ticked(self) -> frozenset[UUID]:
        """What is ticked of what could leave."""
        return frozenset(c.entry.id for group in self._groups for c in group.candidates if c.ticked)

    def groups(self) -> tuple[Group, ...]:
        """What could leave, under the template's headings; what a tick left alone is the same object."""
        return self._groups

    def preparation(self, dots_per_inch: float) -> Preparation | None:
        """What the summary is to be made of, or None while nothing is ticked."""
        ticked = self.ticked()
        if self._offer is None or not ticked:
            return None
        sharing = self._journal.sharing
        return Preparation(
            sharing, self._offer, ticked, self.template, self.audience, self.format, dots_per_inch
        )

    def candidates(self) -> int:
        """How many could leave."""
        return len(self._offer.entries) if self._offer else 0

    def let_out(
        self,
        summary: PreparedSummary,
        leave: Callable[[], None],
        file_name: str = "",
        *,
        unlogged: bool = False,
    ) -> Share | None:
        """Note in the log what leaves, and let it.

        The ticks of self-care notes are gone then: each time anew.

        Args:
            summary: What leaves.
            leave: Lets it.
            file_name: Where it goes, if into a file.
            unlogged: It leaves even where it cannot be noted.

        Returns:
            The log's line, if there is one.

        Raises:
            NotLoggedError: It could not be noted, and did not leave.
            JournalError: It could not leave.
        """
        share = self._journal.sharing.let_out(
            summary.disclosure,
            summary.format,
            summary.data,
            leave,
            template=summary.template,
            audience=summary.audience,
            file_name=file_name,
            unlogged=unlogged,
        )
        self._untick_self_care()
        return share

    def forget(self) -> None:
        """Drop every word."""
        self._offer = None
        self._groups = ()
        self._context = None
        self._by_hand.clear()
        self.audience = ""

    def _placed(self, offer: Offer) -> tuple[Group, ...]:
        return _grouped(find_template(self.template), [self._candidate(entry) for entry in offer.entries])

    def _candidate(self, entry: Entry) -> Candidate:
        since = self._offer.period.since if self._offer else None
        is_older = since is not None and entry.day < since
        return Candidate(entry, self._is_ticked(entry), _reason(entry), is_older)

    def _is_ticked(self, entry: Entry) -> bool:
        by_hand = self._by_hand.get(entry.id)
        return preticked(entry, find_template(self.template)) if by_hand is None else by_hand

    def _as_ticked(self, group: Group) -> Group:
        """The group with the ticks as they are now; itself where none changed."""
        now = [self._is_ticked(candidate.entry) for candidate in group.candidates]
        if all(ticked is candidate.ticked for ticked, candidate in zip(now, group.candidates, strict=True)):
            return group
        candidates = (
            candidate if candidate.ticked is ticked else replace(candidate, ticked=ticked)
            for ticked, candidate in zip(now, group.candidates, strict=True)
        )
        return replace(group, candidates=tuple(candidates))

    def _untick_self_care(self) -> None:
        for entry in self._offer.entries if self._offer else ():
            if entry.IS_MOST_PRIVATE:
                self._by_hand.pop(entry.id, None)
        self._groups = tuple(map(self._as_ticked, self._groups))


MOST_AT_ONCE = 500
"""Entries that are read in a moment (0.2 ms each); more are read beside the window."""

MOST_TITLES = 2000
"""Titles of the whole journal that are compared with `[[links]]` in a moment (20 µs each)."""


def _grouped(template: Template, candidates: Iterable[Candidate]) -> tuple[Group, ...]:
    """Under the template's headings, those that hold something; newest day first."""
    placed: dict[Section, list[Candidate]] = {section: [] for section in template.sections}
    for candidate in candidates:
        section = template.section_of(candidate.entry)
        if section is not None:
            placed[section].append(candidate)
    return tuple(
        Group(section.heading, _is_by_hand(found), tuple(sorted(found, key=_newest_first)))
        for section, found in placed.items()
        if found
    )


def _is_by_hand(candidates: Iterable[Candidate]) -> bool:
    return all(candidate.entry.IS_MOST_PRIVATE for candidate in candidates)


def _reason(entry: Entry) -> Reason:
    if entry.is_for_agenda:
        return Reason.ON_AGENDA
    return Reason.SHAREABLE if entry.sharing is Sharing.SHAREABLE else Reason.PRIVATE


def _newest_first(candidate: Candidate) -> int:
    return -candidate.entry.day.toordinal()
