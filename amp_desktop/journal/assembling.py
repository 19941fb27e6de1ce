"""Texts that are put together over weeks, from the whole journal: what could go in, and what does."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.entry import PLANS_TAG, Entry, Sharing
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.sharing import Period, Template, audience_of, preticked

if TYPE_CHECKING:
    from amp_desktop.journal.share import JournalSharing
    from amp_desktop.storage.store import Store

_ASSEMBLED = frozenset(
    kind
    for kind, made in ENTRY_TYPES.items()
    if made.assembled_lines is not Entry.assembled_lines and not made.IS_MOST_PRIVATE
)
"""The kinds that tell more of themselves in an assembled text than what was pinned."""


class JournalAssembling:
    """Self-assessments, the submission, a handover: each has a draft of its own (`JournalSharing.draft`)."""

    def __init__(self, store: "Store", sharing: "JournalSharing") -> None:
        """Stand beside what leaves the journal.

        Args:
            store: Without what is sealed.
            sharing: Makes the offers, and keeps the drafts.
        """
        self._store = store
        self._sharing = sharing

    def offer(self, *, always: Iterable[UUID] = (), only: Sharing | None = None) -> ShareOffer:
        """What an assembled text can be put together of, from the whole journal.

        Goals, milestones and whatever else tells something of itself there, what is pinned as evidence, and
        what is tagged as a plan; nothing else is read, however long the journal is.

        Args:
            always: Entries that are among them in any case.
            only: Beside those, only what is marked so.

        Raises:
            UnknownEntryError: There is no entry with one of the ids.
            SealedError: One of the entries is sealed.
        """
        always = tuple(always)
        self._sharing.require_unsealed(always)
        told = EntryQuery(kinds=_ASSEMBLED, sharing=only)
        entries = {entry.id: entry for entry in self._store.entries(told)}
        plans = self._store.entries(EntryQuery(tags=(PLANS_TAG,), sharing=only))
        entries.update((entry.id, entry) for entry in plans)
        others = self._store.several({*always, *self._store.pinned_ids()} - entries.keys())
        entries.update((one.id, one) for one in others if one.id in always or only in (None, one.sharing))
        return self._sharing.offer_of(entries.values(), Period())

    def assemble(
        self, template: str | Template, *, audience: str = "", always: Iterable[UUID] = ()
    ) -> tuple[ShareOffer, frozenset[UUID], ShareDraft]:
        """What goes into an assembled text as it was left: what was worded and ticked for it stands.

        Args:
            template: Which text.
            audience: For whom.
            always: Entries that could go in in any case.

        Returns:
            What could go in, what does, and what was chosen.

        Raises:
            InvalidValueError: There is no such template.
            UnknownEntryError: There is no entry with one of the ids.
            SealedError: One of the entries is sealed.
        """
        made = self._sharing.templates.find(template) if isinstance(template, str) else template
        readers, draft = audience_of(audience), self._sharing.draft(made)
        by_hand = self._store.known_ids(one for one, ticked in draft.ticks.items() if ticked)
        offer = self.offer(always=(*always, *by_hand), only=Sharing.SHAREABLE)
        ticked = frozenset(
            entry.id
            for entry in offer.entries
            if draft.ticks.get(entry.id, entry.id in offer.shareable and preticked(entry, made, readers))
        )
        return offer, ticked, draft
