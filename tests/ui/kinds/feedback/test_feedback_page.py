"""The page of feedback: who said it, their words, an answer, and what was changed because of it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.kinds.feedback.form import AnswerPart
from amp_desktop.ui.kinds.feedback.view import FeedbackView
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import text
from tests.ui.people import press, shows

DAY = date(2026, 7, 22)


@pytest.fixture
def page(open_page: OpenPage, journal: Journal) -> EntriesPage:
    made = journal.save_entry(Feedback(title="On the parser", day=DAY))
    page = open_page()
    page.show_entry(made.id)
    return page


def test_everything_that_feedback_has_is_written(page: EntriesPage, journal: Journal, qtbot: QtBot) -> None:
    press(page, "Who said it: Who said it?")
    by = QApplication.focusWidget()
    assert isinstance(by, QLineEdit)
    QTest.keyClicks(by, "Ada")
    QTest.keyClick(by, Qt.Key.Key_Return)
    text(page, "body").insertPlainText("Ask why earlier.")
    press(page, "Accepted")
    text(page, "changed").insertPlainText("I ask in the first comment.")
    assert page.flush()
    (feedback,) = journal.entries()
    assert isinstance(feedback, Feedback)
    assert (feedback.by, feedback.body, feedback.changed) == (
        "Ada",
        "Ask why earlier.",
        "I ask in the first comment.",
    )
    assert feedback.status is Answer.ACCEPTED


def test_an_answer_says_since_when_and_one_that_is_changed_does_not_yet(qtbot: QtBot) -> None:
    row = AnswerPart()
    qtbot.addWidget(row)
    row.show_entry(Feedback(status=Answer.ACCEPTED, status_since=date(2026, 7, 20)))
    row.show()
    assert shows(row, "since 20 Jul")
    press(row, "A question")
    assert not shows(row, "since 20 Jul")
    filled = row.filled(Feedback(status=Answer.ACCEPTED))
    assert isinstance(filled, Feedback)
    assert filled.status is Answer.QUESTION


def test_a_row_tells_who_said_it_and_the_answer(journal: Journal) -> None:
    journal.save_entry(Feedback(title="On the parser", by="Ada", status=Answer.NOT_NOW, day=DAY))
    fact = FeedbackView().fact(journal.rows().items[0], DAY)
    assert fact.text == "Ada, not now"
