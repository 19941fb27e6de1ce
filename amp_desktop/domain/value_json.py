"""A value of a field as plain data and back, by its type: what JSON has no form for is written in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.json_value import Extra, Json

MISREAD = (InvalidValueError, KeyError, TypeError, ValueError, AttributeError, OverflowError)
"""What reading a value raises that is not of its type."""

_EXTRA = "extra"


class UnknownWordError(InvalidValueError):
    """A word that stands for one of several is none of those that this version knows."""


def value_to_json(value: Any) -> Json:
    """The value as JSON holds it; parts of it that this version does not know stand there as they came."""
    if isinstance(value, tuple):
        return [value_to_json(item) for item in value]
    if isinstance(value, FieldValue):
        if value.PLAIN and value == cast(Any, type(value))(getattr(value, value.PLAIN)):
            return cast(Json, getattr(value, value.PLAIN))
        known = {f.name: value_to_json(getattr(value, f.name)) for f in fields(value) if f.name != _EXTRA}
        return {**known, **value.extra}
    if isinstance(value, Enum):
        return cast(Json, value.value)
    if isinstance(value, datetime):
        return iso_instant(value)
    return value.isoformat() if isinstance(value, date) else cast(Json, value)


def value_from_json(hint: Any, value: Any) -> Any:
    """The value of that type that `value_to_json` made `value` from.

    Raises:
        InvalidValueError, KeyError, TypeError, ValueError: It is of another type.
        UnknownWordError: It names none of those that this version knows.
    """
    return _reader(hint)(value)


def text_from_json(value: Any) -> str:
    """A text, and nothing else."""
    if not isinstance(value, str):
        raise InvalidValueError("A value is not of its field's type.")
    return value


def items_from_json(value: Any) -> Sequence[Any]:
    """Several values, and nothing else."""
    if not isinstance(value, (list, tuple)):
        raise InvalidValueError("A value is not of its field's type.")
    return value


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type without "or nothing", and whether it allowed nothing."""
    if isinstance(hint, UnionType):
        return next(arg for arg in get_args(hint) if arg is not NoneType), True
    return hint, False


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What reads a JSON value of this type. To look at a type takes longer than to read a value of it."""
    hint, optional = without_none(hint)
    read = _plain_reader(hint)
    return partial(_read_optional, read) if optional else read


def _plain_reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is tuple:
        return partial(_read_several, _reader(get_args(hint)[0]))
    if is_dataclass(hint):
        return partial(_read_value, cast("type[FieldValue]", hint))
    if hint is datetime:
        return _instant
    if hint is date:
        return date.fromisoformat
    if hint in (bool, int, str):
        return partial(_read_exactly, hint)
    return partial(_word, hint) if issubclass(hint, Enum) else cast("Callable[[Any], Any]", hint)


def _read_optional(read: Callable[[Any], Any], value: Any) -> Any:
    return None if value is None else read(value)


def _read_several(read: Callable[[Any], Any], value: Any) -> tuple[Any, ...]:
    return tuple(map(read, items_from_json(value)))


def _read_exactly(wanted: type, value: Any) -> Any:
    if type(value) is not wanted:
        raise InvalidValueError("A value is not of its field's type.")
    return value


def _read_value(value_type: type[FieldValue], value: Any) -> FieldValue:
    make = cast("Any", value_type)
    if isinstance(value, str) and value_type.PLAIN:
        return cast("FieldValue", make(value))
    hints = _value_types(make)
    known = {name: _reader(hints[name])(item) for name, item in value.items() if name in hints}
    unknown = {name: item for name, item in value.items() if name not in hints}
    return cast("FieldValue", make(**known, extra=Extra(unknown)))


@cache
def _value_types(value_type: type) -> Mapping[str, Any]:
    """The types of the parts of a value. To read them takes longer than to read the value."""
    return {name: of for name, of in get_type_hints(value_type).items() if name != _EXTRA}


def _word(words: type[Enum], value: Any) -> Enum:
    """The member of an enumeration that a stored word names."""
    if not isinstance(value, str):
        raise InvalidValueError("A value is not of its field's type.")
    try:
        return words(value)
    except ValueError:
        raise UnknownWordError(f"“{value}” is not known to this version.") from None


def _instant(value: str) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.utcoffset() is None:
        raise InvalidValueError("A time needs a time zone.")
    return instant.astimezone(UTC)
