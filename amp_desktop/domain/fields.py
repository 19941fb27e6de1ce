"""An entry as plain data and back, and its fields by name.

The one place that knows which fields a kind has beyond those of every entry: the storage, the exports and the
terminal all come here, so a new field is written down once, in its dataclass.
"""

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, cast, get_type_hints
from uuid import UUID

from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.entry import Entry, Kind, Sharing
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.json_value import Extra, Json
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.unknown import UnknownEntry
from amp_desktop.domain.own_id import NO_WORDS
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.value_json import (
    MISREAD,
    UnknownWordError,
    items_from_json,
    text_from_json,
    value_from_json,
    value_to_json,
    without_none,
)

_COMMON = frozenset(f.name for f in (*fields(Entry), *fields(UnknownEntry)))
_EXTRA = "extra"
_PINS = "pins"
"""Common to all kinds, yet written among the fields of each: so an older version writes it back."""
UNREADABLE = "unreadable"
"""Names the text that stands where the values of fields were to stand."""
_SHARINGS = {sharing.value: sharing for sharing in Sharing}
_FIELD_TYPES: dict[type[Entry], Mapping[str, Any]] = {}
_WORD_FIELDS: dict[type[Entry], tuple[str, ...]] = {}


def field_types(entry_type: type[Entry]) -> Mapping[str, Any]:
    """The names and types of the fields beyond those of every entry: a kind's own first, then shared ones."""
    if entry_type not in _FIELD_TYPES:
        _FIELD_TYPES[entry_type] = _read_field_types(entry_type)
    return _FIELD_TYPES[entry_type]


def _read_field_types(entry_type: type[Entry]) -> Mapping[str, Any]:
    hints = get_type_hints(entry_type)
    declared = {f.name for f in fields(entry_type)} - _COMMON
    names = (name for base in entry_type.__mro__ for name in vars(base).get("__annotations__", ()))
    return {name: hints[name] for name in names if name in declared}


def field_values(entry: Entry) -> dict[str, Json]:
    """The fields of the entry's kind as JSON values, with those that this version does not know."""
    known = {name: value_to_json(getattr(entry, name)) for name in field_types(type(entry))}
    pins: dict[str, Json] = {_PINS: value_to_json(entry.pins)} if entry.pins else {}
    return {**known, **pins, **entry.extra}


def prose_fields(entry: Entry) -> dict[str, str]:
    """The fields that hold the mentee's words, each as one text, for searching; empty ones are left out."""
    values = {name: getattr(entry, name) for name in word_fields(type(entry))}
    texts = {name: "\n".join(prose(value)) for name, value in {**values, **entry.extra}.items()}
    return {name: text for name, text in texts.items() if text}


def word_fields(entry_type: type[Entry]) -> tuple[str, ...]:
    """The names of a kind's own fields that can hold words, in their order (see `has_words`)."""
    if entry_type not in _WORD_FIELDS:
        wordless = {f.name for f in fields(entry_type) if not has_words(f)}
        types = field_types(entry_type).items()
        names = (name for name, hint in types if name not in wordless and _can_hold_words(hint))
        _WORD_FIELDS[entry_type] = tuple(names)
    return _WORD_FIELDS[entry_type]


def _can_hold_words(hint: Any) -> bool:
    """Whether a value of this type can hold words: asked once of a type and not of each value."""
    hint, _ = without_none(hint)
    return not (isinstance(hint, type) and issubclass(hint, _WORDLESS))


_WORDLESS = (Enum, NoneType, int, date)  # what most values of fields are, and none of it words


def prose(value: Any) -> list[str]:
    """The mentee's words in a value of a field, each text on its own; empty ones are left out."""
    if isinstance(value, _WORDLESS):
        return []
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, (tuple, list)):
        return [word for item in value for word in prose(item)]
    if isinstance(value, Mapping):
        return [word for item in value.values() for word in prose(item)]
    if is_dataclass(value):
        names = _prose_parts(cast(type, type(value)))
        return [word for name in names for word in prose(getattr(value, name))]
    return []


@cache
def _prose_parts(value_type: type) -> tuple[str, ...]:
    """Those of the `word_parts` of a value that can hold words."""
    types = get_type_hints(value_type)
    return tuple(name for name in word_parts(value_type) if _can_hold_words(types[name]))


@cache
def word_parts(value_type: type) -> tuple[str, ...]:
    """The names of the parts of a value that say something (see `has_words`), in their order."""
    return tuple(f.name for f in fields(value_type) if has_words(f))


def has_words(part: Field[Any]) -> bool:
    """Whether a part of a value says something, and does not only order (see `own_id.NO_WORDS`)."""
    return not NO_WORDS.items() <= part.metadata.items()


def to_json(entry: Entry) -> dict[str, Json]:
    """The entry as one JSON object, as the terminal prints it and exports hold it.

    Keys that are empty for almost every entry (`links`, `binned_at`, `pinned`, `sealed`) stand only where
    they say something. What is sealed is private, too.
    """
    data: dict[str, Json] = {
        "id": str(entry.id),
        "kind": entry.kind,
        "title": entry.title,
        "body": entry.body,
        "day": entry.day.isoformat(),
        "tags": list(entry.tags),
        "sharing": Sharing.PRIVATE.value if entry.is_sealed else entry.stored_sharing,
        "created_at": iso_instant(entry.created_at),
        "updated_at": iso_instant(entry.updated_at),
        "zone": entry.zone,
        "fields": cast(Json, field_values(entry)),
    }
    if entry.links:
        data["links"] = [str(link) for link in entry.links]
    if entry.binned_at:
        data["binned_at"] = iso_instant(entry.binned_at)
    if entry.pinned:
        data["pinned"] = True
    if entry.is_sealed:
        data["sealed"] = True
    return data


def from_json(data: Mapping[str, Any]) -> Entry:
    """The entry that `to_json` made `data` from, or a newer version's.

    Raises:
        InvalidValueError: The data is not an entry: a value missing, or of the wrong type.
    """
    try:
        binned = data.get("binned_at")
        is_sealed = value_from_json(bool, data.get("sealed", False))
        return read_entry(
            text_from_json(data["kind"]),
            data["fields"],
            Sharing.SEALED.value if is_sealed else text_from_json(data["sharing"]),
            id=UUID(data["id"]),
            title=text_from_json(data["title"]),
            body=text_from_json(data["body"]),
            day=date.fromisoformat(data["day"]),
            tags=tuple(text_from_json(tag) for tag in items_from_json(data["tags"])),
            links=tuple(UUID(link) for link in items_from_json(data.get("links", ()))),
            created_at=datetime.fromisoformat(data["created_at"]),
            updated_at=datetime.fromisoformat(data["updated_at"]),
            zone=text_from_json(data.get("zone", "UTC")),
            binned_at=datetime.fromisoformat(binned) if binned else None,
            pinned=value_from_json(bool, data.get("pinned", False)),
        )
    except InvalidValueError:
        raise
    except MISREAD as error:
        raise InvalidValueError("This is not an entry of a journal.") from error


def read_entry(kind: Kind, values: Mapping[str, Any], sharing: str, **common: Any) -> Entry:
    """An entry as it was stored, from the JSON values of its own fields and the typed values of common ones.

    Fields that this version does not know are kept as they are: a newer version wrote them. An entry of a
    kind, in a state or marked in a way that this version does not know is an `UnknownEntry`.

    Raises:
        InvalidValueError, KeyError, TypeError, ValueError: A value is not of its field's type.
    """
    if not isinstance(values, Mapping):
        raise InvalidValueError("The fields of an entry have names.")
    entry_type = ENTRY_TYPES.get(kind)
    if entry_type is not None and sharing in _SHARINGS:
        try:
            return entry_type(**own_values(entry_type, values), sharing=_SHARINGS[sharing], **common)
        except UnknownWordError:
            pass
    return UnknownEntry(raw_kind=kind, raw_sharing=sharing, extra=Extra(values), **common)


def read_stored(kind: Kind, values: Mapping[str, Any], sharing: str, **common: Any) -> Entry:
    """An entry as it was stored, as `read_entry` reads it, whatever its fields hold.

    Where this version makes nothing of a value, the entry is an `UnknownEntry`: it stays as it is, and the
    rest of the journal is read all the same.
    """
    try:
        if UNREADABLE not in values:
            return read_entry(kind, values, sharing, **common)
    except MISREAD:
        pass
    return UnknownEntry(raw_kind=kind, raw_sharing=sharing, extra=Extra(values), **common)


def own_values(entry_type: type[Entry], values: Mapping[str, Any]) -> dict[str, Any]:
    """The typed values of a kind's fields from JSON values, those it does not know among them as `extra`.

    Raises:
        InvalidValueError, KeyError, TypeError, ValueError: A value is not of its field's type.
    """
    types = field_types(entry_type)
    if _PINS in values:
        types = {**types, _PINS: tuple[Pin, ...]}
    own = {name: value_from_json(types[name], value) for name, value in values.items() if name in types}
    return {**own, _EXTRA: Extra({name: value for name, value in values.items() if name not in types})}


def understands(entry_type: type[Entry], values: Mapping[str, Any]) -> bool:
    """Whether this version can make something of each of these JSON values of a kind's fields."""
    try:
        own_values(entry_type, values)
    except MISREAD:
        return False
    return UNREADABLE not in values
