"""Lines from elsewhere, as steps: plain ones, bullets, numbers, task lists."""

import re
from dataclasses import dataclass, field

from amp_desktop.domain.text.one_line import one_line

_TAB = 4
_BOXES = {"☐": False, "☑": True, "☒": True, "✓": True, "✔": True, "✅": True}
_MARKS = re.compile(
    rf"""
    (?:\#{{1,6}}\s+)?                         # a heading becomes a step of these words
    (?:[-*+•‣◦⁃▪●○–—·](?:\s+|$)              # a bullet
       |\(?\d{{1,9}}[.):]\s+                  # a number
       |\d{{1,9}}[、．]\s*)?
    (?:\[(?P<box>[ xX])\](?:\s+|$)|(?P<sign>[{"".join(_BOXES)}])\N{{VARIATION SELECTOR-16}}?\s*)?
    """,
    re.VERBOSE,
)
_TABLE_ROW = re.compile(r"\|.*(?<!\\)\|")
_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-+:?")
_BETWEEN_CELLS = " · "


@dataclass(frozen=True)
class PastedLine:
    """One line that was pasted.

    Attributes:
        text: Its words, without bullet, number or box.
        done: Whether it was a task with a tick.
        indent: 1 where it belongs to the line before, else 0.
        is_item: Whether it had a bullet, a number or a box.
    """

    text: str
    done: bool = False
    indent: int = 0
    is_item: bool = field(default=False, compare=False)


def pasted_lines(text: str) -> tuple[PastedLine, ...]:
    """The lines of a text as steps; those without words are left out, and deeper ones stand one step in."""
    found = [(line, pasted_line(line)) for line in text.expandtabs(_TAB).splitlines()]
    lines = [(len(line) - len(line.lstrip(" ")), read) for line, read in found if read.text]
    margin = min((width for width, _ in lines), default=0)
    return tuple(
        PastedLine(read.text, read.done, int(number > 0 and width > margin))
        for number, (width, read) in enumerate(lines)
    )


def pasted_line(line: str) -> PastedLine:
    """One line by itself: its words, its tick, and whether it is an item of a list."""
    words = _without_cells(line.strip())
    marks = _MARKS.match(words)
    assert marks is not None  # every part of the pattern may be empty
    is_item = bool(marks[0].lstrip("# "))
    done = (marks["box"] or " ") in "xX" or _BOXES.get(marks["sign"] or "", False)
    return PastedLine(one_line(words[marks.end() :]), done, is_item=is_item)


def _without_cells(line: str) -> str:
    """A row of a table, as it comes from a spreadsheet, in one line; the rule below its head says nothing."""
    if not _TABLE_ROW.fullmatch(line):
        return line
    cells = [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(line[1:-1])]
    if all(map(_RULE.fullmatch, cells)):
        return ""
    return _BETWEEN_CELLS.join(filter(None, cells))
