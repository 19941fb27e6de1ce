"""A mentor's task list, pasted into its dialog, as goals and steps."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.importing.goals_preview import GoalsPreview
from amp_desktop.ui.importing.task_list_dialog import TaskListDialog
from amp_desktop.ui.session import Session
from tests.ui.people import press, seen, shows

LIST = "# Tasks\n\n## Onboarding\n- [ ] Set up\n  - [x] Node\n\n## Triage\n1. one a day\n\n## Later\n"


@pytest.fixture
def dialog(qtbot: object, journal: Journal) -> Iterator[TaskListDialog]:
    del qtbot
    session = Session(journal)
    made = TaskListDialog(session)
    made.show()
    yield made
    made.reject()
    made.deleteLater()
    session.deleteLater()


def goals(journal: Journal) -> list[Goal]:
    found = journal.entries(EntryQuery(kinds=frozenset({Goal.KIND})))
    return sorted((entry for entry in found if isinstance(entry, Goal)), key=lambda goal: goal.title)


def test_what_becomes_of_a_list_is_seen_before_it_is_kept_and_undone_as_a_whole(
    dialog: TaskListDialog, journal: Journal
) -> None:
    seen(dialog, QTextEdit, "The task list").setPlainText(LIST)
    assert goals(journal) == []
    preview = seen(dialog, GoalsPreview, "What becomes of it")
    assert [preview.topLevelItem(at).text(0) for at in range(3)] == ["Onboarding", "Triage", "Later"]
    preview.topLevelItem(2).setCheckState(0, Qt.CheckState.Unchecked)
    press(dialog, "Create 2 goals")
    onboarding, triage = goals(journal)
    assert [(step.text, step.done, step.indent) for step in onboarding.steps] == [
        ("Set up", False, 0),
        ("Node", True, 1),
    ]
    assert (triage.title, [step.text for step in triage.steps]) == ("Triage", ["one a day"])
    assert shows(dialog, "2 goals were created.")
    assert seen(dialog, QTextEdit, "The task list").toPlainText() == ""
    press(dialog, "Undo")
    assert goals(journal) == []


def test_where_it_cannot_be_kept_the_list_stays(
    dialog: TaskListDialog, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    monkeypatch.setattr(journal, "save_entries", full)
    text = seen(dialog, QTextEdit, "The task list")
    text.setPlainText("Read the docs")
    press(dialog, "Create the goal")
    assert shows(dialog, "The disk is full.")
    assert text.toPlainText() == "Read the docs"


def test_nothing_is_left_of_it_when_it_is_closed(dialog: TaskListDialog) -> None:
    text = seen(dialog, QTextEdit, "The task list")
    text.setPlainText(LIST)
    dialog.reject()
    assert text.toPlainText() == ""
    assert dialog.findChildren(GoalsPreview)[0].topLevelItemCount() == 0
