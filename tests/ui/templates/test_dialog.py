"""Looking after templates, as a person does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry_template import VARIABLES
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.journal.templates import TemplateOrigin, shipped
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings import SettingsPage
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.templates.dialog import TemplatesDialog
from amp_desktop.ui.templates.labels import variable_words
from amp_desktop.ui.templates.menu import VariableMenu
from amp_desktop.ui.widgets.banner import Banner
from tests.ui.entries.pages import choose, named, part
from tests.ui.entries.test_accessible import nameless


@pytest.fixture
def dialog(journal: Journal, qtbot: QtBot) -> Iterator[TemplatesDialog]:
    journal.save_program(default_program(2026, project="AsyncAPI CLI", mentor="Ada"))
    made = TemplatesDialog(journal.templates)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.reject()


def names(dialog: TemplatesDialog) -> list[str]:
    shelf = part(dialog, QListWidget)
    return [shelf.item(row).text() for row in range(shelf.count())]


def choose_row(dialog: TemplatesDialog, name: str) -> None:
    part(dialog, QListWidget).setCurrentRow(names(dialog).index(name))


def press(dialog: TemplatesDialog, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(dialog, name, QPushButton), Qt.MouseButton.LeftButton)


def write(dialog: TemplatesDialog, field: str, words: str, qtbot: QtBot) -> None:
    line = named(dialog, field, QLineEdit)
    line.clear()
    qtbot.keyClicks(line, words)


def text(dialog: TemplatesDialog) -> QTextEdit:
    return named(dialog, "Text", QTextEdit)


def test_a_change_shows_at_once_and_is_kept(dialog: TemplatesDialog, journal: Journal, qtbot: QtBot) -> None:
    choose_row(dialog, "Weekly reflection")
    write(dialog, "Title of the entry", "With {{mentor}}", qtbot)
    assert any(label.text() == "With Ada" for label in dialog.findChildren(QLabel))
    text(dialog).setPlainText("## On {{project}}")
    assert "On AsyncAPI CLI" in part(dialog, PreviewPane).toPlainText()
    qtbot.waitUntil(lambda: journal.templates.find("weekly-reflection").title == "With {{mentor}}")
    assert journal.templates.find("weekly-reflection").body == "## On {{project}}"
    assert "Weekly reflection · changed" in names(dialog)
    assert named(dialog, "Bring back", QPushButton).isEnabled()


def test_choosing_another_row_keeps_what_was_written(
    dialog: TemplatesDialog, journal: Journal, qtbot: QtBot
) -> None:
    write(dialog, "Name", "Each day", qtbot)
    choose_row(dialog, "Stuck")
    assert journal.templates.find("daily-note").name == "Each day"
    assert named(dialog, "Name", QLineEdit).text() == "Stuck"
    assert journal.templates.origin("stuck") is TemplateOrigin.SHIPPED


def test_closing_keeps_what_was_written(dialog: TemplatesDialog, journal: Journal, qtbot: QtBot) -> None:
    write(dialog, "Name", "Each day", qtbot)
    dialog.reject()
    assert journal.templates.find("daily-note").name == "Each day"


def test_an_emptied_name_stays_what_it_was(dialog: TemplatesDialog, journal: Journal, qtbot: QtBot) -> None:
    write(dialog, "Name", "", qtbot)
    qtbot.keyClick(named(dialog, "Name", QLineEdit), Qt.Key.Key_Space)
    dialog.reject()
    assert journal.templates.find("daily-note").name == "Daily note"


def test_a_shipped_template_is_removed_and_brought_back(
    dialog: TemplatesDialog, journal: Journal, qtbot: QtBot
) -> None:
    choose_row(dialog, "Gratitude")
    press(dialog, "Remove", qtbot)
    assert names(dialog)[-1] == "Gratitude · removed"
    assert "gratitude" not in [template.id for template in journal.templates.all()]
    choose_row(dialog, "Gratitude · removed")
    assert not text(dialog).isEnabled()
    press(dialog, "Bring back", qtbot)
    assert journal.templates.find("gratitude") == shipped()["gratitude"]
    assert text(dialog).isEnabled()


def test_a_removed_template_turns_dark_with_the_desktop(
    dialog: TemplatesDialog, qtbot: QtBot, turn_dark: Callable[[], object]
) -> None:
    choose_row(dialog, "Gratitude")
    press(dialog, "Remove", qtbot)
    turn_dark()
    shelf = part(dialog, QListWidget)
    assert shelf.item(shelf.count() - 1).foreground().color() == theme().tokens.muted


def test_a_removed_own_template_comes_back_by_undo(
    dialog: TemplatesDialog, journal: Journal, qtbot: QtBot
) -> None:
    press(dialog, "New", qtbot)
    assert named(dialog, "Name", QLineEdit).selectedText() == "New template"
    write(dialog, "Name", "Standup", qtbot)
    choose(named(dialog, "Kind of entry", QComboBox), "Goal")
    text(dialog).setPlainText("Yesterday, today, in the way")
    press(dialog, "Remove", qtbot)
    assert "new-template" not in [template.id for template in journal.templates.all()]
    press(dialog, "Undo", qtbot)
    own = journal.templates.find("Standup")
    assert (own.kind, own.body) == ("goal", "Yesterday, today, in the way")
    assert "Standup · own" in names(dialog)


def test_a_duplicate_is_an_own_template(dialog: TemplatesDialog, journal: Journal, qtbot: QtBot) -> None:
    choose_row(dialog, "Stuck")
    press(dialog, "Duplicate", qtbot)
    copied = journal.templates.find("Stuck (copy)")
    assert copied.body == journal.templates.find("stuck").body
    assert journal.templates.origin(copied.id) is TemplateOrigin.OWN
    assert named(dialog, "Name", QLineEdit).text() == "Stuck (copy)"


def test_a_misspelt_variable_is_said(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    write(dialog, "Title of the entry", "{{dat}}", qtbot)
    assert "{{dat}}" in text(dialog).accessibleDescription()
    write(dialog, "Title of the entry", "{{date}}", qtbot)
    assert "{{dat" not in text(dialog).accessibleDescription()


def test_hints_and_variables_are_put_where_one_writes(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    text(dialog).setPlainText("")
    press(dialog, "Hint", qtbot)
    qtbot.keyClicks(text(dialog), "How?")
    assert text(dialog).toPlainText() == "%%How?%%"
    menu = dialog.findChild(VariableMenu)
    assert isinstance(menu, VariableMenu)
    next(action for action in menu.actions() if action.data() == "{{week}}").trigger()
    assert text(dialog).toPlainText() == "%%How?{{week}}%%"
    line = named(dialog, "Title of the entry", QLineEdit)
    line.clear()
    line.setFocus()
    next(action for action in menu.actions() if action.data() == "{{date}}").trigger()
    assert line.text() == "{{date}}"


def test_every_variable_is_explained() -> None:
    assert all(variable_words(name) for name in VARIABLES)


def test_what_cannot_be_kept_is_said_and_stays(
    dialog: TemplatesDialog, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(journal.templates, "save", full)
        write(dialog, "Name", "Each day", qtbot)
        choose_row(dialog, "Stuck")
        assert part(dialog, Banner).sentence() == "The disk is full."
        assert named(dialog, "Name", QLineEdit).text() == "Each day"
        assert part(dialog, QListWidget).currentItem().text() == "Daily note"
    dialog.reject()
    assert journal.templates.find("daily-note").name == "Each day"


def test_every_control_has_a_name(dialog: TemplatesDialog) -> None:
    assert nameless(dialog) == []


def test_settings_say_what_a_kind_begins_with(session: Session, journal: Journal, qtbot: QtBot) -> None:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.make_whole()
    notes = named(page, "Notes", QComboBox)
    assert notes.currentText() == "An empty page"
    choose(notes, "Daily note")
    default = journal.templates.default_for("note")
    assert default is not None
    assert default.id == "daily-note"
    assert notes.findText("Stuck") < 0
    choose(notes, "An empty page")
    assert journal.templates.default_for("note") is None
