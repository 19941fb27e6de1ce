"""Ticking the box of a task."""

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.line_shape import in_code_block, shape_of
from amp_desktop.ui.editing.selected_lines import SelectedLines


def toggle_box(text: str, selection: Selection) -> Edit | None:
    """Tick the boxes of the selected lines, or untick them where all are ticked; None where there is none."""
    draft = SelectedLines.of_selection(text, selection)
    tasks = [row for row in draft.rows if shape_of(draft.lines[row]).box]
    if not tasks or in_code_block(text, selection.start):
        return None
    ticked = all(shape_of(draft.lines[row]).is_ticked for row in tasks)
    for row in tasks:
        _set_box(draft, row, ticked=not ticked)
    return draft.edit()


def toggle_box_of_line(text: str, number: int) -> Edit | None:
    """Tick or untick the box in a line, counted from 0; None where it has none.

    What is selected in the edit is the beginning of that line; whoever applies it may keep the cursor.
    """
    lines = text.split("\n", number + 1)
    if not 0 <= number < len(lines):
        return None
    return toggle_box(text, Selection.at(sum(len(line) + 1 for line in lines[:number])))


def _set_box(draft: SelectedLines, row: int, *, ticked: bool) -> None:
    shape = shape_of(draft.lines[row])
    inside = draft.lines[row].index("[", shape.marks_start) + 1
    draft.replace(row, inside, inside + 1, "x" if ticked else " ")
