"""Whatever one does in the steps of a goal, they are what a plain list would be; undo gives each back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.ui.editing.undo.recorder import FieldRecorder
from amp_desktop.ui.editing.undo.stack import EntryUndo
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from amp_desktop.ui.kinds.goal.steps.handle import StepHandle
from amp_desktop.ui.kinds.goal.steps.part import StepsPart
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from tests.ui.kinds.goal.steps.pointing import drag, point_at

DAY = date(2026, 11, 2)
WORDS = st.text("abאक😀", min_size=1, max_size=4)
PLACES = st.integers(0, 7)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
HELD = Qt.KeyboardModifier.NoModifier


class Days:
    """What the part asks of a session."""

    def today(self) -> date:
        return DAY


@dataclass
class Row:
    """A step as a plain list has it; ids are numbers that the model gives itself."""

    text: str
    done: bool = False
    indent: int = 0
    number: int = 0


class Stepping(RuleBasedStateMachine):
    """Steps on a page, and the same in a list of plain rows."""

    @initialize(words=st.lists(st.tuples(WORDS, st.booleans(), st.integers(0, 1)), max_size=5))
    def begin(self, words: list[tuple[str, bool, int]]) -> None:
        steps = [
            Step(text, done, None, indent, id=f"{at:032x}") for at, (text, done, indent) in enumerate(words)
        ]
        self.goal = Goal(title="Goal", day=DAY, steps=tuple(steps))
        self.page = QFrame()
        self.page.resize(500, 600)
        self.part = StepsPart(Days())  # type: ignore[arg-type]
        QVBoxLayout(self.page).addWidget(self.part)
        self.part.show_entry(self.goal)
        self.page.show()
        self.page.activateWindow()
        QApplication.processEvents()
        self.owner = QObject()
        self.undoing = FieldRecorder(self.state, self.part.show_entry, self.owner)
        self.undoing.begin(EntryUndo(self.owner))
        self.part.edited.connect(self.undoing.note)
        self.part.edited.connect(self.count)
        self.told = 0
        self.rows = [Row(step.text, step.done, step.indent, at) for at, step in enumerate(steps)]
        self.ids: dict[int, str] = {at: step.id for at, step in enumerate(steps)}
        self.made = len(steps)
        self.past: list[tuple[Step, ...]] = []
        self.future: list[tuple[Step, ...]] = []
        self.now = self.steps()

    def teardown(self) -> None:
        if hasattr(self, "page"):
            self.page.hide()
            self.page.deleteLater()
            self.owner.deleteLater()
            QApplication.processEvents()

    # What is seen

    def count(self) -> None:
        self.told += 1

    def state(self) -> Entry:
        return self.part.filled(self.goal)

    def steps(self) -> tuple[Step, ...]:
        entry = self.state()
        assert isinstance(entry, Goal)
        return entry.steps

    def new(self, text: str, done: bool = False, indent: int = 0) -> Row:
        self.made += 1
        return Row(text, done, indent, self.made - 1)

    def write_in(self, at: int, place: int = -1) -> str:
        """Go to a row by the keyboard, and to a place in it; answers with its words."""
        self.part.focus_first()
        for _ in range(at):
            QTest.keyClick(self.editor(), KEY.Key_End)
            QTest.keyClick(self.editor(), KEY.Key_Down)
        self.editor().go_to(place)
        text = self.rows[at].text if at < len(self.rows) else ""
        assert self.editor().text() == text
        return text

    def editor(self) -> StepEditor:
        focused = QApplication.focusWidget()
        assert isinstance(focused, StepEditor), focused
        return focused

    def shown(self) -> list[StepRow]:
        rows = [row for row in self.part.findChildren(StepRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.y())

    def do(self, act: Callable[[], object], *, leaves: bool = True) -> None:
        """Do what is one step, if it changes anything; then the keyboard goes elsewhere."""
        self.undoing.see()
        told = self.told
        act()
        if leaves:
            self.part.findChild(StepEditor).clearFocus()
        QApplication.processEvents()
        self.tidy()
        now = self.steps()
        if now != self.now:
            assert self.told > told
            self.past.append(self.now)
            self.now, self.future = now, []
        else:
            assert self.told == told

    def tidy(self) -> None:
        self.rows = [row for row in self.rows if row.text]

    def deep(self, rows: list[Row], at: int) -> int:
        """How far in that row stands; the first belongs to none."""
        return rows[at].indent if at else 0

    def block(self, at: int) -> int:
        """How many rows belong to that one, itself too."""
        count = 1
        while not self.deep(self.rows, at) and at + count < len(self.rows) and self.rows[at + count].indent:
            count += 1
        return count

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = HELD) -> None:
        QTest.keyClick(self.editor(), key, held)

    def keys(self, words: str) -> None:
        for sign in words:  # QTest knows the signs of Western keyboards alone
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.editor(), QKeyEvent(kind, 0, HELD, sign))

    # What a person does

    @rule(words=WORDS)
    def add(self, words: str) -> None:
        self.part.focus_last()
        self.rows.append(self.new(words))
        self.do(lambda: self.keys(words))

    @rule(at=PLACES, place=PLACES, words=WORDS)
    def write(self, at: int, place: int, words: str) -> None:
        if at < len(self.rows):
            text = self.write_in(at, min(place, len(self.rows[at].text)))
            place = min(place, len(text))
            self.rows[at].text = text[:place] + words + text[place:]
            self.do(lambda: self.keys(words))

    @rule(at=PLACES, words=WORDS)
    def insert_below(self, at: int, words: str) -> None:
        if at < len(self.rows):
            self.write_in(at)
            belongs = at + 1 < len(self.rows) and self.rows[at + 1].indent
            indent = 1 if belongs else self.deep(self.rows, at)
            self.rows.insert(at + 1, self.new(words, indent=indent))
            self.do(lambda: (self.key(KEY.Key_Return), self.keys(words)))

    @rule(at=PLACES, place=PLACES)
    def split(self, at: int, place: int) -> None:
        if at < len(self.rows) and 0 < place < len(self.rows[at].text):
            text = self.write_in(at, place)
            belongs = at + 1 < len(self.rows) and self.rows[at + 1].indent
            below = self.new(text[place:], indent=1 if belongs else self.deep(self.rows, at))
            self.rows[at].text = text[:place]
            self.rows.insert(at + 1, below)
            self.do(lambda: self.key(KEY.Key_Return))

    @rule(at=PLACES, words=WORDS)
    def insert_above(self, at: int, words: str) -> None:
        if at < len(self.rows):
            self.write_in(at, 0)
            self.rows[at].indent = self.deep(self.rows, at)
            self.do(lambda: (self.key(KEY.Key_Return), self.key(KEY.Key_Up)), leaves=False)
            self.rows.insert(at, self.new(words, indent=self.rows[at].indent))
            self.do(lambda: self.keys(words))

    @rule(at=PLACES, by_delete=st.booleans())
    def join(self, at: int, by_delete: bool) -> None:
        if 0 < at < len(self.rows):
            self.write_in(at - 1 if by_delete else at, -1 if by_delete else 0)
            self.rows[at - 1].text += self.rows.pop(at).text
            self.do(lambda: self.key(KEY.Key_Delete if by_delete else KEY.Key_Backspace))

    @rule(at=PLACES)
    def empty_and_remove(self, at: int) -> None:
        if at < len(self.rows):
            self.write_in(at)
            self.rows[at].text = ""
            self.do(
                lambda: (self.key(KEY.Key_A, CTRL), self.key(KEY.Key_Delete), self.key(KEY.Key_Backspace))
            )

    @rule(at=PLACES, way=st.booleans())
    def indent(self, at: int, way: bool) -> None:
        if at < len(self.rows):
            self.write_in(at)
            self.rows[at].indent = int(way) if at else self.rows[at].indent
            self.do(lambda: self.key(KEY.Key_BracketRight if way else KEY.Key_BracketLeft, CTRL))

    @rule(at=PLACES, up=st.booleans())
    def move(self, at: int, up: bool) -> None:
        if at < len(self.rows):
            self.write_in(at)
            mine = self.block(at)
            taken = self.rows[at : at + mine]
            rest = self.rows[:at] + self.rows[at + mine :]
            to, inner = at, self.deep(self.rows, at)
            if up and at:
                to -= 1
                while not inner and to and rest[to].indent:
                    to -= 1
            elif not up and at < len(rest):
                to += 1
                while not inner and to < len(rest) and rest[to].indent:
                    to += 1
            self.rows = rest[:to] + taken + rest[to:]
            self.do(lambda: self.key(KEY.Key_Up if up else KEY.Key_Down, ALT))

    @rule(at=PLACES)
    def tick(self, at: int) -> None:
        if at < len(self.rows):
            self.rows[at].done = not self.rows[at].done
            row = self.shown()[at]
            place = row.tick_place().center()
            self.do(lambda: QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=place))

    @rule(at=PLACES, gap=PLACES)
    def drag(self, at: int, gap: int) -> None:
        if at >= len(self.rows):
            return
        gap = min(gap, len(self.rows))
        mine, rows = self.block(at), self.rows
        to = gap
        if not self.deep(rows, at) and gap < len(rows) and rows[gap].indent and not at < gap <= at + mine:
            while to < len(rows) and rows[to].indent and gap > at:
                to += 1
            while 0 < to < len(rows) and rows[to].indent and gap < at:
                to -= 1
        if to < at or to > at + mine:
            taken, rest = rows[at : at + mine], rows[:at] + rows[at + mine :]
            to -= mine if to > at else 0
            self.rows = rest[:to] + taken + rest[to:]
        self.do(lambda: self._drag(at, gap))

    def _drag(self, at: int, gap: int) -> None:
        rows, handle = self.shown(), self.part.findChild(StepHandle)
        point_at(rows[at])
        y = rows[gap].y() if gap < len(rows) else rows[-1].geometry().bottom() + 1
        QTest.mousePress(handle, Qt.MouseButton.LeftButton)
        drag(handle, rows[at].parentWidget().mapToGlobal(QPoint(20, y)))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)

    @rule(at=PLACES, place=PLACES, lines=st.lists(st.tuples(WORDS, st.booleans()), min_size=2, max_size=3))
    def paste(self, at: int, place: int, lines: list[tuple[str, bool]]) -> None:
        at = min(at, len(self.rows))
        data = QMimeData()
        data.setText("\n".join(f"- [{'x' if done else ' '}] {text}" for text, done in lines))
        if at == len(self.rows):
            self.part.focus_last()
            self.rows.append(self.new("", lines[0][1]))
            place = 0
        else:
            place = min(place, len(self.rows[at].text))
            self.write_in(at, place)
        row = self.rows[at]
        before, after = row.text[:place], row.text[place:]
        row.text = before + lines[0][0]
        for number, (text, done) in enumerate(lines[1:], start=1):
            self.rows.insert(at + number, self.new(text, done, self.deep(self.rows, at)))
        self.rows[at + len(lines) - 1].text += after
        self.do(lambda: self.editor().insertFromMimeData(data))

    # What comes from elsewhere, and the ways back

    @rule(at=PLACES, words=WORDS, writes=st.booleans())
    def another_program_writes(self, at: int, words: str, writes: bool) -> None:
        """What others did cannot be taken back here, and what one did before is forgotten with it."""
        if writes and self.rows:
            self.write_in(at % len(self.rows))
        new = Step(words, id=f"{self.made + 1000:032x}")
        steps = list(self.now)
        steps.insert(min(at, len(steps)), new)
        self.part.show_entry(replace(self.goal, steps=tuple(steps)))
        self.undoing.begin(EntryUndo(self.owner))
        row = self.new(words)
        self.ids[row.number] = new.id
        self.rows.insert(min(at, len(self.rows)), row)
        self.past, self.future, self.now = [], [], self.steps()

    @rule()
    def undo(self) -> None:
        self.undoing.undo()
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()
            self.follow()

    @rule()
    def redo(self) -> None:
        self.undoing.redo()
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()
            self.follow()

    @rule()
    def all_back_and_all_again(self) -> None:
        for _ in range(len(self.past)):
            self.undo()
            assert self.steps() == self.now
        for _ in range(len(self.future)):
            self.redo()
            assert self.steps() == self.now

    def follow(self) -> None:
        """After a way back, the model is what was seen then; which was compared with it at that time."""
        numbers = {own: number for number, own in self.ids.items()}
        self.rows = [Row(step.text, step.done, step.indent, numbers[step.id]) for step in self.now]

    @invariant()
    def it_is_what_the_list_says(self) -> None:
        if not hasattr(self, "page"):
            return
        steps = self.steps()
        assert [(s.text, s.done, s.indent) for s in steps] == [(r.text, r.done, r.indent) for r in self.rows]
        for step, row in zip(steps, self.rows, strict=True):
            assert self.ids.setdefault(row.number, step.id) == step.id
        assert len({step.id for step in steps}) == len(steps)
        assert steps == self.now

    @invariant()
    def it_is_said_and_stands_in_order(self) -> None:
        if not hasattr(self, "page"):
            return
        shown = self.shown()
        for number, row in enumerate(shown, start=1):
            done = ", done" if row.step.done else ""
            words = row.step.text or "empty"
            assert row.accessibleName() == f"Step {number} of {len(shown)}: {words}{done}"
            assert row.isChecked() is row.step.done
        tops = [row.y() for row in shown]
        assert tops == sorted(set(tops))


def test_steps_are_what_a_plain_list_would_be(qapp: QApplication) -> None:
    run_state_machine_as_test(
        Stepping,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
