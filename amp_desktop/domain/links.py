"""Links between entries, as written in a text: `[[title]]`, or `[[title|shown words]]`."""

import re
from dataclasses import dataclass

LINK = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\]")
"""Group 1 is the title that is meant, group 2 the words shown for it, if others."""


@dataclass(frozen=True)
class TitleLink:
    """A link by title.

    Attributes:
        title: The title that is meant, as written.
        shown: The words that stand for it.
    """

    title: str
    shown: str


def title_key(title: str) -> str:
    """What two titles have in common when a link may mean either: case and white space do not count."""
    return " ".join(title.split()).casefold()


def title_links(text: str) -> tuple[TitleLink, ...]:
    """The links in `text`, in order."""
    return tuple(TitleLink(m[1].strip(), (m[2] or m[1]).strip()) for m in LINK.finditer(text))
