"""From the journal to the door: what could leave, what does, and the log of what has.

What is sealed is not seen from here, but for its titles, which are to be told as "another entry".
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import (
    CannotExportError,
    InvalidValueError,
    MayHaveLeftError,
    NotLoggedError,
    NotSavedError,
    SealedError,
    UnknownEntryError,
)
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.meeting_casts import as_meeting
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.share import Share
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format, PictureFile
from amp_desktop.domain.traits import Trait
from amp_desktop.domain.waiting import Waiting
from amp_desktop.journal.assembling import JournalAssembling
from amp_desktop.journal.choices import kept_program
from amp_desktop.journal.evidence import known_name
from amp_desktop.journal.meetings import resolved
from amp_desktop.journal.share_log import QUESTION as QUESTION
from amp_desktop.journal.share_log import ShareLog
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.journal.summary_templates import JournalSummaryTemplates
from amp_desktop.sharing import (
    DEFAULT_FORMAT,
    DEFAULT_TEMPLATE,
    Disclosure,
    Period,
    ReadyQuestion,
    Template,
    disclose,
    find_renderer,
    linked_names,
    names_of,
    nudge,
    read_back,
    ready_question,
    render,
)
from amp_desktop.sharing.markdown.texts_read import TextsRead

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_DRAFT = "share being prepared"


class JournalSharing(ShareLog):
    """What leaves an open journal, and how.

    Attributes:
        templates: What a summary can be made by.
        assembling: Texts that are put together over weeks.
    """

    def __init__(self, store: "Store", clock: Clock) -> None:
        self.templates = JournalSummaryTemplates(store)
        self._store = store.without_sealed()
        self._own = store
        self._whole = store.whole()
        self._clock = clock
        self._read = TextsRead()
        self.assembling = JournalAssembling(self._store, self)

    def offer(
        self,
        since: date | None = None,
        until: date | None = None,
        *,
        always: Iterable[UUID] = (),
        template: str | Template = DEFAULT_TEMPLATE,
    ) -> ShareOffer:
        """What could leave: the entries from `since` to `until`, both included, what is open, what happened.

        By a template that is made of pins it is what is pinned, of whatever day; by that of the kick-off
        it is the entry in which the expectations of both sides stand.

        Args:
            since: The first day; None for the beginning.
            until: The last day; None for no end.
            always: Entries that are among them whatever their day.
            template: By which template.

        Raises:
            InvalidValueError: There is no such template.
            UnknownEntryError: There is no entry with one of the ids.
            SealedError: One of the entries is sealed.
        """
        always = tuple(always)
        self.require_unsealed(always)
        if self._template(template).is_of_pins:
            return self.offer_of(self._store.several({*self._store.pinned_ids(), *always}), Period())
        if self._template(template).is_of_expectations:
            return self.offer_of(self._store.several({*self._expectations(), *always}), Period())
        entries = {entry.id: entry for entry in self._store.entries(EntryQuery(since=since, until=until))}
        if since is not None or until is not None:
            still_open = self._store.entries(EntryQuery(traits=frozenset({Trait.OPEN}), until=until))
            entries.update((entry.id, entry) for entry in still_open)
            always = {*always, *(happening.entry for happening in self._store.happened(since, until))}
        others = self._store.several(entry_id for entry_id in always if entry_id not in entries)
        entries.update((entry.id, entry) for entry in others)
        return self.offer_of(entries.values(), Period(since, until))

    def _expectations(self) -> tuple[UUID, ...]:
        """The entry in which the expectations of both sides stand, if it can leave."""
        wanted = kept_program(self._store).details.expectations
        if wanted is None:
            return ()
        with suppress(UnknownEntryError):  # it is gone, or sealed, which this store does not see
            entry = self._store.entry(wanted)
            return () if entry.binned_at is not None or entry.is_sealed else (wanted,)
        return ()

    def _template(self, template: str | Template) -> Template:
        return self.templates.find(template) if isinstance(template, str) else template

    def offer_of(self, entries: Iterable[Entry], period: Period) -> ShareOffer:
        """These entries as what could leave."""
        offered = resolved(self._store, (entry for entry in entries if entry.IS_KNOWN))
        return ShareOffer(period, offered, self.linked_titles(offered), kept_program(self._store))

    def disclose(
        self,
        offer: ShareOffer,
        ticked: Collection[UUID],
        *,
        template: str | Template = DEFAULT_TEMPLATE,
        audience: str = "",
        draft: ShareDraft | None = None,
        meeting: Meeting | None = None,
        pictures: Mapping[str, PictureFile] | None = None,
    ) -> Disclosure:
        """The complete text that leaves when these entries of the offer are ticked.

        Args:
            offer: Among which was chosen.
            ticked: Ids of what leaves.
            template: How it is ordered; its id, or the name of one of the mentee's own, will do.
            audience: For whom.
            draft: Levels, wordings and names for this time; None for what the template says.
            meeting: For which meeting it is, if for one.
            pictures: Those that were ticked, by their keys (see `picture_key`).

        Raises:
            InvalidValueError: There is no such template.
        """
        with self._read.in_use():
            return disclose(
                offer.entries,
                ticked=ticked,
                template=self._template(template).named(known_name(self._store)),
                period=offer.period,
                audience=audience,
                program=offer.program,
                titles=offer.titles,
                draft=draft or ShareDraft(),
                occasion=meeting.occasion if meeting is not None else "",
                pictures=pictures or {},
            )

    def read_back(self, meeting: Meeting) -> tuple[Disclosure, str]:
        """What was agreed in a meeting as it leaves, in at most eight lines; no text where nothing was.

        Raises:
            SealedError: The meeting is sealed.
        """
        if meeting.is_sealed:
            raise sealed()
        (known,) = resolved(self._store, [meeting])
        return read_back(as_meeting(known), self.linked_titles([known]))

    def nudge(self, waiting: Waiting) -> tuple[Disclosure, str]:
        """A kind reminder of something that somebody has not answered yet, as it leaves.

        Raises:
            UnknownEntryError: What it comes from is gone.
            SealedError: It is sealed.
        """
        self.require_unsealed([waiting.entry])
        entry = self._store.entry(waiting.entry)
        return nudge(waiting, entry, self.linked_titles([entry]))

    def question(self, challenge: Challenge) -> ReadyQuestion:
        """A challenge as a question ready to be asked, as it leaves, with what there is to know before.

        Raises:
            UnknownEntryError: It is gone.
        """
        offer = self.offer(challenge.day, challenge.day, always=[challenge.id])
        door = self.disclose(offer, {challenge.id}, template=QUESTION)
        return ready_question(challenge, door, offer.names)

    def draft(self, template: str | Template = DEFAULT_TEMPLATE) -> ShareDraft:
        """What was chosen for the share that is being prepared; what is written for long has its own."""
        kept = self._store.setting(_draft_of(self._template(template)))
        try:
            return ShareDraft() if kept is None else ShareDraft.from_json(kept)
        except InvalidValueError:  # a newer version's
            return ShareDraft()

    def keep_draft(self, draft: ShareDraft, template: str | Template = DEFAULT_TEMPLATE) -> None:
        """Keep what was chosen until the share has left, or was dropped; what is written for long stays.

        Raises:
            NotSavedError: It could not be kept.
        """
        self._store.set_setting(_draft_of(self._template(template)), draft.to_json())

    def forget_in_drafts(self, ids: Iterable[UUID]) -> None:
        """Drop what was worded and ticked of these entries for shares that are being prepared.

        Raises:
            NotSavedError: It could not be dropped.
        """
        gone = frozenset(ids)
        for template in self.templates.all():
            if self.draft(template).without(gone) == self.draft(template):
                continue
            with self._store.at_once():
                self.keep_draft(self.draft(template).without(gone), template)

    def render(self, disclosure: Disclosure, form: Format) -> bytes:
        """The summary as a file's bytes, or as text in UTF-8."""
        return render(disclosure.summary, form)

    def save(self, data: bytes, path: Path) -> None:
        """Write a rendered summary to a file, whole or not at all.

        Raises:
            CannotExportError: The place cannot be written; what was there still is.
        """
        from amp_desktop.exchange.export.export import write_file

        write_file(path, data)

    def let_out(
        self,
        disclosure: Disclosure,
        form: Format,
        data: bytes,
        leave: Callable[[], None],
        *,
        sent: bytes | None = None,
        template: str = DEFAULT_TEMPLATE,
        audience: str = "",
        file_name: str = "",
        unlogged: bool = False,
    ) -> Share | None:
        """Let a summary leave: first the log, then the door.

        Args:
            disclosure: What it tells.
            form: In which format.
            data: The summary in that format.
            leave: Lets it out, as for `log_first`.
            sent: The bytes that leave, where a passphrase protects them; else those of the summary do.
            template: What it was made by.
            audience: For whom.
            file_name: Where it goes, if into a file.
            unlogged: The mentee lets it leave without a note in the log, where none can be made.

        Returns:
            The log's line, or None where none could be made and none was needed.

        Raises:
            NotLoggedError: It could not be noted, so it did not leave.
        """
        share = self._share(disclosure, form, data, template, audience, file_name)
        if sent is not None:
            share = replace(share, sha256=sha256(sent).hexdigest())
        return share if self.log_first(share, leave, unlogged=unlogged) else None

    def log_first(self, share: Share, leave: Callable[[], None], *, unlogged: bool = False) -> bool:
        """Let something leave: first the log, then the door.

        Args:
            share: What the log is to say of it.
            leave: Lets it out; the log forgets it again when it raises that nothing could be written.
            unlogged: The mentee lets it leave without a note in the log, where none can be made.

        Returns:
            Whether it stands in the log.

        Raises:
            NotLoggedError: It could not be noted, so it did not leave.
        """
        try:
            self._note(share)
        except NotSavedError as error:
            if not unlogged:
                raise NotLoggedError(
                    "Nothing left, for the journal cannot note it in the list of what was shared.", str(error)
                ) from error
            leave()
            return False
        try:
            leave()
        except MayHaveLeftError:
            raise
        except CannotExportError:
            with suppress(NotSavedError):  # a line too many is better than one too few
                self._store.take_out_share(share.id)
            raise  # of all else, such as a pipe that broke, nobody knows what had left by then
        return True

    def _share(
        self, disclosure: Disclosure, form: Format, data: bytes, template: str, audience: str, file_name: str
    ) -> Share:
        """The log's line; what is no text, as a PDF, is kept as the Markdown of the same summary."""
        is_text = find_renderer(form).is_text
        text = data if is_text else render(disclosure.summary, DEFAULT_FORMAT)
        return Share(
            shared_at=self._clock(),
            to_whom=audience,
            template=template,
            format=form,
            entry_ids=disclosure.entries,
            text=text.decode(),
            sha256=sha256(data).hexdigest(),
            file_name=file_name,
        )

    def _note(self, share: Share) -> None:
        with self._store.at_once():
            self._keep_meetings(self._no_meetings() | {str(share.id)})  # unless the mentee says otherwise
            self._store.record_share(share)

    def require_unsealed(self, ids: Iterable[UUID]) -> None:
        """Refuse what is sealed with its own sentence, and not as what is gone.

        Raises:
            SealedError: One of the entries is sealed.
        """
        asked = tuple(ids)
        hidden = frozenset(asked) - self._store.known_ids(asked) if asked else ()
        if hidden and any(one.is_sealed for one in self._whole.several(self._whole.known_ids(hidden))):
            raise sealed()

    def linked_titles(self, entries: Iterable[Entry]) -> frozenset[str]:
        """The titles of the journal that a `[[link]]` in these entries may mean; rather one too many."""
        names = linked_names(entries)
        if not names:
            return frozenset()
        return frozenset(title for _, title in self._whole.titles() if names & names_of(title))


def sealed() -> SealedError:
    """What a person reads who wants to share what is sealed."""
    return SealedError(
        "This entry is sealed: it never leaves the journal.", "Unseal it first, if it is to leave."
    )


def _draft_of(template: Template) -> str:
    """Under which name a draft is kept."""
    return f"{_DRAFT}: {template.id}" if template.keeps_its_draft else _DRAFT
