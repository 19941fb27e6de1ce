"""The search: words and filters in, a page of finds with their marks out."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row

from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.fields import prose_fields, read_stored
from amp_desktop.domain.query import Cursor, EntryRow, HitSpan, Ranking, ResultPage, SearchHit
from amp_desktop.domain.search.search_words import Search
from amp_desktop.storage.pages import Pages
from amp_desktop.storage.rows import BEGINNING, LIST_COLUMNS, to_list_row
from amp_desktop.storage.search.terms import SearchWords
from amp_desktop.storage.tables import ENTRY

_ALL = 2**31
_IDS = Pages(ENTRY.c.position, ENTRY.c.id)
_WHOLE, _LISTED = Pages(*LIST_COLUMNS, ENTRY.c.body), Pages(*LIST_COLUMNS, BEGINNING)


def search(connection: Connection, search: Search, after: Cursor | None, limit: int) -> ResultPage[SearchHit]:
    """A page of the entries that a search means; nothing typed finds nothing, and filters alone a list."""
    words = SearchWords.of(search)
    if search.is_empty or (search.wanted and not words.terms):
        return ResultPage(())
    if not words.terms:
        rows, more = _LISTED.page(connection, search.query, after, limit, words)
        return ResultPage(tuple(map(_listed, rows)), more)
    ask = _WHOLE.best if search.ranking is Ranking.BEST and search.wanted else _WHOLE.page
    rows, more = ask(connection, search.query, after, limit, words)
    return ResultPage(tuple(_hit(row, words) for row in rows), more)


def ids(connection: Connection, search: Search) -> tuple[UUID, ...]:
    """The ids of all that a search means, newest day first; an empty search means everything."""
    words = SearchWords.of(search)
    if search.wanted and not words.terms:
        return ()
    rows, _ = _IDS.page(connection, search.query, None, _ALL, words)
    return tuple(UUID(row.id) for row in rows)


def _listed(row: Row[Any]) -> SearchHit:
    """A row in which no words were looked for."""
    shown = to_list_row(row)
    return SearchHit(row=shown, title_marks=(), snippet=shown.excerpt, marks=())


def _hit(row: Row[Any], words: SearchWords) -> SearchHit:
    shown = to_list_row(row)
    snippet, marks = _snippet(shown, row, words) or (shown.excerpt, ())
    return SearchHit(row=shown, title_marks=words.marks(shown.title), snippet=snippet, marks=marks)


def _snippet(shown: EntryRow, row: Row[Any], words: SearchWords) -> tuple[str, tuple[HitSpan, ...]] | None:
    in_body = words.snippet(in_words(row.body))
    if in_body or not words.stand_in(row.fields.replace("\\n", " ")):
        return (
            in_body  # without a look at the JSON first, half of a page's time would go into taking it apart
        )
    fields = prose_fields(read_stored(shown.kind, shown.values, shown.sharing))
    in_fields = map(words.snippet, map(in_words, fields.values()))
    return next((found for found in in_fields if found), None)
