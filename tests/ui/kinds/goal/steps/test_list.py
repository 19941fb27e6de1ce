"""The rows of a goal's steps, by keyboard and by pointer, as they are seen and heard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.ui.kinds.goal.steps.add_row import AddRow
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from amp_desktop.ui.kinds.goal.steps.handle import StepHandle
from amp_desktop.ui.kinds.goal.steps.list import StepList
from amp_desktop.ui.kinds.goal.steps.part import StepsPart
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from amp_desktop.ui.widgets.focus_order import step_focus
from tests.ui.kinds.goal.steps.pointing import drag, middle, point_at
from tests.ui.people import seen

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
GOAL = Goal(
    steps=(
        Step("Shadow a release", done=True, done_on=date(2026, 8, 13)),
        Step("Write the checklist"),
        Step("with dates", indent=1),
        Step("The day itself"),
    )
)


class Days:
    """What the part asks of a session."""

    def today(self) -> date:
        return date(2026, 9, 17)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(560, 700)
    part = StepsPart(Days())  # type: ignore[arg-type]
    column = QVBoxLayout(window)
    column.addWidget(part)
    column.addStretch(1)
    part.show_entry(GOAL)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def part(window: QWidget) -> StepsPart:
    return window.findChild(StepsPart)


def told(part: StepsPart, goal: Goal = GOAL) -> list[str]:
    """Each step as a line of a task list."""
    entry = part.filled(goal)
    assert isinstance(entry, Goal)
    return ["  " * step.indent + f"[{'x' if step.done else ' '}] {step.text}" for step in entry.steps]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def names(part: StepsPart) -> list[str]:
    """What a screen reader says of each row, from top to bottom."""
    rows = [row for row in part.findChildren(StepRow) if row.isVisible()]
    return [row.accessibleName() for row in sorted(rows, key=StepRow.y)]


def test_each_row_is_heard(part: StepsPart) -> None:
    assert names(part) == [
        "Step 1 of 4: Shadow a release, done",
        "Step 2 of 4: Write the checklist",
        "Step 3 of 4: with dates",
        "Step 4 of 4: The day itself",
    ]
    row = seen(part, StepRow, "Step 1 of 4: Shadow a release, done")
    heard = QAccessible.queryAccessibleInterface(row)
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.state().checked
    assert heard.text(QAccessible.Text.Description) == "13 Aug"
    part.focus_first()
    heard = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    assert heard.role() == QAccessible.Role.EditableText
    assert heard.text(QAccessible.Text.Name) == "Step 1 of 4: Shadow a release, done"


def test_a_screen_reader_goes_through_the_rows_as_they_are_seen(part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_End)
    press(KEY.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Ask")
    press(KEY.Key_Down, ALT)
    heard = QAccessible.queryAccessibleInterface(part.findChild(StepList))
    children = [heard.child(at) for at in range(heard.childCount())]
    said = [
        one.text(QAccessible.Text.Name)
        for one in children
        if one.role() == QAccessible.Role.CheckBox and not one.state().invisible
    ]
    assert said == names(part)
    assert [words.partition(": ")[2] for words in said[1:4]] == ["Write the checklist", "with dates", "Ask"]


def test_a_screen_reader_comes_to_the_words_of_a_row_right_after_its_tick(part: StepsPart) -> None:
    part.focus_first()
    for _ in range(3):
        heard = QAccessible.queryAccessibleInterface(part.findChild(StepList))
        children = [heard.child(at) for at in range(heard.childCount())]
        said = [
            (one.role(), one.text(QAccessible.Text.Name)) for one in children if not one.state().invisible
        ]
        words = QApplication.focusWidget().accessibleName()
        at = said.index((QAccessible.Role.EditableText, words))
        assert said[at - 1] == (QAccessible.Role.CheckBox, words)
        press(KEY.Key_Down)


def test_its_heading_says_how_many_are_done(part: StepsPart) -> None:
    assert seen(part, QLabel, "1 of 4").accessibleName() == "1 of 4 steps"
    part.show_entry(Goal())
    assert not part.heading.isVisible()
    assert part.is_empty()


def test_the_next_step_is_marked_until_it_is_done(part: StepsPart) -> None:
    row = seen(part, StepRow, "Step 2 of 4: Write the checklist")
    assert row.accessibleDescription() == "Next"
    QTest.mouseClick(row, LEFT, pos=row.tick_place().center())
    assert told(part)[1] == "[x] Write the checklist"
    assert row.accessibleDescription() == ""
    assert seen(part, StepRow, "Step 3 of 4: with dates").accessibleDescription() == "Next"


def test_a_day_that_the_journal_gave_is_shown_and_goes_with_the_tick(part: StepsPart) -> None:
    row = seen(part, StepRow, "Step 1 of 4: Shadow a release, done")
    QTest.mouseClick(row, LEFT, pos=row.tick_place().center())
    entry = part.filled(GOAL)
    assert isinstance(entry, Goal)
    assert entry.steps[0].done_on is None
    assert row.accessibleDescription() == "Next"


def test_enter_at_the_end_begins_one_below_and_an_empty_one_goes_when_left(part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_End)
    press(KEY.Key_Return)
    assert told(part) == told(part, GOAL)
    assert len(names(part)) == 5
    press(KEY.Key_Down)
    assert len(names(part)) == 4
    press(KEY.Key_Home)
    press(KEY.Key_Up)
    press(KEY.Key_End)
    press(KEY.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Ask who leads")
    assert told(part)[1] == "[ ] Ask who leads"


def test_tab_leads_once_to_each_step_and_on(window: QWidget, part: StepsPart) -> None:
    part.focus_first()
    heard = [QApplication.focusWidget().accessibleName()]
    for _ in range(4):
        step_focus(window, forward=True)
        heard.append(QApplication.focusWidget().accessibleName())
    assert heard == [*names(part), "Add a step, or paste a list"]
    for _ in range(4):
        step_focus(window, forward=False)
        heard.append(QApplication.focusWidget().accessibleName())
    assert heard[5:] == names(part)[::-1]


def test_arrow_keys_lead_to_ticks_and_out_of_the_ends(qtbot: QtBot, part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_Left)
    row = QApplication.focusWidget()
    assert isinstance(row, StepRow)
    press(KEY.Key_Space)
    assert told(part)[0] == "[ ] Shadow a release"
    press(KEY.Key_Down)
    press(KEY.Key_Space)
    assert told(part)[1] == "[x] Write the checklist"
    press(KEY.Key_Right)
    assert isinstance(QApplication.focusWidget(), StepEditor)
    press(KEY.Key_Up)
    with qtbot.waitSignal(part.left_upwards):
        press(KEY.Key_Up)
    part.focus_last()
    with qtbot.waitSignal(part.left_downwards):
        press(KEY.Key_Down)


def test_ctrl_enter_ticks_where_one_writes(part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_Down)
    press(KEY.Key_Return, CTRL)
    assert told(part)[1] == "[x] Write the checklist"
    assert isinstance(QApplication.focusWidget(), StepEditor)


def test_a_step_moves_with_those_that_belong_to_it(part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_Down)
    press(KEY.Key_Down, ALT)
    down = ["[x] Shadow a release", "[ ] The day itself", "[ ] Write the checklist", "  [ ] with dates"]
    assert told(part) == down
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Up, ALT)
    assert told(part)[:3] == ["[ ] Write the checklist", "  [ ] with dates", "[x] Shadow a release"]
    assert QApplication.focusWidget().toPlainText() == "Write the checklist"  # type: ignore[attr-defined]


def test_the_handle_drags_a_step(part: StepsPart) -> None:
    row = seen(part, StepRow, "Step 4 of 4: The day itself")
    QTest.mouseMove(row, row.rect().center())
    point_at(row)
    handle = part.findChild(StepHandle)
    assert handle.isVisible()
    assert handle.accessibleName() == "Move or change: The day itself"
    QTest.mousePress(handle, LEFT)
    top = seen(part, StepRow, "Step 1 of 4: Shadow a release, done")
    drag(handle, top.mapToGlobal(QPoint(30, 2)))
    QTest.mouseRelease(handle, LEFT)
    assert told(part)[0] == "[ ] The day itself"


def test_a_step_that_was_dragged_has_the_keyboard_for_undo(window: QWidget, part: StepsPart) -> None:
    search = QLineEdit(window)
    search.show()
    search.setFocus()
    row = seen(part, StepRow, "Step 4 of 4: The day itself")
    point_at(row)
    handle = part.findChild(StepHandle)
    QTest.mousePress(handle, LEFT)
    drag(handle, middle(seen(part, StepRow, "Step 1 of 4: Shadow a release, done")))
    QTest.mouseRelease(handle, LEFT)
    assert told(part)[0] == "[ ] The day itself"
    assert row.hasFocus()


def hold(part: StepsPart, name: str) -> StepHandle:
    """Press the handle of a step, while one writes in the first."""
    part.focus_first()
    point_at(seen(part, StepRow, name))
    handle = part.findChild(StepHandle)
    QTest.mousePress(handle, LEFT)
    return handle


def test_the_menu_of_a_handle_is_of_its_step_wherever_the_pointer_went(part: StepsPart) -> None:
    handle = hold(part, "Step 4 of 4: The day itself")
    QTest.mouseRelease(handle, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QApplication.sendEvent(
        part.findChild(StepList), QEvent(QEvent.Type.Leave)
    )  # into the menu, as windows tell it
    remove = next(action for action in menu.actions() if action.data() == "remove")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(remove).center())
    assert told(part) == ["[x] Shadow a release", "[ ] Write the checklist", "  [ ] with dates"]


def test_escape_lets_go_of_a_step_where_it_was(part: StepsPart) -> None:
    before = told(part)
    handle = hold(part, "Step 4 of 4: The day itself")
    drag(handle, middle(seen(part, StepRow, "Step 1 of 4: Shadow a release, done")))
    QTest.keyClick(handle.window().windowHandle(), KEY.Key_Escape)
    assert not handle.is_dragged
    QTest.mouseRelease(handle, LEFT)
    assert told(part) == before
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(part.window().windowHandle(), KEY.Key_X)
    assert told(part)[0] == "[x] xShadow a release", "the keyboard is where it was"


@pytest.mark.parametrize(
    "others", [(GOAL.steps[0], *GOAL.steps[2:]), GOAL.steps[::-1], (Step("a"), Step("b"))]
)
def test_a_step_that_is_dragged_while_others_move_falls_nowhere(
    part: StepsPart, others: tuple[Step, ...]
) -> None:
    handle = hold(part, "Step 2 of 4: Write the checklist")
    drag(handle, middle(part.findChild(AddRow)))
    goal = Goal(steps=others)
    part.show_entry(goal)
    QTest.mouseRelease(handle, LEFT)
    assert part.filled(goal) == goal


def test_an_input_method_goes_on_composing_in_a_step_that_it_began(part: StepsPart) -> None:
    part.focus_last()
    for done, composed in (("", "가"), ("가", "나"), ("나", "다")):
        event = QInputMethodEvent(composed, [])
        event.setCommitString(done)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        editor = QApplication.focusWidget()
        assert isinstance(editor, StepEditor)
        assert editor.textCursor().block().layout().preeditAreaText() == composed
    assert told(part)[-1] == "[ ] 가나"


def test_what_is_pasted_becomes_steps(part: StepsPart) -> None:
    part.focus_last()
    data = QMimeData()
    data.setText("- [x] one\n  - two\n- three")
    QApplication.focusWidget().insertFromMimeData(data)  # type: ignore[attr-defined]
    assert told(part)[4:] == ["[x] one", "  [ ] two", "[ ] three"]


def test_a_list_copied_from_a_page_becomes_steps(part: StepsPart) -> None:
    part.focus_last()
    data = QMimeData()
    data.setHtml("<ul><li>one</li><li>two <b>bold</b></li></ul>")
    data.setText("one\ntwo bold")
    QApplication.focusWidget().insertFromMimeData(data)  # type: ignore[attr-defined]
    assert told(part)[4:] == ["[ ] one", "[ ] two **bold**"]


def test_what_comes_from_elsewhere_leaves_cursor_and_letters(part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_Down)
    for _ in range(5):
        press(KEY.Key_Right)
    entry = part.filled(GOAL)
    assert isinstance(entry, Goal)
    other = (Step("Before all"), *entry.steps)
    part.show_entry(Goal(steps=other))
    QTest.keyClicks(QApplication.focusWidget(), "!")
    assert told(part)[:3] == ["[ ] Before all", "[x] Shadow a release", "[ ] Write! the checklist"]


@pytest.mark.parametrize("above", [1, 2, 4])
def test_a_row_that_was_begun_stays_where_it_is_when_the_rest_is_saved(part: StepsPart, above: int) -> None:
    """Saving gives ticked steps their days, and others write as well."""
    part.focus_first()
    for _ in range(above - 1):
        press(KEY.Key_Down)
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_End)
    press(KEY.Key_Return)
    goal = part.filled(GOAL)
    assert isinstance(goal, Goal)
    saved = tuple(replace(step, done_on=Days().today() if step.done else None) for step in goal.steps)
    part.show_entry(replace(GOAL, steps=(Step("from elsewhere"), *saved)))
    QTest.keyClicks(QApplication.focusWidget(), "new")
    assert [line.strip() for line in told(part)][above + 1] == "[ ] new"
    assert [step.text for step in saved] == [step.text for step in GOAL.steps]


def test_a_row_that_was_begun_does_not_wander_to_another_goal(part: StepsPart) -> None:
    part.focus_first()
    press(KEY.Key_End)
    press(KEY.Key_Return)
    other = Goal(steps=(Step("a"), Step("b")))
    part.show_entry(other)
    assert names(part) == ["Step 1 of 2: a", "Step 2 of 2: b"]
    assert part.filled(other) == other


@pytest.mark.parametrize("text", ["10\u00a0km »\u202fun\u2028deux\u2060\u00adx", "two\nlines", "  air ", ""])
def test_what_came_from_elsewhere_stays_as_it_is_until_it_is_changed(part: StepsPart, text: str) -> None:
    goal = Goal(steps=(Step(text), Step("Go")))
    part.show_entry(goal)
    assert part.filled(goal) == goal
    part.focus_last()
    QTest.keyClicks(QApplication.focusWidget(), "more")
    entry = part.filled(goal)
    assert isinstance(entry, Goal)
    assert entry.steps[:2] == goal.steps


def test_its_tick_stands_beside_the_first_line_of_its_words(part: StepsPart) -> None:
    part.show_entry(Goal(steps=(Step("one"), Step("a step of many words " * 9))))
    short, long = sorted((row for row in part.findChildren(StepRow) if row.isVisible()), key=StepRow.y)
    assert long.height() > short.height()
    for row in (short, long):
        first_line = row.words_place().top() + row.fontMetrics().height() // 2
        assert abs(row.tick_place().center().y() - first_line) <= 3


def test_what_lies_in_the_bin_can_be_read_and_not_changed(part: StepsPart) -> None:
    part.set_writable(False)
    before = told(part)
    assert not part.findChild(AddRow).isVisible()
    row = seen(part, StepRow, "Step 2 of 4: Write the checklist")
    row.click()
    assert not row.isChecked()
    part.focus_first()
    for key in (KEY.Key_Return, KEY.Key_Backspace, KEY.Key_X, KEY.Key_Delete):
        press(key)
    press(KEY.Key_Down, ALT)
    press(KEY.Key_BracketRight, CTRL)
    assert told(part) == before


def test_a_long_step_is_broken_and_the_editor_lies_over_its_words(part: StepsPart) -> None:
    words = "a step of many words " * 12
    part.show_entry(Goal(steps=(Step(words.strip()), Step("short"))))
    rows = sorted((row for row in part.findChildren(StepRow) if row.isVisible()), key=StepRow.y)
    assert rows[0].height() > 2 * rows[1].height()
    part.focus_first()
    editor = QApplication.focusWidget()
    assert isinstance(editor, StepEditor)
    assert editor.geometry() == rows[0].words_place().translated(rows[0].pos())
    assert editor.document().size().height() <= editor.height() + 1


def test_a_click_writes_where_it_was(part: StepsPart) -> None:
    row = seen(part, StepRow, "Step 4 of 4: The day itself")
    place = row.words_place()
    QTest.mouseClick(row, LEFT, pos=QPoint(place.right() - 2, place.center().y()))
    QTest.keyClicks(QApplication.focusWidget(), "!")
    assert told(part)[3] == "[ ] The day itself!"
