"""Where a list's rows come from: the whole journal or what a search finds, through one narrow door."""

from dataclasses import dataclass, field, replace
from datetime import date

from amp_desktop.domain.query import PAGE_SIZE, Cursor, EntryQuery, EntryRow, Page, SearchHit
from amp_desktop.journal import Journal


@dataclass(frozen=True)
class EntrySource:
    """What a list shows.

    Every row is a `SearchHit`; without words nothing in it is marked and its snippet is the excerpt.

    Attributes:
        journal: Where it is read.
        query: Which entries are meant.
        words: What is looked for; empty for all of them.
    """

    journal: Journal
    query: EntryQuery = field(default_factory=EntryQuery)
    words: str = ""

    def page(self, after: Cursor | None = None, limit: int = PAGE_SIZE) -> Page[SearchHit]:
        """The rows after `after`, newest day first."""
        return self._read(self.query, after, limit)

    def of_day(self, day: date, limit: int) -> tuple[SearchHit, ...]:
        """The first rows of one day, in the order in which the whole list holds them."""
        if not self.spans(day):
            return ()
        return self._read(replace(self.query, since=day, until=day), None, limit).items

    def spans(self, day: date) -> bool:
        """Whether entries of that day are meant at all."""
        since, until = self.query.since, self.query.until
        return (since is None or since <= day) and (until is None or day <= until)

    def _read(self, query: EntryQuery, after: Cursor | None, limit: int) -> Page[SearchHit]:
        if self.words:
            return self.journal.search(self.words, query, after, limit)
        rows = self.journal.rows(query, after, limit)
        return Page(tuple(map(as_hit, rows.items)), rows.next)


def as_hit(row: EntryRow) -> SearchHit:
    """A row that nothing was looked for in."""
    return SearchHit(row=row, title_marks=(), snippet=row.excerpt, marks=())
