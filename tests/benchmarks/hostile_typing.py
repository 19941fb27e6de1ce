"""One key typed after thousands of brackets, which stand for a link or a picture that never comes."""

from collections.abc import Iterator
from itertools import cycle
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import today
from amp_desktop.domain.kinds.note import Note
from tests.benchmarks.harness import Effort, Limit, Measure, Row, busy_seconds, in_milliseconds, p95
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.windows.inside import body_edit, child, process_events, window_on

if TYPE_CHECKING:
    from amp_desktop.ui.shell.workspace import Workspace

CHARACTERS = 5_000
KEYS = 60
CALM_MS = 600
AFTER_KEY_MS = 30
"""Longer than the preview waits for the next slice of its page."""
GENEROUS = 12.0
"""Qt alone takes five times as long to lay out a line of so many brackets as one of so many letters."""


def rows(effort: Effort) -> Iterator[Row]:
    """One line: highlighting, spelling and preview are all there."""
    from amp_desktop.ui.session import Session
    from amp_desktop.ui.shell.workspace import Workspace

    words = ("So it went, slowly at first and then all at once. " * CHARACTERS)[:CHARACTERS]
    with journal_copy(effort.cache, min(effort.sizes)) as folder, window_on(folder) as window:
        assert window.workspace is not None
        other = Workspace(Session(window.workspace.session.journal))
        other.resize(window.size())
        other.show()
        brackets = _each_key(window.workspace, "[" * CHARACTERS, "[")
        pair = effort.compare(brackets, _each_key(other, words, "so it went "), KEYS, p95)
        other.forget()
        other.hide()
    yield Row(
        "one key in brackets without an end, preview beside, p95",
        f"{CHARACTERS:,} characters in a line",
        pair.measured,
        pair.bound,
        "the same key in as many characters of plain words",
        Limit(times=GENEROUS),
        in_milliseconds,
    )


def _each_key(workspace: "Workspace", text: str, typed: str) -> Measure:
    """Types on at the end of a text with its preview beside it, and waits for all that follows from it."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    from amp_desktop.ui.entries.editor.writing_area import View, WritingArea

    entry = Note(title="One line", body=text, day=today())
    workspace.session.save(entry)
    workspace.show_entry(entry.id)
    process_events()
    child(workspace, WritingArea).set_view(View.BOTH)
    QTest.qWait(CALM_MS)
    body, keys = body_edit(workspace), cycle(typed)
    body.moveCursor(QTextCursor.MoveOperation.End)

    def work() -> None:
        QTest.keyClick(body, next(keys))
        QTest.qWait(AFTER_KEY_MS)

    return lambda: busy_seconds(work)
