"""Whatever is done to an entry, undo and redo give back each of its states: against a plain model."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QDate
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDateEdit, QToolButton

from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from tests.ui.entries.page_machine import PageMachine
from tests.ui.entries.pages import (
    add_step,
    begin_next_step,
    body,
    choose_day,
    choose_in_chip,
    draft,
    remove_step,
    title,
)
from tests.ui.people import press

DAY = date(2026, 11, 2)
LETTERS = st.text("ab ", min_size=1, max_size=4)
STATES = ("Planned", "Active", "Achieved", "Let go")

State = tuple[object, ...]


class Undoing(PageMachine):
    """A goal on a page, and the states that undo and redo must lead through.

    The model is two lists of states. Letters typed one after the other would be one step; to know how many
    steps were made, typing twice in one place is told apart.
    """

    @initialize()
    def begin(self) -> None:
        self.make_journal()
        steps = (Step("First"), Step("Next"))
        goal = Goal(title="Goal", body="Plan", day=DAY, tags=("one", "two"), steps=steps)
        self.id = self.journal.save_entry(goal).id
        self.other = self.journal.save_entry(replace(goal, id=Goal().id, title="Other")).id
        self.typed_in = self.typing = ""
        self.open_page(900)

    def _shown(self) -> State:
        entry = draft(self.page, self.journal.entry(self.id))
        assert isinstance(entry, Goal)
        steps = tuple(replace(step, done_on=None) for step in entry.steps)  # its day comes when it is kept
        return (
            *(entry.title, entry.body, entry.day, entry.tags, entry.status, entry.area, steps),
            *(entry.target_day, tuple((move.before, move.after) for move in entry.moves), entry.sharing),
        )

    def _part(self, place: str) -> None:
        """Let what is typed in the same place again be a step of its own."""
        if self.typed_in == place:
            begin_next_step(self.page)
        self.typing = place

    def _do(self, act: Callable[[], object]) -> None:
        """Do something that is one step, if it changes anything."""
        act()
        QApplication.processEvents()
        shown = self._shown()
        typing, self.typing = self.typing, ""
        if shown != self.now:
            self.typed_in = typing
            self.past.append(self.now)
            self.now, self.future = shown, []

    # What a person does; nothing of it can join the step before

    @rule(words=LETTERS, at_end=st.booleans())
    def type(self, words: str, at_end: bool) -> None:
        text, way = body(self.page), QTextCursor.MoveOperation
        self._part("body")
        text.moveCursor(way.End if at_end else way.Start)
        self._do(lambda: QTest.keyClicks(text, words))

    @rule(name=st.sampled_from(["bold", "list", "heading", "task"]))
    def mark(self, name: str) -> None:
        self._do(lambda: body(self.page).mark(name))

    @rule(words=LETTERS)
    def entitle(self, words: str) -> None:
        self._part("title")
        self._do(lambda: QTest.keyClicks(title(self.page), words))

    @rule(words=st.sampled_from(["Third", "Fourth"]))
    def add_step(self, words: str) -> None:
        self._part("step")
        self._do(lambda: add_step(self.page, words))

    @rule(at=st.integers(0, 5))
    def tick(self, at: int) -> None:
        ticks = (*self.page.findChildren(StepRow), *self.page.findChildren(QCheckBox))
        boxes = [box for box in ticks if box.isVisible()]
        self._do(boxes[at % len(boxes)].click)

    @rule(at=st.integers(0, 5))
    def remove_step(self, at: int) -> None:
        rows = [row for row in self.page.findChildren(StepRow) if row.isVisible()]
        if rows:
            self._do(lambda: remove_step(self.page, rows[at % len(rows)].step.text))

    @rule(at=st.integers(0, 5), what=st.sampled_from(["Remove the tag "]))
    def remove(self, at: int, what: str) -> None:
        crosses = [one.accessibleName() for one in self.page.findChildren(QToolButton) if one.isVisible()]
        there = [name for name in crosses if name.startswith(what)]
        if there:
            self._do(lambda: press(self.page, there[at % len(there)]))

    @rule(words=st.sampled_from(STATES))
    def set_state(self, words: str) -> None:
        self._do(lambda: choose_in_chip(self.page, "State", words))

    @rule(days=st.integers(-3, 3))
    def set_target_day(self, days: int) -> None:
        self._do(lambda: choose_day(self.page, "Target day", DAY + timedelta(days=days)))

    @rule(days=st.integers(-3, 3), name=st.sampled_from(["Day"]))
    def set_day(self, days: int, name: str) -> None:
        fields = [one for one in self.page.findChildren(QDateEdit) if one.accessibleName() == name]
        day = DAY + timedelta(days=days)
        if fields[0].isVisible():
            self._do(lambda: fields[0].setDate(QDate(day.year, day.month, day.day)))

    # The ways back and forth

    @rule()
    def undo(self) -> None:
        self.typed_in = ""
        super().undo()

    @rule()
    def redo(self) -> None:
        self.typed_in = ""
        super().redo()

    # What must make no difference

    @rule()
    def save(self) -> None:
        assert self.page.flush()
        stored = self.journal.entry(self.id)
        assert draft(self.page, stored) == stored

    @rule()
    def go_elsewhere_and_back(self) -> None:
        self.page.show_entry(self.other)
        self.page.show_entry(self.id)

    @rule()
    def another_program_writes_elsewhere(self) -> None:
        entry = self.journal.entry(self.other)
        self.session.save(replace(entry, body=entry.body + "."))

    @invariant()
    def what_is_shown_is_what_the_model_says(self) -> None:
        if hasattr(self, "page"):
            assert self._shown() == self.now


def test_undo_and_redo_lead_through_every_state(qapp: QApplication) -> None:
    run_state_machine_as_test(
        Undoing,
        settings=settings(
            max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
