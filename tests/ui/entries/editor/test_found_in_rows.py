"""Finding looks into the rows of a page as well: steps, whom one asked, links."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.kinds.challenge.asked_part import AskingRow
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, part, step_row, text, trigger

CTRL = Qt.KeyboardModifier.ControlModifier
DAY = date(2026, 7, 22)
GOAL = Goal(
    title="Parser",
    body="Notes on the parser.",
    success="The parser is quick.",
    steps=(
        Step("read the parser", id="a"),
        *(Step(f"step {n}", id=f"s{n}") for n in range(30)),
        Step("ask of \N{GRINNING FACE} parser", id="b"),
    ),
    day=DAY,
)
CHALLENGE = Challenge(
    title="Flaky",
    body="It hangs.",
    asked=(
        Asking("Petra", DAY, "team chat", "It hangs in the parser.", id="p"),
        Asking("Ravi", DAY, "call", "It hangs for him too.", id="r"),
    ),
    day=DAY,
)
MILESTONE = Milestone(
    title="Merged", evidence=(Evidence("https://example.org/merged", "the merged change"),), day=DAY
)


def opened(journal: Journal, open_page: OpenPage, entry: Entry) -> EntriesPage:
    journal.save_entry(entry)
    page = open_page()
    page.show_entry(entry.id)
    QApplication.processEvents()
    return page


def look_for(qtbot: QtBot, page: EntriesPage, words: str) -> QLineEdit:
    qtbot.keyClick(body(page), Qt.Key.Key_H, CTRL)
    find = named(page, "Find in this entry", QLineEdit)
    qtbot.keyClicks(find, words)
    return find


def selected(page: EntriesPage) -> list[str]:
    """What is selected on the page, in whatever one writes it."""
    column = part(page, PageColumn)
    texts = [
        one.textCursor().selectedText() for one in column.findChildren(QTextEdit) if one.isVisibleTo(column)
    ]
    lines = [one.selectedText() for one in column.findChildren(QLineEdit) if one.isVisibleTo(column)]
    return [words for words in texts + lines if words]


def is_in_sight(page: EntriesPage, widget: QWidget) -> bool:
    area: QScrollArea = part(page, PageColumn)
    top = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + min(widget.height(), 40) <= area.viewport().height()


def test_a_step_is_found_selected_and_scrolled_to(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, GOAL)
    find = look_for(qtbot, page, "parser")
    assert find.accessibleDescription().endswith("of 4")
    editor, seen = part(page, StepEditor), []
    for _ in range(4):
        qtbot.keyClick(find, Qt.Key.Key_Return)
        assert selected(page) == ["parser"]
        if editor.isVisible():
            seen.append(editor.text())
            assert is_in_sight(page, editor)
    assert seen == ["read the parser", "ask of \N{GRINNING FACE} parser"]
    qtbot.keyClick(find, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(find, Qt.Key.Key_Escape)
    assert editor.hasFocus() or body(page).hasFocus() or text(page, "success").hasFocus()


def test_escape_goes_on_in_the_step_that_was_found(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, GOAL)
    find = look_for(qtbot, page, "ask of")
    qtbot.keyClick(find, Qt.Key.Key_Escape)
    editor = part(page, StepEditor)
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "ask of"


def test_the_key_works_in_a_step_and_begins_with_what_is_selected_there(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, GOAL)
    step_row(page, "step 7").setFocus(Qt.FocusReason.TabFocusReason)
    editor = part(page, StepEditor)
    editor.select(0, 4)
    qtbot.keyClick(editor, Qt.Key.Key_F, CTRL)
    find = named(page, "Find in this entry", QLineEdit)
    assert (find.text(), find.hasFocus()) == ("step", True)
    assert find.accessibleDescription() == "8 of 30"
    qtbot.keyClick(find, Qt.Key.Key_Return)
    assert editor.text() == "step 8"


def test_all_is_replaced_in_texts_and_steps_and_taken_back_at_once(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, GOAL)
    look_for(qtbot, page, "parser")
    qtbot.keyClicks(named(page, "Replace with", QLineEdit), "lexer")
    qtbot.mouseClick(named(page, "Replace all", QPushButton), Qt.MouseButton.LeftButton)
    assert page.flush()
    goal = journal.entry(GOAL.id)
    assert isinstance(goal, Goal)
    assert (goal.body, goal.success) == ("Notes on the lexer.", "The lexer is quick.")
    assert [goal.steps[0].text, goal.steps[-1].text] == ["read the lexer", "ask of \N{GRINNING FACE} lexer"]
    assert [step.id for step in goal.steps] == [step.id for step in GOAL.steps]
    body(page).undo()
    assert page.flush()
    back = journal.entry(GOAL.id)
    assert isinstance(back, Goal)
    assert (back.body, back.success, back.steps) == (GOAL.body, GOAL.success, GOAL.steps)


def test_one_step_is_replaced_and_the_next_is_gone_to(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, GOAL)
    look_for(qtbot, page, "step 2")
    qtbot.keyClicks(named(page, "Replace with", QLineEdit), "stride 2")
    for _ in range(2):
        qtbot.mouseClick(named(page, "Replace", QPushButton), Qt.MouseButton.LeftButton)
    assert page.flush()
    goal = journal.entry(GOAL.id)
    assert isinstance(goal, Goal)
    changed = [step.text for step in goal.steps if step.text.startswith("stride")]
    assert changed == ["stride 2", "stride 20"]
    assert part(page, StepEditor).text() == "step 21"


def test_what_was_typed_in_a_step_before_is_a_step_of_its_own(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, Goal(title="Short", steps=(Step("rea", id="a"),), day=DAY))
    step_row(page, "rea").setFocus(Qt.FocusReason.TabFocusReason)
    editor = part(page, StepEditor)
    editor.go_to(-1)
    qtbot.keyClicks(editor, "d")
    look_for(qtbot, page, "read")
    qtbot.keyClicks(named(page, "Replace with", QLineEdit), "reads")
    qtbot.mouseClick(named(page, "Replace all", QPushButton), Qt.MouseButton.LeftButton)
    body(page).undo()
    assert step_row(page, "read").isVisible()


def test_a_step_that_is_emptied_by_replacing_goes(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, GOAL)
    look_for(qtbot, page, "step 29")
    qtbot.mouseClick(named(page, "Replace all", QPushButton), Qt.MouseButton.LeftButton)
    qtbot.keyClick(named(page, "Find in this entry", QLineEdit), Qt.Key.Key_Escape)
    assert page.flush()
    goal = journal.entry(GOAL.id)
    assert isinstance(goal, Goal)
    assert len(goal.steps) == len(GOAL.steps) - 1


@pytest.mark.parametrize("words", ["Ravi", "team chat", "for him"])
def test_whom_where_and_what_came_back_are_found_in_opened_lines(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, words: str
) -> None:
    page = opened(journal, open_page, CHALLENGE)
    find = look_for(qtbot, page, words)
    assert find.accessibleDescription() == "1 of 1"
    assert selected(page) == [words]
    assert [row.is_open() for row in page.findChildren(AskingRow)].count(True) == 1
    assert find.hasFocus()


def test_a_line_is_closed_when_another_place_is_gone_to(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, CHALLENGE)
    find = look_for(qtbot, page, "hangs")
    opened_rows = []
    for _ in range(3):
        opened_rows.append([row.value().whom for row in page.findChildren(AskingRow) if row.is_open()])
        qtbot.keyClick(find, Qt.Key.Key_Return)
    assert sorted(opened_rows) == [[], ["Petra"], ["Ravi"]]


def test_an_answer_is_replaced_and_taken_back(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    page = opened(journal, open_page, CHALLENGE)
    look_for(qtbot, page, "hangs")
    qtbot.keyClicks(named(page, "Replace with", QLineEdit), "waits")
    qtbot.mouseClick(named(page, "Replace all", QPushButton), Qt.MouseButton.LeftButton)
    assert page.flush()
    changed = journal.entry(CHALLENGE.id)
    assert isinstance(changed, Challenge)
    assert [one.answer for one in changed.asked] == ["It waits in the parser.", "It waits for him too."]
    assert changed.body == "It waits."
    body(page).undo()
    assert page.flush()
    back = journal.entry(CHALLENGE.id)
    assert isinstance(back, Challenge)
    assert [one.answer for one in back.asked] == [one.answer for one in CHALLENGE.asked]
    assert back.body == CHALLENGE.body


def test_the_words_and_addresses_of_links_are_found(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page, MILESTONE)
    find = look_for(qtbot, page, "merged")
    assert find.accessibleDescription().endswith("of 2")
    qtbot.keyClick(find, Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget().selectedText() == "merged"


def test_the_search_of_the_list_goes_to_a_step(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    page = opened(journal, open_page, GOAL)
    page.search_for("ask")
    trigger(page, "find-next")
    assert part(page, StepEditor).textCursor().selectedText() == "ask"
