"""What is read of an open journal: entries, lists, searches, tags and versions."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from amp_desktop.domain.clock import today
from amp_desktop.domain.dated_facts import Happening
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.query import (
    PAGE_SIZE,
    Cursor,
    EntryQuery,
    EntryRow,
    FieldOrder,
    HitSpan,
    Ranking,
    ResultPage,
    SearchHit,
    TagCount,
    Version,
)
from amp_desktop.domain.search.search_days import asks_for_today
from amp_desktop.domain.search.search_words import Search, parse
from amp_desktop.journal.choices import JournalChoices

_EVERYTHING = EntryQuery()


class JournalReading(JournalChoices):
    """The part of `Journal` that only reads."""

    def entry(self, entry_id: UUID) -> Entry:
        """The entry with this id, in the bin or not.

        Raises:
            UnknownEntryError: There is none.
        """
        return self._store.entry(entry_id)

    def find_id(self, beginning: str) -> UUID:
        """The id that begins so, as people type it in a terminal.

        Raises:
            UnknownEntryError: No id, or more than one, begins so.
        """
        return self._store.find_id(beginning)

    def rows(
        self,
        query: EntryQuery = _EVERYTHING,
        after: Cursor | None = None,
        limit: int = PAGE_SIZE,
        order: FieldOrder | None = None,
    ) -> ResultPage[EntryRow]:
        """A page of a list, newest day first or in the order of a field."""
        return self._store.rows(query, after, limit, order)

    def newest_day(self) -> date | None:
        """The last day that something was written about, or None while nothing was."""
        rows = self._store.rows(_EVERYTHING, limit=1).items
        return rows[0].day if rows else None

    def entries(self, query: EntryQuery = _EVERYTHING) -> Iterator[Entry]:
        """Every entry meant, newest day first, read as they are asked for."""
        return self._store.entries(query)

    def search(
        self,
        wanted: str | Search,
        query: EntryQuery = _EVERYTHING,
        after: Cursor | None = None,
        limit: int = PAGE_SIZE,
    ) -> ResultPage[SearchHit]:
        """A page of what a search finds among the entries that are meant, in the order that it asks for.

        Args:
            wanted: What was typed (`domain.search.search_words`), or what `read_search` read from it. What is
                not understood in it is passed over, so no input fails; nothing typed finds nothing.
            query: Among which entries.
            after: The end of the page before.
            limit: At most so many finds.
        """
        search = self.read_search(wanted) if isinstance(wanted, str) else wanted
        if search.is_empty or search.in_shared:
            return ResultPage(())
        return self._store.search(search.within(query), after, limit)

    def found_ids(self, search: Search, query: EntryQuery = _EVERYTHING) -> tuple[UUID, ...]:
        """The ids of all that a search finds among the entries that are meant, newest day first."""
        return () if search.in_shared else self._store.found_ids(search.within(query))

    def read_search(self, typed: str, ranking: Ranking = Ranking.NEWEST) -> Search:
        """The search that was typed, with what is not understood in it; a day ends when the mentee says.

        Args:
            typed: What was typed.
            ranking: The order that holds where none was typed.
        """
        return parse(typed, self.today() if asks_for_today(typed) else today(), ranking)

    def marks(self, search: Search, text: str) -> tuple[HitSpan, ...]:
        """Where in `text` the words of a search stand, in order, none overlapping."""
        from amp_desktop.storage.search.terms import SearchWords

        return SearchWords.of(search).marks(text)

    def count(self, query: EntryQuery = _EVERYTHING) -> int:
        """How many entries are meant."""
        return self._store.count(query)

    def tags(self) -> tuple[TagCount, ...]:
        """Every tag in use outside the bin, in the order of the alphabet."""
        return self._store.tags()

    def versions(self, entry_id: UUID) -> tuple[Version, ...]:
        """The kept versions of an entry, newest first."""
        return self._store.versions(entry_id)

    def version(self, entry_id: UUID, number: int) -> Entry:
        """The entry as it was in that version."""
        return self._store.version(entry_id, number)

    def happened(self, since: date | None = None, until: date | None = None) -> tuple[Happening, ...]:
        """What happened, oldest first: steps done, goals achieved or let go, help asked for, work done.

        Neither what lies in the bin is listed, nor what happened on a day that is not known.

        Args:
            since: The first day, itself included; None for all before.
            until: The last day, itself included; None for all after.
        """
        return self._store.happened(since, until)

    def data_version(self) -> int:
        """A number that changes when another process has written to the journal."""
        return self._store.data_version()
