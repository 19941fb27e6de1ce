"""What of an entry may be seen by others: its words without asides and without the names of what stays in."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any
from unicodedata import normalize

from amp_desktop.domain.asides import has_aside, without_asides
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types
from amp_desktop.sharing.hidden import without_hidden

SOMETHING_ELSE = "another entry"
"""What stands for the title of an entry that does not leave."""

_SCAR = "\x00"
"""Stands where an aside was until the place is tidied; no text has it: hidden characters are cut first."""

_STYLED_SCAR = re.compile(rf"([*_~`]{{1,3}}){_SCAR}\1")
_SCARRED_LINE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d+[.)])[ \t]++)?(?:\[[ xX]\][ \t]*+)?(?:#++[ \t]*+)?"
    rf"(?:{_SCAR}[ \t]*+)++(?:\n|\Z)",
    re.MULTILINE,
)
_SCAR_IN_LINE = re.compile(rf" ?(?:{_SCAR})+(?=[ .,;:!?)]|$)|{_SCAR}", re.MULTILINE)
_MOST_BARS = 20
_NAMED = re.compile(r"\[\[(?!\[)((?:(?!\[\[).)+?)\]\](?!\])", re.DOTALL)


def without_private(entry: Entry) -> Entry:
    """The entry without hidden characters and without asides.

    Title, body and the fields of its kind are read in this order; an aside that is never closed takes all
    that follows with it, numbers and days too. Statuses stay: they decide where the entry is spoken of.
    """
    scissors = _Scissors()
    return _each_value(entry, scissors.cut)


def without_names(entry: Entry, *, leaving: Iterable[str], titles: Iterable[str]) -> Entry:
    """The entry with every `[[title]]` and `[[title|words]]` written out.

    A title stands for itself when an entry so named is among the `leaving`; when one is only among `titles`,
    it is told as “another entry”. The words after a bar were written to be shown and stay, unless they are
    the title over again. What names no entry stays as it was typed: in code, `[[` may mean something else.
    """
    shown, known = set(map(_key, leaving)), {key for title in titles for key in names_of(title)}

    def told(value: Any) -> Any:
        is_text = isinstance(value, str) and not isinstance(value, Enum)
        return _names_told(value, shown, known) if is_text else value

    return _each_value(entry, told)


def names_of(title: str) -> set[str]:
    """How a link may name the entry with this title: as it is written, and as it reads without its asides."""
    seen = without_hidden(title)
    names = {_key(seen), _key(without_asides(seen)[0])} if has_aside(seen) else {_key(seen)}
    return names - {""}


def linked_names(entries: Iterable[Entry]) -> frozenset[str]:
    """The names that links in these entries may mean, as `names_of` gives them; rather one too many."""
    names: set[str] = set()

    def collect(value: Any) -> Any:
        if isinstance(value, str):
            for named in _NAMED.finditer(value):
                names.update(_key(title) for title, _ in _partings(named[1]))
        return value

    for entry in entries:
        _each_value(without_private(entry), collect)
    return frozenset(names)


class _Scissors:
    """Cuts the values of one entry in their order."""

    def __init__(self) -> None:
        self._shut = False

    def cut(self, value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._cut_text(value)
        kept = isinstance(value, (Enum, bool)) or not self._shut
        return value if kept or not isinstance(value, (date, int)) else None

    def _cut_text(self, text: str) -> str:
        if self._shut:
            return ""
        rest, self._shut = without_asides(without_hidden(text), _SCAR)
        return _healed(rest)


def _each_value(entry: Entry, change: Callable[[Any], Any]) -> Entry:
    """The entry with its title, its body and each value of its kind's fields changed, in this order."""
    names = ("title", "body", *field_types(entry.kind))
    return replace(entry, **{name: _changed(getattr(entry, name), change) for name in names})


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _changed(getattr(value, f.name), change) for f in fields(value)})
    return change(value)


def _healed(text: str) -> str:
    """The text without its scars: no empty bullet, heading or pair of stars and no double space is left."""
    if _SCAR not in text:
        return text
    text = _STYLED_SCAR.sub(_SCAR, text)
    text = _SCARRED_LINE.sub("", text)
    return _SCAR_IN_LINE.sub("", text)


def _names_told(text: str, shown: set[str], known: set[str]) -> str:
    def told(named: re.Match[str]) -> str:
        title, words = _parted(named[1], shown | known)
        if _key(title) in shown:
            return words or title
        if _key(title) not in known:
            return named[0]
        return SOMETHING_ELSE if _key(words) in ("", _key(title)) else words

    return _NAMED.sub(told, text)


def _parted(inside: str, titles: set[str]) -> tuple[str, str]:
    """The title and the words of a link; a bar parts them, unless the bar belongs to a known title."""
    partings = list(_partings(inside))
    return next((parting for parting in partings if _key(parting[0]) in titles), partings[-1])


def _partings(inside: str) -> Iterator[tuple[str, str]]:
    """Every way to part a link into title and words, the longest title first and the shortest last."""
    parts = inside.split("|", maxsplit=_MOST_BARS)
    for end in range(len(parts), 0, -1):
        yield "|".join(parts[:end]).strip(), "|".join(parts[end:]).strip()


def _key(title: str) -> str:
    return " ".join(normalize("NFC", title).casefold().split()).strip(" []")
