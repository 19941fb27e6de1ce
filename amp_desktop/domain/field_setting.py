"""A field of an entry from what a person typed for it in a terminal."""

from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, cast, get_args, get_origin, get_type_hints

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import field_types
from amp_desktop.domain.value_json import without_none


def set_field(entry: Entry, name: str, text: str) -> Entry:
    """The entry with the field `name` set from what a person typed; to a field of many values it is added.

    Raises:
        InvalidValueError: The kind has no such field, or the text is no value for it.
    """
    types = field_types(type(entry))
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
    if hint is str:
        return text
    if is_dataclass(hint):  # made from its words, where all else of it can be left out
        words, *others = (f for f in fields(hint) if not f.kw_only)
        if get_type_hints(hint)[words.name] is str and all(f.default is not MISSING for f in others):
            return cast(Any, hint)(text)
    raise InvalidValueError(f"The field “{name}” cannot be set by hand.")


def _parse(hint: Any, name: str, text: str) -> Any:
    hint, optional = without_none(hint)
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
