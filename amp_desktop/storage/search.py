"""The search: words and filters in, a page of finds with their marks out."""

from sqlalchemy import Connection, RowMapping, select

from amp_desktop.domain.fields import prose_fields
from amp_desktop.domain.query import Cursor, EntryQuery, Mark, Page, SearchHit
from amp_desktop.storage.fulltext import matching
from amp_desktop.storage.rows import to_entry, to_list_row
from amp_desktop.storage.tables import ENTRY
from amp_desktop.storage.words import SearchWords


def search(
    connection: Connection, typed: str, query: EntryQuery, after: Cursor | None, limit: int
) -> Page[SearchHit]:
    """A page of the entries that hold everything typed, newest day first; nothing typed finds nothing."""
    words = SearchWords.typed(typed)
    if words.is_empty:
        return Page(())
    found = matching(query, words, after).limit(limit + 1).subquery()
    page = select(ENTRY).join(found, ENTRY.c.position == found.c[0])
    got = connection.execute(page.order_by(ENTRY.c.position.desc())).mappings().all()
    more = got[limit - 1]["position"] if len(got) > limit else None
    return Page(tuple(_hit(row, words) for row in got[:limit]), more)


def _hit(row: RowMapping, words: SearchWords) -> SearchHit:
    shown = to_list_row(row)
    snippet, marks = _snippet(row, words) or (shown.excerpt, ())
    return SearchHit(row=shown, title_marks=words.marks(shown.title), snippet=snippet, marks=marks)


def _snippet(row: RowMapping, words: SearchWords) -> tuple[str, tuple[Mark, ...]] | None:
    in_body = words.snippet(row["body"])
    if in_body:
        return in_body
    return next(filter(None, map(words.snippet, prose_fields(to_entry(row)).values())), None)
