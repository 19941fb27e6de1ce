"""An entry of 50,000 words: opened, and written in with its preview beside it and every word spelt."""

from collections.abc import Callable, Iterator
from itertools import cycle
from time import thread_time
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import today
from amp_desktop.domain.kinds.note import Note
from tests.benchmarks.harness import (
    Effort,
    Limit,
    Pair,
    Row,
    in_milliseconds,
    median,
    p95,
)
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.typing_keys import BOUND_NAME, WORDS, bare_edit, each_key, long_text
from tests.benchmarks.windows.inside import body_edit, child, process_events, window_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from amp_desktop.ui.shell.window import MainWindow
    from amp_desktop.ui.shell.workspace import Workspace

ENTRIES = 14
"""More than are kept ready, so that each is opened from the journal."""
KEYS = 300
CALM_MS = 4_000
"""The preview of so long a text is made in slices; it is whole by then, and the words are looked up."""


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines."""
    with journal_copy(effort.cache, min(effort.sizes)) as folder, window_on(folder) as window:
        text = long_text(WORDS)
        entries = [Note(title=f"A long day {number}", body=text, day=today()) for number in range(ENTRIES)]
        workspace = _workspace(window)
        for entry in entries:
            workspace.session.save(entry)
        yield _row("an entry opened, painted", _opening(effort, workspace, entries, text), 0.06)
        yield _row(
            "one key, preview beside, spelling, p95", _typing(effort, workspace, entries[0], text), 0.008
        )


def _row(work: str, pair: Pair, most: float) -> Row:
    size = f"{WORDS:,} words in the entry"
    return Row(work, size, pair.measured, pair.bound, BOUND_NAME, Limit(at_most=most), in_milliseconds)


def _opening(effort: Effort, workspace: "Workspace", entries: list[Note], text: str) -> Pair:

    turns, bare = cycle(entries), bare_edit("")
    workspace.show_entry(entries[-1].id)
    process_events()
    body = body_edit(workspace)

    def open_next() -> float:
        entry = next(turns)
        return until_painted(body, lambda: workspace.show_entry(entry.id))

    def fill() -> float:
        bare.clear()
        process_events()
        return until_painted(bare, lambda: bare.setPlainText(text))

    pair = effort.compare(open_next, fill, ENTRIES, median)
    bare.hide()
    return pair


def until_painted(edit: "QAbstractScrollArea", work: Callable[[], object]) -> float:
    """Seconds of this thread until the text was painted, and whatever is painted with it."""
    from tests.benchmarks.windows.telling import Painted

    painted: list[float] = []
    Painted(edit.viewport(), lambda: painted.append(thread_time()))
    begun = thread_time()
    work()
    while not painted:
        process_events()
    return painted[0] - begun


def _typing(effort: Effort, workspace: "Workspace", entry: Note, text: str) -> Pair:
    from PySide6.QtTest import QTest

    from amp_desktop.ui.entries.editor.writing_area import View, WritingArea

    workspace.show_entry(entry.id)
    process_events()
    child(workspace, WritingArea).set_view(View.BOTH)
    QTest.qWait(CALM_MS)
    ours, bare = body_edit(workspace), bare_edit(text)
    assert any(ours.extraSelections()), "spelling is not checked"
    pair = effort.compare(each_key(ours), each_key(bare), KEYS, p95)
    bare.hide()
    return pair


def _workspace(window: "MainWindow") -> "Workspace":
    assert window.workspace is not None
    return window.workspace
