"""A text in pieces that read the same alone as among the others: a change makes only one of them anew."""

import re
from typing import NamedTuple

from amp_desktop.domain.text.asides import opened_after
from amp_desktop.ui.editing.line_shape import is_blank, shape_of

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:", re.MULTILINE)
"""What a link or a footnote elsewhere in the text may refer to."""


class Chunk(NamedTuple):
    """One piece.

    Attributes:
        line: The number of its first line in the text, counted from 0.
        text: Its lines.
    """

    line: int
    text: str


def chunks_of(text: str) -> list[Chunk]:
    """The pieces of a text, in order: each begins after a blank line where no list, code or aside goes on."""
    if _DEFINITION.search(text):
        return [Chunk(0, text)]
    lines = text.split("\n")
    chunks: list[Chunk] = []
    first, fence, inside = 0, "", 0
    for number, line in enumerate(lines):
        begins = number > first and not fence and not inside and is_blank(lines[number - 1])
        if begins and line.strip() and not _goes_on(line):
            chunks.append(Chunk(first, "\n".join(lines[first:number])))
            first = number
        fence = _fence_after(line, fence)
        if "%" in line or not line.isascii():
            inside = opened_after(line, inside)
    return [*chunks, Chunk(first, "\n".join(lines[first:]))]


def _goes_on(line: str) -> bool:
    """Whether a line may belong to the list or the code before the blank line."""
    shape = shape_of(line)
    return bool(shape.indent) or shape.is_item


def _fence_after(line: str, opened: str) -> str:
    """The fence that is open after a line."""
    found = _FENCE.match(line) if "```" in line or "~~~" in line else None
    if found is None:
        return opened
    mark, rest = found[1], found[2]
    if opened:
        closes = mark[0] == opened[0] and len(mark) >= len(opened) and not rest.strip()
        return "" if closes else opened
    return mark if mark[0] == "~" or "`" not in rest else ""


def task_lines(chunk: Chunk) -> list[int]:
    """The numbers of the text's lines in which a task's box seems to stand, outside of fenced code."""
    found, fence = [], ""
    for number, line in enumerate(chunk.text.split("\n"), start=chunk.line):
        if not fence and shape_of(line).box:
            found.append(number)
        fence = _fence_after(line, fence)
    return found
