"""Links between entries, as written in a text: `[[title]]`, or `[[title|shown words]]`.

What stands in code is no link. A title leads to every entry that bears it, and two titles are the same to a
link when their keys are (`title_key`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.asides import without_asides
from amp_desktop.domain.text.code import without_code
from amp_desktop.domain.text.texts import texts_of

LONGEST = 300
"""Characters that a title, or the words for it, may have within a link."""

LINK = re.compile(rf"\[\[([^\[\]|\n\0]{{1,{LONGEST}}})(?:\|([^\[\]\n\0]{{1,{LONGEST}}}))?\]\]")
"""Group 1 is the title that is meant, group 2 the words shown for it, if others."""

_COMPARED = 200
"""Characters of two titles that are compared."""

_TITLE_BREAKERS = re.compile(r"[\[\]|`\n\0]")
"""What a link cannot hold: it would end there, or be code."""


@dataclass(frozen=True)
class TitleLink:
    """A link by title.

    Attributes:
        title: The title that is meant, as written.
        shown: The words that stand for it.
    """

    title: str
    shown: str


def link_title(title: str) -> str:
    """The title as it is written within a link; an empty string where nothing is left of it.

    Brackets, bars and backticks become spaces, and so does what stands within an aside: the text that links
    to the entry may leave, and the aside must not.
    """
    open_words = _TITLE_BREAKERS.sub(" ", without_asides(title, scar=" ")[0])
    return " ".join(open_words.split())[:LONGEST].rstrip()


def title_key(title: str) -> str:
    """What two titles have in common when a link may mean either; an empty string is meant by none.

    Neither case nor white space counts, nor what cannot stand in a link, nor what follows the first 200
    characters.
    """
    folded = normalize("NFD", normalize("NFD", link_title(title)).casefold())
    return folded[:_COMPARED].rstrip()


def title_links(text: str) -> tuple[TitleLink, ...]:
    """The links in `text`, in order."""
    return tuple(TitleLink(m[1].strip(), (m[2] or m[1]).strip()) for m in link_places(text))


def link_places(text: str) -> Iterator[re.Match[str]]:
    """The links in `text` as finds of `LINK`, whose places are those of the text."""
    return LINK.finditer(without_code(text)) if "[[" in text else iter(())


def linked_keys(entry: Entry) -> dict[str, None]:
    """The keys of the titles that an entry's body and fields link to, in order, each once."""
    links = (link for text in texts_of(entry, title=False) for link in link_places(text))
    keys = (title_key(link[1]) for link in links)
    return dict.fromkeys(key for key in keys if key)


def relinked(text: str, former: str, title: str) -> str:
    """The text with every link to the title `former` leading to `title`, and no other character changed.

    Words that are shown in a title's place stay. Nothing changes where either title cannot be linked to.
    """
    key, written = title_key(former), link_title(title)
    if not (key and written):
        return text
    parts, at = [], 0
    for link in link_places(text):
        if title_key(link[1]) == key:
            start = link.start(1) + len(link[1]) - len(link[1].lstrip())
            end = link.end(1) - len(link[1]) + len(link[1].rstrip())
            parts += [text[at:start], written]
            at = end
    return "".join((*parts, text[at:]))
