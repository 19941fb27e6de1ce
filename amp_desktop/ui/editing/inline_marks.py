"""Marks around words: bold, italic, struck out and code."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.line_shape import shape_of
from amp_desktop.ui.editing.selected_lines import SelectedLines

BOLD, ITALIC, STRIKE, CODE = "**", "*", "~~", "`"
FENCE = "```"

_RUNS = {sign: re.compile(rf"(?<!\\){re.escape(sign)}+") for sign in "*_~"}
_CODE = re.compile(r"(?<![\\`])(`++)( ?).+?(\2)(?<!`)\1(?!`)")
_TICKS = re.compile("`+")


class Pair(NamedTuple):
    """Two marks of a line that belong together: where each begins and ends."""

    start: int
    inner_start: int
    inner_end: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether it is around these characters; they may take in the marks themselves."""
        return self.start <= start and end <= self.end and self.inner_start <= end and start <= self.inner_end

    def lies_within(self, start: int, end: int) -> bool:
        """Whether marks and all lie within these characters."""
        return start <= self.start and self.end <= end


def toggle_mark(text: str, selection: Selection, mark: str) -> Edit:
    """Put a mark around what is selected, line by line, or take it away where all of it bears the mark.

    Without a selection the word at the cursor is meant; between words the two marks come to stand around it.
    """
    if not text[selection.start : selection.end].strip():
        selection = Selection.at(selection.position)
    draft = SelectedLines.of_selection(text, selection)
    stretches = [(row, *words_selected(draft, row)) for row in draft.rows]
    meant = [(row, start, end) for row, start, end in stretches if start < end]
    if not meant:
        return _toggle_at_cursor(draft, mark)
    around = [_pair_around(draft.lines[row], start, end, mark) for row, start, end in meant]
    for (row, start, end), pair in zip(meant, around, strict=True):
        if pair is None:
            _wrap(draft, row, start, end, mark)
        elif all(around):
            _unwrap(draft, row, pair)
    return draft.edit()


def toggle_code(text: str, selection: Selection) -> Edit:
    """Make what is selected code: within a line by backticks, several lines as a block; or plain again."""
    draft = _with_neighbours(text, selection)
    draft.tighten()
    if len(draft.rows) == 1:
        return toggle_mark(text, selection, CODE)
    first, last = draft.rows[0], draft.rows[-1]
    if draft.lines[first].startswith(FENCE) and draft.lines[last].strip() == FENCE and last - first > 1:
        draft.drop(last)
        draft.drop(first)
        draft.select_lines(first, last - 2)
    elif _is_fenced(draft, first, last):
        draft.drop(last + 1)
        draft.drop(first - 1)
    else:
        fence = FENCE
        while any(fence in draft.lines[row] for row in draft.rows):
            fence += "`"
        draft.add(last + 1, fence)
        draft.add(first, fence)
    return draft.edit()


def words_selected(draft: SelectedLines, row: int) -> tuple[int, int]:
    """What is selected of a line without the marks at its beginning and white space at both ends.

    Where nothing is selected at all, it is the word at the cursor.
    """
    line = draft.lines[row]
    start, end = draft.columns(row)
    if start == end and len(draft.rows) == 1:
        return _word_at(line, start)
    start = max(start, shape_of(line).content)
    inner = line[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def _word_at(line: str, at: int) -> tuple[int, int]:
    start = end = at
    while start > 0 and line[start - 1].isalnum():
        start -= 1
    while end < len(line) and line[end].isalnum():
        end += 1
    return start, end


def _pair_around(line: str, start: int, end: int, mark: str) -> Pair | None:
    return next((pair for pair in _pairs(line, mark) if pair.holds(start, end)), None)


def _pairs(line: str, mark: str) -> Iterator[Pair]:
    """The pairs of this mark in a line, or of the other way to write it (`_` for `*`)."""
    if mark == CODE:
        for code in _CODE.finditer(line):
            ticks = len(code[1]) + len(code[2])
            yield Pair(code.start(), code.start() + ticks, code.end() - ticks, code.end())
        return
    for sign in "*_" if mark[0] == "*" else mark[0]:
        places = [
            run for run in _RUNS[sign].finditer(line, shape_of(line).content) if _bears(run, line, mark)
        ]
        for opening, closing in zip(places[::2], places[1::2], strict=False):
            yield Pair(opening.end() - len(mark), opening.end(), closing.start(), closing.start() + len(mark))


def _bears(run: re.Match[str], line: str, mark: str) -> bool:
    """Whether a run of signs holds the mark: `***` is bold and italic, a sign between spaces is neither."""
    alone = line[run.start() - 1 : run.start()].isspace() and line[run.end() : run.end() + 1].isspace()
    return not alone and len(run[0]) in (len(mark), *((3,) if mark[0] == "*" else ()))


def _wrap(draft: SelectedLines, row: int, start: int, end: int, mark: str) -> None:
    """Put the mark around some characters, in place of the ones that stand among them."""
    inside = [pair for pair in _pairs(draft.lines[row], mark) if pair.lies_within(start, end)]
    for pair in reversed(inside):
        _unwrap(draft, row, pair)
        end -= pair.end - pair.inner_end + pair.inner_start - pair.start
    opening, closing = mark, mark
    if mark == CODE:
        inner = draft.lines[row][start:end]
        ticks = "`" * (max((len(run) for run in _TICKS.findall(inner)), default=0) + 1)
        air = " " if inner.startswith("`") or inner.endswith("`") else ""
        opening, closing = ticks + air, air + ticks
    draft.replace(row, end, end, closing, pushes=False)
    draft.replace(row, start, start, opening)


def _unwrap(draft: SelectedLines, row: int, pair: Pair) -> None:
    draft.replace(row, pair.inner_end, pair.end, "")
    draft.replace(row, pair.start, pair.inner_start, "")


def _toggle_at_cursor(draft: SelectedLines, mark: str) -> Edit:
    """Two marks with the cursor between them, or none where they stand there."""
    row, column = draft.cursor
    line, size = draft.lines[row], len(mark)
    if column >= size and line[column - size : column + size] == 2 * mark:
        draft.replace(row, column - size, column + size, "")
    else:
        draft.replace(row, column, column, 2 * mark)
        draft.select(row, column + size, column + size)
    return draft.edit()


def _with_neighbours(text: str, selection: Selection) -> SelectedLines:
    """The selected lines with one more above and one below."""
    start = max(text.rfind("\n", 0, selection.start), 0)
    end = text.find("\n", selection.end) + 1
    return SelectedLines(text, selection, start, end or len(text))


def _is_fenced(draft: SelectedLines, first: int, last: int) -> bool:
    if first == 0 or last + 1 == len(draft.lines):
        return False
    above, below = draft.lines[first - 1], draft.lines[last + 1]
    return above.startswith(FENCE) and below.startswith(FENCE) and not below.strip("`").strip()
