"""Entries of every kind with a word that nothing else holds, wherever words can stand in them."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from string import ascii_lowercase
from typing import Any, get_args, get_origin, get_type_hints

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.fields import field_types
from amp_desktop.domain.kinds.registry import ENTRY_TYPES

DAY = date(2026, 10, 14)


def with_canaries(kind: Kind, **common: Any) -> tuple[Entry, tuple[str, ...]]:
    """An entry of the kind, every text of which is another canary, and those canaries."""
    words = _Words(kind)
    entry_type = ENTRY_TYPES[kind]
    own = {name: words.value(hint, name) for name, hint in field_types(entry_type).items()}
    entry = entry_type(
        day=DAY, title=words.new("title"), body=words.new("body"), tags=(words.new("tag"),), **own
    )
    return replace(entry, **common), tuple(words.made)


def canary_entries(**common: Any) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """One of every kind."""
    return (with_canaries(kind, **common) for kind in ENTRY_TYPES)


class _Words:
    def __init__(self, kind: Kind) -> None:
        self._kind = kind.replace("-", "")
        self.made: list[str] = []

    def new(self, name: str) -> str:
        """A word of letters alone, so that no format writes it otherwise."""
        number = ascii_lowercase[len(self.made) // 26] + ascii_lowercase[len(self.made) % 26]
        word = f"zq{self._kind}{''.join(filter(str.isalpha, name))}{number}"
        self.made.append(word)
        return word

    def value(self, hint: Any, name: str) -> Any:
        """A value for a field: the last choice of several, a canary where words are, one item in a list."""
        given = [one for one in get_args(hint) if one is not type(None)]
        if get_origin(hint) is tuple:
            return (self.value(given[0], name),)
        if given:
            hint = given[0]
        if is_dataclass(hint):
            return self._parts(hint)
        if hint is str:
            return "" if name in _WORDLESS else self.new(name)
        if hint is bool:
            return name == "on_agenda"
        if hint is int:
            return 1
        if hint is date:
            return DAY
        if isinstance(hint, type) and issubclass(hint, Enum):
            return [*hint][_CHOSEN.get(hint.__name__, 0)]
        raise AssertionError((name, hint))

    def _parts(self, hint: Any) -> Any:
        hints = get_type_hints(hint)
        made: dict[str, Any] = {}
        for part in fields(hint):
            if part.name == "extra" or (hints[part.name] is datetime and not _is_needed(part)):
                continue
            if hints[part.name] is datetime:
                made[part.name] = datetime.fromisoformat("2026-10-14T09:00:00+00:00")
                continue
            made[part.name] = self.value(hints[part.name], part.name)
        return hint(**made)


def _is_needed(part: Field[Any]) -> bool:
    return part.default is MISSING and part.default_factory is MISSING


_WORDLESS = {"part", "id", "key", "source", "landed", "series", "at"}
"""Fields of text that no words of the mentee stand in."""

_CHOSEN = {"GoalStatus": 1, "ChallengeStatus": 1}
"""Open ones, which stand on agendas and wait."""
