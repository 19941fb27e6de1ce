"""One stack over several texts and other things: everything is taken back in the order it was done in."""

from collections.abc import Callable
from contextlib import nullcontext

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from amp_desktop.ui.editing.undo.stack import EntryUndo


class Switch:
    """Something with a state, that is no text."""

    def __init__(self, undo: EntryUndo) -> None:
        self.at = 0
        self._undo = undo

    def turn(self, to: int) -> None:
        step = Turned(self, self.at, to)
        self.at = to
        self._undo.push(step)


class Turned:
    def __init__(self, switch: Switch, before: int, after: int) -> None:
        self._switch, self._before, self._after = switch, before, after

    def undo(self) -> None:
        self._switch.at = self._before

    def redo(self) -> None:
        self._switch.at = self._after


class Sheet:
    """Two texts and a switch, of one entry."""

    def __init__(self) -> None:
        self.undo = EntryUndo()
        self.boxes = (QTextEdit(), QTextEdit())
        for box in self.boxes:
            self.undo.follow(box.document())
        self.switch = Switch(self.undo)

    def state(self) -> tuple[str, str, int]:
        return (self.boxes[0].toPlainText(), self.boxes[1].toPlainText(), self.switch.at)

    def type(self, at: int, text: str) -> None:
        QTest.keyClicks(self.boxes[at], text)

    def paste(self, at: int, text: str) -> None:
        cursor = QTextCursor(self.boxes[at].document())
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.insertText("\n!")
        cursor.endEditBlock()

    def rub_out(self, at: int) -> None:
        QTest.keyClick(self.boxes[at], Qt.Key.Key_Backspace)

    def both(self, text: str) -> None:
        with self.undo.as_one():
            self.paste(0, text)
            self.switch.turn(self.switch.at + 10)
            self.paste(1, text)


def test_what_is_typed_after_something_else_is_a_step_of_its_own(qapp: QApplication) -> None:
    sheet = Sheet()
    sheet.type(0, "ab")
    sheet.switch.turn(1)
    sheet.type(0, "cd")
    sheet.type(1, "x")
    sheet.type(0, "ef")

    seen = [sheet.state()]
    while sheet.undo.can_undo():
        sheet.undo.undo()
        seen.append(sheet.state())

    assert seen == [
        ("abcdef", "x", 1),
        ("abcd", "x", 1),
        ("abcd", "", 1),
        ("ab", "", 1),
        ("ab", "", 0),
        ("", "", 0),
    ]


def test_what_is_done_as_one_is_taken_back_as_one(qapp: QApplication) -> None:
    sheet = Sheet()
    sheet.both("word")
    after = sheet.state()

    sheet.undo.undo()
    assert sheet.state() == ("", "", 0)
    assert not sheet.undo.can_undo()
    sheet.undo.redo()
    assert sheet.state() == after


def test_what_is_typed_after_an_undo_leaves_nothing_to_be_done_again(qapp: QApplication) -> None:
    sheet = Sheet()
    sheet.type(0, "ab")
    sheet.type(1, "x")
    sheet.type(0, "cd")
    sheet.undo.undo()
    sheet.type(0, "e")

    assert not sheet.undo.can_redo()
    sheet.undo.undo()
    assert sheet.state() == ("ab", "x", 0)


def test_what_is_typed_after_an_undo_joins_nothing_typed_before(qapp: QApplication) -> None:
    sheet = Sheet()
    sheet.type(0, "ab")
    sheet.rub_out(0)
    sheet.undo.undo()
    sheet.type(0, "c")

    assert not sheet.undo.can_redo()
    sheet.undo.undo()
    assert sheet.state() == ("ab", "", 0)


def test_an_edit_that_joins_the_one_before_is_no_step_of_its_own(qapp: QApplication) -> None:
    sheet = Sheet()
    document = sheet.boxes[0].document()
    sheet.paste(0, "a picture")
    assert sheet.undo.joins(document)
    with sheet.undo.joining(document):
        cursor = QTextCursor(document)
        cursor.joinPreviousEditBlock()
        cursor.insertText("of a cat: ")
        cursor.endEditBlock()

    sheet.switch.turn(1)
    assert not sheet.undo.joins(document)
    sheet.undo.undo()
    sheet.undo.undo()
    assert sheet.state() == ("", "", 0)
    assert not sheet.undo.can_undo()


def test_nothing_joins_what_was_taken_back(qapp: QApplication) -> None:
    sheet = Sheet()
    document = sheet.boxes[0].document()
    sheet.paste(0, "a picture")
    sheet.undo.undo()
    with sheet.undo.joining(document) if sheet.undo.joins(document) else nullcontext():
        sheet.paste(0, "another")

    assert not sheet.undo.can_redo()
    sheet.undo.undo()
    assert sheet.state() == ("", "", 0)


WORDS = st.text("ab ", min_size=1, max_size=4)
ACTS: st.SearchStrategy[Callable[[Sheet], None]] = st.one_of(
    st.tuples(st.integers(0, 1), WORDS).map(lambda given: lambda sheet: sheet.type(*given)),
    st.tuples(st.integers(0, 1), WORDS).map(lambda given: lambda sheet: sheet.paste(*given)),
    st.integers(0, 1).map(lambda at: lambda sheet: sheet.rub_out(at)),
    st.integers(1, 9).map(lambda to: lambda sheet: sheet.switch.turn(to)),
    WORDS.map(lambda text: lambda sheet: sheet.both(text)),
    st.just(lambda sheet: sheet.undo.undo()),
    st.just(lambda sheet: sheet.undo.redo()),
)


@settings(max_examples=60, deadline=None)
@given(acts=st.lists(ACTS, max_size=14))
def test_all_of_it_back_and_all_of_it_again(qapp: QApplication, acts: list[Callable[[Sheet], None]]) -> None:
    sheet = Sheet()
    for act in acts:
        act(sheet)
    end, trail = sheet.state(), [sheet.state()]
    while sheet.undo.can_undo():
        sheet.undo.undo()
        trail.append(sheet.state())

    assert trail[-1] == ("", "", 0)
    for state in reversed(trail[:-1]):
        sheet.undo.redo()
        assert sheet.state() == state
    assert sheet.state() == end
