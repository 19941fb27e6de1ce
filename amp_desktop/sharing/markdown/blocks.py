"""The blocks that hold words or code, each a processor that takes the lines which belong to it."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from amp_desktop.sharing.markdown.lines import cells, fence, indent, is_rule, is_table, opens, without_indent
from amp_desktop.sharing.markdown.literals import LINE_END, label_key, plain, with_hidden_literals
from amp_desktop.sharing.markdown.parser import LineProcessor

MOST_CELLS = 4_000
"""Cells beyond which a table is words."""

_SIGNS = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_LABEL = re.compile(r" {0,3}\[(?!\^)")
_DEFINITION = re.compile(
    r" {0,3}\[((?:[^\[\]\\]++|\\.){1,999}+)\]:"
    r"[ \t]*+(?:\n[ \t]*+)?+"
    r"(?:<((?:[^<>\\\n]++|\\.)*+)>|((?!<)[^\s]++))"
    r"(?:(?:[ \t]++|[ \t]*+\n[ \t]*+)"
    r"""(?:"(?:[^"\\]++|\\.)*+"|'(?:[^'\\]++|\\.)*+'|\((?:[^()\\]++|\\.)*+\))(?=[ \t]*+(?:\n|\Z)))?"""
    r"[ \t]*+(?:\n|\Z)",
    re.DOTALL,
)
_LONGEST_DEFINITION = 40
"""Lines over which a label, where it leads and its title may go; CommonMark knows no bound."""
_COMMENT = re.compile(r" {0,3}<!--")


class BlankProcessor(LineProcessor):
    """A line without words."""

    def _begins(self, line: str) -> bool:
        return not line.strip()

    def _take(self, parent: Element, lines: list[str]) -> None:
        while lines and not lines[0].strip():
            del lines[0]
        if parent.tag == "li" and len(parent) and lines:
            parent.set("loose", "yes")  # between two blocks of one point


class FencedProcessor(LineProcessor):
    """Code between two rows of backticks or tildes; without the second it reaches to the end."""

    def _begins(self, line: str) -> bool:
        return fence(line) is not None

    def _take(self, parent: Element, lines: list[str]) -> None:
        opening = fence(lines[0])
        assert opening is not None
        below = enumerate(islice(lines, 1, None), start=1)
        end = next((n for n, line in below if opening.is_closed_by(line)), len(lines))
        code = [without_indent(line, opening.indent) for line in lines[1:end]]
        _add_code(parent, code, plain(opening.info))
        del lines[: end + 1]


class IndentedProcessor(LineProcessor):
    """Code that stands four columns in."""

    def _begins(self, line: str) -> bool:
        return indent(line) >= 4

    def _take(self, parent: Element, lines: list[str]) -> None:
        ends = (n for n, line in enumerate(lines) if line.strip() and indent(line) < 4)
        end = next(ends, len(lines))
        _add_code(parent, [without_indent(line, 4) for line in lines[:end]], "")
        del lines[:end]


def _add_code(parent: Element, lines: list[str], language: str) -> None:
    code = SubElement(parent, "pre", language=language)
    code.text = AtomicString("\n".join(lines).rstrip("\n"))


class CommentProcessor(LineProcessor):
    """What nobody sees on a page, with its blank lines; what follows it on its last line is read."""

    def _begins(self, line: str) -> bool:
        return _COMMENT.match(line) is not None

    def _take(self, _parent: Element, lines: list[str]) -> None:
        while lines:
            _, closed, rest = lines.pop(0).partition("-->")
            if closed:
                lines.insert(0, rest)
                return


class HeadingProcessor(LineProcessor):
    """Words after number signs and a space: without the space they are a tag."""

    def _begins(self, line: str) -> bool:
        return _SIGNS.match(line) is not None

    def _take(self, parent: Element, lines: list[str]) -> None:
        signs = _SIGNS.match(lines[0])
        assert signs is not None
        words = lines.pop(0)[signs.end() :].rstrip(" \t")
        before = words.rstrip("#")  # a row of them at the end closes the heading
        words = before if before[-1:] in ("", " ", "\t") else words
        SubElement(parent, f"h{len(signs[1])}").text = words.strip(" \t")


class RuleProcessor(LineProcessor):
    """A line across."""

    def _begins(self, line: str) -> bool:
        return is_rule(line)

    def _take(self, parent: Element, lines: list[str]) -> None:
        del lines[0]
        SubElement(parent, "hr")


class ReferenceProcessor(LineProcessor):
    """Where links with a label lead; nothing of it is shown."""

    def _begins(self, line: str) -> bool:
        return _LABEL.match(line) is not None

    def _take(self, _parent: Element, lines: list[str]) -> bool:
        paragraph = takewhile(str.strip, islice(lines, _LONGEST_DEFINITION))
        found = _DEFINITION.match("\n".join(paragraph))
        if found is None or not found[1].strip():
            return False
        del lines[: found[0].rstrip("\n").count("\n") + 1]
        key = label_key(with_hidden_literals(found[1]))
        address = with_hidden_literals(found[3] if found[2] is None else found[2])
        self.parser.md.references.setdefault(key, (address, ""))
        return True


class TableProcessor(LineProcessor):
    """Rows of cells; one that is too large is a paragraph."""

    def _begins(self, line: str) -> bool:
        return bool(line.strip())

    def _take(self, parent: Element, lines: list[str]) -> bool:
        if not is_table(lines):
            return False
        end = next((n for n, line in enumerate(lines) if not line.strip() or opens(line)), len(lines))
        sides = [_side(cell) for cell in cells(lines[1])]
        if len(sides) * (end - 1) > MOST_CELLS:
            _add_words(parent, "p", [line.lstrip(" \t") for line in lines[:end]])
            del lines[:end]  # all of it: each row that looks like a head would be measured down to the end
            return True
        table = SubElement(parent, "table")
        _add_row(SubElement(table, "thead"), "th", sides, lines[0])
        body = SubElement(table, "tbody")
        for line in lines[2:end]:
            _add_row(body, "td", sides, line)
        del lines[:end]
        return True


def _add_row(part: Element, tag: str, sides: list[str], line: str) -> None:
    """A row with as many cells as the table has sides."""
    row = SubElement(part, "tr")
    words = cells(line)
    for side, text in zip(sides, words + [""] * len(sides), strict=False):
        SubElement(row, tag, side=side).text = text


def _side(delimiter: str) -> str:
    match delimiter.startswith(":"), delimiter.endswith(":"):
        case True, True:
            return "center"
        case True, False:
            return "left"
        case False, True:
            return "right"
    return ""


class ParagraphProcessor(LineProcessor):
    """All that nothing else takes; with a row of signs under it, a heading."""

    def _begins(self, _line: str) -> bool:
        return True

    def _take(self, parent: Element, lines: list[str]) -> None:
        words = [lines.pop(0).lstrip(" \t")]
        tag = "p"
        while lines and lines[0].strip():
            underline = _UNDERLINE.match(lines[0])
            if underline is None and (opens(lines[0]) or is_table(lines[:2])):
                break
            line = lines.pop(0).lstrip(" \t")
            if underline:
                tag = "h1" if line[0] == "=" else "h2"
                break
            words.append(line)
        _add_words(parent, tag, words)


def _add_words(parent: Element, tag: str, lines: list[str]) -> None:
    text = "\n".join(lines).rstrip(" \t")
    # Space at the end of a line belongs to a code span that goes on over it, and to nothing else.
    SubElement(parent, tag).text = text if "`" in text else LINE_END.sub("", text)
