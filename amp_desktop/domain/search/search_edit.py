"""Filters put into a typed search, found in it and taken out of it; what else was typed stays as it is."""

import re

from amp_desktop.domain.search.search_tokens import Token, tokens
from amp_desktop.domain.text.tags import clean_tag


def has_filter(typed: str, name: str, value: str) -> bool:
    """Whether this very filter stands in what was typed, without a minus."""
    return any(_is(token, name, value) for token in tokens(typed))


def with_filter(typed: str, name: str, value: str) -> str:
    """What was typed with one more filter, unless it stands there already."""
    if has_filter(typed, name, value):
        return typed
    written = f'{name}:"{value}"' if " " in value else f"{name}:{value}"
    return f"{typed.rstrip()} {written}" if typed.strip() else written


def without_filter(typed: str, name: str, value: str = "") -> str:
    """What was typed without the filter, however often it stands there.

    Args:
        typed: What stands in the search box.
        name: The filter's name.
        value: Its value, in any letters; nothing for whatever value, with a minus or without.
    """
    for token in reversed(tokens(typed)):
        if _is(token, name, value) if value else token.name == name:
            typed = replaced(typed, token.start, token.end - token.start, "")
    return typed


def toggled(typed: str, name: str, value: str) -> str:
    """What was typed with the filter where it was not, and without it where it was."""
    if has_filter(typed, name, value):
        return without_filter(typed, name, value)
    return with_filter(typed, name, value)


def with_tag_renamed(typed: str, former: str, tag: str) -> str:
    """What was typed, asking for the tag `former` by its new name, with a minus or without."""
    for token in reversed(tokens(typed)):
        if token.name == "tag" and clean_tag(token.text).casefold() == former.casefold():
            value = re.search("[:：]", typed[token.start :])
            assert value is not None  # a filter has a colon
            typed = typed[: token.start + value.end()] + tag + typed[token.end :]
    return typed


def replaced(typed: str, start: int, length: int, instead: str) -> str:
    """What was typed with something else in one place; with nothing there, no two spaces are left behind.

    Args:
        typed: What stands in the search box.
        start: Where the place begins, in characters.
        length: How many characters it has.
        instead: What is to stand there.
    """
    before, after = typed[:start], typed[start + length :]
    if not instead and (not before or before[-1].isspace()):
        after = after.lstrip()
    return before + instead + after if after or instead else before.rstrip()


def _is(token: Token, name: str, value: str) -> bool:
    return token.name == name and token.text.lower() == value.lower() and not token.is_negated
