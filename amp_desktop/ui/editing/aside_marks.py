"""Keeping words to oneself: `%%` around them, and away again."""

from amp_desktop.domain.text.asides import MARK, aside_spans, opened_after
from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.inline_marks import words_selected
from amp_desktop.ui.editing.selected_lines import SelectedLines

ASIDE = "%%"

Change = tuple[int, int, str]
"""What stands from one place to another is replaced by this."""


def toggle_aside(text: str, selection: Selection) -> Edit:
    """Make what is selected an aside, over several lines too, or the aside around it plain text again.

    Asides that the selection touches become one with it, so that nothing turns public by being selected
    along. Where only a part of an aside is selected, the rest stays one.
    """
    if not text[selection.start : selection.end].strip():
        selection = Selection.at(selection.position)
    start, end = _meant(text, selection)
    spans = aside_spans(text)
    around = next((span for span in spans if span[0] <= start and end <= span[1] and span[0] < end), None)
    if around is not None:
        start, end = (start, end) if not selection.is_empty else around
        return _made(text, selection, _opened(text, around, start, end), *around)
    if start == end:
        return Edit(start, start, 2 * ASIDE, Selection.at(start + len(ASIDE)))
    touched = [span for span in spans if span[0] < end and start < span[1]]
    start, end = min([start, *(span[0] for span in touched)]), max([end, *(span[1] for span in touched)])
    return _made(text, selection, _closed(text, start, end), start, end)


def _meant(text: str, selection: Selection) -> tuple[int, int]:
    """What is selected, without white space and the mark of a list before it; or the word at the cursor."""
    draft = SelectedLines.of_selection(text, selection)
    first, last = draft.rows[0], draft.rows[-1]
    base = text.rfind("\n", 0, selection.start) + 1
    starts = [base]
    for line in draft.lines:
        starts.append(starts[-1] + len(line) + 1)
    start = starts[first] + words_selected(draft, first)[0]
    end = starts[last] + words_selected(draft, last)[1]
    return start, max(start, end)


def _opened(text: str, span: tuple[int, int], start: int, end: int) -> list[Change]:
    """The marks of an aside moved so that the stretch within it is plain text."""
    opening = MARK.match(text, span[0])
    assert opening is not None  # a span begins with its mark
    inner_start = opening.end()
    is_closed = not opened_after(text[span[0] : span[1]])
    last = list(MARK.finditer(text, inner_start, span[1]))[-1:] if is_closed else []
    inner_end = last[0].start() if last else span[1]
    at_start = not text[inner_start:start].strip()
    at_end = not text[end:inner_end].strip()
    after = (inner_end, span[1], "") if at_end else (end, end, ASIDE)
    before = (span[0], inner_start, "") if at_start else (start, start, ASIDE)
    return [before, after]


def _closed(text: str, start: int, end: int) -> list[Change]:
    """One pair of marks around a stretch in place of all within; an unclosed aside stays unclosed."""
    marks = [mark.span() for mark in MARK.finditer(text, start, end)]
    reaches_on = bool(opened_after(text[start:end]))
    changes: list[Change] = [(start, start, ASIDE), *((*mark, "") for mark in marks)]
    if not reaches_on:
        changes.append((end, end, ASIDE))
    return changes


def _made(text: str, selection: Selection, changes: list[Change], start: int, end: int) -> Edit:
    draft = SelectedLines(text, selection, min(start, selection.start), max(end, selection.end))
    for begin, stop, new in reversed(changes):
        row, column = draft.at(begin)
        draft.replace(row, column, column + stop - begin, new, pushes=(begin, stop, new) != changes[-1])
    return draft.edit()
