"""What stands before a line: headings, bullets, numbers, boxes of tasks, marks of quotation."""

from collections.abc import Callable

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.line_shape import LineShape, shape_of
from amp_desktop.ui.editing.lists import list_draft, renumber
from amp_desktop.ui.editing.selected_lines import SelectedLines

NUMBER = "{number}. "
Judge = Callable[[LineShape], bool]
"""Whether a line bears the mark already."""


def toggle_heading(text: str, selection: Selection, level: int = 2) -> Edit:
    """Make the selected lines headings of a level from 1 to 6, or plain again where they are that already."""
    marks = "#" * level
    return _toggled(text, selection, f"{marks} ", lambda shape: shape.heading == marks)


def toggle_bullets(text: str, selection: Selection) -> Edit:
    """Make the selected lines a list, or plain again."""
    return _toggled(text, selection, "- ", _is_bulleted)


def toggle_tasks(text: str, selection: Selection) -> Edit:
    """Make the selected lines tasks, or plain again, ticked or not."""
    return _toggled(text, selection, "- [ ] ", lambda shape: bool(shape.box))


def toggle_numbers(text: str, selection: Selection) -> Edit:
    """Make the selected lines a numbered list, which goes on with the one above, or plain again."""
    return _toggled(text, selection, NUMBER, _is_numbered)


def toggle_quotation(text: str, selection: Selection) -> Edit:
    """Make the selected lines a quotation, the empty ones between included, or take one mark of it away."""
    draft = SelectedLines.of_selection(text, selection)
    quoted = all(shape_of(draft.lines[row]).quote for row in draft.rows)
    for row in draft.rows:
        line = draft.lines[row]
        if quoted:
            mark = line.index(">")
            draft.replace(row, 0, mark + 1 + line[mark + 1 :].startswith(" "), "")
        else:
            draft.replace(row, 0, 0, "> " if line or len(draft.rows) == 1 else ">")
    return draft.edit()


def _toggled(text: str, selection: Selection, mark: str, bears: Judge) -> Edit:
    """Put `mark` before the selected lines in place of other marks, or take it away if all bear it."""
    draft = list_draft(text, selection)
    meant = [row for row in draft.rows if draft.lines[row].strip()] or list(draft.rows)
    borne = all(bears(shape_of(draft.lines[row])) for row in meant)
    for number, row in enumerate(meant, start=1):
        shape = shape_of(draft.lines[row])
        if borne or not bears(shape):
            new = "" if borne else mark.format(number=number)
            draft.replace(row, shape.marks_start, shape.content, new)
    if mark == NUMBER:
        renumber(draft, meant[0], moved=range(0) if borne else range(meant[0], meant[-1] + 1))
    return draft.edit()


def _is_bulleted(shape: LineShape) -> bool:
    return shape.is_item and shape.number is None and not shape.box


def _is_numbered(shape: LineShape) -> bool:
    return shape.number is not None and not shape.box
