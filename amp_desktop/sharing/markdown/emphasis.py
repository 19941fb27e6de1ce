"""Emphasis: which stars and underscores belong together, as CommonMark finds it.

Python-Markdown's own processor asks only for spaces around a row of signs; CommonMark asks for punctuation
too (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis). This departs from it in one thing:
Chinese, Japanese and Korean are written without spaces, so that `**注意：**これ` is strong.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from amp_desktop.sharing.markdown.literals import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

_RUN = r"\*+|_+"
_SIGN = re.compile(r"[*_]")
_TAGS = {1: "em", 2: "strong"}


@dataclass
class _Run:
    """A row of equal signs; `start` to `end` are those that nothing has taken yet."""

    order: int
    sign: str
    length: int
    start: int
    end: int
    opens: bool
    closes: bool

    @property
    def left(self) -> int:
        """How many of its signs nothing has taken yet."""
        return self.end - self.start

    def pairs_with(self, closer: _Run) -> bool:
        """Whether it may open what the other closes: the rule of three, for rows that could do both."""
        if self.sign != closer.sign:
            return False
        is_ambiguous = self.closes or closer.opens
        by_three = (self.length + closer.length) % 3 == 0 and not self.length % 3 == closer.length % 3 == 0
        return not (is_ambiguous and by_three)


@dataclass(frozen=True)
class _Pair:
    """Words between signs that belong together; `start` and `end` are the outer ends of the signs."""

    start: int
    end: int
    size: int

    @property
    def tag(self) -> str:
        return _TAGS[self.size]


class Emphasis(InlineProcessor):
    """Emphasised and strong words.

    Python-Markdown asks for one row of signs of a text after the other. All pairs are found at the first, and
    found again by how much shorter the text has become: what follows a place stays as it was.
    """

    md: Markdown

    def __init__(self, md: Markdown) -> None:
        super().__init__(_RUN, md)
        self._length = 0
        self._pairs: deque[_Pair] = deque()
        self._last: int | None = None

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """What stands for the next row of signs, or for all that its outermost pair holds."""
        if self._last is None:
            self._find(data)
        moved = len(data) - self._length
        found: Element | str
        if self._pairs and m.start() == self._pairs[0].start + moved:
            end = self._pairs[0].end + moved
            found = self._element(data, moved)
        else:
            end = min(m.end(), self._pairs[0].start + moved) if self._pairs else m.end()
            found = hidden(data[m.start() : end])
        if end - moved >= (self._last or 0):
            self._last = None  # that was the last row: whatever is asked next is another text
        return found, m.start(), end

    def _find(self, data: str) -> None:
        runs = list(self._runs(data))
        self._last = runs[-1].end
        self._length = len(data)
        self._pairs = deque(sorted(_paired(runs), key=lambda pair: (pair.start, -pair.end)))

    def _runs(self, data: str) -> Iterator[_Run]:
        for order, match in enumerate(self.compiled_re.finditer(data)):
            before, after = self._beside(data, match.start(), match.end())
            from_left = flanks(before, after)
            from_right = flanks(after, before)
            if match[0][0] == "*":
                opens, closes = from_left, from_right
            else:
                opens = from_left and (not from_right or _is_punctuation(before))
                closes = from_right and (not from_left or _is_punctuation(after))
            yield _Run(order, match[0][0], len(match[0]), match.start(), match.end(), opens, closes)

    def _beside(self, data: str, start: int, end: int) -> tuple[str, str]:
        """The characters before and after a row; a bare address shows its own, other marks are signs."""
        before, after = data[start - 1 : start], data[end : end + 1]
        if before == "\x03":
            before = self._edge(data[data.rindex("\x02", 0, start) : start], -1)
        if after == "\x02":
            after = self._edge(data[end : data.index("\x03", end) + 1], 0)
        return before, after

    def _edge(self, placeholder: str, at: int) -> str:
        match = INLINE_PLACEHOLDER_RE.fullmatch(placeholder)
        marks = self.md.treeprocessors["inline"]
        assert isinstance(marks, InlineTreeprocessor)
        node = marks.stashed_nodes.get(match[1]) if match else None
        if isinstance(node, Element) and node.tag == "a" and isinstance(node.text, AtomicString):
            return node.text[at]
        return "`"

    def _element(self, data: str, moved: int) -> Element:
        """The element of the first pair, with all pairs within it, which are no longer to be found."""
        outer = self._pairs.popleft()
        root = Element(outer.tag)
        open_ones = [(root, outer)]
        at = outer.start + outer.size
        while open_ones:
            element, pair = open_ones[-1]
            inner_end = pair.end - pair.size
            if self._pairs and self._pairs[0].start < inner_end:
                inner = self._pairs.popleft()
                _add(element, data[at + moved : inner.start + moved])
                open_ones.append((SubElement(element, inner.tag), inner))
                at = inner.start + inner.size
            else:
                _add(element, data[at + moved : inner_end + moved])
                open_ones.pop()
                at = pair.end
        return root


def _add(element: Element, words: str) -> None:
    """Add words to the end of an element; signs among them belong to nothing and are not looked at again."""
    words = _SIGN.sub(lambda sign: hidden(sign[0]), words)
    if len(element):
        element[-1].tail = words
    else:
        element.text = words


def _paired(runs: list[_Run]) -> Iterator[_Pair]:
    """The pairs; for each closing row the nearest row that can open it.

    A row that no opener was found for is remembered by its kind, so that no search goes below it again.
    """
    openers: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        kind = (closer.sign, closer.opens, closer.length % 3)
        while closer.closes and closer.left:
            at = len(openers) - 1
            while (
                at >= 0 and openers[at].order >= bottoms.get(kind, 0) and not openers[at].pairs_with(closer)
            ):
                at -= 1
            if at < 0 or openers[at].order < bottoms.get(kind, 0):
                bottoms[kind] = closer.order
                break
            opener = openers[at]
            size = 2 if min(opener.left, closer.left) >= 2 else 1
            opener.end -= size
            closer.start += size
            yield _Pair(opener.end, closer.start, size)
            del openers[at + 1 if opener.left else at :]
        if closer.opens and closer.left:
            openers.append(closer)


def flanks(outside: str, inside: str) -> bool:
    """Whether signs stand at an edge of words that are on the side `inside`."""
    if not inside or inside.isspace():
        return False
    if not _is_punctuation(inside) or _is_east_asian(inside):
        return True
    return not outside or outside.isspace() or _is_punctuation(outside) or _is_east_asian(outside)


def _is_punctuation(character: str) -> bool:
    return bool(character) and category(character)[0] in "PS"


def _is_east_asian(character: str) -> bool:
    return east_asian_width(character) in "WF" and category(character)[0] in "LP"
