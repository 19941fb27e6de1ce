"""The filters of the search: their names, their values, and what each asks for.

| filter | means |
| --- | --- |
| `kind:goal` | of this kind; several: of any of them |
| `tag:ci` | with this tag; several: with all of them |
| `status:resolved` | with this status; several: with any of them |
| `is:open` | still to be done; or on the agenda, pinned, shareable, private, sealed |
| `has:picture` | a picture, file, link, task, aside or evidence in it |
| `on:` `since:` `until:` `before:` `after:` | a day (2026-08-01, today), a month (2026-08) or a year |
| `in:bin` | in the bin instead of the journal |
| `in:shared` | in what has left instead of entries; of the filters only days count then |
| `sort:best` | what fits best first; else the newest |

A minus before one of the first five means the opposite.
"""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.registry import ENTRY_TYPES, all_states
from amp_desktop.domain.query import EntryQuery, Exclusions, Ranking
from amp_desktop.domain.search.search_days import DAY_FILTERS, DAY_WORDS, narrowed_to_days
from amp_desktop.domain.search.search_problems import NotUnderstoodError, close_to, listed
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.domain.traits import Trait

T = TypeVar("T", EntryQuery, Exclusions)

HAD = (Trait.PICTURE, Trait.FILE, Trait.LINK, Trait.TASK, Trait.ASIDE, Trait.EVIDENCE)
"""What an entry has; the other traits are what it is."""

SHARED = "shared"
"""With `in:`, it looks into what has left; `search_words` reads it, for it asks for no entries."""

_SHARINGS = (Sharing.SHAREABLE, Sharing.PRIVATE)
"""What is marked with neither is private too; what is sealed is asked for as a trait besides."""

STATUSES = tuple(status.replace(" ", "-") for status in all_states())

VALUES: dict[str, tuple[str, ...]] = {
    "kind": tuple(ENTRY_TYPES),
    "tag": (),
    "status": STATUSES,
    "is": (Trait.OPEN, Trait.AGENDA, Trait.PINNED, *_SHARINGS, Trait.SEALED),
    "has": HAD,
    **dict.fromkeys(DAY_FILTERS, DAY_WORDS),
    "in": ("bin", SHARED),
    "sort": tuple(Ranking),
}
"""Every filter, with the words that it takes. A tag and a day can be others too."""

_OTHER_NAMES = {"state": "status", "type": "kind", "sharing": "is", "from": "since", "label": "tag"}
"""What people may think a filter is called."""


def meant_name(name: str) -> str:
    """The filter that was probably meant by a name that is none, or an empty string."""
    return _OTHER_NAMES.get(name) or close_to(name, VALUES, alike=0.65)


def narrowed(query: EntryQuery, name: str, value: str, *, negated: bool, today: date) -> EntryQuery:
    """What `query` and the filter ask for together.

    Args:
        query: What was asked for before.
        name: One of `VALUES`, `sort` excepted.
        value: As it was typed.
        negated: A minus stood before the filter.
        today: The day it is.

    Raises:
        NotUnderstoodError: The filter does not take the value, or no minus.
    """
    if name not in (*DAY_FILTERS, "in"):
        return _narrowed_by_word(query, name, value, negated)
    if negated:
        raise NotUnderstoodError(f"{name}: takes no minus.")
    return _in_bin(query, value) if name == "in" else narrowed_to_days(query, name, value, today)


def ranking_of(value: str) -> Ranking:
    """The order that was asked for.

    Raises:
        NotUnderstoodError: There is no such order.
    """
    return Ranking(_one_of("sort", value))


def _narrowed_by_word(query: EntryQuery, name: str, value: str, negated: bool) -> EntryQuery:
    if name == "tag":
        return _grown(query, "tags", _tag(value), negated)
    word = _one_of(name, value)
    if name == "kind":
        return _grown(query, "kinds", word, negated)
    if name == "status":
        return _grown(query, "states", word.replace("-", " "), negated)
    if word in _SHARINGS:
        return _marked(query, Sharing(word), negated)
    return _grown(query, "traits", Trait(word), negated)


def _grown(query: EntryQuery, name: str, value: str, negated: bool) -> EntryQuery:
    """The query with one more value, wanted or left out."""
    if negated:
        return replace(query, exclusions=_with(query.exclusions, name, value))
    return _with(query, name, value)


def _with(holder: T, name: str, value: str) -> T:
    values: Any = getattr(holder, name)
    more: Any
    if isinstance(values, frozenset):
        more = {name: values | {value}}
    else:
        known = value.casefold() in map(str.casefold, values)
        more = {} if known else {name: (*values, value)}
    return replace(holder, **more)


def _marked(query: EntryQuery, sharing: Sharing, negated: bool) -> EntryQuery:
    if negated:
        (sharing,) = {*_SHARINGS} - {sharing}
    if query.sharing not in (None, sharing):
        raise NotUnderstoodError("An entry is either private or shareable, never both.")
    return replace(query, sharing=sharing)


def _tag(value: str) -> str:
    tag = clean_tag(value)
    if not tag:
        raise NotUnderstoodError(f"“{value}” is no tag." if value else "Which tag?", is_unfinished=not value)
    return tag


def _in_bin(query: EntryQuery, value: str) -> EntryQuery:
    _one_of("in", value)
    return replace(query, binned=True)


def _one_of(name: str, value: str) -> str:
    """The word of the filter that was typed, in whatever letters."""
    known, word = VALUES[name], value.lower().replace("_", "-").replace(" ", "-")
    if word in known:
        return word
    sentence = f"{name}: cannot be “{value}”." if value else f"{name}: needs a word."
    raise NotUnderstoodError(
        sentence,
        f"It can be {listed(known)}.",
        _meant(name, word),
        is_unfinished=any(other.startswith(word) for other in known),
    )


def _meant(name: str, word: str) -> str:
    """The filter that was probably meant: another one that takes the word, or a word much like it."""
    other = next((other for other, words in VALUES.items() if word in words), "")
    if other:
        return f"{other}:{word}"
    close = close_to(word, VALUES[name])
    return f"{name}:{close}" if close else ""
