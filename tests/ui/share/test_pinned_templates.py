"""A nomination on the Share page: what is pinned, ticked by a person, and what no link shows."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS
from amp_desktop.ui.pinning.name_dialog import NameDialog
from amp_desktop.ui.session import Session
from amp_desktop.ui.share import SharePage
from amp_desktop.ui.share.found_panel import FoundPanel
from amp_desktop.ui.share.leaving import CountingLine
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.share.template_chip import TemplateChip
from tests.ui.entries.pages import part
from tests.ui.people import press
from tests.ui.share.conftest import User
from tests.ui.share.test_this_time import write

DAY = date(2026, 7, 22)
PULL = "https://github.com/a/b/pull/7"
SHOWN = Milestone(
    title="Merged", day=DAY, sharing=Sharing.SHAREABLE, evidence=(Evidence(PULL),), pins=(Pin("quality"),)
)
BARE = Note(title="Began a working group", day=DAY, pins=(Pin("initiative"),))


def _page(journal: Journal, qtbot: QtBot) -> SharePage:
    session = Session(journal)
    page = SharePage(session)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    page.show_part("nomination")
    User(qtbot, page).forms.choose(list(RENDERERS).index("md") + 1)  # a text can be read
    qtbot.waitUntil(lambda: page.prepared() is not None, timeout=10_000)
    return page


def _text(page: SharePage) -> str:
    prepared = page.prepared()
    return "" if prepared is None else prepared.data.decode()


def test_only_what_is_ticked_is_told_and_the_rest_by_one_button(journal: Journal, qtbot: QtBot) -> None:
    journal.save_entries([SHOWN, BARE, Note(title="Not pinned", day=DAY, sharing=Sharing.SHAREABLE)])
    journal.evidence.set_name("octo-cat")
    page = _page(journal, qtbot)
    assert _text(page).startswith("# Nomination for Maintainer: @octo-cat")
    assert PULL in _text(page)
    assert "working group" not in _text(page)
    assert "Not pinned" not in _text(page)
    press(page, "Tick all of it")
    qtbot.waitUntil(lambda: "working group" in _text(page), timeout=10_000)


def _asked_for_name(page: SharePage) -> QLineEdit | None:
    asking = [one for one in page.window().findChildren(NameDialog) if one.isVisible()]
    return part(asking[0], QLineEdit) if asking else None


def test_whoever_comes_to_the_nomination_is_asked_for_the_name_once(journal: Journal, qtbot: QtBot) -> None:
    journal.save_entries([SHOWN])
    page = _page(journal, qtbot)
    asked = _asked_for_name(page)
    assert asked is not None
    QTest.keyClicks(asked, "@octo-cat")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _text(page).startswith("# Nomination for Maintainer: @octo-cat"), timeout=10_000)
    qtbot.waitUntil(lambda: _asked_for_name(page) is None)
    page.show_part("mentor-meeting")
    page.show_part("nomination")
    assert _asked_for_name(page) is None


def test_a_nomination_without_a_name_can_be_made_all_the_same(journal: Journal, qtbot: QtBot) -> None:
    journal.save_entries([SHOWN])
    page = _page(journal, qtbot)
    asked = _asked_for_name(page)
    assert asked is not None
    QTest.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _asked_for_name(page) is None)
    assert _text(page).startswith("# Nomination for Maintainer")


def test_a_nomination_is_chosen_without_the_place_for_a_name(journal: Journal, qtbot: QtBot) -> None:
    journal.save_entries([SHOWN])
    chip = _page(journal, qtbot).findChild(TemplateChip)
    assert isinstance(chip, TemplateChip)
    assert chip.text() == "Nomination for Maintainer"
    assert chip.accessibleName() == "Template: Nomination for Maintainer"
    offered = [action.text() for action in chip.menu().actions()]
    assert "Nomination for Maintainer" in offered
    assert not [words for words in offered if "@" in words]


def test_what_others_said_is_not_among_all_of_it(journal: Journal, qtbot: QtBot) -> None:
    said = Feedback(body="A word in confidence", by="Mentor", day=DAY, pins=(Pin("quality"),))
    journal.save_entries([SHOWN, BARE, said])
    page = _page(journal, qtbot)
    press(page, "Tick all of it")
    qtbot.waitUntil(lambda: "working group" in _text(page), timeout=10_000)
    assert "A word in confidence" not in _text(page)


def test_what_others_said_alone_offers_no_button(journal: Journal, qtbot: QtBot) -> None:
    journal.save_entries([SHOWN, Feedback(body="A word in confidence", day=DAY, pins=(Pin("quality"),))])
    page = _page(journal, qtbot)
    assert not any(
        one.isVisible() and one.text() == "Tick all of it" for one in page.findChildren(QPushButton)
    )


def test_a_claim_without_a_link_says_so_on_the_page_and_not_in_the_text(
    journal: Journal, qtbot: QtBot
) -> None:
    from dataclasses import replace

    journal.save_entries([SHOWN, replace(BARE, sharing=Sharing.SHAREABLE)])
    page = _page(journal, qtbot)
    found = part(page, FoundPanel)
    assert any(
        one.text().endswith("1 without a link") for one in part(page, CountingLine).findChildren(QPushButton)
    )
    found.show()
    go = next(one for one in found.findChildren(QPushButton) if one.text() == "Open the entry")
    assert "No link" not in _text(page)
    with qtbot.waitSignal(page.entry_requested) as asked:
        go.click()
    assert asked.args == [BARE.id]


def test_an_empty_journal_shows_the_empty_form(journal: Journal, qtbot: QtBot) -> None:
    page = _page(journal, qtbot)
    assert "What belongs here: what was begun without being asked." in _text(page)


def test_a_nomination_keeps_its_words_when_it_has_left_and_is_for_no_meeting(
    journal: Journal, qtbot: QtBot
) -> None:
    journal.save_entry(SHOWN)
    page = _page(journal, qtbot)
    user = User(qtbot, page)
    key = next(key for key in user.wait().disclosure.places if key.startswith(str(SHOWN.id)))
    part(page, Preview).word_anew(key)
    write(user, "Merged what all had waited for")
    assert b"all had waited for" in user.wait().data
    user.button("Copy").click()
    for template in ("nomination", "mentor-meeting"):
        words = [edit.words for edit in journal.sharing.draft(template).edits.values()]
        assert words == (["Merged what all had waited for"] if template == "nomination" else [])
    assert not any("for the meeting" in b.text() for b in page.findChildren(QPushButton) if b.isVisible())


def test_what_is_ticked_and_stays_says_why_until_more_of_it_is_chosen(journal: Journal, qtbot: QtBot) -> None:
    said = Feedback(body="A word in confidence", by="Mentor", day=DAY, pins=(Pin("quality"),))
    journal.save_entries([SHOWN, said])
    page = _page(journal, qtbot)
    user = User(qtbot, page)
    tip = Qt.ItemDataRole.ToolTipRole
    user.tick_by_keyboard(said.id)
    user.wait()
    assert user.counts() == "1 entry leaves, 1 stays."
    qtbot.waitUntil(lambda: "everybody reads the title alone" in str(user.row(said.id).data(tip)))
    assert "It stays" in str(user.row(said.id).data(Qt.ItemDataRole.AccessibleTextRole))
    user.press(said.id, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "A word in confidence" in _text(page), timeout=10_000)
    assert user.counts() == "2 entries leave, 0 stay."
    assert "It stays" not in str(user.row(said.id).data(tip))


def test_what_leaves_says_nothing_of_staying(journal: Journal, qtbot: QtBot) -> None:
    journal.save_entry(SHOWN)
    page = _page(journal, qtbot)
    row = User(qtbot, page).row(SHOWN.id)
    assert "stays" not in str(row.data(Qt.ItemDataRole.ToolTipRole))
