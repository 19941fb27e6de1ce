"""The chooser of a topic: found by a few letters, and taken by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.pins import Pin
from amp_desktop.ui.pinning.dialog import TopicDialog
from tests.ui.entries.pages import part
from tests.ui.people import press, seen

GOAL = Goal(title="Release", steps=(Step("Draft notes", done=True, id="1"),))


@pytest.fixture
def dialog(qtbot: QtBot) -> TopicDialog:
    made = TopicDialog(1, tuple(GOAL.facts()), (Pin("initiative"),))
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    return made


def topics(dialog: TopicDialog) -> list[str]:
    shown = part(dialog, QListWidget)
    items = [shown.item(row) for row in range(shown.count())]
    return [item.text() for item in items if not item.isHidden() and item.flags() & Qt.ItemFlag.ItemIsEnabled]


def test_a_few_letters_find_a_topic_and_enter_takes_it(dialog: TopicDialog, qtbot: QtBot) -> None:
    everything = topics(dialog)
    assert "Initiative (pinned)" in everything
    QTest.keyClicks(dialog.focusWidget(), "consis")
    qtbot.waitUntil(lambda: topics(dialog) == ["Consistent quality contributions"])
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["quality", ""]
    assert not dialog.isVisible()


def test_what_is_pinned_is_said_of_the_fact_that_is_chosen(dialog: TopicDialog) -> None:
    part(dialog, QComboBox).setCurrentIndex(1)
    assert "Initiative" in topics(dialog)


def test_nothing_can_be_pinned_where_no_topic_fits(dialog: TopicDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.focusWidget(), "nonesuch")
    qtbot.waitUntil(lambda: not seen(dialog, QPushButton, "Pin").isEnabled())
    assert topics(dialog) == []
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_fact_that_is_chosen_goes_along(dialog: TopicDialog, qtbot: QtBot) -> None:
    part(dialog, QComboBox).setCurrentIndex(1)
    QTest.keyClicks(dialog.focusWidget(), "consis")
    qtbot.waitUntil(lambda: topics(dialog) == ["Consistent quality contributions"])
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(dialog, "Pin")
    assert chosen.args == ["quality", "step 1 done"]


def test_by_the_arrow_one_comes_to_the_topics_and_enter_takes_one(dialog: TopicDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    shown = part(dialog, QListWidget)
    assert shown.hasFocus()
    first = topics(dialog)[0]
    assert shown.currentItem().text() == first
    with qtbot.waitSignal(dialog.chosen):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_headings_stand_over_what_is_found_and_cannot_be_taken(dialog: TopicDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.focusWidget(), "consis")
    qtbot.waitUntil(lambda: len(topics(dialog)) == 1)
    shown = part(dialog, QListWidget)
    heading, topic = (shown.item(row) for row in range(shown.count()) if not shown.item(row).isHidden())
    assert heading.font().bold()
    assert not topic.font().bold()
    with qtbot.assertNotEmitted(dialog.chosen):
        shown.itemActivated.emit(heading)
    assert dialog.isVisible()
