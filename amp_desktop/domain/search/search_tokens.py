"""A typed search cut into words, phrases and filters, each with its place in what was typed."""

import re
from dataclasses import dataclass

_PLAIN = str.maketrans("“”„‟«»＂：", '""""""":')
"""Quotation marks and colons as keyboards of other languages write them; one character stays one."""

_TOKEN = re.compile(
    r"""(?=\S)(?:
        (?P<minus>-?)"(?P<phrase>[^"]*)"
        | "*(?P<minus_too>-?)"*                # a quotation mark without its partner counts for nothing
          (?:(?P<name>[^\W\d_]{1,20}):)?
          (?P<value>"[^"]*"(?=\s|$)|\S+|)
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """One word, phrase or filter.

    Attributes:
        start: Where it begins in what was typed, its minus included, in characters.
        end: Where it ends.
        is_negated: Whether a minus stands before it.
        is_quoted: Whether the words, or the value of a filter, stand between quotation marks.
        name: What stands before a colon, in small letters, or nothing; a filter if there is one of the name.
        text: The word or phrase, or what stands behind the colon.
    """

    start: int
    end: int
    is_negated: bool
    is_quoted: bool
    name: str
    text: str


def tokens(typed: str) -> tuple[Token, ...]:
    """Everything in `typed` that says something, in order; nothing that can be typed raises."""
    found = map(_token, _TOKEN.finditer(typed.translate(_PLAIN)))
    return tuple(token for token in found if token.name or token.text)


def _token(found: re.Match[str]) -> Token:
    phrase, value, name = found["phrase"], found["value"] or "", found["name"] or ""
    quoted = phrase is not None or (name != "" and len(value) > 1 and value[0] == value[-1] == '"')
    text = phrase if phrase is not None else value.strip('"') if name else value
    return Token(
        start=found.start(),
        end=found.end(),
        is_negated=bool(found["minus"] or found["minus_too"]),
        is_quoted=quoted,
        name=name.lower(),
        text=text.strip() if quoted else text,
    )
