"""Entries as rows of the `entry` table, and back."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.fields import UNREADABLE, field_values, read_stored
from amp_desktop.domain.json_value import whole_text
from amp_desktop.domain.query import EXCERPT_LENGTH, EntryRow
from amp_desktop.domain.text.links import title_key
from amp_desktop.storage.positions import day_at
from amp_desktop.storage.search.terms import one_line
from amp_desktop.storage.tables import ATTACHMENT_USE, ENTRY

_SHARINGS = {sharing.value: sharing for sharing in Sharing}
_decode = json.JSONDecoder().raw_decode
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LIST_NAMES = (
    *("position", "id", "kind", "title", "tags", "sharing"),
    *("created_at", "updated_at", "pinned", "fields"),
)
_NONE = "[]"
_BEGINNING_LENGTH = 2 * EXCERPT_LENGTH
BEGINNING = func.substr(ENTRY.c.body, 1, _BEGINNING_LENGTH).label("body")
ATTACHED: ColumnElement[Any] = (
    select(ATTACHMENT_USE.c.entry_id)
    .where(ATTACHMENT_USE.c.entry_id == ENTRY.c.id, ATTACHMENT_USE.c.version == 0)
    .correlate(ENTRY)
    .exists()
    .label("attached")
)
"""Whether what stands in it now refers to a picture or a file."""
LIST_COLUMNS = [*(ENTRY.c[name] for name in _LIST_NAMES), ATTACHED]
"""What a list shows; after it comes the body, or its `BEGINNING`."""


def to_row(entry: Entry) -> dict[str, Any]:
    """The columns of an entry, its position left out."""
    return values_of(entry, _VALUES)


def values_of(entry: Entry, columns: Iterable[str]) -> dict[str, Any]:
    """Some of the columns of an entry."""
    return {name: _VALUES[name](entry) for name in columns}


@cache
def columns_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that hold these fields of an entry, its position left out."""
    wanted = {column for name in names for column in _COLUMNS_OF.get(name, _OTHERS)}
    return tuple([column for column in COLUMNS if column in wanted])


def to_entry(row: Mapping[Any, Any]) -> Entry:
    """The entry that a whole row holds, also one of an older version that is still to be migrated."""
    return read_stored(
        row["kind"],
        stored_values(row["fields"]),
        row["sharing"],
        id=UUID(row["id"]),
        title=row["title"],
        body=row["body"],
        day=day_at(row["position"]),
        tags=tuple(_from_json(row["tags"])),
        links=tuple(map(UUID, _from_json(row["links"]))),
        created_at=instant(row["created_at"]),
        updated_at=instant(row["updated_at"]),
        zone=row["zone"],
        binned_at=instant(row["binned_at"]) if row["binned_at"] is not None else None,
        pinned=bool(row.get("pinned")),  # a file of version 1.0, about to be backed up, knows no pins
    )


def to_list_row(row: Sequence[Any]) -> EntryRow:
    """The entry as a list shows it, from `LIST_COLUMNS` and the body or its beginning.

    By place and not by name: a page takes fifty apart for each letter of a search.
    """
    position, entry_id, kind, title, tags, sharing, created_at, updated_at, pinned, fields, attached, body = (
        row
    )
    return EntryRow(
        id=UUID(entry_id),
        kind=kind,
        title=title,
        excerpt=one_line(in_words(body[:_BEGINNING_LENGTH]), EXCERPT_LENGTH),
        day=day_at(position),
        tags=tuple(_from_json(tags)) if tags != _NONE else (),
        sharing=_SHARINGS.get(sharing, Sharing.PRIVATE),
        created_at=instant(created_at),
        updated_at=instant(updated_at),
        pinned=bool(pinned),
        values=stored_values(fields),
        attached=bool(attached),
    )


_VALUES: Mapping[str, Callable[[Entry], Any]] = {
    "id": lambda entry: str(entry.id),
    "kind": lambda entry: storable(entry.kind),
    "sharing": lambda entry: storable(entry.stored_sharing),
    "created_at": lambda entry: seconds(entry.created_at),
    "updated_at": lambda entry: seconds(entry.updated_at),
    "zone": lambda entry: storable(entry.zone),
    "binned_at": lambda entry: seconds(entry.binned_at) if entry.binned_at else None,
    "pinned": lambda entry: int(entry.pinned),
    "title": lambda entry: storable(entry.title),
    "title_key": lambda entry: storable(title_key(entry.title)),
    "tags": lambda entry: compact_json(entry.tags) if entry.tags else _NONE,
    "links": lambda entry: compact_json([str(link) for link in entry.links]) if entry.links else _NONE,
    "fields": lambda entry: compact_json(field_values(entry)),
    "body": lambda entry: storable(entry.body),
}
"""What each column of an entry holds, its position left out."""

COLUMNS = tuple(_VALUES)
_COLUMNS_OF: Mapping[str, tuple[str, ...]] = {
    **{f.name: (f.name,) for f in dataclass_fields(Entry) if f.name in _VALUES},
    "title": ("title", "title_key"),
    "day": (),
}
_OTHERS = ("fields",)
"""The column that holds every field that has none of its own."""


def _from_json(text: str) -> Any:
    """What `compact_json` wrote. A page of a list takes a hundred apart; `json.loads` first looks around."""
    value, _ = _decode(text)
    return value


def stored_values(text: str) -> Mapping[str, Any]:
    """The values of an entry's fields. What was damaged is one value, to be read by a person."""
    try:
        values = _from_json(text)
    except (ValueError, RecursionError):
        return {UNREADABLE: text}
    return values if isinstance(values, dict) else {UNREADABLE: text}


def storable(text: str) -> str:
    """The text, in which halves of characters, as a paste can bring them, are joined or replaced by "�"."""
    return whole_text(text)


def compact_json(value: object) -> str:
    """JSON as the file holds it: no spaces, every script readable."""
    return storable(_encode(value))


def seconds(moment: datetime) -> int:
    """An instant as the file holds it: whole seconds since 1970, UTC."""
    return int(moment.timestamp())


def instant(seconds_since_1970: int) -> datetime:
    """The instant that the file holds as a number."""
    return datetime.fromtimestamp(seconds_since_1970, UTC)
