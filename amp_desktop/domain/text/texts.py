"""The texts of an entry: its title, its body and the words in the fields of its kind."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types, has_words, prose, word_fields

E = TypeVar("E", bound=Entry)


def texts_of(entry: Entry, *, title: bool = True) -> Iterator[str]:
    """Every text of the entry, in the order in which they are read; the title first or not at all."""
    if title:
        yield entry.title
    yield entry.body
    for name in word_fields(type(entry)):
        yield from prose(getattr(entry, name))


def with_texts(entry: E, change: Callable[[str], str], *, title: bool = True) -> E:
    """The entry with each of these texts changed."""
    return each_value(entry, lambda value: change(value) if is_words(value) else value, title=title)


def each_value(entry: E, change: Callable[[Any], Any], *, title: bool = True) -> E:
    """The entry with its title, its body and each value of its kind's fields changed, in this order."""
    names = ("title",) * title + ("body", *field_types(type(entry)))
    return replace(entry, **{name: _changed(getattr(entry, name), change) for name in names})


def is_words(value: Any) -> bool:
    """Whether a value of an entry is text of the mentee, and not the name of a status."""
    return isinstance(value, str) and not isinstance(value, Enum)


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = (f.name for f in fields(value) if has_words(f))
        return replace(value, **{name: _changed(getattr(value, name), change) for name in parts})
    return change(value)
