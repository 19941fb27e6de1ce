"""Own templates, and the order of the parts, as they are made on the page."""

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.summary import Level
from amp_desktop.journal import Journal
from amp_desktop.ui.share.template_chip import TemplateChip
from amp_desktop.ui.share.template_name_dialog import TemplateNameDialog
from amp_desktop.ui.widgets.banner import Banner
from tests.ui.share.conftest import CARE, CHALLENGE, NOTE, PRIVATE, OpenPage, User

if TYPE_CHECKING:
    from amp_desktop.ui.share.candidates import CandidateModel

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def chip(user: User) -> TemplateChip:
    return cast("TemplateChip", user.page.findChild(TemplateChip))


def choose(user: User, words: str) -> None:
    menu = chip(user).menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()


def offered(user: User) -> list[str]:
    menu = chip(user).menu()
    assert menu is not None
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def name_it(qtbot: QtBot, user: User, name: str) -> None:
    dialogs = user.page.window().findChildren(TemplateNameDialog)
    dialog = next(one for one in dialogs if one.isVisible())
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(name)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def headings(user: User) -> list[str]:
    model = user.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def on_heading(user: User, heading: str) -> QModelIndex:
    index = user.list.model().index(headings(user).index(heading), 0)
    user.list.setCurrentIndex(index)
    return index


def banner(user: User) -> Banner:
    return cast("Banner", user.page.findChild(Banner))


def test_parts_are_moved_and_left_out_by_key_and_had_back(qtbot: QtBot, user: User) -> None:
    user.wait()
    assert headings(user)[:2] == ["What I need from you", "Since we last met"]
    on_heading(user, "Since we last met")
    qtbot.keyClick(user.list, Qt.Key.Key_Up, ALT)
    assert headings(user)[:2] == ["Since we last met", "What I need from you"]
    assert user.list.currentIndex().data() == "Since we last met"
    text = user.wait().data.decode()
    assert text.index("Since we last met") < text.index("What I need from you")
    qtbot.keyClick(user.list, Qt.Key.Key_Down, ALT)
    assert headings(user)[:2] == ["What I need from you", "Since we last met"]
    qtbot.keyClick(user.list, Qt.Key.Key_Delete)
    assert "Since we last met" not in headings(user)
    assert b"First review" not in user.wait().data
    user.list.open_menu(on_heading(user, "What I need from you"))
    words = "Bring back “Since we last met”"
    next(action for action in user.list.menu().actions() if action.text() == words).trigger()
    user.list.menu().hide()
    assert "Since we last met" in headings(user)
    assert b"First review" in user.wait().data


def test_a_heading_is_dragged_among_the_others_and_nowhere_else(user: User) -> None:
    model = cast("CandidateModel", user.list.model())
    data = model.mimeData([on_heading(user, "Since we last met")])
    assert bytes(data.data(data.formats()[0]).data()) == b"1"
    move, top = Qt.DropAction.MoveAction, QModelIndex()
    assert not model.canDropMimeData(data, move, 0, 0, model.index(0, 0))
    assert not model.canDropMimeData(QMimeData(), move, 0, 0, top)
    assert not model.flags(user.row(NOTE.id)) & Qt.ItemFlag.ItemIsDragEnabled
    model.dropMimeData(data, move, 0, 0, top)
    assert headings(user)[:2] == ["Since we last met", "What I need from you"]


def test_the_level_of_everything_is_changed_by_one_key(qtbot: QtBot, user: User) -> None:
    user.wait()
    assert (user.level(CHALLENGE.id), user.level(NOTE.id)) == (Level.SHORT, Level.LINE)
    qtbot.keyClick(user.list, Qt.Key.Key_Left, SHIFT)
    assert {user.level(CHALLENGE.id), user.level(NOTE.id)} == {Level.LINE}
    for _ in range(2):
        qtbot.keyClick(user.list, Qt.Key.Key_Right, SHIFT)
    assert {user.level(CHALLENGE.id), user.level(NOTE.id)} == {Level.WHOLE}


def test_what_is_arranged_becomes_a_template_with_a_name(
    qtbot: QtBot, user: User, journal: Journal, open_page: OpenPage
) -> None:
    user.wait()
    on_heading(user, "Since we last met")
    qtbot.keyClick(user.list, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(user.list, Qt.Key.Key_Right)
    choose(user, "Save as my own template…")
    name_it(qtbot, user, "story")
    dialog = cast("TemplateNameDialog", user.page.window().findChild(TemplateNameDialog))
    assert dialog.isVisible(), "the name is another template's"
    name_it(qtbot, user, "For Ada")
    assert chip(user).text() == "For Ada"
    assert banner(user).sentence() == "“For Ada” is one of your templates now."
    assert headings(user)[:2] == ["Since we last met", "What I need from you"]
    assert user.level(NOTE.id) is Level.SHORT
    summary = user.wait()
    assert summary.file_stem == "mentor-meeting"
    assert journal.sharing.draft().levels == {}
    other = open_page(journal)
    other.wait()
    choose(other, "For Ada")
    assert headings(other)[:2] == ["Since we last met", "What I need from you"]
    assert other.level(NOTE.id) is Level.SHORT


def test_it_is_changed_renamed_and_deleted_and_had_back(qtbot: QtBot, user: User, journal: Journal) -> None:
    user.wait()
    assert "Delete this template" not in offered(user)
    choose(user, "Save as my own template…")
    name_it(qtbot, user, "First")
    choose(user, "Rename this template…")
    name_it(qtbot, user, "Second")
    assert chip(user).accessibleName() == "Template: Second"
    on_heading(user, "Since we last met")
    qtbot.keyClick(user.list, Qt.Key.Key_Up, ALT)
    choose(user, "Save the changes to “Second”")
    own = journal.sharing.templates.find("Second")
    assert own.sections[0].key == "Since we last met"
    assert journal.sharing.draft().order == ()
    user.button("Undo").click()
    assert journal.sharing.templates.find("Second").sections[0].key == "What I need from you"
    assert headings(user)[0] == "Since we last met", "it is so for this time again"
    choose(user, "Delete this template")
    assert journal.sharing.templates.own() == ()
    assert chip(user).text() == "Mentor meeting"
    user.button("Undo").click()
    assert chip(user).text() == "Second"


@pytest.mark.usefixtures("user")
def test_a_lock_keeps_the_ticks_but_those_of_self_care(journal: Journal, open_page: OpenPage) -> None:
    first = open_page(journal)
    for entry in (CARE, PRIVATE, NOTE):
        first.tick_by_keyboard(entry.id)
    assert first.is_ticked(CARE.id)
    assert first.page.flush()
    first.page.forget()
    again = open_page(journal)
    assert again.is_ticked(PRIVATE.id)
    assert not again.is_ticked(NOTE.id)
    assert not again.is_ticked(CARE.id)


def test_what_has_left_is_not_kept_at_the_next_lock(
    user: User, journal: Journal, open_page: OpenPage
) -> None:
    from tests.ui.share.conftest import PRIVATE

    user.tick_by_keyboard(PRIVATE.id)
    user.wait()
    user.button("Copy").click()
    user.page.flush()
    user.page.forget()
    assert not open_page(journal).is_ticked(PRIVATE.id)


def test_an_ampersand_in_a_name_is_a_character(qtbot: QtBot, user: User) -> None:
    choose(user, "Save as my own template…")
    name_it(qtbot, user, "R&D")
    assert chip(user).text() == "R&D"
    assert {"R&&D", "Save the changes to “R&&D”"} <= set(offered(user))  # as Qt is told a sign that is none
    choose(user, "Mentor meeting")
    choose(user, "R&&D")
    assert (chip(user).text(), chip(user).accessibleName()) == ("R&D", "Template: R&D")
