"""An entry as plain data and back, and its fields by name.

The one place that knows which fields a kind has beyond those of every entry: the storage, the exports and the
terminal all come here, so a new field is written down once, in its dataclass.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.entry import Entry, Kind, Sharing
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Asking
from amp_desktop.domain.kinds.goal import Step
from amp_desktop.domain.kinds.registry import ENTRY_TYPES

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_COMMON = frozenset(f.name for f in fields(Entry))


@cache
def field_types(kind: Kind) -> Mapping[str, Any]:
    """The names and types of the fields that only `kind` has, in the order of their declaration."""
    entry_type = ENTRY_TYPES[kind]
    hints = get_type_hints(entry_type)
    return {f.name: hints[f.name] for f in fields(entry_type) if f.name not in _COMMON}


def field_values(entry: Entry) -> dict[str, Json]:
    """The fields of the entry's kind as JSON values."""
    return {name: _to_json(getattr(entry, name)) for name in field_types(entry.kind)}


def prose_fields(entry: Entry) -> dict[str, str]:
    """The fields that hold the mentee's words, each as one text, for searching; empty ones are left out."""
    texts = {name: "\n".join(prose(getattr(entry, name))) for name in field_types(entry.kind)}
    return {name: text for name, text in texts.items() if text}


def prose(value: Any) -> list[str]:
    """The mentee's words in a value of a field, each text on its own; empty ones are left out."""
    if isinstance(value, Enum) or value is None:
        return []
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [word for item in value for word in prose(item)]
    if is_dataclass(value):
        return [word for f in fields(value) for word in prose(getattr(value, f.name))]
    return []


def to_json(entry: Entry) -> dict[str, Json]:
    """The entry as one JSON object, as the terminal prints it and exports hold it.

    Keys that are empty for almost every entry (`links`, `binned_at`, `pinned`) stand only where they say
    something.
    """
    data: dict[str, Json] = {
        "id": str(entry.id),
        "kind": entry.kind.value,
        "title": entry.title,
        "body": entry.body,
        "day": entry.day.isoformat(),
        "tags": list(entry.tags),
        "sharing": entry.sharing.value,
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
    return data


def from_json(data: Mapping[str, Any]) -> Entry:
    """The entry that `to_json` made `data` from.

    Raises:
        InvalidValueError: The data is not an entry: a value missing, unknown or of the wrong type.
    """
    try:
        kind = parse_kind(data["kind"])
        binned = data.get("binned_at")
        return make_entry(
            kind,
            data["fields"],
            id=UUID(data["id"]),
            title=_text(data["title"]),
            body=_text(data["body"]),
            day=date.fromisoformat(data["day"]),
            tags=tuple(_text(tag) for tag in _items(data["tags"])),
            sharing=Sharing(data["sharing"]),
            links=tuple(UUID(link) for link in _items(data.get("links", ()))),
            created_at=datetime.fromisoformat(data["created_at"]),
            updated_at=datetime.fromisoformat(data["updated_at"]),
            zone=_text(data.get("zone", "UTC")),
            binned_at=datetime.fromisoformat(binned) if binned else None,
            pinned=_from_json(bool, data.get("pinned", False)),
        )
    except InvalidValueError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise InvalidValueError("This is not an entry of a journal.") from error


def make_entry(kind: Kind, values: Mapping[str, Any], **common: Any) -> Entry:
    """An entry of `kind` from the JSON values of its own fields and the typed values of the common ones.

    Fields that this version does not know are passed over: a newer version may have written them.

    Raises:
        InvalidValueError, KeyError, TypeError, ValueError: A value is not of its field's type.
    """
    types = field_types(kind)
    own = {name: _from_json(types[name], value) for name, value in values.items() if name in types}
    return ENTRY_TYPES[kind](**own, **common)


def parse_kind(text: str) -> Kind:
    """The kind named `text`.

    Raises:
        InvalidValueError: There is no such kind.
    """
    try:
        return Kind(text)
    except ValueError:
        names = ", ".join(kind.value for kind in Kind)
        raise InvalidValueError(f"There is no kind “{text}”.", f"The kinds are {names}.") from None


def set_field(entry: Entry, name: str, text: str) -> Entry:
    """The entry with the field `name` set from what a person typed; to a field of many values it is added.

    Raises:
        InvalidValueError: The kind has no such field, or the text is no value for it.
    """
    types = field_types(entry.kind)
    if name not in types:
        known = ", ".join(types)
        raise InvalidValueError(f"A {entry.kind} has no field “{name}”.", f"Its fields are {known}.")
    hint = types[name]
    if get_origin(hint) is tuple:
        item = _parse_item(get_args(hint)[0], name, text)
        value: Any = (*getattr(entry, name), item)
    else:
        value = _parse(hint, name, text)
    return replace(entry, **{name: value})


def _parse_item(hint: Any, name: str, text: str) -> Any:
    if hint in (Step, Asking):
        return hint(text)
    if hint is str:
        return text
    raise InvalidValueError(f"The field “{name}” cannot be set by hand.")


def _parse(hint: Any, name: str, text: str) -> Any:
    hint, optional = _without_none(hint)
    if optional and not text.strip():
        return None
    if hint is str:
        return text
    word = text.strip().lower()
    try:
        if hint is bool:
            return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[word]
        if issubclass(hint, Enum):
            return hint(word.replace("-", " ").replace("_", " "))
        return date.fromisoformat(word) if hint is date else hint(word)
    except (KeyError, ValueError):
        raise InvalidValueError(f"“{name}” cannot be “{text}”.", _expected(hint)) from None


def _expected(hint: Any) -> str:
    if hint is bool:
        return "Write yes or no."
    if hint is date:
        return "Write a date such as 2026-07-22."
    if hint is int:
        return "Write a whole number."
    return "It can be " + ", ".join(member.value for member in hint) + "."


def _without_none(hint: Any) -> tuple[Any, bool]:
    if isinstance(hint, UnionType):
        return next(arg for arg in get_args(hint) if arg is not NoneType), True
    return hint, False


def _to_json(value: Any) -> Json:
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if is_dataclass(value):
        return {f.name: _to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return cast(Json, value.value)
    if isinstance(value, datetime):
        return iso_instant(value)
    return value.isoformat() if isinstance(value, date) else cast(Json, value)


def _from_json(hint: Any, value: Any) -> Any:
    hint, optional = _without_none(hint)
    if optional and value is None:
        return None
    if get_origin(hint) is tuple:
        return tuple(_from_json(get_args(hint)[0], item) for item in _items(value))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        known = {name: _from_json(hints[name], item) for name, item in value.items() if name in hints}
        return cast(Any, hint)(**known)
    if hint is datetime:
        return _instant(value)
    if hint is date:
        return date.fromisoformat(value)
    if hint in (bool, int, str):
        if type(value) is not hint:
            raise InvalidValueError("A value is not of its field's type.")
        return value
    return hint(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidValueError("A value is not of its field's type.")
    return value


def _items(value: Any) -> Sequence[Any]:
    if not isinstance(value, (list, tuple)):
        raise InvalidValueError("A value is not of its field's type.")
    return value


def _instant(value: str) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.utcoffset() is None:
        raise InvalidValueError("A time needs a time zone.")
    return instant.astimezone(UTC)
