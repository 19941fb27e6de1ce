"""Which line of a text the box of a task comes from."""

import re
from collections.abc import Iterator

from amp_desktop.ui.editing.chunks import Chunk, task_lines
from amp_desktop.ui.editing.tasks import toggle_box_of_line

_BOX = re.compile(r"<li>(?:<[^>]+>)*([☐☑]) ")
_MOST_TRIED = 40
"""Lines, each of which costs one reading of the piece."""


def line_of_box(chunk: Chunk, number: int, count: int) -> int | None:
    """The number of the text's line that a box stands in.

    What is read decides: it is the line that, ticked, changes this box and no other. Lines in code, in a
    table or behind a sign that only looks like a box are told from tasks by nothing else.

    Args:
        chunk: The piece of the text.
        number: Which of the boxes that are seen of it, counted from 0.
        count: How many of them are seen.

    Returns:
        The line, counted from 0; None where text and page do not agree.
    """
    from amp_desktop.sharing.markdown.preview import entry_html  # Markdown and nh3 come with it

    shown = _BOX.findall(entry_html(chunk.text))
    if len(shown) != count:
        return None
    wanted = [at != number if sign == "☐" else at == number for at, sign in enumerate(shown)]
    for line in _likely_first(chunk, number):
        edit = toggle_box_of_line(chunk.text, line)
        if edit is not None:
            ticked = chunk.text[: edit.start] + edit.replacement + chunk.text[edit.end :]
            if [sign == "☐" for sign in _BOX.findall(entry_html(ticked))] == wanted:
                return chunk.line + line
    return None


def _likely_first(chunk: Chunk, number: int) -> Iterator[int]:
    """The lines with a box, within the piece; those where it is nearly always found before the others."""
    lines = [line - chunk.line for line in task_lines(chunk)]
    places = sorted(range(len(lines)), key=lambda place: abs(place - number))
    yield from (lines[place] for place in places[:_MOST_TRIED])
