"""Comparing what would leave with what left the last time, on the page."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amp_desktop.ui.share.compare_dialog import CompareDialog
from tests.ui.share.conftest import CHALLENGE, PRIVATE, User

OFFER = "Since the last time…"


def dialog(user: User) -> CompareDialog:
    found = user.page.findChild(CompareDialog)
    assert isinstance(found, CompareDialog)
    return found


def test_it_is_offered_once_something_left_and_says_what_is_new_and_gone(qtbot: QtBot, user: User) -> None:
    user.wait()
    assert user.button(OFFER).isHidden()
    user.button("Copy").click()
    user.tick_by_keyboard(PRIVATE.id)
    user.tick_by_keyboard(CHALLENGE.id)
    user.wait()
    button = user.button(OFFER)
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    said = dialog(user).texts()
    assert any(words.startswith("New: Private") for words in said)
    assert any(words.startswith("Gone: Flaky parser") for words in said)
    assert not any("First review" in words for words in said)
    dialog(user).reject()


def test_without_a_difference_it_says_so(user: User) -> None:
    user.wait()
    user.button("Copy").click()
    user.choose("txt")
    user.choose("md")
    user.button(OFFER).click()
    assert dialog(user).texts() == []
    dialog(user).reject()
