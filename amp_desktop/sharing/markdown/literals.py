r"""What is taken as it is written: `\*` is a star and no mark, `&amp;` a sign and no letters."""

from __future__ import annotations

import re
from html import unescape

from markdown.util import ETX, STX

LITERAL = (
    r"\\(?P<escaped>[!-/:-@\[-`{-~\n])"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
"""A sign with a backslash before it, or an entity of HTML."""

LINE_END = re.compile(r"(?<![ \t])[ \t]++(?=\n)")
"""The space at the end of a line that is not the last."""

_LITERAL = re.compile(LITERAL)


def hidden(text: str) -> str:
    """The characters in the form in which Python-Markdown takes none of them for a mark."""
    return "".join(f"{STX}{ord(character)}{ETX}" for character in text)


def with_hidden_literals(text: str) -> str:
    """The text with what is meant as it is written in the form that is no mark."""
    return _LITERAL.sub(lambda match: hidden(_meant(match)), text)


def plain(text: str) -> str:
    """The text that is meant."""
    return _LITERAL.sub(_meant, text)


def label_key(label: str) -> str:
    """The label as links are compared with it: whatever the case of its letters and its spaces."""
    return " ".join(label.split()).casefold()


def _meant(match: re.Match[str]) -> str:
    return match["escaped"] or unescape(match["entity"])
