"""The full text of entries: what goes into the index, and how it is asked.

Besides the words, the index holds *facets*: one made-up word for an entry's kind, status, and each of its
tags and traits, beginning with a character that no text can hold. A filtered list is then a search without
words, a filtered search one with more words, and both come newest first and stop at the end of the page,
however rare what is asked for. What an entry is only marked with is no facet (see `flags`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from operator import attrgetter
from uuid import UUID

from sqlalchemy import (
    Connection,
    bindparam,
    column,
    delete,
    insert,
    table,
    text,
)

from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.fields import prose_fields
from amp_desktop.domain.query import EntryQuery, Exclusions
from amp_desktop.domain.traits import traits_of
from amp_desktop.storage import many
from amp_desktop.storage.attachments import attachments
from amp_desktop.storage.placed import Placed
from amp_desktop.storage.search.flags import FLAGS_OF_TRAITS
from amp_desktop.storage.search.fold import PRIVATE_USE, folded
from amp_desktop.storage.search.terms import SearchWords, Term
from amp_desktop.storage.search.vocabulary import spelled_out
from amp_desktop.storage.tables import CREATE_FULL_TEXT, FULL_TEXT

INDEX = table(FULL_TEXT, *map(column, ("rowid", "title", "body", "rest", "facets")))
_PUT = insert(INDEX).prefix_with("OR REPLACE")
_SET = insert(table(FULL_TEXT, column(FULL_TEXT), column("rank"))).values(
    {FULL_TEXT: bindparam("option"), "rank": bindparam("value")}
)
_USUAL = {"automerge": 4, "hashsize": 2**20}
"""Four pieces of the index are merged to one; what is put in becomes a piece once it fills a megabyte."""
_FOR_MANY = {"automerge": 0, "hashsize": 2**24}
_DELETE = delete(INDEX).where(INDEX.c.rowid == bindparam("position"))


def create(connection: Connection) -> None:
    """Make the empty index."""
    connection.execute(text(CREATE_FULL_TEXT))


@contextmanager
def without_merging(connection: Connection, number: int) -> Iterator[None]:
    """Take many texts out of the index, or put many in, and leave tidying it up to what is saved later.

    FTS5 merges pieces of its index after each write. Of a thousand texts taken out and put in again, most of
    the time would go into pieces that are merged to be torn at once: 2 s, and so 0.25. Where they also go in
    in their order, and all of them become one piece, it is 0.05.
    """
    if number < many.MANY:
        yield
        return
    connection.execute(_SET, _options(_FOR_MANY))
    yield
    connection.execute(_SET, _options(_USUAL))


def _options(values: Mapping[str, int]) -> list[dict[str, object]]:
    return [{"option": option, "value": value} for option, value in values.items()]


def put(connection: Connection, placed: Iterable[Placed]) -> None:
    """Put entries into the index, each in place of what stands there at its position, if anything does.

    They go in in the order of their positions: FTS5 begins a new piece of its index wherever one goes back.
    """
    in_order = sorted(placed, key=attrgetter("position"))
    wanted = {used for one in in_order for used in one.attached}
    names = attachments.names(connection, wanted) if wanted else {}
    if documents := [_document(one, names) for one in in_order]:
        connection.execute(_PUT, documents)


def remove(connection: Connection, at: Iterable[int]) -> None:
    """Take what stands at these positions out of the index."""
    if gone := [{"position": position} for position in sorted(at)]:
        connection.execute(_DELETE, gone)


def _document(placed: Placed, names: Mapping[UUID, str]) -> dict[str, object]:
    entry = placed.entry
    prose = tuple(prose_fields(entry).values())
    attached = [names[used] for used in placed.attached if used in names]
    return {
        "rowid": placed.position,
        "title": folded(entry.title),
        "body": folded(in_words(entry.body)),
        "rest": folded(in_words("\n".join([*prose, *entry.tags, *attached]))),
        "facets": " ".join(_facets_of(placed, prose)),
    }


_SIGN = chr(PRIVATE_USE.start)


def _facet(name: str, value: str = "") -> str:
    """A word that no text holds; the value in hexadecimal, so that it stays one word whatever is in it."""
    return _SIGN + name + value.encode(errors="surrogatepass").hex()


_ANY = _facet("journal")


def _facets_of(placed: Placed, prose: Iterable[str]) -> Iterator[str]:
    entry = placed.entry
    yield _facet("kind", entry.kind)
    yield from (_facet("tag", tag.casefold()) for tag in placed.tags)
    if entry.state:
        yield _facet("state", entry.state)
    yield from (_facet("trait", trait) for trait in traits_of(entry, prose) if trait not in FLAGS_OF_TRAITS)
    yield _ANY


def asks_for_nothing(query: EntryQuery, words: SearchWords) -> bool:
    """Whether neither words nor facets are asked for, nor left out: only days and flags."""
    return words.is_empty and not [*_facets_wanted(query), *_facets_left_out(query.exclusions)]


def expression(connection: Connection, query: EntryQuery, words: SearchWords) -> str:
    """What is asked for, in FTS5's language; days (see `pages`) and flags are not part of it."""
    term = partial(_any_spelling, connection)
    wanted = [*map(term, words.terms), *_facets_wanted(query)] or [_any_of([_ANY])]
    unwanted = [*map(term, words.unwanted), *_facets_left_out(query.exclusions)]
    met = " AND ".join(wanted)
    return f"({met}) NOT ({' OR '.join(unwanted)})" if unwanted else met


def expression_of_tag(tag: str) -> str:
    """What asks for every entry with a tag, the bin included."""
    return _any_of([_facet("tag", tag.casefold())])


def expression_of_title(connection: Connection, words: Sequence[str], *, at_start: bool) -> str:
    """What asks for titles, the bin included, that begin with folded words, or in which each begins a word.

    Where they begin the title, only the last of them may be the beginning of a word.
    """
    if at_start:
        titles = spelled_out(connection, Term(tuple(words), is_prefix=True, typed=""))
        meant = " OR ".join(f"^ {_quoted(title)}" for title in titles)
    else:
        each = (Term((word,), is_prefix=True, typed="") for word in words)
        meant = " AND ".join(_any_spelling(connection, word) for word in each)
    return f"{{title}} : ({meant})"


def _facets_wanted(query: EntryQuery) -> Iterator[str]:
    if query.kinds:
        yield _any_of(_facet("kind", kind) for kind in sorted(query.kinds))
    if query.states:
        yield _any_of(_facet("state", state) for state in sorted(query.states))
    yield from (_any_of([_facet("trait", trait)]) for trait in sorted(query.traits - FLAGS_OF_TRAITS.keys()))
    yield from (_any_of([_facet("tag", tag.casefold())]) for tag in query.tags)


def _facets_left_out(exclusions: Exclusions) -> Iterator[str]:
    for name, values in (
        ("kind", sorted(exclusions.kinds)),
        ("state", sorted(exclusions.states)),
        ("trait", sorted(exclusions.traits - FLAGS_OF_TRAITS.keys())),
        ("tag", [tag.casefold() for tag in exclusions.tags]),
    ):
        if values:
            yield _any_of(_facet(name, value) for value in values)


def _any_of(facets: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{facet}"' for facet in facets) + ")"


def _any_spelling(connection: Connection, term: Term) -> str:
    return "(" + " OR ".join(map(_quoted, spelled_out(connection, term))) + ")"


def _quoted(term: Term) -> str:
    """A term for MATCH; folded words hold letters, digits and signs such as € only: nothing to escape."""
    return f'"{" ".join(term.words)}"' + ("*" if term.is_prefix else "")
