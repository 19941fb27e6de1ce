"""What is made from an entry so that it is found: full text, tags, links, facts, pins, what is attached.

All of it follows from the rows of `entry`, and `rebuild` makes it anew from them. Which attachments a kept
version refers to is written down when it is kept (see `versions`), and stays.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Delete, Table, bindparam, delete, insert, select, text, update

from amp_desktop.domain.attachment import attachment_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.entry_tags import tags_of
from amp_desktop.domain.text.links import linked_keys, title_key
from amp_desktop.domain.versions import contents_among, differing
from amp_desktop.storage.facts import fact_rows
from amp_desktop.storage.pins import pin_rows
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

Row: TypeAlias = dict[str, Any]

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

    @property
    def is_binned_or_back(self) -> bool:
        """Whether it went to the bin, or came back from it."""
        return (self.before.binned_at is None) != (self.after.binned_at is None)


def add(connection: Connection, placed: Sequence[tuple[int, Entry]]) -> None:
    """Index entries, each given with its position, that are not indexed yet."""
    fulltext.put(connection, placed)
    for _, table, rows_of in _INDEXES:
        _insert(connection, table, [row for position, entry in placed for row in rows_of(position, entry)])


def remove(connection: Connection, placed: Sequence[tuple[int, Entry]]) -> None:
    """Take entries, each as it was indexed at its position, out of every index."""
    with fulltext.without_merging(connection, len(placed)):
        fulltext.remove(connection, [position for position, _ in placed])
    for removing, _, rows_of in _INDEXES:
        _remove(connection, removing, [row for position, entry in placed for row in rows_of(position, entry)])


def replace(connection: Connection, rewritten: Sequence[Rewritten]) -> None:
    """Index what entries have become, as far as that differs from what they were.

    Where nothing that a person wrote has changed, but for what the entry is marked with, no text is indexed.
    """
    texts = [one for one in rewritten if one.is_written]
    reworded = [one for one in texts if not one.is_retagged]
    marked = [one for one in rewritten if one.is_retagged or not one.is_written]
    also = {  # tags count outside the bin alone
        ENTRY_TAG: [one for one in marked if one.is_retagged or one.is_binned_or_back],
        ENTRY_PIN: [one for one in marked if one.before.pins != one.after.pins],
    }
    with fulltext.without_merging(connection, len(texts)):
        fulltext.remove(connection, [one.was_at for one in texts if one.at != one.was_at])
        fulltext.put(connection, [(one.at, one.after) for one in texts])
    for removing, table, rows_of in _INDEXES:
        changed = (*reworded, *also.get(table, ()))
        pairs = [(rows_of(one.was_at, one.before), rows_of(one.at, one.after)) for one in changed]
        _remove(connection, removing, [row for before, after in pairs for row in _less(before, after)])
        _insert(connection, table, [row for before, after in pairs for row in _less(after, before)])


def uses(entry: Entry, version: int = 0) -> list[Row]:
    """The rows that say which attachments an entry refers to, or one of its kept versions."""
    of_entry = {"entry_id": str(entry.id), "version": version}
    return [{"attachment_id": str(used), **of_entry} for used in attachment_ids(entry)]


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
    for table, rows_of in ((ENTRY_FACT, fact_rows), (ENTRY_PIN, pin_rows)):
        connection.execute(delete(table))
        for placed in _all(connection):
            _insert(connection, table, [row for _, entry in placed for row in rows_of(entry)])


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
    known = {tuple(row.values()) for row in others}
    return [row for row in rows if tuple(row.values()) not in known]


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        # What an older version of the program has left there is no reason not to save.
        connection.execute(insert(table).prefix_with("OR IGNORE"), rows)


def _remove(connection: Connection, removing: Delete, rows: list[Row]) -> None:
    if rows:
        connection.execute(removing, [{f"of_{name}": value for name, value in row.items()} for row in rows])


def _tags(position: int, entry: Entry) -> list[Row]:
    tags = () if entry.binned_at else tags_of(entry)
    return [{"folded": tag.casefold(), "position": position, "tag": tag} for tag in tags]


def _links(_: int, entry: Entry) -> list[Row]:
    source = str(entry.id)
    return [{"target_id": str(target), "source_id": source} for target in dict.fromkeys(entry.links)]


def _mentions(_: int, entry: Entry) -> list[Row]:
    keys = dict.fromkeys(map(storable, linked_keys(entry)))
    return [{"title_key": key, "source_id": str(entry.id)} for key in keys]


def _facts(_: int, entry: Entry) -> list[Row]:
    return fact_rows(entry)


def _pins(_: int, entry: Entry) -> list[Row]:
    return pin_rows(entry)


def _uses(_: int, entry: Entry) -> list[Row]:
    return uses(entry)


def _removing(table: Table) -> Delete:
    """What takes a row away that is named by its key."""
    return delete(table).where(*(key == bindparam(f"of_{key.name}") for key in table.primary_key))


_INDEXES: tuple[tuple[Delete, Table, Callable[[int, Entry], list[Row]]], ...] = tuple(
    (_removing(table), table, rows_of)
    for table, rows_of in (
        (ENTRY_TAG, _tags),
        (ENTRY_LINK, _links),
        (ENTRY_MENTION, _mentions),
        (ENTRY_FACT, _facts),
        (ENTRY_PIN, _pins),
        (ATTACHMENT_USE, _uses),
    )
)
"""What else is made from entries: how a row of it goes, its table, and which rows an entry has there."""
