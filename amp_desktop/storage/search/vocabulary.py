"""Beginnings of words as the words of the index that begin so.

The index has lists of its own for beginnings of up to four letters. For a longer one FTS5 gathers every find
of every word that begins so before it gives the newest: 12 ms in a million entries. Asked for the words
themselves, which are few by then, it gives the newest at once: 0.3 ms, and as much for looking them up.
"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, bindparam, column, select, table, text

from amp_desktop.storage.search.terms import Term
from amp_desktop.storage.tables import FULL_TEXT, LONGEST_INDEXED_BEGINNING

MOST_WORDS = 30
"""Beginnings of more words are left to the index."""

_NAME = f"{FULL_TEXT}_word"
_CREATE = text(
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{_NAME} USING fts5vocab(main, {FULL_TEXT}, instance)"
)
"""It lists every place of every word, and so the first word of a range without reading where it stands."""
_WORD = table(_NAME, column("term"), schema="temp").c.term
_NEXT = select(_WORD).where(bindparam("first") <= _WORD, bindparam("beyond") > _WORD).limit(1)
_AFTER, _BEYOND = "\x01", "\U0010ffff"
"""Characters that no word of the index holds: before and after all that can follow a beginning."""


def spelled_out(connection: Connection, term: Term) -> tuple[Term, ...]:
    """What a term may mean, of which any is enough: whole words for a long beginning, or the term as it is.

    Args:
        connection: Within a transaction.
        term: Of a search.
    """
    *before, last = term.words
    if not term.is_prefix or len(last) <= LONGEST_INDEXED_BEGINNING:
        return (term,)
    words = list(_words(connection, last))
    if not 0 < len(words) <= MOST_WORDS:
        return (term,)
    return tuple(replace(term, words=(*before, word), is_prefix=False) for word in words)


def _words(connection: Connection, beginning: str) -> Iterator[str]:
    """The words of the index that begin so, in their order, and no more than one beyond `MOST_WORDS`."""
    connection.execute(_CREATE)
    first, beyond = beginning, beginning + _BEYOND
    for _ in range(MOST_WORDS + 1):
        word: str | None = connection.execute(_NEXT, {"first": first, "beyond": beyond}).scalar()
        if word is None:
            return
        yield word
        first = word + _AFTER
