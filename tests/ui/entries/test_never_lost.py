"""Whatever is done to entries in whatever order, no character is lost: the page against a plain model."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.merge import merge_text
from amp_desktop.journal import Journal
from amp_desktop.ui.editing.actions import ACTIONS
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.document_text import for_document, text_of
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.entries.pages import bring_back, draft, part

WORDS = st.text(st.sampled_from("ab é😀\n-*[]%\u00a0\u2028\u2029語"), min_size=1, max_size=12)
PLACE = st.floats(0, 1)
ENTRIES = 3


class Writing(RuleBasedStateMachine):
    """Some entries, a page on them, and for each what a person believes to have written."""

    @initialize()
    def begin(self) -> None:
        self.home = TemporaryDirectory()
        os.environ["XDG_CONFIG_HOME"] = self.home.name
        self.journal, _ = Journal.create(Path(self.home.name) / "journal", PASSPHRASE, cost=CHEAP)
        self.terminal = Journal.open(self.journal.folder, passphrase=PASSPHRASE)
        self.ids = [
            self.journal.save_entry(Note(title=f"Entry {n}", body=f"Begun {n}")).id for n in range(ENTRIES)
        ]
        self.believed = {entry: f"Begun {n}" for n, entry in enumerate(self.ids)}
        self.had = {entry: {text} for entry, text in self.believed.items()}
        self.at = self.ids[0]
        self._open_page()

    def _open_page(self) -> None:
        self.session = Session(self.journal)
        self.page = EntriesPage(self.session)
        self.page.show()
        self.page.arrive()
        self.body = next(text for text in self.page.findChildren(BodyEdit) if text.field == "body")
        self.page.show_entry(self.at)

    def teardown(self) -> None:
        if hasattr(self, "page"):
            self._close_page()
            self.terminal.close()
            self.journal.close()
            self.home.cleanup()

    def _close_page(self) -> None:
        assert self.page.flush()
        self.page.forget()
        self.page.hide()
        self.page.deleteLater()
        self.session.deleteLater()
        QApplication.processEvents()

    def _put(self, begin: float, end: float) -> None:
        cursor = QTextCursor(self.body.document())
        cursor.setPosition(self._position(begin))
        cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
        self.body.setTextCursor(cursor)

    def _position(self, place: float) -> int:
        """A place in the text; nobody can put the cursor into the midst of a character of two units."""
        document = self.body.document()
        at = round(place * (document.characterCount() - 1))
        return at + ("\udc00" <= document.characterAt(at) <= "\udfff")

    def _tags(self) -> tuple[str, ...]:
        """The tags as they stand on the page: undo takes back with a text what came with it."""
        return draft(self.page, self.journal.entry(self.at)).tags

    def _believe(self, text: str) -> None:
        self.believed[self.at] = text
        self.had[self.at].add(text)

    @rule(words=WORDS, place=PLACE)
    def type(self, words: str, place: float) -> None:
        self._put(place, place)
        at = self.body.textCursor().position()
        raw = _units(self.body.text())
        self.body.textCursor().insertText(for_document(words))  # as pasting does
        self._believe(_text(raw[: 2 * at] + _units(words) + raw[2 * at :]))

    @rule(begin=PLACE, end=PLACE)
    def delete(self, begin: float, end: float) -> None:
        self._put(begin, end)
        cursor, raw = self.body.textCursor(), _units(self.body.text())
        start, stop = 2 * cursor.selectionStart(), 2 * cursor.selectionEnd()
        cursor.removeSelectedText()
        self._believe(_text(raw[:start] + raw[stop:]))

    @rule(name=st.sampled_from(sorted(ACTIONS)), begin=PLACE, end=PLACE)
    def act(self, name: str, begin: float, end: float) -> None:
        self._put(begin, end)
        self.body.mark(name)
        self._believe(self.body.text())

    @rule()
    def undo(self) -> None:
        self.body.undo()
        assert self.body.text() in self.had[self.at]
        self._believe(self.body.text())

    @rule()
    def redo(self) -> None:
        self.body.redo()
        assert self.body.text() in self.had[self.at]
        self._believe(self.body.text())

    @rule()
    def undo_all_and_redo_all(self) -> None:
        before, tags, done = self.body.text(), self._tags(), 0
        while self.body.document().isUndoAvailable():
            self.body.undo()
            done += 1
        for _ in range(done):
            self.body.redo()
        assert self.body.text() == before
        assert self._tags() == tags

    @rule(number=st.integers(0, ENTRIES - 1))
    def switch(self, number: int) -> None:
        self.at = self.ids[number]
        self.page.show_entry(self.at)

    @rule()
    def save(self) -> None:
        assert self.page.flush()
        assert self.journal.entry(self.at).body == self.believed[self.at]

    @rule(choice=st.integers(0, 9))
    def bring_back(self, choice: int) -> None:
        versions = self.journal.versions(self.at)
        if not versions:
            return
        number = versions[choice % len(versions)].number
        wanted = self.journal.version(self.at, number).body
        assert wanted in self.had[self.at]
        bring_back(self.page, number)
        assert self.journal.entry(self.at).body == wanted
        self._believe(wanted)

    @rule()
    def bin_and_restore(self) -> None:
        part(self.page, EntryActions).put_in_bin(self.at)
        part(self.page, EntryActions).bin.restore(self.at)
        self.page.show_entry(self.at)

    @rule(words=WORDS)
    def another_window_writes(self, words: str) -> None:
        assert self.page.flush()
        entry = self.journal.entry(self.at)
        self.session.save(replace(entry, body=entry.body + words))
        self._believe(entry.body + words)

    @rule(words=WORDS, at_start=st.booleans())
    def a_terminal_writes_under_what_is_typed(self, words: str, at_start: bool) -> None:
        ours, base = self.body.text(), self.journal.entry(self.at)
        tags = ("terminal",) if base.tags != ("terminal",) else self._tags()  # undo may have taken it back
        theirs = words + base.body if at_start else base.body + words
        self.terminal.save_entry(replace(base, body=theirs, tags=("terminal",)), base)
        self.session.look_for_changes()
        assert self.page.flush()
        now = self.journal.entry(self.at)
        kept = {self.journal.version(self.at, v.number).body for v in self.journal.versions(self.at)}
        merged = theirs if ours == base.body else merge_text(base.body, ours, theirs)
        assert now.body == (ours if merged is None or theirs in (ours, base.body) else merged)
        assert theirs in kept | {now.body}
        assert now.tags == tags
        self.had[self.at].add(theirs)
        self._believe(now.body)

    @precondition(lambda self: len(self.had[self.at]) > 2)
    @rule()
    def lock_and_unlock(self) -> None:
        self._close_page()
        self._open_page()

    @invariant()
    def what_is_shown_is_what_was_written(self) -> None:
        if hasattr(self, "page"):
            assert self.body.text() == self.believed[self.at]
            assert text_of(self.body.document()) == self.body.text()


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


def test_no_character_is_lost(qapp: QApplication) -> None:
    run_state_machine_as_test(
        Writing,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
