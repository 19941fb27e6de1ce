"""What Tab and Shift+Tab do within lists: items move in and out, with all that belongs to them."""

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.line_shape import in_code_block, is_blank, shape_of
from amp_desktop.ui.editing.lists import family, item_above, list_draft, renumber
from amp_desktop.ui.editing.selected_lines import SelectedLines


def move_in(text: str, selection: Selection) -> Edit | None:
    """Make the selected items part of the one above them; None outside of a list."""
    return _moved(text, selection, inwards=True)


def move_out(text: str, selection: Selection) -> Edit | None:
    """Take the selected items out of the one that they are part of; None outside of a list."""
    return _moved(text, selection, inwards=False)


def _moved(text: str, selection: Selection, *, inwards: bool) -> Edit | None:
    draft = list_draft(text, selection)
    items = [row for row in draft.rows if shape_of(draft.lines[row]).is_item]
    if not items or in_code_block(text, selection.start):
        return None
    moved = range(items[0], items[0])
    for row in items:
        if row in moved:  # it went along with the item that it is part of
            continue
        columns = _columns_in(draft.lines, row) if inwards else _columns_out(draft.lines, row)
        moved = family(draft.lines, row)
        for member in moved:
            _shift(draft, member, columns)
    renumber(draft, items[0], moved=range(items[0], items[-1] + 1))
    return draft.edit()


def _columns_in(lines: list[str], row: int) -> int:
    above = item_above(lines, row, narrower=False)
    return above.inner_width - shape_of(lines[row]).width if above is not None else 0


def _columns_out(lines: list[str], row: int) -> int:
    around, width = item_above(lines, row, narrower=True), shape_of(lines[row]).width
    return (around.width if around is not None else 0) - width


def _shift(draft: SelectedLines, row: int, columns: int) -> None:
    if is_blank(draft.lines[row]) or not columns:
        return
    shape = shape_of(draft.lines[row])
    start = len(shape.quote)
    draft.replace(row, start, start + len(shape.indent), " " * max(shape.width + columns, 0))
