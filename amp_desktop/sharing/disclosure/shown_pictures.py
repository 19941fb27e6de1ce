"""Pictures that leave: ticked one by one, each where it stands, and never one that an aside holds.

A ticked picture keeps a number in its entry's text while that is cut and read; then it stands there itself.
Of all others the text keeps the words alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from amp_desktop.domain.attachment import REFERENCE, SCHEME, WORDS
from amp_desktop.domain.share_draft import picture_key
from amp_desktop.domain.summary import (
    Block,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    PictureFile,
    Place,
    Quote,
    Summary,
    SummaryItem,
    SummaryPicture,
)
from amp_desktop.sharing.renderers.formatting import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_POINTER = re.compile(rf"!\[({WORDS})\]\({SCHEME}:([0-9A-Fa-f-]{{32,36}})[^()\n]*\)")
_TYPED = re.compile(rf"\b{SCHEME}:\d{{1,31}}(?![0-9A-Za-z-])")
"""A number that somebody typed shows nothing."""

_NUMBERED = re.compile(rf"{SCHEME}:(\d+)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class PictureChoice:
    """A picture of an entry that leaves, which may leave with it.

    Attributes:
        key: Names it where it stands, see `picture_key`.
        entry: The entry that shows it.
        attachment: The picture.
        words: What the text says that it shows; may be empty.
    """

    key: str
    entry: UUID
    attachment: UUID
    words: str


class TickedPictures:
    """The pictures of entries that leave, and which of them were ticked."""

    def __init__(self, files: Mapping[str, PictureFile], words: Mapping[str, str]) -> None:
        """Get ready.

        Args:
            files: What was ticked, by its key.
            words: What each of them shows, cut already; those of the text stand where none are given.
        """
        self._files = files
        self._words = words
        self._offered: dict[str, PictureChoice] = {}
        self._numbers: dict[str, int] = {}

    def of(self, entries: Iterable[UUID]) -> tuple[PictureChoice, ...]:
        """What may leave with these entries."""
        wanted = set(entries)
        return tuple(one for one in self._offered.values() if one.entry in wanted)

    def keeper(self, entry: UUID) -> Callable[[str], str]:
        """What is made of the references in an entry's text, the asides of which are cut already."""

        def kept(text: str) -> str:
            if f"{SCHEME}:" not in text:
                return text
            text = _TYPED.sub(f"{SCHEME}:", text)
            for pointer in _POINTER.finditer(text):
                self._offer(entry, pointer)
            return REFERENCE.sub(lambda found: self._numbered(entry, found[1]), text)

        return kept

    def placed(self, item: SummaryItem) -> SummaryItem:
        """The entry with its ticked pictures where they stand."""
        return replace(
            item,
            body=tuple(self._blocks(item.body)),
            fields=tuple(replace(one, content=tuple(self._blocks(one.content))) for one in item.fields),
        )

    def alone(self, entry: UUID, item: SummaryItem) -> SummaryItem | None:
        """The ticked pictures of an entry of which only lines are told, under its title; None without any."""
        numbers = (self._numbers.get(one.key) for one in self._offered.values() if one.entry == entry)
        pictures = tuple(self._picture(number) for number in numbers if number is not None)
        return SummaryItem(title=item.title, body=pictures) if pictures else None

    def settled(self, summary: Summary) -> Summary:
        """The summary in which no number of a picture is left: in a line its words stand for it."""
        return _unnumbered(summary) if self._numbers else summary

    def _offer(self, entry: UUID, pointer: re.Match[str]) -> None:
        attachment = _id(pointer[2])
        if attachment is not None:
            key = picture_key(entry, attachment)
            words = " ".join(_ESCAPED.sub(r"\1", pointer[1]).split())
            self._offered.setdefault(key, PictureChoice(key, entry, attachment, words))

    def _numbered(self, entry: UUID, written: str) -> str:
        attachment = _id(written)
        key = picture_key(entry, attachment) if attachment is not None else ""
        if key not in self._offered or key not in self._files:
            return f"{SCHEME}:"
        return f"{SCHEME}:{self._numbers.setdefault(key, len(self._numbers) + 1)}"

    def _picture(self, number: int) -> SummaryPicture:
        key = next(key for key, known in self._numbers.items() if known == number)
        return SummaryPicture(self._words.get(key, ""), number, self._files[key])

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Paragraph(content):
                    yield from self._paragraph(content)
                case Quote(content):
                    yield Quote(tuple(self._blocks(content)))
                case ListBlock(items):
                    made = (replace(item, content=tuple(self._blocks(item.content))) for item in items)
                    yield replace(block, items=tuple(made))
                case _:
                    yield block

    def _paragraph(self, content: tuple[Inline, ...]) -> Iterator[Block]:
        """A paragraph with its pictures after it; of one that is nothing but pictures these alone."""
        numbers = [*_numbers(content)]
        shown = [number for number in dict.fromkeys(numbers) if 0 < number <= len(self._numbers)]
        others = tuple(inline for inline in content if not (isinstance(inline, Link) and _number(inline)))
        if plain(others).strip() or not shown:
            yield Paragraph(_unnumbered(content))
        yield from map(self._picture, shown)


def _id(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _number(link: Link) -> int:
    found = _NUMBERED.fullmatch(link.address)
    return int(found[1]) if found else 0


def _numbers(content: Iterable[Any]) -> Iterator[int]:
    for inline in content:
        if isinstance(inline, Link) and _number(inline):
            yield _number(inline)
        elif hasattr(inline, "content"):
            yield from _numbers(inline.content)


def _unnumbered(node: Any) -> Any:
    """A part of a summary in which words stand for pictures."""
    if isinstance(node, tuple):
        return tuple(
            one
            for part in node
            for one in (
                _unnumbered(part.content) if isinstance(part, Link) and _number(part) else [_unnumbered(part)]
            )
        )
    if isinstance(node, Place | SummaryPicture) or not is_dataclass(node) or isinstance(node, type):
        return node
    return replace(node, **{field.name: _unnumbered(getattr(node, field.name)) for field in fields(node)})
