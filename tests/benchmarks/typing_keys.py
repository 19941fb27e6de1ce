"""One key typed in an entry of 50,000 words: from the key to the painted letter, with all that listens."""

from collections.abc import Iterator
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import today
from amp_desktop.domain.kinds.note import Note
from tests.benchmarks.generator import Writer
from tests.benchmarks.harness import Effort, Limit, Measure, Row, busy_seconds, in_milliseconds, p95
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.windows.inside import body_edit, process_events, window_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

WORDS = 50_000
BOUND_NAME = "bare QTextEdit with the same text"
_TYPED = "So it went, *slowly* at first: see [[Kick-off]] and `make test`, ~~not~~ %%not yet%%.\n- one more\n"
_PARAGRAPH = 80
_PAUSE = 0.012


def rows(effort: Effort) -> Iterator[Row]:
    """One line: the entry is what is large, not the journal."""
    with journal_copy(effort.cache, min(effort.sizes)) as folder, window_on(folder) as window:
        assert window.workspace is not None
        entry = Note(title="A long day", body=long_text(WORDS), day=today())
        window.workspace.session.save(entry)
        window.workspace.show_entry(entry.id)
        process_events()
        ours, bare = body_edit(window), bare_edit(entry.body)
        pair = effort.compare(each_key(ours), each_key(bare), 3 * len(_TYPED), p95)
        bare.hide()
    yield Row(
        "one key typed, painted, p95",
        f"{WORDS:,} words in the entry",
        pair.measured,
        pair.bound,
        BOUND_NAME,
        Limit(at_most=0.008),
        in_milliseconds,
    )


def long_text(words: int) -> str:
    """Paragraphs with headings, lists and marked words between them, as they stand in a journal."""
    writer = Writer(seed=4)
    paragraphs = (writer.text(_PARAGRAPH) for _ in range(words // _PARAGRAPH))
    dressed = cycle(("{}", "## A heading\n\n{}", "- [ ] {}\n- **done**", "{} *well* `code`", "> {}"))
    return "\n\n".join(form.format(text) for form, text in zip(dressed, paragraphs, strict=False))


def bare_edit(text: str) -> "QTextEdit":
    from PySide6.QtWidgets import QTextEdit

    edit = QTextEdit()
    edit.setPlainText(text)
    edit.resize(760, 700)
    edit.show()
    process_events()
    return edit


def each_key(edit: "QTextEdit") -> Measure:
    """Types on, a third of the way at the beginning, in the middle and at the end of the text."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    keys, places = cycle(_TYPED), cycle((0.0, 0.5, 1.0))
    letters_left = [0]

    def press() -> float:
        if not letters_left[0]:
            cursor = QTextCursor(edit.document())
            cursor.setPosition(int(next(places) * (edit.document().characterCount() - 1)))
            edit.setTextCursor(cursor)
            edit.setFocus()
            process_events()
            letters_left[0] = len(_TYPED)
        letters_left[0] -= 1
        key = next(keys)
        _pause()
        return busy_seconds(lambda: _type(QTest, edit, key))

    return press


def _pause() -> None:
    """A fast typist leaves ten times this long between two keys."""
    end = perf_counter() + _PAUSE
    while perf_counter() < end:
        process_events()


def _type(test: type, edit: "QTextEdit", key: str) -> None:
    from PySide6.QtCore import Qt

    test.keyClick(edit, Qt.Key.Key_Return if key == "\n" else key)  # type: ignore[attr-defined]
    process_events()
