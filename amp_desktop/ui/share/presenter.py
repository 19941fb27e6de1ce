"""What could leave, what is ticked, and what is made of it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from uuid import UUID

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.share import Share
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format, Level
from amp_desktop.domain.summary_text import TimeSpan
from amp_desktop.journal import Journal
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.sharing import (
    DEFAULT_FORMAT,
    DEFAULT_TEMPLATE,
    Period,
    Template,
    audience_of,
    without_variant,
)
from amp_desktop.ui.share.brought import BroughtByTemplates
from amp_desktop.ui.share.chosen_template import ChosenTemplate
from amp_desktop.ui.share.draft_choices import DraftChoices
from amp_desktop.ui.share.periods import Choice, PeriodContext, context
from amp_desktop.ui.share.picture_files import PictureFiles
from amp_desktop.ui.share.prepared import Preparation
from amp_desktop.ui.share.reading import Reading
from amp_desktop.ui.share.rows import Candidate, CandidateGroup, grouped, levels_under, with_folds
from amp_desktop.ui.share.ways_out import WayOut


class SharePresenter:
    """Holds the ticks while the page lives: what was ticked by hand stays so, whatever time is looked at.

    Attributes:
        audience: For whom.
        choice: Which time was chosen; None for the usual one.
        dates: The two days set by hand.
        format: In which format.
        brought: What templates bring with them.
        meeting: For which meeting it is, if for one.
        draft: How much leaves of what, and what is worded anew for this time.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._context: PeriodContext | None = None
        self._offer: ShareOffer | None = None
        self._most_private: set[UUID] = set()
        self._groups: tuple[CandidateGroup, ...] = ()
        self._opened: frozenset[Kind] = frozenset()
        self.draft = ShareDraft()
        self.audience = ""
        self.choice: Choice | None = None
        self.dates = Period()
        self.format = DEFAULT_FORMAT
        self._template = ChosenTemplate(journal)
        self.brought = BroughtByTemplates()
        self._is_kept = True
        self.meeting: Meeting | None = None
        self._pictures: PictureFiles | None = None

    @property
    def template(self) -> str:
        """By which template, as its id."""
        return self._template.id

    @template.setter
    def template(self, template_id: str) -> None:
        self._template.choose(template_id)

    def made_by(self) -> Template:
        """By which template."""
        return self._template.made_by()

    def arranged(self) -> Template:
        """The same, with the sections that were chosen for this time, in their order."""
        return self._template.arranged(self.draft.order)

    def look_back(self, day: date) -> PeriodContext:
        """What times are counted from on that day.

        When something last left is looked up once for an audience and a day: what leaves now does not move
        the time under the mentee's hands, who may want the same in another format.
        """
        known = self._context
        if known is None or (known.audience, known.day) != (self.audience, day):
            known = context(self._journal, self.audience, day, self.meeting)
        self._context = replace(known, newest=self._journal.newest_day() or day)
        return self._context

    def seen(self) -> PeriodContext | None:
        """What times were counted from when the journal was last read."""
        return self._context

    def time(self, seen: PeriodContext) -> Choice:
        """Which time is looked back on: that which was chosen, else all of it, or what is usual."""
        return self.choice or (Choice.EVERYTHING if self.made_by().is_of_all_time else seen.usual)

    def reading(self, day: date) -> Reading:
        """What is to be read for the chosen time: its entries, and what is still open from before.

        Raises:
            JournalError: The journal cannot be read.
        """
        seen = self.look_back(day)
        period = seen.period(self.time(seen), self.dates)
        return Reading(self._journal, period, self.made_by())

    def take(self, offer: ShareOffer) -> None:
        """This could leave now."""
        self._offer = offer
        self._pictures = self._pictures or PictureFiles(self._journal.attachments)
        self._most_private |= {entry.id for entry in offer.entries if entry.IS_MOST_PRIVATE}
        self._groups = self._placed(offer)

    def choose_template(self, template: str) -> None:
        """Make the summary by this template; what was ticked by hand stays so.

        Raises:
            InvalidValueError: There is no such template.
        """
        self._journal.sharing.templates.find(template)
        with suppress(NotSavedError):  # what was ticked holds until another template was looked at
            self.flush()
        self.template = template
        self.bring()
        self.read_draft()
        self._place()

    def bring(self) -> None:
        """Take the audience and the format that the template brings with it."""
        self.audience = self.brought.audience(self.made_by(), self.audience)
        self.format = self.brought.format_for(self.made_by(), self.format)

    def choose_format(self, form: Format) -> None:
        """It leaves in this format, and so does what else is made until a template brings its own."""
        self.format = form
        self.brought.keep_format(self.made_by())

    def meet(self, meeting: Meeting) -> None:
        """Make the mentor's page for a meeting."""
        self.meeting = meeting
        self.choice = self._context = None
        self.choose_template(DEFAULT_TEMPLATE)

    def adopt(self, template: Template) -> None:
        """Go on with a template that was made of what is chosen: the draft need not say so any more.

        Raises:
            NotSavedError: The draft could not be kept.
        """
        told = self.section_levels()
        groups = (group for group in self._groups if group.key in told)
        now_usual = {candidate.entry.id for group in groups for candidate in group.candidates}
        levels = {entry: level for entry, level in self.draft.levels.items() if entry not in now_usual}
        self.template = template.id
        self.change_draft(replace(without_variant(self.draft), levels=levels))
        self._place()

    def tick(self, *entries: UUID, ticked: bool) -> None:
        """The mentee ticked entries, or took their ticks away."""
        self._hold(replace(self.draft, ticks={**self.draft.ticks, **dict.fromkeys(entries, ticked)}))
        self._is_kept = False

    def tick_all(self) -> None:
        """Tick everything but what is ticked one by one alone."""
        self.tick(*(one.entry.id for one in self._for_all()), ticked=True)

    def has_unticked(self) -> bool:
        """Whether `tick_all` would tick anything."""
        return any(not one.ticked for one in self._for_all())

    def _for_all(self) -> Iterator[Candidate]:
        readers = audience_of(self.audience)
        every = (one for group in self._groups for one in group.candidates)
        return (one for one in every if not readers.takes_by_hand_alone(one.entry))

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
        self._hold(self._journal.sharing.draft(self.made_by()))

    def change_draft(self, draft: ShareDraft) -> None:
        """Hold and keep what was chosen for this time.

        Raises:
            NotSavedError: It could not be kept; it holds until the journal is locked.
        """
        self._hold(draft)
        self._keep()

    def flush(self) -> None:
        """Keep the ticks, which are not written one by one.

        Raises:
            NotSavedError: They could not be kept.
        """
        if not self._is_kept:
            self._keep()

    def with_everything_at(self, level: Level | None) -> ShareDraft:
        """The draft in which so much leaves of all that is ticked; None for what the template says."""
        chosen = [group for group in self._groups if group.has_levels]
        entries = (one.entry.id for group in chosen for one in group.candidates if one.ticked)
        return self.draft.with_level(entries, level)

    def section_levels(self) -> dict[str, Level]:
        """How much was chosen to be told under a heading, where it is the same for all ticked there."""
        return levels_under(self._groups, self.draft.levels)

    def with_order(self, order: Iterable[str]) -> ShareDraft:
        """The draft with the sections in this order; the template's own is none that has to be said."""
        wanted = tuple(order)
        usual = tuple(section.key for section in self.made_by().sections)
        return replace(self.draft, order=() if wanted == usual else wanted)

    def is_begun(self) -> bool:
        """Whether anything was chosen for this time."""
        return replace(self.draft, seen=None) != ShareDraft()

    def start_anew(self) -> None:
        """Drop what was chosen for this time, and the ticks by hand.

        Raises:
            NotSavedError: What was kept could not be dropped.
        """
        self.meeting = self._context = None
        self.change_draft(ShareDraft())
        self._place()

    def _hold(self, draft: ShareDraft) -> None:
        before, self.draft = self.draft, draft
        if before.order != draft.order:
            self._place()
        else:
            choices = self._choices()
            self._groups = tuple(
                group.chosen(list(map(choices.renewed, group.candidates)), self._opened)
                for group in self._groups
            )

    def _keep(self) -> None:
        """Keep the draft. A self-care note is ticked each time: a lock drops that tick."""
        self._is_kept = True
        ticks = {one: ticked for one, ticked in self.draft.ticks.items() if one not in self._most_private}
        self._journal.sharing.keep_draft(replace(self.draft, ticks=ticks), self.made_by())

    def _place(self) -> None:
        if self._offer is not None:
            self._groups = self._placed(self._offer)

    def left_out(self) -> tuple[tuple[str, str], ...]:
        """The sections that are left out this time, each by its key and heading."""
        return self._template.left_out(self.draft.order)

    def changes_template(self) -> bool:
        """Whether anything that a template says is chosen otherwise for this time."""
        return without_variant(self.draft) != self.draft or bool(self.section_levels())

    def ticked(self) -> frozenset[UUID]:
        """What is ticked of what could leave."""
        return frozenset(c.entry.id for group in self._groups for c in group.candidates if c.ticked)

    def groups(self) -> tuple[CandidateGroup, ...]:
        """What could leave, under the template's headings; what a tick left alone is the same object."""
        return self._groups

    def preparation(self, dots_per_inch: float) -> Preparation | None:
        """What the summary is to be made of, or None while nothing is ticked."""
        ticked = self.ticked()
        if self._offer is None or not (ticked or self.made_by().is_form):
            return None
        sharing = self._journal.sharing
        return Preparation(
            sharing,
            self._offer,
            ticked,
            self.made_by(),
            self.audience,
            self.format,
            dots_per_inch,
            self.draft,
            self._pictures,
            self.meeting,
        )

    def candidates(self) -> int:
        """How many could leave."""
        return len(self._offer.entries) if self._offer else 0

    def let_out(self, way: WayOut, *, unlogged: bool = False) -> Share | None:
        """Note in the log what leaves, and let it.

        The ticks of self-care notes are gone then: each time anew.

        Args:
            way: What leaves, and how.
            unlogged: It leaves even where it cannot be noted.

        Returns:
            The log's line, if there is one.

        Raises:
            NotLoggedError: It could not be noted, and did not leave.
            JournalError: It could not leave.
        """
        summary = way.summary
        share = self._journal.sharing.let_out(
            summary.disclosure,
            summary.format,
            summary.data,
            way.leave,
            sent=way.protected,
            template=summary.template,
            audience=summary.audience,
            file_name=way.file_name,
            unlogged=unlogged,
        )
        self._untick_self_care()
        if share is not None and self.meeting is not None:
            with suppress(NotSavedError):  # it has left; the next one asks for its time then
                self._journal.sharing.was_meeting(share.id)
        with suppress(NotSavedError):  # it has left; the worst is that it is offered once more
            self._journal.sharing.keep_picture_words(self.draft.pictures)
            if self.made_by().keeps_its_draft:
                self._keep()
            else:
                self._is_kept = True
                self._journal.sharing.keep_draft(ShareDraft())
        return share

    def forget(self) -> None:
        """Drop every word."""
        self._offer = None
        self._most_private.clear()
        self.meeting = None
        self._groups = ()
        self._context = None
        self._template.forget()
        self.brought.forget()
        self._pictures = None
        self._is_kept = True
        self.draft = ShareDraft()
        self.audience = ""

    def _placed(self, offer: ShareOffer) -> tuple[CandidateGroup, ...]:
        choices = self._choices()
        candidates = [choices.candidate(entry, offer.period) for entry in offer.entries]
        time = TimeSpan(offer.period.since, offer.period.until)
        return grouped(self.arranged(), candidates, time, self._opened)

    def _choices(self) -> DraftChoices:
        return DraftChoices(self.draft, self.made_by(), self.arranged(), audience_of(self.audience))

    def _untick_self_care(self) -> None:
        draft = self.draft
        for entry_id in draft.ticks.keys() & self._most_private:
            draft = draft.with_tick(entry_id, None)
        self._hold(draft)
