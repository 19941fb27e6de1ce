"""Lists as a whole: how far one reaches, what belongs to an item, and how its numbers run."""

from dataclasses import dataclass

from amp_desktop.ui.editing.edit import Selection
from amp_desktop.ui.editing.line_shape import LineShape, is_blank, shape_of
from amp_desktop.ui.editing.selected_lines import SelectedLines

LONGEST = 2_000
"""Lines up and down that are looked at for the ends of a list."""


def list_draft(
    text: str, selection: Selection, start: int | None = None, end: int | None = None
) -> SelectedLines:
    """The lines of the selection, or from `start` to `end`, and of the lists that they are part of."""
    first = _first_line(text, selection.start if start is None else start)
    last = _last_line(text, selection.end if end is None else end)
    return SelectedLines(text, selection, first, last)


def _first_line(text: str, at: int) -> int:
    for _ in range(LONGEST):
        end_above = text.rfind("\n", 0, at)
        if end_above < 0 or not _belongs(text[text.rfind("\n", 0, end_above) + 1 : end_above]):
            break
        at = end_above
    return at


def _last_line(text: str, at: int) -> int:
    for _ in range(LONGEST):
        begin = text.find("\n", at) + 1
        end = text.find("\n", begin)
        if not begin or not _belongs(text[begin : end if end >= 0 else None]):
            break
        at = begin
    return at


def _belongs(line: str) -> bool:
    """Whether a list may go on over this line."""
    shape = shape_of(line)
    return shape.is_item or bool(shape.indent) or is_blank(line)


def family(lines: list[str], row: int) -> range:
    """The rows of an item and of all that belongs to it: what is moved in further, and blanks between."""
    width, end = shape_of(lines[row]).width, row + 1
    for at in range(row + 1, len(lines)):
        if is_blank(lines[at]):
            continue
        if shape_of(lines[at]).width <= width:
            break
        end = at + 1
    return range(row, end)


def item_above(lines: list[str], row: int, *, narrower: bool) -> LineShape | None:
    """The nearest item above of the same level, or with `narrower` the one that this item lies in."""
    width = shape_of(lines[row]).width
    for line in reversed(lines[:row]):
        shape = shape_of(line)
        if not shape.is_item:
            if is_blank(line) or shape.width >= width:
                continue
            if not shape.indent:
                return None
        elif shape.width < width:
            return shape if narrower else None
        elif not narrower and shape.width == width:
            return shape
    return None


@dataclass
class _Level:
    """One level of a list while its numbers are counted: the last number, None after a bullet."""

    width: int
    number: int | None
    stop: str


class _Counter:
    """Goes down the lines of lists and knows at each item which number would be the next of its level."""

    def __init__(self, *, lazy: bool = False) -> None:
        """Begin before the first line; with `lazy` a list that begins with 1 goes on with 1."""
        self._levels: list[_Level] = []
        self._lazy = lazy

    def follow(self, line: str, *, starts_anew: bool = False) -> int | None:
        """The number that this line ought to have, None where it needs none."""
        shape = shape_of(line)
        if not shape.is_item:
            if not is_blank(line) and not shape.indent:
                self._levels.clear()
            return None
        while self._levels and self._levels[-1].width > shape.width:
            self._levels.pop()
        if not self._levels or self._levels[-1].width < shape.width:
            self._levels.append(_Level(shape.width, None, ""))
        level, stop = self._levels[-1], shape.marker[-1]
        if shape.number is None:
            wanted = None
        elif level.number is None or level.stop != stop:
            wanted = 1 if starts_anew and not level.stop else shape.number
        else:
            wanted = level.number + (not (self._lazy and level.number == 1))
        level.number, level.stop = wanted, stop
        return wanted


def renumber(draft: SelectedLines, first: int, moved: range = range(0)) -> None:
    """Let the numbers from row `first` on follow those before them.

    Where a list was numbered 1, 1, 1 it stays so. An item that begins a list keeps its number, but for one of
    the rows `moved`, which begins with 1.
    """
    counter = _Counter(lazy=_is_lazy(draft.original))
    for row in range(len(draft.lines)):
        wanted = counter.follow(draft.lines[row], starts_anew=row in moved)
        shape = shape_of(draft.lines[row])
        if wanted is not None and wanted != shape.number and row >= first:
            at = shape.marks_start
            draft.replace(row, at, at + len(shape.marker) - 1, str(wanted))


def _is_lazy(lines: list[str]) -> bool:
    """Whether some item is numbered 1 where it would be 2."""
    counter = _Counter()
    return any(counter.follow(line) == 2 and shape_of(line).number == 1 for line in lines)
