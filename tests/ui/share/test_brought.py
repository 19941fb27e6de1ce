"""What a template brings with it: for whom it is, and in which form it leaves."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS
from tests.ui.share.conftest import OpenPage, User

DAY = date(2026, 7, 22)
NOTE = Note(title="Merged", day=DAY, sharing=Sharing.SHAREABLE, pins=(Pin("quality"),))


def _audience(user: User) -> str:
    return next(w for w in user.page.findChildren(QLineEdit) if w.accessibleName() == "For").text()


def _copy(user: User) -> QPushButton:
    return user.button("Copy")


def _to_pdf(user: User) -> None:
    user.forms.choose(list(RENDERERS).index("pdf") + 1)


def test_a_nomination_begins_in_markdown_and_can_be_copied(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(NOTE)
    for template in ("nomination", "contributions", "public-report"):
        user = open_page(journal)
        _to_pdf(user)
        user.page.show_part(template)
        assert user.wait().format == "md"
        assert user.button("Save as Markdown").isEnabled()
        assert _copy(user).isEnabled()


def test_a_form_that_was_chosen_for_it_since_stays(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(NOTE)
    user = open_page(journal)
    user.page.show_part("nomination")
    user.forms.choose(list(RENDERERS).index("txt") + 1)
    user.page.show_part("weekly-update")
    user.page.show_part("nomination")
    assert user.wait().format == "txt"


def test_the_former_form_is_back_when_a_template_with_its_own_is_left(
    journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(NOTE)
    user = open_page(journal)
    _to_pdf(user)
    forms = []
    for template in ("nomination", "weekly-update", "nomination", "contributions", "weekly-update"):
        user.page.show_part(template)
        forms.append(user.wait().format)
    assert forms == ["md", "pdf", "md", "md", "pdf"]


def test_the_former_audience_is_back_when_a_template_with_its_own_is_left(user: User) -> None:
    user.page.show_part("nomination")
    assert _audience(user) == "the public"
    user.page.show_part("contributions")
    user.page.show_part("weekly-update")
    assert _audience(user) == "my mentor"
    assert user.wait().audience == "my mentor"


def test_an_audience_that_was_chosen_by_hand_since_stays(qtbot: QtBot, user: User) -> None:
    user.page.show_part("nomination")
    typed = next(w for w in user.page.findChildren(QLineEdit) if w.accessibleName() == "For")
    typed.selectAll()
    qtbot.keyClicks(typed, "the public")
    user.page.show_part("weekly-update")
    assert _audience(user) == "the public"


def test_the_page_for_a_meeting_is_for_the_mentor_again(user: User, journal: Journal) -> None:
    meeting = Meeting(whom="Mentor", day=DAY)
    journal.save_entry(meeting)
    user.page.show_part("nomination")
    user.page.show_part(f"meeting:{meeting.id}")
    assert _audience(user) == "my mentor"
    assert user.wait().audience == "my mentor"


def test_a_button_that_cannot_copy_says_why(user: User) -> None:
    assert not _copy(user).toolTip()
    _to_pdf(user)
    assert _copy(user).toolTip() == "A PDF is saved, not copied."
    assert _copy(user).accessibleDescription() == "A PDF is saved, not copied."
    user.choose("md")
    assert not _copy(user).accessibleDescription()
