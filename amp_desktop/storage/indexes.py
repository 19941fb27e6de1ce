"""What is made from an entry so that it is found: full text, tags, links, facts, pins, what is attached.

All of it follows from the rows of `entry`, and `rebuild` makes it anew from them. Which attachments a kept
version refers to is written down when it is kept (see `versions`), and stays.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update

from amp_desktop.domain.attachment import attachment_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.links import title_key
from amp_desktop.domain.versions import contents_among, differing
from amp_desktop.storage.facts import fact_rows
from amp_desktop.storage.pins import pin_rows
from amp_desktop.storage.placed import Placed
from amp_desktop.storage.rows import storable, to_entry
from amp_desktop.storage.search import fulltext
from amp_desktop.storage.tables import (
    ATTACHMENT_USE,
    ENTRY,
    ENTRY_FACT,
    ENTRY_LINK,
    ENTRY_MENTION,
    ENTRY_PIN,
    ENTRY_TAG,
    FULL_TEXT,
)

Row: TypeAlias = tuple[Any, ...]
"""A row of a table made from entries, in the order of its columns."""

_OF_PRESENT = ATTACHMENT_USE.c.version == 0
_SET_KEY = update(ENTRY).where(ENTRY.c.position == bindparam("at")).values(title_key=bindparam("key"))
_BATCH = 500


class Rewritten(NamedTuple):
    """An entry that became another.

    Attributes:
        was_at, before: Where it stood, and what it was.
        at, after: Where it stands, and what it is now.
        changed: The names of the fields that are not the same any more.
        is_written: Whether it stands elsewhere, or anything that a person wrote in it has changed.
        is_retagged: Whether of all that, only the tags given to it are others.
    """

    was_at: int
    before: Entry
    at: int
    after: Entry
    changed: tuple[str, ...]
    is_written: bool
    is_retagged: bool

    @classmethod
    def of(cls, was_at: int, before: Entry, at: int, after: Entry) -> "Rewritten":
        """What became of an entry."""
        changed, is_moved = differing(before, after), was_at != at
        contents = contents_among(changed)
        return cls(
            was_at,
            before,
            at,
            after,
            changed,
            is_written=is_moved or bool(contents),
            is_retagged=not is_moved and contents == ("tags",),
        )

    def may_change(self, table: Table) -> bool:
        """Whether the rows made from it in a table of `_INDEXES` may be others now."""
        if self.is_written and not self.is_retagged:
            return True
        if table is ENTRY_PIN:
            return "pins" in self.changed
        return table is ENTRY_TAG and (self.is_retagged or "binned_at" in self.changed)


def add(connection: Connection, entries: Sequence[tuple[int, Entry]]) -> None:
    """Index entries, each given with its position, that are not indexed yet."""
    placed = [Placed.at(position, entry) for position, entry in entries]
    fulltext.put(connection, placed)
    for index in _INDEXES:
        index.insert(connection, [row for one in placed for row in index.rows_of(one)])


def remove(connection: Connection, entries: Sequence[tuple[int, Entry]]) -> None:
    """Take entries, each as it was indexed at its position, out of every index."""
    placed = [Placed.at(position, entry) for position, entry in entries]
    with fulltext.without_merging(connection, len(placed)):
        fulltext.remove(connection, [one.position for one in placed])
    for index in _INDEXES:
        index.remove(connection, [row for one in placed for row in index.rows_of(one)])


def replace(connection: Connection, rewritten: Sequence[Rewritten]) -> None:
    """Index what entries have become, as far as that differs from what they were.

    Where nothing that a person wrote has changed, but for what the entry is marked with, no text is indexed.
    """
    states = [
        (one, Placed.at(one.was_at, one.before), Placed.at(one.at, one.after))
        for one in rewritten
        if any(one.may_change(index.table) for index in _INDEXES)
    ]
    texts = [now for one, _, now in states if one.is_written]
    with fulltext.without_merging(connection, len(texts)):
        fulltext.remove(connection, [one.was_at for one in rewritten if one.at != one.was_at])
        fulltext.put(connection, texts)
    for index in _INDEXES:
        gone: list[Row] = []
        come: list[Row] = []
        for one, was, now in states:
            if one.may_change(index.table):
                before, after = index.rows_of(was), index.rows_of(now)
                gone += _less(before, after)
                come += _less(after, before)
        index.remove(connection, gone)
        index.insert(connection, come)


def uses(entry: Entry, version: int = 0) -> list[Row]:
    """The rows that say which attachments an entry refers to, or one of its kept versions."""
    return [(str(used), str(entry.id), version) for used in attachment_ids(entry)]


def named(table: Table, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows as a statement takes them, each value by the name of its column."""
    names = table.c.keys()
    return [dict(zip(names, row, strict=True)) for row in rows]


def rebuild(connection: Connection) -> None:
    """Make all indexes anew from the entries, as a migration does, and the keys of their titles."""
    connection.execute(text(f"DROP TABLE IF EXISTS {FULL_TEXT}"))
    fulltext.create(connection)
    for table in (ENTRY_TAG, ENTRY_LINK, ENTRY_MENTION, ENTRY_FACT, ENTRY_PIN):
        connection.execute(delete(table))
    connection.execute(delete(ATTACHMENT_USE).where(_OF_PRESENT))
    for placed in _all(connection):
        keys = [{"at": at, "key": storable(title_key(entry.title))} for at, entry in placed]
        connection.execute(_SET_KEY, keys)
        add(connection, placed)


def rebuild_facts(connection: Connection) -> None:
    """Make the lists of what happened, and of what is evidence for what, anew from the entries."""
    for index in _INDEXES:
        if index.table in (ENTRY_FACT, ENTRY_PIN):
            connection.execute(delete(index.table))
            for entries in _all(connection):
                index.insert(connection, [row for one in entries for row in index.rows_of(Placed.at(*one))])


def _all(connection: Connection) -> Iterator[list[tuple[int, Entry]]]:
    """All entries with their positions, some hundreds at a time."""
    last = 0
    while True:
        batch = select(ENTRY).where(ENTRY.c.position > last).order_by(ENTRY.c.position).limit(_BATCH)
        placed = [(row["position"], to_entry(row)) for row in connection.execute(batch).mappings()]
        if not placed:
            return
        yield placed
        last = placed[-1][0]


def _less(rows: list[Row], others: list[Row]) -> list[Row]:
    """The rows, without those that stand among the others."""
    if rows == others:
        return []
    known = set(others)
    return [row for row in rows if row not in known]


def _tags(of: Placed) -> list[Row]:
    tags = () if of.entry.binned_at else of.tags  # they count outside the bin alone
    return [(tag.casefold(), of.position, tag) for tag in tags]


def _links(of: Placed) -> list[Row]:
    targets = dict.fromkeys(of.entry.links)
    return [(str(target), str(of.entry.id)) for target in targets]


def _mentions(of: Placed) -> list[Row]:
    keys = dict.fromkeys(map(storable, of.linked_keys))
    return [(key, str(of.entry.id)) for key in keys]


def _facts(of: Placed) -> list[Row]:
    return fact_rows(of.entry)


def _pins(of: Placed) -> list[Row]:
    return pin_rows(of.entry)


def _uses(of: Placed) -> list[Row]:
    return uses(of.entry) if of.attached else []


class _Index:
    """A table that is made from entries.

    Attributes:
        table: The table.
        rows_of: Which rows an entry has there.
    """

    def __init__(self, table: Table, rows_of: Callable[[Placed], list[Row]]) -> None:
        self.table, self.rows_of = table, rows_of
        # What an older version of the program has left there is no reason not to save.
        self._insert = insert(table).prefix_with("OR IGNORE")
        self._remove = delete(table).where(*(key == bindparam(f"of_{key.name}") for key in table.primary_key))
        self._places = {f"of_{key.name}": at for at, key in enumerate(table.c) if key.primary_key}

    def insert(self, connection: Connection, rows: list[Row]) -> None:
        """Put rows in that are not there."""
        if rows:
            connection.execute(self._insert, named(self.table, rows))

    def remove(self, connection: Connection, rows: list[Row]) -> None:
        """Take rows out."""
        if rows:
            keys = self._places.items()
            connection.execute(self._remove, [{name: row[at] for name, at in keys} for row in rows])


_INDEXES = (
    _Index(ENTRY_TAG, _tags),
    _Index(ENTRY_LINK, _links),
    _Index(ENTRY_MENTION, _mentions),
    _Index(ENTRY_FACT, _facts),
    _Index(ENTRY_PIN, _pins),
    _Index(ATTACHMENT_USE, _uses),
)
"""What else is made from entries."""
