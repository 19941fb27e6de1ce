"""Every action of the editor by its name, so that buttons, keys and menus need to know no more of it."""

from collections.abc import Callable, Mapping
from functools import partial

from amp_desktop.ui.editing import inline_marks
from amp_desktop.ui.editing.aside_marks import toggle_aside
from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.indenting import move_in, move_out
from amp_desktop.ui.editing.inline_marks import toggle_code, toggle_mark
from amp_desktop.ui.editing.link_marks import toggle_link
from amp_desktop.ui.editing.moving import move_down, move_up
from amp_desktop.ui.editing.prefixes import (
    toggle_bullets,
    toggle_heading,
    toggle_numbers,
    toggle_quotation,
    toggle_tasks,
)
from amp_desktop.ui.editing.tasks import toggle_box

Action = Callable[[str, Selection], Edit | None]
"""From a text and what is selected in it to an edit; None where there is nothing to do."""

ACTIONS: Mapping[str, Action] = {
    "bold": partial(toggle_mark, mark=inline_marks.BOLD),
    "italic": partial(toggle_mark, mark=inline_marks.ITALIC),
    "strike": partial(toggle_mark, mark=inline_marks.STRIKE),
    "code": toggle_code,
    "heading": toggle_heading,
    **{f"heading-{level}": partial(toggle_heading, level=level) for level in range(1, 7)},
    "list": toggle_bullets,
    "numbers": toggle_numbers,
    "task": toggle_tasks,
    "tick": toggle_box,
    "quote": toggle_quotation,
    "aside": toggle_aside,
    "link": toggle_link,
    "in": move_in,
    "out": move_out,
    "up": move_up,
    "down": move_down,
}
