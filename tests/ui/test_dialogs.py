"""What holds for every dialog: Enter belongs to what has the keyboard, and to no button elsewhere."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import SMALLEST_SIZE
from amp_desktop.ui.style.theme import apply_theme, theme
from tests.ui.every_dialog import DIALOGS, NOTE, dialog_classes, fill
from tests.ui.people import seen, write

ANSWERS_BY_ENTER = {
    "KeepSearchDialog": {"Name", "Words and filters"},
    "NameDialog": {"Your name on GitHub"},
    "TemplateNameDialog": {"Name"},
    "TopicDialog": {"Find a topic", "Topics"},
}
"""Lines in which Enter is the answer that the dialog asked for."""

OpenDialog = Callable[[str], QDialog]


@pytest.fixture
def session(journal: Journal) -> Iterator[Session]:
    made = Session(journal)
    fill(made)
    yield made
    made.deleteLater()


@pytest.fixture
def open_dialog(session: Session, qtbot: QtBot) -> Iterator[OpenDialog]:
    opened: list[QDialog] = []

    def open_it(name: str) -> QDialog:
        dialog = DIALOGS[name](session)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        opened.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        dialog.activateWindow()
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()
        dialog.deleteLater()


def said_of(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


def fields(dialog: QDialog) -> list[QWidget]:
    """The lines and lists that can have the keyboard."""
    found = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QAbstractItemView)]
    return [
        one
        for one in found
        if one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def written(journal: Journal) -> list[Entry]:
    return [journal.entry(row.id) for row in journal.rows().items]


def test_every_dialog_is_looked_at_here() -> None:
    found = dialog_classes()
    assert found.pop("Dialog") == "QDialog"
    shared = set(found.values()) - {"Dialog"}  # what several have in common, and is none by itself
    assert {found[base] for base in shared} <= {"Dialog"}
    assert set(found) - shared == set(DIALOGS)


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_in_a_line_or_a_list_presses_no_button(
    open_dialog: OpenDialog, session: Session, name: str
) -> None:
    dialog, before = open_dialog(name), written(session.journal)
    for field in fields(dialog):
        if said_of(field) in ANSWERS_BY_ENTER.get(name, set()):
            continue
        field.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QTest.keyClick(field, key)
        assert dialog.isVisible(), f"Enter in “{said_of(field)}” closed it"
        assert written(session.journal) == before, f"Enter in “{said_of(field)}” changed an entry"


@pytest.mark.parametrize("name", DIALOGS)
def test_no_button_is_the_default_one(open_dialog: OpenDialog, name: str) -> None:
    dialog = open_dialog(name)
    QApplication.processEvents()
    buttons = dialog.findChildren(QPushButton)
    assert [button.text() for button in buttons if button.isDefault() or button.autoDefault()] == []


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_presses_the_button_that_has_the_keyboard(
    open_dialog: OpenDialog, name: str, qtbot: QtBot
) -> None:
    dialog = open_dialog(name)
    buttons = [
        button for button in dialog.findChildren(QPushButton) if button.isVisible() and button.isEnabled()
    ]
    button = next(button for button in buttons if button.text().strip("&") in {"Close", "Cancel", "Go on"})
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_new_name_and_enter_rename_the_tag(open_dialog: OpenDialog, session: Session, qtbot: QtBot) -> None:
    dialog = open_dialog("TagsDialog")
    seen(dialog, QTableView, "Tags").selectRow(0)
    write(dialog, "Name", "build")
    QTest.keyClick(seen(dialog, QLineEdit, "Name"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "build" in session.journal.entry(NOTE.id).tags)
    assert dialog.isVisible()


def test_enter_in_the_list_of_versions_replaces_nothing(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("HistoryDialog")
    versions = seen(dialog, QListWidget, "Saved versions")
    assert versions.count() == 1
    with qtbot.assertNotEmitted(dialog.bring_back_requested):  # type: ignore[attr-defined]
        QTest.keyClick(versions, Qt.Key.Key_Return)


def test_tags_are_typed_with_enter_and_one_more_ends(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    dialog = open_dialog("TagDialog")
    line = seen(dialog, QLineEdit, "New tag")
    QTest.keyClicks(line, "evening")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.chosen) as chosen:  # type: ignore[attr-defined]
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == [["evening"]]


def test_a_name_and_enter_keep_the_search(open_dialog: OpenDialog, session: Session) -> None:
    dialog = open_dialog("KeepSearchDialog")
    write(dialog, "Name", "Documents")
    QTest.keyClick(seen(dialog, QLineEdit, "Name"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [kept.name for kept in session.journal.searches.all()] == ["Documents"]


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_fits_on_a_small_screen(open_dialog: OpenDialog, name: str) -> None:
    """One of 1000 × 650, with letters half as large again."""
    dialog = open_dialog(name)
    dialog.resize(SMALLEST_SIZE)
    QApplication.processEvents()
    needed = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert needed.boundedTo(SMALLEST_SIZE) == needed


@pytest.fixture
def large_letters() -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = theme().appearance
    apply_theme(application, before, 1.5)
    yield
    apply_theme(application, before)


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("name", DIALOGS)
def test_no_field_or_button_is_lower_than_its_letters_need(open_dialog: OpenDialog, name: str) -> None:
    dialog = open_dialog(name)
    QApplication.processEvents()
    parts = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPushButton)]
    pressed = [said_of(one) for one in parts if one.isVisible() and one.height() < one.sizeHint().height()]
    assert pressed == []
