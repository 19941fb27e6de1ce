"""What is made from an entry so that it is found: full text, tags, links, what is attached.

All of it follows from the rows of `entry`, and `rebuild` makes it anew from them. Which attachments a kept
version refers to is written down when it is kept (see `versions`), and stays.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update

from amp_desktop.domain.attachment import attachment_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.entry_tags import tags_of
from amp_desktop.domain.text.links import linked_keys, title_key
from amp_desktop.storage.rows import storable, to_entry
from amp_desktop.storage.search import fulltext
from amp_desktop.storage.tables import (
    ATTACHMENT_USE,
    ENTRY,
    ENTRY_LINK,
    ENTRY_MENTION,
    ENTRY_TAG,
    FULL_TEXT,
)

_REMOVE_TAG = delete(ENTRY_TAG).where(
    ENTRY_TAG.c.folded == bindparam("of_folded"), ENTRY_TAG.c.position == bindparam("at")
)
_OF_PRESENT = ATTACHMENT_USE.c.version == 0
_REMOVE_USES = delete(ATTACHMENT_USE).where(ATTACHMENT_USE.c.entry_id == bindparam("of_entry"), _OF_PRESENT)
_REMOVE_LINKS = delete(ENTRY_LINK).where(ENTRY_LINK.c.source_id == bindparam("source"))
_REMOVE_MENTIONS = delete(ENTRY_MENTION).where(ENTRY_MENTION.c.source_id == bindparam("source"))
_SET_KEY = update(ENTRY).where(ENTRY.c.position == bindparam("at")).values(title_key=bindparam("key"))
_BATCH = 500


def add(connection: Connection, placed: Sequence[tuple[int, Entry]]) -> None:
    """Index entries, each given with its position, that are not indexed yet."""
    fulltext.add(connection, placed)
    _insert(connection, ENTRY_TAG, [row for position, entry in placed for row in _tags(position, entry)])
    _insert(connection, ENTRY_LINK, [row for _, entry in placed for row in _links(entry)])
    _insert(connection, ENTRY_MENTION, [row for _, entry in placed for row in _mentions(entry)])
    _insert(connection, ATTACHMENT_USE, [row for _, entry in placed for row in uses(entry)])


def remove(connection: Connection, position: int, entry: Entry) -> None:
    """Take an entry, as it was indexed at `position`, out of every index."""
    fulltext.remove(connection, position)
    tags = [{"of_folded": row["folded"], "at": row["position"]} for row in _tags(position, entry)]
    if tags:
        connection.execute(_REMOVE_TAG, tags)
    for statement, rows in ((_REMOVE_LINKS, _links(entry)), (_REMOVE_MENTIONS, _mentions(entry))):
        if rows:
            connection.execute(statement, {"source": str(entry.id)})
    if attachment_ids(entry):
        connection.execute(_REMOVE_USES, {"of_entry": str(entry.id)})


def uses(entry: Entry, version: int = 0) -> list[dict[str, Any]]:
    """The rows that say which attachments an entry refers to, or one of its kept versions."""
    of_entry = {"entry_id": str(entry.id), "version": version}
    return [{"attachment_id": str(used), **of_entry} for used in attachment_ids(entry)]


def rebuild(connection: Connection) -> None:
    """Make all indexes anew from the entries, as a migration does, and the keys of their titles."""
    connection.execute(text(f"DROP TABLE IF EXISTS {FULL_TEXT}"))
    fulltext.create(connection)
    for table in (ENTRY_TAG, ENTRY_LINK, ENTRY_MENTION):
        connection.execute(delete(table))
    connection.execute(delete(ATTACHMENT_USE).where(_OF_PRESENT))
    last = 0
    while True:
        batch = select(ENTRY).where(ENTRY.c.position > last).order_by(ENTRY.c.position).limit(_BATCH)
        placed = [(row["position"], to_entry(row)) for row in connection.execute(batch).mappings()]
        if not placed:
            return
        keys = [{"at": at, "key": storable(title_key(entry.title))} for at, entry in placed]
        connection.execute(_SET_KEY, keys)
        add(connection, placed)
        last = placed[-1][0]


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _tags(position: int, entry: Entry) -> list[dict[str, Any]]:
    tags = () if entry.binned_at else tags_of(entry)
    return [{"folded": tag.casefold(), "position": position, "tag": tag} for tag in tags]


def _links(entry: Entry) -> list[dict[str, Any]]:
    source = str(entry.id)
    return [{"target_id": str(target), "source_id": source} for target in dict.fromkeys(entry.links)]


def _mentions(entry: Entry) -> list[dict[str, Any]]:
    keys = dict.fromkeys(map(storable, linked_keys(entry)))
    return [{"title_key": key, "source_id": str(entry.id)} for key in keys]
