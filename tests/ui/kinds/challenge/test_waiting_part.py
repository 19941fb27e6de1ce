"""What is offered on the page of a challenge while somebody has not answered."""

from datetime import timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.waiting import WaitingDays
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.challenge.waiting_part import WaitingPart
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part
from tests.ui.people import press, shows


def opened(journal: Journal, open_page: OpenPage, *days: int) -> tuple[EntriesPage, Challenge]:
    today = journal.preferences.today()
    asked = tuple(Asking(f"Person {n}", today - timedelta(n)) for n in days)
    stuck = journal.save_entry(Challenge(title="Stuck", status=ChallengeStatus.ASKED, asked=asked))
    page = open_page(kind_page("challenge"))
    page.show_entry(stuck.id)
    QApplication.processEvents()
    return page, stuck


def offers(page: EntriesPage) -> list[str]:
    QApplication.processEvents()
    links = part(page, WaitingPart).findChildren(QPushButton)
    return [one.text() for one in links if one.isVisible()]


def test_after_a_week_a_nudge_and_after_two_another_person(journal: Journal, open_page: OpenPage) -> None:
    page, stuck = opened(journal, open_page, 15, 8, 2)
    assert offers(page) == ["Copy a nudge", "Ask someone else", "Leave it", "Copy a nudge", "Leave it"]
    press(page, "Copy a nudge")
    (share,) = journal.sharing.log().items
    assert (share.template, share.entry_ids) == ("nudge", (stuck.id,))
    assert share.text == QGuiApplication.clipboard().text()
    assert shows(page, "Copied, ready to paste.")
    press(page, "Ask someone else")
    whom = QApplication.focusWidget()
    assert isinstance(whom, QLineEdit)
    assert whom.accessibleName() == "Whom"


def test_what_is_left_is_left_here_and_on_today_until_it_is_undone(
    journal: Journal, open_page: OpenPage
) -> None:
    page, _ = opened(journal, open_page, 8)
    today = journal.preferences.today()
    press(page, "Leave it")
    assert journal.waiting.all(today) == ()
    assert offers(page) == ["Undo"]
    press(page, "Undo")
    assert len(journal.waiting.all(today)) == 1
    assert offers(page) == ["Copy a nudge", "Leave it"]


def test_nothing_is_offered_before_its_day_and_the_days_are_the_mentees(
    journal: Journal, open_page: OpenPage
) -> None:
    journal.waiting.set_days(WaitingDays(9, 20))
    page, _ = opened(journal, open_page, 8)
    assert part(page, WaitingPart).isHidden()
