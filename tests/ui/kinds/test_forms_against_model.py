"""Whatever is done on a kind's page, undo and redo give back each of its states: against a plain model."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_values
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.widgets.reading_line import ReadingLine
from tests.ui.entries.page_machine import PageMachine
from tests.ui.entries.pages import begin_next_step, draft, part, title
from tests.ui.people import press, seen

DAY = date(2026, 11, 2)
WORDS = st.sampled_from(["ab", "c", "to be"])
State = tuple[object, ...]
_DAYS = ("status_since", "answered_on", "done_on", "id")
"""What the journal sets by itself, at saving."""


class Forms(PageMachine):
    """An entry on its page, and the states that undo and redo must lead through."""

    made: ClassVar[Entry]

    @initialize()
    def begin(self) -> None:
        self.make_journal()
        self.id = self.journal.save_entry(self.made).id
        self.other = self.journal.save_entry(replace(self.made, id=Challenge().id, title="Other")).id
        self.open_page(1400)

    def _shown(self) -> State:
        entry = draft(self.page, self.journal.entry(self.id))
        return (entry.title, entry.body, *_without_days(field_values(entry)))

    def _do(self, *acts: Callable[[], object]) -> None:
        """Do something; each act is one step where it changes anything, and none joins the one before."""
        for act in acts:
            begin_next_step(self.page)
            act()
            QApplication.processEvents()
            shown = self._shown()
            if shown != self.now:
                self.past.append(self.now)
                self.now, self.future = shown, []

    def _type(self, kind: type[QWidget], name: str, words: str) -> None:
        field = seen(self.page, kind, name)
        QTest.keyClick(field, Qt.Key.Key_End)
        self._do(lambda: QTest.keyClicks(field, words[0]), lambda: QTest.keyClicks(field, words[1:]))

    def _lines(self) -> list[ReadingLine]:
        QApplication.processEvents()
        lines = [one for one in self.page.findChildren(ReadingLine) if one.isVisible()]
        return sorted(lines, key=lambda line: line.mapTo(self.page, line.rect().topLeft()).y())

    def _open_line(self, at: int) -> bool:
        """Open one of the lines that hold something; whether there is one."""
        title(self.page).setFocus()  # a line that is open is closed
        held = [line for line in self._lines() if not (line.words().invites or line.words().is_faint)]
        if held:
            self._do(held[at % len(held)].click)
        return bool(held)

    @rule(words=WORDS, at=st.integers(0, 9), at_end=st.booleans())
    def write(self, words: str, at: int, at_end: bool) -> None:
        texts = part(self.page, EntryEditor).texts.shown()
        shown = texts[at % len(texts)]
        shown.moveCursor(QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start)
        self._do(lambda: QTest.keyClicks(shown, words))

    @rule()
    def save(self) -> None:
        assert self.page.flush()
        stored = self.journal.entry(self.id)
        assert draft(self.page, stored) == stored

    @rule()
    def go_elsewhere_and_back(self) -> None:
        self.page.show_entry(self.other)
        self.page.show_entry(self.id)

    @invariant()
    def what_is_shown_is_what_the_model_says(self) -> None:
        if hasattr(self, "page"):
            assert self._shown() == self.now


class ChallengeForms(Forms):
    """The page of a challenge."""

    made = Challenge(title="Keys", body="Lost", day=DAY, asked=(Asking("Ana", DAY, id="ana"),))

    @rule(state=st.sampled_from(["Open", "Asked", "Resolved", "Parked"]))
    def choose(self, state: str) -> None:
        self._do(lambda: press(self.page, state))

    @rule(words=WORDS)
    def ask(self, words: str) -> None:
        add = next(one for one in self._lines() if one.words().invites or one.words().is_faint)
        self._do(add.click)
        self._type(QLineEdit, "Whom", words)

    @rule(words=WORDS, at=st.integers(0, 3), name=st.sampled_from(["Whom", "Where"]))
    def rename(self, words: str, at: int, name: str) -> None:
        if self._open_line(at):
            self._type(QLineEdit, name, words)

    @rule(words=WORDS, at=st.integers(0, 3))
    def answer(self, words: str, at: int) -> None:
        if self._open_line(at):
            self._type(QTextEdit, "What came back", words)

    @rule(at=st.integers(0, 3))
    def remove(self, at: int) -> None:
        if self._open_line(at):
            self._do(lambda: press(self.page, "Remove this"))

    @rule(whom=WORDS)
    def another_program_asks_someone(self, whom: str) -> None:
        """What others add comes to every state that undo leads to."""
        assert self.page.flush()
        entry = self.journal.entry(self.id)
        assert isinstance(entry, Challenge)
        self.session.save(replace(entry, asked=(*entry.asked, Asking(whom, DAY, id=f"o{len(self.past)}"))))
        QApplication.processEvents()
        self.past, self.future, self.now = [], [], self._shown()
        part(self.page, EntryEditor).steps.clear()


class MilestoneForms(Forms):
    """The page of a milestone."""

    made = Milestone(title="Ten", body="Done", day=DAY, evidence=(Evidence("https://example.org/1", "one"),))

    @rule(words=WORDS)
    def add(self, words: str) -> None:
        add = next(one for one in self._lines() if one.words().invites or one.words().is_faint)
        self._do(add.click)
        self._type(QLineEdit, "Address, or a Markdown link", words)

    @rule(words=WORDS, at=st.integers(0, 3))
    def call(self, words: str, at: int) -> None:
        if self._open_line(at):
            self._type(QLineEdit, "What it shows", words)

    @rule(at=st.integers(0, 3))
    def remove(self, at: int) -> None:
        if self._open_line(at):
            self._do(lambda: press(self.page, "Remove this"))


class CareForms(Forms):
    """The page of a self-care note."""

    made = SelfCareNote(title="", body="Tired", day=DAY, mood=2)

    @rule(name=st.sampled_from(["Mood: good", "Energy: low", "Stress: calm", "Mood: low"]))
    def tap(self, name: str) -> None:
        self._do(lambda: press(self.page, name))


def _without_days(values: object) -> tuple[object, ...]:
    if isinstance(values, dict):
        return tuple((name, _without_days(value)) for name, value in values.items() if name not in _DAYS)
    if isinstance(values, list):
        return tuple(_without_days(value) for value in values)
    return (values,)


@pytest.mark.parametrize("machine", [ChallengeForms, MilestoneForms, CareForms])
def test_undo_and_redo_lead_through_every_state(qapp: QApplication, machine: type[Forms]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
