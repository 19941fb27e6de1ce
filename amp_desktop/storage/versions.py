"""Former states of entries."""

import json
import zlib
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.query import Version
from amp_desktop.domain.text.word_count import count_words
from amp_desktop.storage import many
from amp_desktop.storage.concealment import seen_with
from amp_desktop.storage.indexes import named, uses
from amp_desktop.storage.rows import compact_json, instant, seconds
from amp_desktop.storage.tables import ATTACHMENT_USE, ENTRY, ENTRY_VERSION

_SEEN = seen_with(ENTRY_VERSION.c.entry_id)
_OF_MANY = many.among(ENTRY_VERSION.c.entry_id)
_LAST_NUMBERS = (
    select(ENTRY_VERSION.c.entry_id, func.max(ENTRY_VERSION.c.number))
    .where(_OF_MANY)
    .group_by(ENTRY_VERSION.c.entry_id)
)
LAST_KEPT = (
    select(func.max(ENTRY_VERSION.c.kept_at)).where(ENTRY_VERSION.c.entry_id == ENTRY.c.id).scalar_subquery()
)
"""Of a row of `entry`, when the newest former state that was kept had been saved; null if none was kept."""

_INSERT = insert(ENTRY_VERSION)


def keep(connection: Connection, entries: Sequence[Entry]) -> None:
    """Keep entries, none of them twice, as they are."""
    if not entries:
        return
    found = connection.execute(_LAST_NUMBERS, many.ids(entry.id for entry in entries))
    last = {row[0]: row[1] for row in found}
    numbered = [(last.get(str(entry.id), 0) + 1, entry) for entry in entries]
    connection.execute(_INSERT, [_row(number, entry) for number, entry in numbered])
    if attached := [use for number, entry in numbered for use in uses(entry, number)]:
        connection.execute(insert(ATTACHMENT_USE), named(ATTACHMENT_USE, attached))


def _row(number: int, entry: Entry) -> dict[str, object]:
    return {
        "entry_id": str(entry.id),
        "number": number,
        "kept_at": seconds(entry.updated_at),
        "title": entry.title,
        "words": count_words(entry.body),
        "snapshot": zlib.compress(compact_json(to_json(entry)).encode()),
    }


def kept(connection: Connection, entry_id: UUID) -> tuple[Version, ...]:
    """The former states of an entry, newest first."""
    columns = (ENTRY_VERSION.c[name] for name in ("number", "kept_at", "title", "words"))
    found = select(*columns).where(ENTRY_VERSION.c.entry_id == str(entry_id), _SEEN)
    rows = connection.execute(found.order_by(ENTRY_VERSION.c.number.desc()))
    return tuple(
        Version(number=n, kept_at=instant(at), title=title, words=words) for n, at, title, words in rows
    )


def load(connection: Connection, entry_id: UUID, number: int) -> Entry:
    """The entry as it was.

    Raises:
        UnknownEntryError: No such state was kept.
    """
    of_entry = ENTRY_VERSION.c.entry_id == str(entry_id)
    found = select(ENTRY_VERSION.c.snapshot).where(of_entry, ENTRY_VERSION.c.number == number, _SEEN)
    snapshot: bytes | None = connection.execute(found).scalar()
    if snapshot is None:
        raise UnknownEntryError("This version was not kept.")
    return from_json(json.loads(zlib.decompress(snapshot)))


def last_title(connection: Connection, entry_id: UUID) -> str:
    """The title of the newest former state that had one; an empty string if none had."""
    titled = (ENTRY_VERSION.c.entry_id == str(entry_id)) & (ENTRY_VERSION.c.title != "") & _SEEN
    found = select(ENTRY_VERSION.c.title).where(titled).order_by(ENTRY_VERSION.c.number.desc()).limit(1)
    title: str | None = connection.execute(found).scalar()
    return title or ""
