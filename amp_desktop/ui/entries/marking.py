"""What the buttons of the editor do to Markdown: from some lines and a selection to other lines and another.

All of it is plain text in and out, so that it can be tried without a window.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Marked:
    """Whole lines, and what is selected in them.

    Attributes:
        text: One line or several.
        start: Where the selection begins, in characters.
        end: Where it ends; the same place where nothing is selected.
    """

    text: str
    start: int
    end: int

    @property
    def selected(self) -> str:
        """What is selected."""
        return self.text[self.start : self.end]


class LineMark(StrEnum):
    """What can stand before a line."""

    HEADING = "## "
    LIST = "- "
    TASK = "- [ ] "
    QUOTE = "> "


_PREFIX = re.compile(r"(\s*)(#{1,6} |> |[-*+] \[[ xX]\] |[-*+] |\d+[.)] )?")
_ADDRESS = re.compile(r"https?://\S+")


def with_mark(marked: Marked, mark: str) -> Marked:
    """Put a mark such as `**` around the selection, or take it away where it stands already.

    Without a selection the word at the place is meant; between words the two marks come to stand around it.
    """
    at = _word_at(marked) if marked.start == marked.end else _trimmed(marked)
    before, inner, after = at.text[: at.start], at.selected, at.text[at.end :]
    if _ends_with(before, mark) and _begins_with(after, mark):
        start = at.start - len(mark)
        return Marked(before[: -len(mark)] + inner + after[len(mark) :], start, start + len(inner))
    if len(inner) >= 2 * len(mark) and _begins_with(inner, mark) and _ends_with(inner, mark):
        bare = inner[len(mark) : -len(mark)]
        return Marked(before + bare + after, at.start, at.start + len(bare))
    start = at.start + len(mark)
    return Marked(f"{before}{mark}{inner}{mark}{after}", start, start + len(inner))


def with_prefix(marked: Marked, prefix: LineMark) -> Marked:
    """Put a mark before every line, or take it away where all of them bear it."""
    lines = marked.text.split("\n")
    meant = [line for line in lines if line.strip()] or lines
    bare = all(_prefix_of(line) == prefix for line in meant)
    changed = [_prefixed(line, "" if bare else prefix) if line in meant else line for line in lines]
    text = "\n".join(changed)
    if len(lines) == 1:
        at = max(marked.end + len(text) - len(marked.text), 0)
        return Marked(text, at, at)
    return Marked(text, 0, len(text))


def with_code(marked: Marked) -> Marked:
    """Make the selection code: within a line by a mark, over several lines as a block."""
    if "\n" not in marked.text:
        return with_mark(marked, "`")
    lines = marked.text.split("\n")
    if lines[0].startswith("```") and lines[-1].strip() == "```":
        text = "\n".join(lines[1:-1])
        return Marked(text, 0, len(text))
    text = f"```\n{marked.text}\n```"
    return Marked(text, 4, len(text) - 4)


def with_link(marked: Marked) -> Marked:
    """Make the selection a link, and leave the selection where something is still to be typed."""
    at = _word_at(marked) if marked.start == marked.end else _trimmed(marked)
    before, inner, after = at.text[: at.start], at.selected, at.text[at.end :]
    if _ADDRESS.fullmatch(inner):
        return Marked(f"{before}[]({inner}){after}", at.start + 1, at.start + 1)
    place = at.start + (len(inner) + 3 if inner else 1)
    return Marked(f"{before}[{inner}](){after}", place, place)


def with_aside(marked: Marked) -> Marked:
    """Keep the selection to oneself: `%%…%%` never leaves the journal."""
    return with_mark(marked, "%%")


MARKINGS: dict[str, Callable[[Marked], Marked]] = {
    "bold": lambda marked: with_mark(marked, "**"),
    "italic": lambda marked: with_mark(marked, "*"),
    "heading": lambda marked: with_prefix(marked, LineMark.HEADING),
    "list": lambda marked: with_prefix(marked, LineMark.LIST),
    "task": lambda marked: with_prefix(marked, LineMark.TASK),
    "quote": lambda marked: with_prefix(marked, LineMark.QUOTE),
    "code": with_code,
    "link": with_link,
    "aside": with_aside,
}
"""Every marking by its name."""


def _word_at(marked: Marked) -> Marked:
    start = end = marked.start
    while start > 0 and marked.text[start - 1].isalnum():
        start -= 1
    while end < len(marked.text) and marked.text[end].isalnum():
        end += 1
    return Marked(marked.text, start, end)


def _trimmed(marked: Marked) -> Marked:
    """White space at the edges of a selection stays outside of the marks, where Markdown wants it."""
    inner = marked.selected
    start = marked.start + len(inner) - len(inner.lstrip())
    return Marked(marked.text, start, max(start, marked.end - (len(inner) - len(inner.rstrip()))))


def _ends_with(text: str, mark: str) -> bool:
    """Whether the mark stands at the end, and is no part of a longer one: `*` is not found in `**`."""
    return text.endswith(mark) and _own_run(len(text) - len(text.rstrip(mark[0])), mark)


def _begins_with(text: str, mark: str) -> bool:
    return text.startswith(mark) and _own_run(len(text) - len(text.lstrip(mark[0])), mark)


def _own_run(run: int, mark: str) -> bool:
    return run == len(mark) or run > 2


def _prefix_of(line: str) -> str:
    found = _PREFIX.match(line)
    prefix = (found[2] if found else "") or ""
    return LineMark.TASK if prefix.lower().endswith("[x] ") else prefix


def _prefixed(line: str, prefix: str) -> str:
    found = _PREFIX.match(line)
    assert found is not None  # every part of the pattern may be empty
    return found[1] + prefix + line[found.end() :]
