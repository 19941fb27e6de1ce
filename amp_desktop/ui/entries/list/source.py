"""Where a list's rows come from: the whole journal or what a search finds, through one narrow door."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from amp_desktop.domain.query import (
    PAGE_SIZE,
    Cursor,
    EntryQuery,
    EntryRow,
    FieldOrder,
    Ranking,
    ResultPage,
    SearchHit,
)
from amp_desktop.domain.search.search_words import Search
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.plain_line import plain_line


@dataclass(frozen=True)
class EntrySource:
    """What a list shows.

    Every row is a `SearchHit` whose snippet is plain words; without words to look for, nothing in it is
    marked and the snippet is the excerpt.

    Attributes:
        journal: Where it is read.
        query: Which entries are meant.
        search: What is looked for among them; an empty one for all of them.
        order: In which order they come where nothing is looked for; None for the newest day first.
    """

    journal: Journal
    query: EntryQuery = field(default_factory=EntryQuery)
    search: Search = field(default_factory=Search)
    order: FieldOrder | None = None

    def page(self, after: Cursor | None = None, limit: int = PAGE_SIZE) -> ResultPage[SearchHit]:
        """The rows after `after`, in the order that the search asks for."""
        return self._read(self.query, after, limit)

    def of_day(self, day: date, limit: int) -> tuple[SearchHit, ...]:
        """The first rows of one day, in the order in which the whole list holds them."""
        if not self.spans(day):
            return ()
        of_day = EntryQuery(since=day, until=day)
        return self._read(self.query.within(of_day), None, limit).items

    def one(self, entry_id: UUID) -> SearchHit | None:
        """The row of one entry, if it is meant: no other is read for it."""
        alone = self.query.within(EntryQuery(entry=entry_id))
        return next(iter(self._read(alone, None, 1).items), None)

    def whatever_it_is(self, entry_id: UUID) -> SearchHit | None:
        """The row of one entry outside the bin, be it meant or not."""
        return next(map(as_hit, self.journal.rows(EntryQuery(entry=entry_id), limit=1).items), None)

    def ids(self) -> tuple[UUID, ...]:
        """All that is meant, also what was not read yet."""
        return self.journal.found_ids(self.search, self.query)

    def count(self) -> int:
        """How many rows there are, those included that were not read yet."""
        if self.search.is_empty:
            return self.journal.count(self.query)
        return len(self.journal.found_ids(self.search, self.query))

    @property
    def is_by_day(self) -> bool:
        """Whether the newest day comes first, and not what fits best."""
        by_day = self.search.ranking is Ranking.NEWEST or not self.search.wanted
        return by_day and self.order is None

    def spans(self, day: date) -> bool:
        """Whether entries of that day are meant at all."""
        meant = self.query.within(self.search.query)
        since, until = meant.since, meant.until
        return (since is None or since <= day) and (until is None or day <= until)

    def _read(self, query: EntryQuery, after: Cursor | None, limit: int) -> ResultPage[SearchHit]:
        if not self.search.is_empty:
            found = self.journal.search(self.search, query, after, limit)
            return ResultPage(tuple(map(_in_plain_words, found.items)), found.next)
        rows = self.journal.rows(query, after, limit, self.order)
        return ResultPage(tuple(map(as_hit, rows.items)), rows.next)


def as_hit(row: EntryRow) -> SearchHit:
    """A row that nothing was looked for in."""
    return SearchHit(row=row, title_marks=(), snippet=plain_line(row.excerpt)[0], marks=())


def _in_plain_words(hit: SearchHit) -> SearchHit:
    snippet, marks = plain_line(hit.snippet, hit.marks)
    return SearchHit(row=hit.row, title_marks=hit.title_marks, snippet=snippet, marks=marks)
