"""The footnotes of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator


class FootNotes:
    """Footnotes by their names, numbered as they are pointed to.

    Attributes:
        numbered: The names of those that were pointed to, in order.
    """

    def __init__(self) -> None:
        self._notes: dict[str, Element] = {}
        self.numbered: dict[str, int] = {}

    def add(self, name: str, note: Element) -> None:
        """Keep a note; of two with the same name the first counts."""
        self._notes.setdefault(name.casefold(), note)

    def number(self, name: str) -> int | None:
        """The number of a note that is pointed to, from 1; None when there is no such note."""
        name = name.casefold()
        if name not in self._notes:
            return None
        return self.numbered.setdefault(name, len(self.numbered) + 1)

    def pointed_to(self) -> Iterator[Element]:
        """The notes in the order of their numbers, those numbered on the way too."""
        at = 0
        while at < len(self.numbered):
            yield self._notes[list(self.numbered)[at]]
            at += 1

    def section(self) -> Element:
        """All numbered notes in order."""
        section = Element("section")
        section.extend(self._notes[name] for name in self.numbered)
        return section
