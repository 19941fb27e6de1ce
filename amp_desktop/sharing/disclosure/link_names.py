"""What a summary calls the entries that its texts link to: `[[title]]` and `[[title|words]]`.

What will be read decides. Links are looked for in the text as it was written, and once more in the words that
were read from it (`told_item`): an escape, an entity, a comment or a bold word may make one that was none.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.summary import Block, Inline, SummaryItem
from amp_desktop.domain.text.asides import has_aside, without_asides
from amp_desktop.domain.text.links import as_read, link_title
from amp_desktop.domain.text.texts import each_value, is_words, texts_of
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.disclosure.read_words import Cut, WordCutter, asides_read
from amp_desktop.sharing.disclosure.redaction import without_aside_places, without_private

SOMETHING_ELSE = "another entry"
"""What stands for the title of an entry that does not leave."""

_LINK = re.compile(r"\[\[(?!\[)((?:(?!\[\[).)+?)\]\](?!\])", re.DOTALL)
"""Wider than the journal's own idea of a link, so that no title gets out by being oddly written."""

_BRACKET = re.compile(r"[\[&%]")
"""What a text holds in which a link could begin, be its bracket an entity or spelled as an address does."""

_UNASIDED = WordCutter(asides_read, lambda _: True)

_MOST_BARS = 20
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]*>|\[(?:\^[^][\n]*|\d+)\]|[\\*_~`<>]|!?\[\^?|\](?:\([^()\n]*\))?")
"""What Markdown or HTML may take away from a title, or put around a part of it."""


class Names:
    """Which titles may be told.

    A title stands for itself when an entry so named leaves; when one is only known, it is told as “another
    entry”. The words after a bar were written to be shown and stay, unless they are the title over again.
    What names no entry stays as it was typed: in code, `[[` may mean something else.
    """

    def __init__(self, *, leaving: Iterable[str], known: Iterable[str]) -> None:
        self._shown = set(map(_key, leaving)) - {""}
        self._known = self._shown.union(*map(names_of, known))

    def told(self, entry: Entry) -> Entry:
        """The entry with its links written out."""
        return each_value(entry, lambda value: _LINK.sub(self._words, value) if is_words(value) else value)

    def told_item(self, item: SummaryItem) -> SummaryItem:
        """The item with the links written out, and the asides cut, that came about by reading."""
        return self._linked.item(_UNASIDED.item(item))

    def told_blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks with the links written out, and the asides cut, that came about by reading."""
        return self._linked.blocks(_UNASIDED.blocks(blocks))

    def told_line(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Words that were put into one line, with what came about by that cut."""
        return self._linked.line(_UNASIDED.line(content))

    def told_words(self, text: str) -> str:
        """Plain text of one line, such as a title, with what came about by reading cut."""
        return self._linked.text(_UNASIDED.text(text))

    def told_text(self, text: str) -> str:
        """Words that were typed for a summary, without what never leaves, their links written out."""
        return _LINK.sub(self._words, without_aside_places(without_hidden(text)))

    @cached_property
    def _linked(self) -> WordCutter:
        return WordCutter(self._cuts, self.may_lead)

    def _words(self, link: re.Match[str]) -> str:
        title, words = self._parted(link[1])
        if _key(title) in self._shown:
            return words or title
        if _key(title) not in self._known:
            return link[0]
        return SOMETHING_ELSE if _key(words) in ("", _key(title)) else words

    def _cuts(self, text: str) -> list[Cut]:
        found = ((link, self._words(link)) for link in _LINK.finditer(text)) if "[[" in text else ()
        return [Cut(link.start(), link.end(), words) for link, words in found if words != link[0]]

    def may_lead(self, address: str) -> bool:
        """Whether an address holds no title that is not to be told."""
        return not self._cuts(unquote(address))

    def _parted(self, inside: str) -> tuple[str, str]:
        """The title and the words of a link; a bar parts them, unless it belongs to a known title."""
        partings = list(_partings(inside))
        return next((parting for parting in partings if _key(parting[0]) in self._known), partings[-1])


def names_of(title: str) -> set[str]:
    """How a link may name the entry with this title.

    As it is written, as it reads, without its asides, and as a link can hold it.
    """
    seen = without_hidden(title)
    names = {_key(seen), _key(link_title(seen))}
    if has_aside(seen):
        names.add(_key(without_asides(seen)[0]))
    return names - {""}


def linked_names(entries: Iterable[Entry]) -> frozenset[str]:
    """The names that links in these entries may mean, as `names_of` gives them; rather one too many."""
    names: set[str] = set()

    def collect(value: Any) -> Any:
        if is_words(value) and _BRACKET.search(value):
            for text in _readings(value):
                for link in _LINK.finditer(text):
                    names.update(_key(title) for title, _ in _partings(link[1]))
        return value

    for entry in entries:
        if any(map(_BRACKET.search, texts_of(entry))):  # most entries link to nothing
            each_value(without_private(entry), collect)
    return frozenset(names)


def _partings(inside: str) -> Iterator[tuple[str, str]]:
    """Every way to part a link into title and words, the longest title first and the shortest last.

    A title may end before a number sign, too, for a link may mean a part of an entry.
    """
    parts = inside.split("|", maxsplit=_MOST_BARS)
    for end in range(len(parts), 0, -1):
        title, words = "|".join(parts[:end]).strip().rstrip("\\"), "|".join(parts[end:]).strip()
        pieces = title.split("#", maxsplit=_MOST_BARS)
        yield from (("#".join(pieces[:last]).strip(), words) for last in range(len(pieces), 1, -1))
        yield pieces[0].strip() or title, words


def _readings(text: str) -> Iterable[str]:
    """The text as it was written, as it is read, without signs of styles, and as an address spells it."""
    read = as_read(text)
    return dict.fromkeys((text, read, re.sub(r"[*_~`]", "", read), unquote(text)))


def _key(title: str) -> str:
    """What is compared of two titles: their words as they are read, and none of the signs that style them."""
    read = _MARKUP.sub("", as_read(as_read(title)))
    return " ".join(normalize("NFC", read).casefold().split()).strip(" []")
