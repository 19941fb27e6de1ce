"""What is taken back in the window has its former day again, also one that nobody knows."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, choose_in_chip

CTRL = Qt.KeyboardModifier.ControlModifier
THEN = date(2026, 7, 1)


@pytest.mark.parametrize("since", [THEN, None])
def test_a_state_that_is_taken_back_holds_since_it_did(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, since: date | None
) -> None:
    goal = Goal(title="Lead a release", status=GoalStatus.PLANNED, status_since=since)
    journal.save_entries([goal])
    page = open_page(kind_page("goal"))
    page.show_entry(goal.id)
    QApplication.processEvents()
    choose_in_chip(page, "State", "Achieved")
    assert page.flush()
    achieved = journal.entry(goal.id)
    assert isinstance(achieved, Goal)
    assert (achieved.status, achieved.status_since) == (GoalStatus.ACHIEVED, journal.today())
    assert [one.what for one in journal.happened()] == ["achieved"]

    body(page).setFocus()
    qtbot.keyClick(body(page), Qt.Key.Key_Z, CTRL)
    assert page.flush()
    assert journal.entry(goal.id) == replace(goal, updated_at=journal.entry(goal.id).updated_at)

    qtbot.keyClick(body(page), Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.flush()
    again = journal.entry(goal.id)
    assert isinstance(again, Goal)
    assert (again.status, again.status_since) == (GoalStatus.ACHIEVED, journal.today())
