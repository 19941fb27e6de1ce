"""Whom one asked: read as lines, changed in place, and never lost or doubled."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.ui.kinds.challenge.asked_part import AskedPart
from amp_desktop.ui.widgets.focus_order import step_focus
from amp_desktop.ui.widgets.reading_line import ReadingLine
from tests.ui.people import press, seen

TODAY = date(2026, 9, 22)
MENTOR = Asking("My mentor", date(2026, 9, 17), "our call", "Not his either.", id="mentor")
GROUP = Asking("The working group", date(2026, 9, 21), "an issue", id="group")
CHALLENGE = Challenge(title="Keys", day=TODAY, asked=(MENTOR, GROUP))


def today() -> date:
    return TODAY


class Page(QWidget):
    """The part between two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.part, self.after = QLineEdit(), AskedPart(today), QLineEdit()
        column = QVBoxLayout(self)
        for widget in (self.before, self.part, self.after):
            column.addWidget(widget)
        column.addStretch(1)
        self.told: list[str] = []
        self.part.edited.connect(self._edited)
        self.part.asked.connect(self._asked)
        self.part.left_upwards.connect(self.before.setFocus)
        self.part.left_downwards.connect(self.after.setFocus)
        self.resize(700, 500)

    def _edited(self) -> None:
        self.told.append("edited")

    def _asked(self) -> None:
        self.told.append("asked")

    def askings(self) -> tuple[Asking, ...]:
        filled = self.part.filled(CHALLENGE)
        assert isinstance(filled, Challenge)
        return filled.asked


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.part.show_entry(CHALLENGE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def lines(page: QWidget) -> list[ReadingLine]:
    QApplication.processEvents()  # lines stand where they belong
    found = [line for line in page.findChildren(ReadingLine) if line.isVisible()]
    return sorted(found, key=lambda line: line.mapTo(page, line.rect().topLeft()).y())


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(which: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), which, how)


def test_it_is_heard_as_a_sentence_and_seen_as_two_lines(page: Page) -> None:
    names = [line.accessibleName() for line in lines(page)]
    assert names == [
        "My mentor, our call, 17 September: Not his either.",
        "The working group, an issue, 21 September: no answer yet",
        "I asked someone else",
    ]
    words = lines(page)[0].words()
    assert (words.title, words.aside, words.end, words.below) == (
        *("My mentor", "our call", "17 Sep"),
        "Not his either.",
    )


def test_open_ask_name_answer_in_as_few_keys_as_can_be(page: Page) -> None:
    page.part.begin()
    QTest.keyClicks(focused(), "Ana")
    key(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "chat")
    key(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Yes")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(one.whom, one.day, one.where, one.answer) for one in page.askings()[2:]] == [
        ("Ana", TODAY, "chat", "Yes")
    ]
    assert focused() is lines(page)[2]
    assert page.told[0] == "asked"
    assert page.told.count("asked") == 1


def test_an_answer_is_added_to_a_line_that_is_opened(page: Page) -> None:
    lines(page)[1].setFocus()
    key(Qt.Key.Key_Return)
    assert focused().accessibleName() == "What came back"
    QTest.keyClicks(focused(), "Seen")
    key(Qt.Key.Key_Escape)
    assert page.askings() == (MENTOR, replace(GROUP, answer="Seen"))
    assert lines(page)[1].words().below == "Seen"
    assert "asked" not in page.told


def test_a_line_that_is_opened_is_cut_off_nowhere(page: Page) -> None:
    """Qt's own line holds 32,767 letters."""
    long = "a long story " * 3_000
    page.part.show_entry(replace(CHALLENGE, asked=(replace(MENTOR, where=long),)))
    QApplication.processEvents()
    next(line for line in page.findChildren(ReadingLine) if line.isVisible()).click()
    QTest.keyClicks(seen(page, QLineEdit, "Where"), "!")
    assert page.askings()[0].where == f"!{long}".strip()


def test_it_closes_when_one_goes_elsewhere_and_a_line_without_a_word_goes(page: Page) -> None:
    page.part.begin()
    assert len(lines(page)) == 3
    page.after.setFocus()
    assert [line.words().title for line in lines(page)] == [MENTOR.whom, GROUP.whom, "I asked someone else"]
    lines(page)[0].click()
    assert seen(page, QLineEdit, "Whom").text() == MENTOR.whom
    page.after.setFocus()
    assert len(lines(page)) == 3
    assert page.told == []


def test_empty_it_is_one_faint_line_without_a_heading(page: Page) -> None:
    page.part.show_entry(Challenge(title="Other"))
    assert [line.words().title for line in lines(page)] == ["Whom I asked, and what came back"]
    assert not page.part.heading.isVisible()
    assert page.part.is_empty()
    lines(page)[0].click()
    assert page.part.heading.isVisible()


def test_up_and_down_walk_through_it_as_through_a_text(page: Page) -> None:
    page.part.focus_first()
    walked = []
    while focused() is not page.after:
        walked.append(focused().accessibleName().partition(",")[0])
        key(Qt.Key.Key_Down)
    assert walked == ["My mentor", "The working group", "I asked someone else"]
    page.part.focus_last()
    for _ in range(3):
        key(Qt.Key.Key_Up)
    assert focused() is page.before
    lines(page)[0].click()
    assert focused().accessibleName() == "What came back"
    key(Qt.Key.Key_Up)
    assert focused().accessibleName() == "Whom"
    key(Qt.Key.Key_Up)
    assert focused() is page.before
    assert len(lines(page)) == 3


def test_it_is_removed_by_delete_by_its_cross_and_by_backspace_where_nothing_is(page: Page) -> None:
    lines(page)[0].setFocus()
    key(Qt.Key.Key_Delete)
    assert page.askings() == (GROUP,)
    assert focused() is lines(page)[0]
    lines(page)[0].click()
    press(page, "Remove this")
    assert page.askings() == ()
    page.part.begin()
    key(Qt.Key.Key_Backspace)
    assert lines(page) == [focused()]
    assert page.part.is_empty()
    assert page.told == ["edited", "edited"]


def test_what_stands_there_already_disturbs_nobody(page: Page) -> None:
    lines(page)[0].click()
    answer = seen(page, QTextEdit, "What came back")
    QTest.keyClicks(answer, "So ")
    at = answer.textCursor().position()
    for other in (replace(GROUP, answer="Seen."), replace(GROUP, whom="Nobody")):
        ours = page.askings()[0]
        page.part.show_entry(replace(CHALLENGE, asked=(ours, other, Asking("New", id="new"))))
        assert (focused(), answer.textCursor().position()) == (answer, at)
    page.part.show_entry(replace(CHALLENGE, asked=(Asking("Before", id="b"), page.askings()[0])))
    assert (focused(), answer.textCursor().position()) == (answer, at)
    assert [one.whom for one in page.askings()] == ["Before", MENTOR.whom]


def test_a_screen_reader_meets_them_in_their_order(page: Page) -> None:
    added = Asking("Ana", id="ana")
    page.part.show_entry(replace(CHALLENGE, asked=(GROUP, added, MENTOR)))
    heard = QAccessible.queryAccessibleInterface(page.part.rows)
    rows = [heard.child(at) for at in range(heard.childCount())]
    lines = [row if row.childCount() == 0 else row.child(0) for row in rows]
    names = [line.text(QAccessible.Text.Name).partition(",")[0].partition(":")[0] for line in lines]
    assert names == ["The working group", "Ana", "My mentor", "I asked someone else"]


def test_what_lies_in_the_bin_is_only_read(page: Page) -> None:
    page.part.set_writable(False)
    assert not any(line.isEnabled() for line in lines(page))
    page.part.set_writable(True)
    assert all(line.isEnabled() for line in lines(page))


WORDS = st.text("ab c", min_size=1, max_size=4)
OTHERS = st.lists(
    st.builds(Asking, WORDS, answer=st.sampled_from(["", "yes"]), id=st.sampled_from("abcd")),
    unique_by=lambda one: one.id,
    max_size=4,
)


class Asked(RuleBasedStateMachine):
    """The part, and the askings that must stand in it."""

    @initialize()
    def begin(self) -> None:
        self.page = Page()
        self.page.show()
        QTest.qWaitForWindowExposed(self.page)
        self.page.activateWindow()
        self.page.part.show_entry(CHALLENGE)
        self.model = list(CHALLENGE.asked)

    def teardown(self) -> None:
        if hasattr(self, "page"):
            self.page.hide()
            self.page.deleteLater()
            QApplication.processEvents()

    def _opened(self, at: int) -> int | None:
        """Open a line; which it is."""
        if not self.model:
            return None
        at %= len(self.model)
        self.page.after.setFocus()  # a row that is open is closed
        lines(self.page)[at].click()
        return at

    def _type(self, kind: type[QWidget], name: str, words: str) -> str:
        field = seen(self.page, kind, name)
        QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, words)
        assert isinstance(field, QLineEdit | QTextEdit)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    @rule(words=WORDS)
    def add(self, words: str) -> None:
        self.page.part.begin()
        typed = self._type(QLineEdit, "Whom", words).strip()
        if typed:
            self.model.append(Asking(typed, TODAY))

    @rule(at=st.integers(0, 9), words=WORDS, name=st.sampled_from(["Whom", "Where"]))
    def name(self, at: int, words: str, name: str) -> None:
        opened = self._opened(at)
        if opened is not None:
            before = self.model[opened]
            stood = before.whom if name == "Whom" else before.where
            typed = self._type(QLineEdit, name, words).strip()
            typed = stood if typed == stood.strip() else typed
            changed = replace(before, whom=typed) if name == "Whom" else replace(before, where=typed)
            self.model[opened] = changed

    @rule(at=st.integers(0, 9), words=WORDS)
    def answer(self, at: int, words: str) -> None:
        opened = self._opened(at)
        if opened is not None:
            typed = self._type(QTextEdit, "What came back", words)
            self.model[opened] = replace(self.model[opened], answer=typed)

    @rule(at=st.integers(0, 9), by_cross=st.booleans())
    def remove(self, at: int, by_cross: bool) -> None:
        if by_cross:
            opened = self._opened(at)
            if opened is not None:
                seen(self.page, QToolButton, "Remove this").click()
                del self.model[opened]
        elif self.model:
            self.page.after.setFocus()
            QTest.keyClick(lines(self.page)[at % len(self.model)], Qt.Key.Key_Delete)
            del self.model[at % len(self.model)]

    @rule()
    def begin_one_and_leave_it(self) -> None:
        self.page.part.begin()
        self.page.before.setFocus()

    @rule(others=OTHERS, keep=st.booleans())
    def others_write(self, others: list[Asking], keep: bool) -> None:
        shown = (*others, *(self.page.askings()[::-1] if keep else ()))
        entry = replace(CHALLENGE, asked=tuple({one.id: one for one in shown}.values()))
        self.page.part.show_entry(entry)
        self.model = list(entry.asked)

    @rule()
    def another_is_shown_and_this_one_again(self) -> None:
        entry = self.page.part.filled(CHALLENGE)
        self.page.part.show_entry(Challenge(title="Other", day=TODAY))
        assert self.page.askings() == ()
        self.page.part.show_entry(entry)

    @invariant()
    def it_holds_what_the_model_holds(self) -> None:
        if hasattr(self, "page"):
            held = [(one.whom, one.where, one.day, one.answer) for one in self.page.askings()]
            assert held == [(one.whom, one.where, one.day, one.answer) for one in self.model]
            assert len({one.id for one in self.page.askings()}) == len(held)


def test_whatever_is_done_it_holds_what_a_plain_list_would(qapp: QApplication) -> None:
    run_state_machine_as_test(
        Asked,
        settings=settings(
            max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_by_tab_the_answer_comes_before_what_takes_it_all_away(page: Page) -> None:
    page.part.begin()
    QTest.keyClicks(focused(), "Ana")
    names = []
    for _ in range(4):
        step_focus(page, forward=True)
        names.append(focused().accessibleName())
    assert names == ["Where", "Asked on: 22 Sep", "What came back", "Remove this"]


@pytest.mark.parametrize("width", [420, 470, 520, 700])
def test_names_of_usual_length_can_be_read_while_they_are_written(page: Page, width: int) -> None:
    page.resize(width, 500)
    lines = [line for line in page.findChildren(ReadingLine) if line.isVisible()]
    lines[0].click()
    QApplication.processEvents()
    for name, words in (("Whom", "My own mentor"), ("Where", "our Thursday call")):
        line = seen(page, QLineEdit, name)
        assert line.width() >= line.fontMetrics().horizontalAdvance(words)


def is_seen(area: QScrollArea, widget: QWidget) -> bool:
    place = QRect(widget.mapTo(area.viewport(), QPoint()), widget.size())
    return area.viewport().rect().contains(place)


def test_what_keys_lead_to_and_what_opens_is_brought_to_be_seen(page: Page, qtbot: QtBot) -> None:
    page.part.show_entry(replace(CHALLENGE, asked=tuple(replace(GROUP, id=str(at)) for at in range(9))))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(page)
    page.resize(480, page.sizeHint().height())
    area.resize(500, 220)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    page.part.focus_first()
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        line = QApplication.focusWidget()
        qtbot.waitUntil(lambda line=line: is_seen(area, line))  # type: ignore[misc]
    area.verticalScrollBar().setValue(0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.resize(480, page.sizeHint().height())  # as the page does
    qtbot.waitUntil(lambda: is_seen(area, seen(page, QLineEdit, "Whom")))
    assert seen(page, QLineEdit, "Whom").hasFocus()
    area.takeWidget()  # it is closed by itself
