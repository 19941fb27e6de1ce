"""What could leave, what is ticked, and what is made of it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.share import Share
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import TimeSpan
from amp_desktop.journal import Journal
from amp_desktop.journal.agenda import newest_day
from amp_desktop.journal.share import Offer
from amp_desktop.sharing import (
    DEFAULT_FORMAT,
    DEFAULT_TEMPLATE,
    Period,
    audience_of,
    find_template,
    preticked,
)
from amp_desktop.ui.share.periods import Choice, PeriodContext, context
from amp_desktop.ui.share.prepared import Preparation, PreparedSummary
from amp_desktop.ui.share.rows import Candidate, CandidateGroup, grouped, reason_of, with_folds


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
        draft: How much leaves of what, and what is worded anew for this time.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._context: PeriodContext | None = None
        self._by_hand: dict[UUID, bool] = {}
        self._offer: Offer | None = None
        self._groups: tuple[CandidateGroup, ...] = ()
        self._opened: frozenset[Kind] = frozenset()
        self._edited: frozenset[str] = frozenset()
        self.draft = ShareDraft()
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

    def tick_all(self) -> None:
        """Tick everything but what is ticked one by one alone."""
        for group in self._groups:
            for candidate in group.candidates:
                if not candidate.entry.IS_MOST_PRIVATE:
                    self._by_hand[candidate.entry.id] = True
        self._groups = tuple(map(self._as_ticked, self._groups))

    def open_fold(self, kind: Kind) -> None:
        """Show left-out entries of a kind one by one, or no longer."""
        self._opened ^= {kind}
        self._groups = tuple(with_folds(group, self._opened) for group in self._groups)

    # For this time

    def read_draft(self) -> None:
        """Go on with the share that was being prepared.

        Raises:
            JournalError: The journal cannot be read.
        """
        self._hold(self._journal.sharing.draft())

    def change_draft(self, draft: ShareDraft) -> None:
        """Hold and keep what was chosen for this time.

        Raises:
            NotSavedError: It could not be kept; it holds until the journal is locked.
        """
        self._hold(draft)
        self._journal.sharing.keep_draft(draft)

    def with_level(self, entries: Iterable[UUID], level: Level | None) -> ShareDraft:
        """The draft in which so much leaves of these entries; None for what the template says."""
        draft = self.draft
        for entry_id in entries:
            draft = draft.with_level(entry_id, level)
        return draft

    def with_words(self, key: str, words: str, source: str) -> ShareDraft:
        """The draft with these words at a place; its own ones are taken for none.

        Args:
            key: Names the place.
            words: Markdown, of which a line is taken; empty leaves the place out.
            source: What stands there by itself.
        """
        is_own = " ".join(words.split()) == source
        return self.draft.with_edit(key, None if is_own else WordingEdit(words, source))

    def is_begun(self) -> bool:
        """Whether anything was chosen for this time."""
        return bool(self._by_hand) or self.draft != ShareDraft()

    def start_anew(self) -> None:
        """Drop what was chosen for this time, and the ticks by hand.

        Raises:
            NotSavedError: What was kept could not be dropped.
        """
        self._by_hand.clear()
        self.change_draft(ShareDraft())
        if self._offer is not None:
            self._groups = self._placed(self._offer)

    def _hold(self, draft: ShareDraft) -> None:
        self.draft = draft
        self._edited = frozenset(key.partition(":")[0] for key in draft.edits)
        self._groups = tuple(map(self._as_ticked, self._groups))

    def ticked(self) -> frozenset[UUID]:
        """What is ticked of what could leave."""
        return frozenset(c.entry.id for group in self._groups for c in group.candidates if c.ticked)

    def groups(self) -> tuple[CandidateGroup, ...]:
        """What could leave, under the template's headings; what a tick left alone is the same object."""
        return self._groups

    def preparation(self, dots_per_inch: float) -> Preparation | None:
        """What the summary is to be made of, or None while nothing is ticked."""
        ticked = self.ticked()
        if self._offer is None or not ticked:
            return None
        sharing = self._journal.sharing
        return Preparation(
            sharing,
            self._offer,
            ticked,
            self.template,
            self.audience,
            self.format,
            dots_per_inch,
            self.draft,
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
        with suppress(NotSavedError):  # it has left; the worst is that it is offered once more
            self._journal.sharing.keep_draft(ShareDraft())
        return share

    def forget(self) -> None:
        """Drop every word."""
        self._offer = None
        self._groups = ()
        self._context = None
        self._by_hand.clear()
        self._edited = frozenset()
        self.draft = ShareDraft()
        self.audience = ""

    def _placed(self, offer: Offer) -> tuple[CandidateGroup, ...]:
        candidates = [self._candidate(entry) for entry in offer.entries]
        time = TimeSpan(offer.period.since, offer.period.until)
        return grouped(find_template(self.template), candidates, time, self._opened)

    def _candidate(self, entry: Entry) -> Candidate:
        since = self._offer.period.since if self._offer else None
        is_older = since is not None and entry.day < since
        ticked, level, is_edited = self._chosen(entry)
        return Candidate(entry, ticked, reason_of(entry), is_older, level, is_edited)

    def _chosen(self, entry: Entry) -> tuple[bool, Level | None, bool]:
        """Whether an entry is ticked, how much of it leaves, and whether it is worded anew."""
        section = find_template(self.template).section_of(entry)
        level: Level | None = None
        if section is not None and section.level is not Level.WHOLE:
            usual = audience_of(self.audience).level(section.level)
            level = self.draft.levels.get(entry.id, usual)
        return self._is_ticked(entry), level, str(entry.id) in self._edited

    def _is_ticked(self, entry: Entry) -> bool:
        by_hand = self._by_hand.get(entry.id)
        if by_hand is not None:
            return by_hand
        return preticked(entry, find_template(self.template), audience_of(self.audience))

    def _as_ticked(self, group: CandidateGroup) -> CandidateGroup:
        """The group as everything is chosen now; itself where nothing changed."""
        candidates = tuple(map(self._as_chosen, group.candidates))
        if all(now is then for now, then in zip(candidates, group.candidates, strict=True)):
            return group
        rows = candidates if group.heading else ()
        return with_folds(replace(group, candidates=candidates, rows=rows), self._opened)

    def _as_chosen(self, candidate: Candidate) -> Candidate:
        ticked, level, is_edited = chosen = self._chosen(candidate.entry)
        if chosen == (candidate.ticked, candidate.level, candidate.is_edited):
            return candidate
        return replace(candidate, ticked=ticked, level=level, is_edited=is_edited)

    def _untick_self_care(self) -> None:
        for entry in self._offer.entries if self._offer else ():
            if entry.IS_MOST_PRIVATE:
                self._by_hand.pop(entry.id, None)
        self._groups = tuple(map(self._as_ticked, self._groups))


MOST_AT_ONCE = 500
"""Entries that are read in a moment (0.2 ms each); more are read beside the window."""

MOST_TITLES = 2000
"""Titles of the whole journal that are compared with `[[links]]` in a moment (20 µs each)."""
