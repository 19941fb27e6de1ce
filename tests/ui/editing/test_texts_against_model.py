"""Going from entry to entry, each text is what was left, with its undo, whichever document it stands in."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.document_cache import DocumentCache
from amp_desktop.ui.editing.edit import Edit, Selection

FIELDS = ("body", "for_mentor")
PLACES = st.sampled_from(range(len(FIELDS)))
WRITTEN = st.sampled_from(["Some words", "Some\nother", "אב 😀", ""])
BEGUN = st.sampled_from(["", "", "", "Words"])
State = tuple[str, ...]


@dataclass
class Kept:
    """What there is of an entry: its texts, and those that undo and redo lead to."""

    now: State
    past: list[State] = field(default_factory=list)
    future: list[State] = field(default_factory=list)
    was_open: bool = False

    def become(self, at: int, text: str) -> None:
        """One of its texts is another one: a step."""
        self.past.append(self.now)
        self.now = (*self.now[:at], text, *self.now[at + 1 :])
        self.future.clear()


class Going(RuleBasedStateMachine):
    """The boxes of a page, and a plain list of states for each entry."""

    @initialize(one=st.tuples(BEGUN, BEGUN), other=st.tuples(BEGUN, BEGUN))
    def begin(self, one: State, other: State) -> None:
        self.owner = QObject()
        self.boxes = [BodyEdit() for _ in FIELDS]
        cache = DocumentCache(self.owner)
        for box, name in zip(self.boxes, FIELDS, strict=True):
            box.field = name
            box.share(cache)
        self.stored = {"one": one, "other": other}
        self.kept = {entry: Kept(stored) for entry, stored in self.stored.items()}
        self.show("one")

    def teardown(self) -> None:
        if hasattr(self, "boxes"):
            for box in self.boxes:
                box.forget()
                box.deleteLater()
            QApplication.processEvents()

    def show(self, entry: str) -> None:
        self.open, self.closed = entry, "other" if entry == "one" else "one"
        kept, stored = self.kept[entry], self.stored[entry]
        for at, box in enumerate(self.boxes):
            box.open_text(entry, stored[at])
            if kept.was_open and kept.now[at] != stored[at]:  # others wrote it: a step like any other
                kept.become(at, stored[at])
        kept.now, kept.was_open = stored, True

    @rule()
    def go_to_the_other(self) -> None:
        self.stored[self.open] = self.kept[self.open].now
        self.show(self.closed)

    @rule(at=PLACES, text=WRITTEN)
    def another_program_writes_the_other(self, at: int, text: str) -> None:
        stored = self.stored[self.closed]
        self.stored[self.closed] = (*stored[:at], text, *stored[at + 1 :])

    @rule(at=PLACES, text=WRITTEN)
    def write(self, at: int, text: str) -> None:
        box = self.boxes[at]
        if text != box.text():
            box.apply_unseen(Edit.between(box.text(), text, 0, Selection.at(0)))
            self.kept[self.open].become(at, text)

    @rule(at=PLACES)
    def undo(self, at: int) -> None:
        """From whichever text."""
        self.boxes[at].undo()
        kept = self.kept[self.open]
        if kept.past:
            kept.future.append(kept.now)
            kept.now = kept.past.pop()

    @rule(at=PLACES)
    def redo(self, at: int) -> None:
        self.boxes[at].redo()
        kept = self.kept[self.open]
        if kept.future:
            kept.past.append(kept.now)
            kept.now = kept.future.pop()

    @rule()
    def forget(self) -> None:
        """The journal was locked, and is open again."""
        self.stored[self.open] = self.kept[self.open].now
        self.boxes[0].forget()
        self.kept = {entry: Kept(stored) for entry, stored in self.stored.items()}
        self.show(self.open)

    @invariant()
    def the_texts_are_those_of_the_open_entry(self) -> None:
        if hasattr(self, "boxes"):
            kept = self.kept[self.open]
            assert tuple(box.text() for box in self.boxes) == kept.now
            assert {box.steps for box in self.boxes} == {self.boxes[0].steps}
            assert self.boxes[0].steps.can_undo() == bool(kept.past)
            assert self.boxes[0].steps.can_redo() == bool(kept.future)


def test_each_text_is_what_was_left_with_its_undo(qapp: QApplication) -> None:
    run_state_machine_as_test(
        Going,
        settings=settings(
            max_examples=100, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
