"""Addresses that a summary leads to, and what stands for them this time: words, another address, nothing.

An address that is left out is left out wherever it is read, in code too; the words of a link to it stay where
they were the mentee's own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from amp_desktop.domain.summary import Inline, Link, Place, Summary, SummaryLine, Text
from amp_desktop.sharing.disclosure.lines import short_address
from amp_desktop.sharing.disclosure.name_finding import folded
from amp_desktop.sharing.disclosure.other_names import cut_from
from amp_desktop.sharing.disclosure.read_words import Cut
from amp_desktop.sharing.markdown.reading import is_address
from amp_desktop.sharing.renderers.formatting import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

LEFT_OUT = ""
"""What stands for an address that is left out."""

_GOES_ON = r"(?![\w%&=#?~-]|[/.:@](?=\w))"
"""Another address follows, of which this one is the beginning."""

_FEWEST = 3
"""Letters of a part of a name by which it is known in an address."""


def with_links(summary: Summary, links: Mapping[str, str], may_lead: Callable[[str], bool]) -> Summary:
    """The summary in which each of these addresses is told as something else.

    Args:
        summary: What would leave.
        links: By the address: nothing, which leaves it out; another address; or words.
        may_lead: Whether an address may be told.
    """
    told = {_key(address): words.strip() for address, words in links.items() if words.strip() != address}
    if not told:
        return summary
    return _Relinker(told, may_lead).summary(summary)


def names_in_address(address: str, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these names an address gives away: all parts of it that are no initials stand in it."""
    read = _letters(unquote(address))
    return tuple(name for name in names if all(part in read for part in _parts(name)) and _parts(name))


def _parts(name: str) -> list[str]:
    return [part for part in _letters(name).split() if len(part) >= _FEWEST]


def _letters(text: str) -> str:
    """The text without the signs over its letters, which addresses mostly do without."""
    return "".join(letter for letter in folded(text) if unicodedata.category(letter) != "Mn")


def _key(address: str) -> str:
    """An address, whether a slash ends it or not."""
    return address.rstrip("/")


@dataclass(frozen=True)
class _Relinker:
    told: Mapping[str, str]
    may_lead: Callable[[str], bool]

    def summary(self, summary: Summary) -> Summary:
        pattern = re.compile("|".join(self._spellings()), re.IGNORECASE)
        known = {form.casefold(): self.told[address] for address in self.told for form in _forms(address)}

        def cuts(text: str) -> list[Cut]:
            found = pattern.finditer(text) if "." in text or "@" in text or ":" in text else ()
            return [Cut(one.start(), one.end(), known[one[1].casefold()]) for one in found]

        relinked: Summary = self._changed(summary)
        return cut_from(relinked, cuts)

    def _spellings(self) -> Iterator[str]:
        forms = {form for address in self.told for form in _forms(address)}
        longest_first = sorted(forms, key=len, reverse=True)
        yield rf"(?<![\w./@-])({'|'.join(map(re.escape, longest_first))})/?{_GOES_ON}"

    def _changed(self, node: Any) -> Any:
        if isinstance(node, tuple):
            return tuple(new for part in node for new in self._parts_of(part))
        if isinstance(node, Place) or not is_dataclass(node) or isinstance(node, type):
            return node
        if isinstance(node, SummaryLine):
            node = self._line(node)
        return replace(
            node, **{field.name: self._changed(getattr(node, field.name)) for field in fields(node)}
        )

    def _parts_of(self, part: Any) -> tuple[Any, ...]:
        return self._instead_of(part) if isinstance(part, Link) else (self._changed(part),)

    def _line(self, line: SummaryLine) -> SummaryLine:
        """What shows a thing stands beside it as a link, or goes on in the line as words."""
        made = [one for link in line.links for one in self._instead_of(link, beside=True)]
        words = [one for one in made if not isinstance(one, Link) and plain((one,)).strip()]
        more = line.more
        for one in words:
            more = (*more, Text("; "), one) if more else (one,)
        return replace(line, links=tuple(one for one in made if isinstance(one, Link)), more=more)

    def _instead_of(self, link: Link, *, beside: bool = False) -> tuple[Inline, ...]:
        words = self.told.get(_key(link.address))
        if words is None:
            return (link,)
        if words == LEFT_OUT:
            return () if beside or _says(link) else link.content
        if not is_address(words):
            return (Text(words),)
        if not self.may_lead(words):
            return () if _says(link) else link.content
        said = short_address(words) if beside else words
        return (Link(words, (Text(said),) if _says(link) else link.content),)


def _says(link: Link) -> bool:
    """Whether the words of a link are its address, or a short form of it."""
    words = plain(link.content).strip().rstrip("/").casefold()
    forms = (short_address(link.address), *_forms(link.address))
    return any(words == form.rstrip("/").casefold() for form in forms)


def _forms(address: str) -> tuple[str, ...]:
    """How an address may be written: with its scheme, without it, as it is read."""
    bare = re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", address, flags=re.IGNORECASE)
    forms = (address, bare, unquote(address), unquote(bare))
    return tuple(dict.fromkeys(form.rstrip("/") for form in forms if len(form.rstrip("/")) > _FEWEST))
