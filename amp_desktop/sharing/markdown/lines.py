"""What a line of Markdown begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$")
_POINT = re.compile(r"( {0,3})(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
_OPENS = re.compile(
    r" {0,3}(?:>|#{1,6}(?:[ \t]|$)|[-+*][ \t]+\S|1[.)][ \t]+\S|`{3,}[^`]*$|~{3,}|<!--)",
)
_ENDED = re.compile(r"[ \t>]*(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|$)")
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")


def indent(line: str) -> int:
    """How many columns of space stand before the words; a tab reaches to the next fourth column."""
    return len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(4))


def without_indent(line: str, columns: int) -> str:
    """The line without so many columns of the space before its words."""
    at = column = 0
    while column < columns and line[at : at + 1] in (" ", "\t"):
        column += 4 - column % 4 if line[at] == "\t" else 1
        at += 1
    if column > columns:  # a tab of which a part belongs to what is taken away
        return " " * (indent(line) - columns) + line.lstrip(" \t")
    return line[at:]


def rest_of(line: str, at: int) -> str:
    """The line from this place on; the space there reaches as far as it did in the whole line."""
    rest = line[at:]
    words = rest.lstrip(" \t")
    space = rest[: len(rest) - len(words)]
    if "\t" not in space:
        return rest
    column = len(line[:at].expandtabs(4))
    return rest if column % 4 == 0 else " " * (len((" " * column + space).expandtabs(4)) - column) + words


def is_rule(line: str) -> bool:
    """Whether it is a line across the page."""
    return _RULE.match(line) is not None


@dataclass(frozen=True)
class Fence:
    """The line that opens a block of code.

    Attributes:
        indent: The spaces before it.
        marks: Its row of backticks or tildes.
        info: What stands after them: the name of a language.
    """

    indent: int
    marks: str
    info: str

    def is_closed_by(self, line: str) -> bool:
        """Whether the line ends the block."""
        closing = line.strip(" \t")
        return indent(line) < 4 and len(closing) >= len(self.marks) and not closing.strip(self.marks[0])


def fence(line: str) -> Fence | None:
    """The fence that the line is, if it is one."""
    match = _FENCE.match(line)
    return Fence(len(match[1]), match[2], match[3]) if match else None


@dataclass(frozen=True)
class ListItemStart:
    """The first line of a point in a list.

    Attributes:
        kind: Its sign; points with other signs belong to another list.
        number: Its number, or None for a bullet.
        width: Columns before its words; lines that begin there belong to it.
        words: The rest of the line.
    """

    kind: str
    number: int | None
    width: int
    words: str


def is_point(line: str) -> bool:
    """Whether the line begins a point in a list."""
    return _POINT.match(line) is not None and not is_rule(line)


def point(line: str) -> ListItemStart | None:
    """The point that the line begins, if it begins one."""
    match = _POINT.match(line)
    if match is None or is_rule(line):
        return None
    rest = rest_of(line, match.end())
    space = indent(rest)
    if not rest.strip() or space > 4:  # code or nothing stands one column after the sign
        space = 1
    number = int(match[2]) if match[2] else None
    return ListItemStart(match[0][-1], number, match.end() + space, without_indent(rest, space))


def opens(line: str) -> bool:
    """Whether the line begins something new when it stands below the lines of a paragraph."""
    return _OPENS.match(line) is not None or is_rule(line)


class Within:
    """Lines that stand in a quote, a point or a footnote, without its marks.

    Attributes:
        lines: Those lines so far.
    """

    def __init__(self, first: str = "") -> None:
        self.lines: list[str] = []
        self._fence: Fence | None = None
        self._is_code = False
        self.add(first)

    def add(self, line: str) -> None:
        """Let one more line belong to it."""
        is_first = not self.lines or not self.lines[-1].strip()
        self._is_code = indent(line) >= 4 and (is_first or self._is_code)
        self.lines.append(line)
        inner = line.lstrip(" \t>")
        if self._fence is None:
            self._fence = fence(inner)
        elif self._fence.is_closed_by(inner):
            self._fence = None

    def takes(self, line: str) -> bool:
        """Whether a line without the marks goes on with the paragraph that the last line belongs to."""
        last = self.lines[-1]
        is_open = self._fence is None and not self._is_code and not _ENDED.match(last) and not is_rule(last)
        return is_open and bool(line.strip()) and not opens(line) and not is_point(line)

    def go_on(self, line: str) -> None:
        """Let a line that is taken belong to it; it makes no heading of what stands above it."""
        self.add("\\" + line.lstrip() if line.lstrip().startswith("=") else line)


def is_table(lines: list[str]) -> bool:
    """Whether the first two lines are the head of a table."""
    if len(lines) < 2 or "|" not in lines[1] or not _DELIMITERS.match(lines[1]) or is_point(lines[1]):
        return False
    return len(cells(lines[0])) == len(cells(lines[1]))


def cells(row: str) -> list[str]:
    r"""The cells of a row; `\|` is a bar within a cell, in code too."""
    row = row.strip(" \t").removeprefix("|")
    parts = _PIPE.split(row)
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [part.strip(" \t").replace("\\|", "|") for part in parts]
