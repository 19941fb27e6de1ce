"""Links between entries, as written in a text: `[[title]]`, or `[[title|shown words]]`.

What stands in code is no link. A title leads to every entry that bears it, and two titles are the same to a
link when their keys are (`title_key`).
"""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import normalize

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.asides import without_asides
from amp_desktop.domain.text.code import without_code
from amp_desktop.domain.text.texts import texts_of

LONGEST = 300
"""Characters that a title, or the words for it, may have within a link."""

_COMMENT = r"<!--(?:(?!-->)[^\n\0])*+-->"
_TITLE = rf"(?:{_COMMENT}|\\(?!\|)[^\[\]\n\0]|[^\[\]|\n\0\\])"
_WORDS = rf"(?:{_COMMENT}|\\?[^\[\]\n\0\\])"
LINK = re.compile(rf"\[\[({_TITLE}{{1,{LONGEST}}}+)(?:\\?\|({_WORDS}{{1,{LONGEST}}}+))?\]\]")
"""Group 1 is the title that is meant, group 2 the words shown for it, if others; both as they are written.

A bar of a table's cell has a backslash before it.
"""

_MARKS = r"[!-/:-@\[-`{-~]"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_SIGNS = rf"\\({_MARKS})|{_ENTITY}"
_SIGN = re.compile(_SIGNS)
_UNREAD = re.compile(rf"{_COMMENT}|{_SIGNS}")
"""What is read as something else than it is written as: nothing, or another sign."""

_ESCAPING = re.compile(rf"\\(?={_MARKS})")
_VANISHING = re.compile(rf"{_COMMENT}|{_ENTITY}")

_PIECES = re.compile(r"([\n\0])")
_COMPARED = 200
"""Characters of two titles that are compared."""

_TITLE_BREAKERS = re.compile(r"[\[\]|`\n\0]")
"""What a link cannot hold: it would end there, or be code."""


def link_title(title: str) -> str:
    """The title as it is written within a link; an empty string where nothing is left of it.

    Brackets, bars and backticks become spaces, and so does what stands within an aside: the text that links
    to the entry may leave, and the aside must not.
    """
    open_words = _TITLE_BREAKERS.sub(" ", without_asides(title, placeholder=" ")[0])
    return " ".join(open_words.split())[:LONGEST].rstrip()


def as_read(written: str) -> str:
    """A title, or words, as they are read in Markdown: without comments, escapes and entities."""
    if not {"\\", "&", "<"} & set(written):
        return written
    return "".join(map(_piece_read, _PIECES.split(written)))


def _piece_read(piece: str) -> str:
    """The same of what a comment cannot lead out of.

    Behind the last end of a comment none is looked for: each beginning would be followed to the piece's end.
    """
    head, end, rest = piece.rpartition("-->")
    return _UNREAD.sub(_sign_read, head + end) + _SIGN.sub(_sign_read, rest)


def _sign_read(sign: re.Match[str]) -> str:
    return sign[1] or ("" if sign[0][0] == "<" else unescape(sign[0]))


def written_title(title: str) -> str:
    """The title so written within a link that it is read as it is; an empty string where nothing is left."""
    kept = _ESCAPING.sub(r"\\\\", link_title(title))  # each by itself: of two, the first escapes the second
    written = _VANISHING.sub(lambda sign: f"\\{sign[0]}", kept)
    closing = len(written) - len(written.rstrip("\\"))
    return written + "\\" * (closing % 2)  # or it would take the bracket that closes the link for words


def title_key(title: str) -> str:
    """What two titles have in common when a link may mean either; an empty string is meant by none.

    Neither case nor white space counts, nor what cannot stand in a link, nor what follows the first 200
    characters.
    """
    folded = normalize("NFD", normalize("NFD", link_title(title)).casefold())
    return folded[:_COMPARED].rstrip()


def link_places(text: str) -> Iterator[re.Match[str]]:
    """The links in `text` as finds of `LINK`, whose places are those of the text."""
    return LINK.finditer(without_code(text)) if "[[" in text else iter(())


def linked_keys(entry: Entry) -> dict[str, None]:
    """The keys of the titles that an entry's body and fields link to, in order, each once."""
    links = (link for text in texts_of(entry, title=False) for link in link_places(text))
    keys = (title_key(title) for link in links for title in titles_meant(as_read(link[1])))
    return dict.fromkeys(key for key in keys if key)


def titles_meant(title: str) -> tuple[str, ...]:
    """The titles that a link may mean, the likeliest first: `[[T#part]]` means a part of T, if no T#part."""
    whole, part, _ = title.partition("#")
    return (title, whole) if part and whole.strip() else (title,)


def relinked(text: str, former: str, title: str) -> str:
    """The text with every link to the title `former` leading to `title`, and no other character changed.

    Words that are shown in a title's place stay. Nothing changes where either title cannot be linked to.
    """
    key, written = title_key(former), written_title(title)
    if not (key and written):
        return text
    parts, at = [], 0
    for link in link_places(text):
        named = next((name for name in titles_meant(link[1]) if title_key(as_read(name)) == key), None)
        if named is not None:
            start = link.start(1) + len(named) - len(named.lstrip())
            end = link.start(1) + len(named.rstrip())
            parts += [text[at:start], written]
            at = end
    return "".join((*parts, text[at:]))
