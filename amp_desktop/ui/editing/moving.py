"""Moving whole lines up and down."""

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.line_shape import shape_of
from amp_desktop.ui.editing.lists import list_draft, renumber
from amp_desktop.ui.editing.selected_lines import SelectedLines


def move_up(text: str, selection: Selection) -> Edit | None:
    """Let the selected lines and the one above change places; None at the beginning of the text."""
    start = text.rfind("\n", 0, selection.start)
    return _moved(text, selection, start, selection.end, -1) if start >= 0 else None


def move_down(text: str, selection: Selection) -> Edit | None:
    """Let the selected lines and the one below change places; None at the end of the text."""
    last = selection.end - (not selection.is_empty and text[selection.end - 1] == "\n")
    end = text.find("\n", last) + 1
    return _moved(text, selection, selection.start, end, 1) if end else None


def _moved(text: str, selection: Selection, start: int, end: int, by: int) -> Edit:
    draft = list_draft(text, selection, start, max(end, selection.end))
    draft.move(by)
    rows = draft.rows
    first, second = (rows[0], rows[-1] + 1) if by < 0 else (rows[0] - 1, rows[0])
    _keep_beginning(draft, first, second)
    renumber(draft, first)
    return draft.edit()


def _keep_beginning(draft: SelectedLines, first: int, second: int) -> None:
    """Let the item that came first have the lower of both numbers, for a list that may begin with it."""
    one, other = shape_of(draft.lines[first]), shape_of(draft.lines[second])
    if one.number is not None and other.number is not None and one.width == other.width:
        at = one.marks_start
        draft.replace(first, at, at + len(one.marker) - 1, str(min(one.number, other.number)))
