"""The blocks in which others stand: quotes, lists and footnotes."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from amp_desktop.sharing.markdown.lines import (
    ListItemStart,
    Within,
    indent,
    is_point,
    point,
    rest_of,
    without_indent,
)
from amp_desktop.sharing.markdown.parser import LineProcessor

DEEPEST = 10
"""How deep blocks may stand in each other; the signs of what stands deeper are words."""

_QUOTED = re.compile(r" {0,3}>")
_BOX = re.compile(r"\[([ xX])\](?:\s+|$)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")


class QuoteProcessor(LineProcessor):
    """Lines after a sign of quoting, and those that go on without it."""

    def _begins(self, line: str) -> bool:
        return self.parser.depth < DEEPEST and _QUOTED.match(line) is not None

    def _take(self, parent: Element, lines: list[str]) -> None:
        inside = Within(_unquoted(lines.pop(0)))
        while lines:
            if _QUOTED.match(lines[0]):
                inside.add(_unquoted(lines.pop(0)))
            elif inside.takes(lines[0]):
                inside.go_on(lines.pop(0))
            else:
                break
        self.parser.parseChunk(SubElement(parent, "blockquote"), "\n".join(inside.lines))


def _unquoted(line: str) -> str:
    """The line without its sign of quoting and the space after it."""
    rest = rest_of(line, line.index(">") + 1)
    return rest[1:] if rest[:1] in (" ", "\t") else rest


class ListProcessor(LineProcessor):
    """Points with the same sign, and what stands in them."""

    def _begins(self, line: str) -> bool:
        return self.parser.depth < DEEPEST and is_point(line)

    def _take(self, parent: Element, lines: list[str]) -> None:
        first = one = point(lines[0])
        assert first is not None
        if first.number is None:
            points = SubElement(parent, "ul")
        else:
            points = SubElement(parent, "ol", start=str(first.number))
        is_tight, ends_blank = True, False
        while one is not None and one.kind == first.kind:
            inside = _lines_of(one, lines)
            item = SubElement(points, "li")
            self.parser.parseChunk(item, "\n".join(inside))
            is_tight &= not ends_blank and item.attrib.pop("loose", None) is None
            ends_blank = len(inside) > 1 and not inside[-1]
            _tick(item)
            one = point(lines[0]) if lines else None
        if is_tight:
            for item in points:
                item.set("tight", "yes")
        if ends_blank and lines and parent.tag == "li":
            parent.set("loose", "yes")


def _lines_of(one: ListItemStart, lines: list[str]) -> list[str]:
    """The lines of a point, taken from `lines`; the blank ones after it too."""
    del lines[0]
    inside = Within(one.words)
    while lines:
        line = lines[0]
        if not line.strip():
            inside.add("")
        elif indent(line) >= one.width and not _is_empty(inside.lines):
            inside.add(without_indent(line, one.width))
        elif inside.takes(line):
            inside.go_on(line)
        else:
            break
        del lines[0]
    return inside.lines


def _is_empty(lines: list[str]) -> bool:
    """Whether a point is over before it began: its words may start one line below its sign, and no later."""
    return len(lines) > 1 and not lines[0].strip() and not lines[1].strip()


def _tick(item: Element) -> None:
    """Make the point one to tick when its first words follow a box; a box alone is an empty point."""
    first = item[0] if len(item) else None
    if first is None or first.tag != "p":
        return
    words = first.text or ""
    box = _BOX.match(words)
    if box and (len(item) == 1 or box.end() < len(words)):
        first.text = words[box.end() :]
        item.set("done", "no" if box[1] == " " else "yes")


class NoteProcessor(LineProcessor):
    """A footnote; it is kept until something points to it."""

    def _begins(self, line: str) -> bool:
        return self.parser.depth < DEEPEST and _NOTE.match(line) is not None

    def _take(self, _parent: Element, lines: list[str]) -> None:
        opening = _NOTE.match(lines[0])
        assert opening is not None
        inside = Within(lines.pop(0)[opening.end() :])
        while lines:
            line = lines[0]
            if not line.strip() or indent(line) >= 4:
                inside.add(without_indent(line, 4))
            elif inside.takes(line) and not _NOTE.match(line):
                inside.go_on(line)
            else:
                break
            del lines[0]
        note = Element("li")
        self.parser.parseChunk(note, "\n".join(inside.lines))
        self.parser.notes.add(opening[1], note)
