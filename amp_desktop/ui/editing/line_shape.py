"""What a line of Markdown is: a heading, an item of a list, a task, a quotation, or part of a code block."""

import re
from dataclasses import dataclass

_SHAPE = re.compile(
    r"(?P<quote>(?: {0,3}>[ \t]?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<heading>\#{1,6})(?P<space>[ \t]+|$)"
    r"|(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+|$)(?:(?P<box>\[[ xX]\])(?P<air>[ \t]+|$))?)?"
)
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$", re.MULTILINE)
FENCES = ("```", "~~~")
TAB = 4
"""Columns from one tab stop to the next (CommonMark 0.31, 2.2)."""


@dataclass(frozen=True)
class LineShape:
    """The marks at the beginning of one line.

    Attributes:
        quote: The marks of quotation, with the space after them.
        indent: The white space after these.
        heading: The marks of a heading, or an empty string.
        marker: The bullet, or the number with its stop; an empty string where the line is no item.
        box: The box of a task, or an empty string.
        content: Where the words begin.
    """

    quote: str
    indent: str
    heading: str
    marker: str
    box: str
    content: int

    @property
    def is_item(self) -> bool:
        """Whether the line begins an item of a list."""
        return bool(self.marker)

    @property
    def is_ticked(self) -> bool:
        """Whether it is a task that is done."""
        return self.box in ("[x]", "[X]")

    @property
    def number(self) -> int | None:
        """The item's number, where it has one."""
        return int(self.marker[:-1]) if self.marker[:1].isdigit() else None

    @property
    def width(self) -> int:
        """How many columns the line is moved in."""
        return len(self.indent.expandtabs(TAB))

    @property
    def inner_width(self) -> int:
        """How many columns a line must be moved in to belong to this item."""
        return self.width + len(self.marker) + 1

    @property
    def marks_start(self) -> int:
        """Where the mark of heading or item begins."""
        return len(self.quote) + len(self.indent)


def shape_of(line: str) -> LineShape:
    """Read the beginning of a line that is no part of a code block."""
    found = _SHAPE.match(line)
    assert found is not None  # every part of the pattern may be empty
    marker = found["marker"] or ""
    if marker and _RULE.fullmatch(line, found.start("marker")):
        return LineShape(found["quote"], found["indent"], "", "", "", found.start("marker"))
    return LineShape(
        found["quote"], found["indent"], found["heading"] or "", marker, found["box"] or "", found.end()
    )


def is_blank(line: str) -> bool:
    """Whether nothing stands in a line, marks of quotation left aside."""
    return not line.strip(" \t>")


def in_code_block(text: str, at: int) -> bool:
    """Whether the line at `at` lies between the fences of a code block, or is its last fence."""
    if FENCES[0] not in text and FENCES[1] not in text:
        return False
    begin = text.rfind("\n", 0, at) + 1
    opened = ""
    for fence in _FENCE.finditer(text, 0, begin):
        mark, rest = fence[1], fence[2]
        if not opened:
            # What follows backticks must hold none: else it is code within a line.
            opened = mark if mark[0] == "~" or "`" not in rest else ""
        elif mark[0] == opened[0] and len(mark) >= len(opened) and not rest.strip():
            opened = ""
    return bool(opened)
