"""Where in a line something is being typed that can be completed. No Qt."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from amp_desktop.domain.text.code import without_code
from amp_desktop.domain.text.text_tags import tag_places

LONGEST = 320
"""Characters before the cursor that are looked at."""

_LINK = re.compile(r"(?<!\[)\[\[(?!\[)((?:(?!\[\[|\]\]|\|).)*)\Z")
_REST_OF_LINK = re.compile(r"[^\[\]|\n]*(?=(?:\|[^\[\]\n]*)?\]\])")


class Completes(Enum):
    """What is being typed."""

    LINK = auto()
    TAG = auto()


@dataclass(frozen=True)
class CompletionContext:
    """Where one types.

    Attributes:
        completes: What it is.
        typed: What stands there before the cursor, without brackets or sign.
    """

    completes: Completes
    typed: str


def place_at_end(line: str) -> CompletionContext | None:
    """What is being typed where a line, or the part of it before the cursor, ends; None in code."""
    if "#" not in line and "[[" not in line:
        return None
    seen = without_code(line)
    if "`" in seen:  # code that is not closed yet
        return None
    if link := _LINK.search(seen):
        return CompletionContext(Completes.LINK, link[1])
    for start, end in tag_places(line):
        if not line[end:].strip("-_/"):
            return CompletionContext(Completes.TAG, line[start + 1 :])
    return None


def rest_of_link(line: str) -> str | None:
    """What of a link's title stands behind the cursor, up to its bar or brackets; None without these."""
    rest = _REST_OF_LINK.match(line)
    return rest[0] if rest else None
