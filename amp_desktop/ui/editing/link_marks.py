"""Making words a link, and a link words again."""

import re

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.inline_marks import words_selected
from amp_desktop.ui.editing.line_shape import in_code_block
from amp_desktop.ui.editing.selected_lines import SelectedLines

_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]*)\)")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+")
LONGEST_ADDRESS = 2_000


def toggle_link(text: str, selection: Selection) -> Edit:
    """Make what is selected a link, or the link at the cursor plain words again.

    The cursor comes to stand where something is still to be typed: the address, or the words for it.
    """
    draft = SelectedLines.of_selection(text, selection)
    row = draft.rows[0]
    line = draft.lines[row]
    start, end = words_selected(draft, row)
    for link in _LINK.finditer(line):
        if link.start() <= start and end <= link.end() and (link[1] or not link[2]):
            draft.replace(row, link.end(1), link.end(), "")
            draft.replace(row, link.start(), link.start(1), "")
            return draft.edit()
    words = line[start:end]
    if _ADDRESS.fullmatch(words):
        draft.replace(row, start, end, f"[]({_escaped(words)})")
        draft.select(row, start + 1, start + 1)
    else:
        draft.replace(row, start, end, f"[{words}]()")
        place = start + len(words) + 3 if words else start + 1
        draft.select(row, place, place)
    return draft.edit()


def is_address(text: str) -> bool:
    """Whether the text is one web or mail address and nothing else."""
    return len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text.strip()) is not None


def paste_address(text: str, selection: Selection, pasted: str) -> Edit | None:
    """Make the selected words a link to a pasted address; None where it is to be pasted as it is.

    That is: nothing is selected, or several lines are, or an address, or code.
    """
    draft = SelectedLines.of_selection(text, selection)
    words = text[selection.start : selection.end]
    if not is_address(pasted) or not words.strip() or "\n" in words or is_address(words):
        return None
    if in_code_block(text, selection.start) or re.search(r"[\[\]`]", words):
        return None
    row = draft.rows[0]
    start, end = words_selected(draft, row)
    new = f"[{draft.lines[row][start:end]}]({_escaped(pasted.strip())})"
    draft.replace(row, start, end, new)
    draft.select(row, start + len(new), start + len(new))
    return draft.edit()


def _escaped(address: str) -> str:
    """The address as it may stand between parentheses."""
    return address.replace("(", "%28").replace(")", "%29")
