"""One key typed while the titles of all entries, or all tags, are offered: from the key to the painted list.

The pause until the next key is left out, and with it autosave, which has lines of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import today
from amp_desktop.domain.kinds.note import Note
from tests.benchmarks.generator import CHINESE_PAIR
from tests.benchmarks.harness import Effort, Limit, Measure, Row, busy_seconds, entries, in_milliseconds, p95
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.windows.inside import body_edit, process_events, window_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

TITLES = ("the me", "mentor", "review th", "pull request", CHINESE_PAIR, "strange")
"""Beginnings of titles: of very many, of several words, of one that there is not."""
TAGS = ("releas", "com", "lear", "new")
BOUND_NAME = "the same key in a bare QTextEdit"


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines, on the largest journal."""
    size = max(effort.sizes)
    with journal_copy(effort.cache, size) as folder, window_on(folder) as window:
        from PySide6.QtWidgets import QTextEdit

        assert window.workspace is not None
        entry = Note(title="Here", day=today())
        window.workspace.session.save(entry)
        window.workspace.show_entry(entry.id)
        window.activateWindow()
        body, bare = body_edit(window), QTextEdit()
        bare.show()
        for work, sign, typed in (("titles", "[[", TITLES), ("tags", "#", TAGS)):
            keys = (_each_key(body, sign, typed), _each_key(bare, sign, typed))
            pair = effort.compare(*keys, 2 * sum(map(len, typed)), p95)
            yield Row(
                f"one key typed while {work} are offered, painted, p95",
                entries(size),
                pair.measured,
                pair.bound,
                BOUND_NAME,
                Limit(at_most=0.008),
                in_milliseconds,
            )
        bare.hide()


def _each_key(edit: "QTextEdit", sign: str, words: Sequence[str]) -> Measure:
    """Types words behind a sign, a letter at a time, each on an empty line."""
    letters = cycle([(word[:at], word[at]) for word in words for at in range(len(word))])

    def press() -> float:
        before, letter = next(letters)
        if not before:
            _begin_line(edit, sign)
        return busy_seconds(lambda: _type(edit, letter))

    return press


def _begin_line(edit: "QTextEdit", sign: str) -> None:
    edit.setFocus()
    edit.setPlainText("")
    process_events()
    assert edit.window().focusWidget() is edit
    edit.insertPlainText(sign)
    process_events()


def _type(edit: "QTextEdit", letter: str) -> None:
    from PySide6.QtTest import QTest

    if letter.isascii():
        QTest.keyClick(edit, letter)  # type: ignore[call-overload]  # Qt's annotations know bytes alone
    else:
        edit.insertPlainText(letter)
    process_events()
