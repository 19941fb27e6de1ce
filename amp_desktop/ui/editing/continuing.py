"""What Enter does: it goes on with a list, a quotation or the indent of code, and ends them when empty."""

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.line_shape import LineShape, in_code_block, shape_of
from amp_desktop.ui.editing.lists import item_above, list_draft, renumber
from amp_desktop.ui.editing.selected_lines import SelectedLines


def begins_with_mark(line: str) -> bool:
    """Whether `go_on` may have something to do in a line: it is moved in, an item, or a quotation."""
    shape = shape_of(line)
    return shape.is_item or bool(shape.quote or shape.indent)


def go_on(text: str, selection: Selection) -> Edit | None:
    """Begin the next item, line of a quotation or line of code; None where Enter is just a new line.

    A number counts on, and so do those after it; a task goes on with an empty box. On an item with nothing in
    it the list ends, or the item moves out by a level. Where list or quotation ends, an empty line comes to
    stand: without it, Markdown takes what is written next for a part of them.
    """
    if not selection.is_empty:
        return None
    line_start = text.rfind("\n", 0, selection.position) + 1
    line_end = text.find("\n", selection.position)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    column = selection.position - line_start
    if in_code_block(text, selection.position):
        return _in_code(text, selection, line, column)
    shape = shape_of(line)
    if column < shape.content or not (shape.is_item or shape.quote):
        return None
    if shape.is_item:
        return _in_list(list_draft(text, selection), shape)
    return _in_quotation(SelectedLines(text, selection, max(line_start - 1, 0), selection.position), shape)


def _in_code(text: str, selection: Selection, line: str, column: int) -> Edit | None:
    indent = line[: len(line) - len(line.lstrip(" \t"))][:column]
    if not indent:
        return None
    draft = SelectedLines.of_selection(text, selection)
    draft.break_line(indent)
    return draft.edit()


def _in_list(draft: SelectedLines, shape: LineShape) -> Edit:
    row, _ = draft.cursor
    if not draft.lines[row][shape.content :].strip():
        _end_item(draft, row, shape)
    else:
        box = "[ ] " if shape.box else ""
        marker = shape.marker if shape.number is None else f"{shape.number + 1}{shape.marker[-1]}"
        draft.break_line(f"{shape.quote}{shape.indent}{marker} {box}")
    renumber(draft, row)
    return draft.edit()


def _end_item(draft: SelectedLines, row: int, shape: LineShape) -> None:
    """Move an empty item out by a level; at the outermost one its marks go."""
    outer = item_above(draft.lines, row, narrower=True)
    box = "[ ] " if shape.box else ""
    new = f"{shape.quote}{outer.indent}{outer.marker} {box}" if outer is not None else shape.quote
    _write_instead(draft, row, new)
    if outer is None:
        _part_from_above(draft, row)


def _write_instead(draft: SelectedLines, row: int, new: str) -> None:
    draft.replace(row, 0, len(draft.lines[row]), new)
    draft.select(row, len(new), len(new))


def _part_from_above(draft: SelectedLines, row: int) -> None:
    """Leave the line empty that stands under something, and go on in the next one."""
    if row and draft.lines[row - 1].strip("> \t"):
        draft.break_line(draft.lines[row])


def _in_quotation(draft: SelectedLines, shape: LineShape) -> Edit:
    row, _ = draft.cursor
    line = draft.lines[row]
    if line[shape.content :].strip():
        draft.break_line(shape.quote if shape.quote.endswith((" ", "\t")) else f"{shape.quote} ")
    else:
        outer = line[: line.rindex(">")].rstrip(" ")
        new = f"{outer} " if outer else ""
        _write_instead(draft, row, new)
        _part_from_above(draft, row)
    return draft.edit()
