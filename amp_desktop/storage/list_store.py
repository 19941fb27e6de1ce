"""The part of `Store` that lists, searches, counts, follows links and titles, and looks into versions."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from datetime import date, datetime
from typing import Self, TypeVar
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evidence import PinnedEvidence
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import (
    PAGE_SIZE,
    Cursor,
    EntryQuery,
    EntryRow,
    FieldOrder,
    FieldRow,
    Linked,
    ResultPage,
    SearchHit,
    TagCount,
    TitledEntry,
    Version,
)
from amp_desktop.domain.search.search_words import Search
from amp_desktop.storage import (
    facts,
    lists,
    pages,
    pins,
    renaming,
    versions,
)
from amp_desktop.storage.lists import KnownEntries
from amp_desktop.storage.reading import ReadingStore
from amp_desktop.storage.search import search, titles

T = TypeVar("T")

_EVERYTHING = EntryQuery()
_STREAM_PAGE = 200
MOST_REMEMBERED = 1_000
"""Entries that are remembered, those that are not asked for any more among them."""


class ListStore(ReadingStore):
    """Many entries as they are asked for. One method is one transaction."""

    _known: KnownEntries | None = None

    def rows(
        self,
        query: EntryQuery = _EVERYTHING,
        after: Cursor | None = None,
        limit: int = PAGE_SIZE,
        order: FieldOrder | None = None,
    ) -> ResultPage[EntryRow]:
        """A page of the entries that are meant, as a list shows them: newest day first, or in that order."""
        return self._read(lists.rows, query, after, limit, order)

    def entries(self, query: EntryQuery = _EVERYTHING) -> Iterator[Entry]:
        """All entries that are meant, newest day first, read in pages as they are asked for."""
        known = self._known
        if known is not None and len(known) > MOST_REMEMBERED:
            known.clear()
        return _all_pages(lambda after: self._read(lists.entries, query, after, _STREAM_PAGE, known), None)

    def remembering(self) -> Self:
        """The same, for what often asks for the same few entries: one that stands as before is made once."""
        view = copy(self)
        view._known = {}
        return view

    def values(self, query: EntryQuery) -> tuple[FieldRow, ...]:
        """The fields of all entries that are meant, oldest day first (see `lists.values`)."""
        return self._read(lists.values, query)

    def happened(self, since: date | None, until: date | None) -> tuple[Happening, ...]:
        """What happened on these days, oldest first (see `facts.happened`)."""
        return self._read(facts.happened, since, until)

    def newest_happened(
        self, sorts: Iterable[What], words: Iterable[str], limit: int
    ) -> tuple[Happening, ...]:
        """What happened of these sorts and has these words, newest first (see `facts.newest`)."""
        return self._read(facts.newest, sorts, words, limit)

    def pinned_evidence(self) -> tuple[PinnedEvidence, ...]:
        """What is evidence for which topic (see `pins.listed`)."""
        return self._read(pins.listed)

    def pinned_ids(self) -> frozenset[UUID]:
        """The entries outside the bin that are evidence for something."""
        return self._read(pins.pinned_ids)

    def search(
        self, wanted: Search, after: Cursor | None = None, limit: int = PAGE_SIZE
    ) -> ResultPage[SearchHit]:
        """A page of what a search finds, in the order that it asks for.

        Whatever was typed, it never raises for it. What fits best is looked for among the newest finds (see
        `pages.MOST_RANKED`).
        """
        return self._read(search.search, wanted, after, limit)

    def found_ids(self, wanted: Search) -> tuple[UUID, ...]:
        """The ids of all that a search finds, newest day first; an empty search finds everything."""
        return self._read(search.ids, wanted)

    def count(self, query: EntryQuery = _EVERYTHING) -> int:
        """How many entries are meant."""
        return self._read(pages.count, query)

    def count_by_day(self, query: EntryQuery = _EVERYTHING) -> dict[date, int]:
        """How many of the entries that are meant stand on each day that has any, oldest day first."""
        return self._read(pages.count_by_day, query)

    def first_day(self, query: EntryQuery = _EVERYTHING) -> date | None:
        """The oldest day that an entry that is meant stands on, or None."""
        return self._read(pages.first_day, query)

    def tags(self) -> tuple[TagCount, ...]:
        """The tags of entries outside the bin, in the order of the alphabet."""
        return self._read(lists.tags)

    def linked(self, entry_id: UUID, limit: int = PAGE_SIZE) -> Linked:
        """The newest entries outside the bin on both sides of this one's links (see `titles.linked`)."""
        return self._read(titles.linked, entry_id, limit)

    def titles_beginning(self, typed: str, limit: int, *, each: bool = False) -> tuple[TitledEntry, ...]:
        """Entries whose titles fit what is typed (see `titles.beginning`)."""
        return self._read(titles.beginning, typed, limit, each=each)

    def titled(self, ids: Iterable[UUID]) -> tuple[TitledEntry, ...]:
        """Those of these entries that have a title and are not in the bin, in this order."""
        return self._read(titles.titled, tuple(ids))

    def ids_by_title(self, named: Iterable[str]) -> dict[str, UUID]:
        """For each of these titles that an entry outside the bin bears, the newest such entry."""
        return self._read(titles.ids_by_title, tuple(named))

    def follow_title(
        self, entry_id: UUID, former: str, now: datetime, *, joining: bool = False
    ) -> tuple[Change, ...]:
        """Have the links to an entry's former title follow it (see `renaming.follow_title`).

        Raises:
            UnknownEntryError: There is no such entry.
        """
        return self._database.write(renaming.follow_title, entry_id, former, now, joining=joining)

    def would_join(self, entry_id: UUID, former: str) -> int:
        """In how many entries links do not follow, since another entry bears the title too.

        Raises:
            UnknownEntryError: There is no such entry.
        """
        return self._read(renaming.would_join, entry_id, former)

    def keep_title(self, entry_id: UUID, former: str) -> None:
        """Where links lead to the former title of an entry that has none now, have a version keep it.

        Raises:
            UnknownEntryError: There is no such entry.
        """
        if self._read(renaming.loses_title, entry_id, former):
            self._database.write(renaming.keep_title, entry_id, former)

    def last_title(self, entry_id: UUID) -> str:
        """The title of the newest kept version that had one, or an empty string."""
        return self._read(versions.last_title, entry_id)

    def rename_tag(
        self, former: str, tag: str, now: datetime, progress: Progress = unheard
    ) -> tuple[Change, ...]:
        """Call a tag otherwise in every entry, or with an empty `tag` take it away.

        Raises:
            CancelledError: `progress` called it off.
        """
        return self._database.write(renaming.rename_tag, former, tag, now, progress)

    def titles(self) -> Iterator[tuple[UUID, str]]:
        """The id and title of every entry that has a title, the bin included, oldest day first."""
        return _all_pages(lambda after: self._read(lists.titles, after or 0, 10 * _STREAM_PAGE), 0)

    # Versions

    def versions(self, entry_id: UUID) -> tuple[Version, ...]:
        """The kept former states of an entry, newest first."""
        return self._read(versions.kept, entry_id)

    def version(self, entry_id: UUID, number: int) -> Entry:
        """The entry as it was.

        Raises:
            UnknownEntryError: No such state was kept.
        """
        return self._read(versions.load, entry_id, number)


def _all_pages(page: Callable[[Cursor | None], ResultPage[T]], first: Cursor | None) -> Iterator[T]:
    after = first
    while True:
        got = page(after)
        yield from got.items
        if got.next is None:
            return
        after = got.next
