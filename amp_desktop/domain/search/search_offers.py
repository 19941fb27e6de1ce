"""What can be offered while a search is being typed: the names of filters, and the values that each takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from amp_desktop.domain.search.search_filters import VALUES
from amp_desktop.domain.search.search_tokens import Token, tokens

MOST = 12
"""How many words are offered at most."""
_LEAST = 2
"""How many letters of a filter's name must stand there before it is offered: most words are not filters."""


@dataclass(frozen=True)
class FilterSuggestions:
    """Words of which one can take the place of what is being typed.

    Attributes:
        start: Where that begins in what was typed, in characters.
        end: Where it ends.
        words: Filters with their values, or names of filters with a colon; none where nothing is offered.
    """

    start: int = 0
    end: int = 0
    words: tuple[str, ...] = ()


def offers(typed: str, cursor: int, tags: Sequence[str]) -> FilterSuggestions:
    """What fits where the cursor stands.

    Args:
        typed: What stands in the search box.
        cursor: Where one types, in characters.
        tags: All tags of the journal, the one to offer first at the beginning.
    """
    here = next((token for token in tokens(typed[:cursor]) if token.end == cursor), None)
    if here is None or (here.is_quoted and not here.name):
        return FilterSuggestions()
    end = next((token.end for token in tokens(typed) if token.start == here.start), cursor)
    minus = "-" if here.is_negated else ""
    words = [word for word in _fitting(here, tags) if word != typed[here.start : end].removeprefix("-")]
    return FilterSuggestions(here.start, end, tuple(minus + word for word in words[:MOST]))


def _fitting(token: Token, tags: Sequence[str]) -> list[str]:
    beginning = token.text.casefold()
    if token.name in VALUES:
        values = tags if token.name == "tag" else VALUES[token.name]
        return [f"{token.name}:{value}" for value in _beginning_so(values, beginning.lstrip("#"))]
    if token.name or len(beginning) < _LEAST:
        return []
    return [f"{name}:" for name in _beginning_so(tuple(VALUES), beginning)]


def _beginning_so(words: Sequence[str], beginning: str) -> list[str]:
    return [word for word in words if word.casefold().startswith(beginning)]
