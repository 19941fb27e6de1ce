"""Former states of entries."""

import json
import zlib
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.query import Version
from amp_desktop.domain.text.word_count import count_words
from amp_desktop.storage.indexes import uses
from amp_desktop.storage.rows import compact_json, instant, seconds
from amp_desktop.storage.tables import ATTACHMENT_USE, ENTRY_VERSION


def keep(connection: Connection, entry: Entry) -> None:
    """Keep the entry as it is."""
    of_entry = ENTRY_VERSION.c.entry_id == str(entry.id)
    last = connection.execute(select(func.max(ENTRY_VERSION.c.number)).where(of_entry)).scalar() or 0
    number = last + 1
    connection.execute(
        insert(ENTRY_VERSION).values(
            entry_id=str(entry.id),
            number=number,
            kept_at=seconds(entry.updated_at),
            title=entry.title,
            words=count_words(entry.body),
            snapshot=zlib.compress(compact_json(to_json(entry)).encode()),
        )
    )
    if attached := uses(entry, number):
        connection.execute(insert(ATTACHMENT_USE), attached)


def kept(connection: Connection, entry_id: UUID) -> tuple[Version, ...]:
    """The former states of an entry, newest first."""
    columns = (ENTRY_VERSION.c[name] for name in ("number", "kept_at", "title", "words"))
    found = select(*columns).where(ENTRY_VERSION.c.entry_id == str(entry_id))
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
    found = select(ENTRY_VERSION.c.snapshot).where(of_entry, ENTRY_VERSION.c.number == number)
    snapshot: bytes | None = connection.execute(found).scalar()
    if snapshot is None:
        raise UnknownEntryError("This version was not kept.")
    return from_json(json.loads(zlib.decompress(snapshot)))


def last_kept(connection: Connection, entry_id: UUID) -> datetime | None:
    """When the newest former state had been saved, or None if none was kept."""
    found = select(func.max(ENTRY_VERSION.c.kept_at)).where(ENTRY_VERSION.c.entry_id == str(entry_id))
    at: int | None = connection.execute(found).scalar()
    return None if at is None else instant(at)


def last_title(connection: Connection, entry_id: UUID) -> str:
    """The title of the newest former state that had one; an empty string if none had."""
    titled = (ENTRY_VERSION.c.entry_id == str(entry_id)) & (ENTRY_VERSION.c.title != "")
    found = select(ENTRY_VERSION.c.title).where(titled).order_by(ENTRY_VERSION.c.number.desc()).limit(1)
    title: str | None = connection.execute(found).scalar()
    return title or ""
