"""What a summary calls the entries that its texts link to: `[[title]]` and `[[title|words]]`."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import normalize

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.asides import has_aside, without_asides
from amp_desktop.domain.text.links import link_title
from amp_desktop.domain.text.texts import each_value, is_words
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.disclosure.redaction import without_private

SOMETHING_ELSE = "another entry"
"""What stands for the title of an entry that does not leave."""

_LINK = re.compile(r"\[\[(?!\[)((?:(?!\[\[).)+?)\]\](?!\])", re.DOTALL)
"""Wider than the journal's own idea of a link, so that no title gets out by being oddly written."""

_MOST_BARS = 20


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

    def _words(self, link: re.Match[str]) -> str:
        title, words = self._parted(link[1])
        if _key(title) in self._shown:
            return words or title
        if _key(title) not in self._known:
            return link[0]
        return SOMETHING_ELSE if _key(words) in ("", _key(title)) else words

    def _parted(self, inside: str) -> tuple[str, str]:
        """The title and the words of a link; a bar parts them, unless it belongs to a known title."""
        partings = list(_partings(inside))
        return next((parting for parting in partings if _key(parting[0]) in self._known), partings[-1])


def names_of(title: str) -> set[str]:
    """How a link may name the entry with this title.

    As it is written, as it reads without its asides, and as a link can hold it.
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
        if is_words(value):
            for link in _LINK.finditer(value):
                names.update(_key(title) for title, _ in _partings(link[1]))
        return value

    for entry in entries:
        each_value(without_private(entry), collect)
    return frozenset(names)


def _partings(inside: str) -> Iterator[tuple[str, str]]:
    """Every way to part a link into title and words, the longest title first and the shortest last."""
    parts = inside.split("|", maxsplit=_MOST_BARS)
    for end in range(len(parts), 0, -1):
        yield "|".join(parts[:end]).strip(), "|".join(parts[end:]).strip()


def _key(title: str) -> str:
    return " ".join(normalize("NFC", title).casefold().split()).strip(" []")
