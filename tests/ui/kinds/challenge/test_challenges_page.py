"""The page of challenges."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.challenge.view import ChallengeView
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.reading_line import ReadingLine
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named, redo, select, title, undo
from tests.ui.people import press

TODAY = date(2026, 7, 22)


def read(journal: Journal, name: str) -> Challenge:
    found = next(entry for entry in journal.entries() if entry.title == name)
    assert isinstance(found, Challenge)
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*pressed: Qt.Key | str) -> int:
    """Press keys and type words wherever the keyboard is; how many keys that led somewhere were pressed."""
    for one in pressed:
        QApplication.processEvents()
        QTest.keyClicks(focused(), one) if isinstance(one, str) else QTest.keyClick(focused(), one)
    QApplication.processEvents()
    return sum(not isinstance(one, str) for one in pressed)


def shown(page: QWidget) -> list[str]:
    """What can be read of whom one asked."""
    QApplication.processEvents()
    lines = [line for line in page.findChildren(ReadingLine) if line.isVisible()]
    lines.sort(key=lambda line: line.mapTo(page, line.rect().topLeft()).y())
    return [line.words().title for line in lines]


def test_everything_a_challenge_has_is_written(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Challenge(title="Flaky", status=ChallengeStatus.RESOLVED))
    page = open_page(kind_page("challenge"))
    for name, words in (
        *(("What happens", "It fails"), ("What I tried", "seeds"), ("What I need", "an hour")),
        *(("What helped", "a walk"), ("What I did not know then", "the clock")),
    ):
        qtbot.keyClicks(named(page, name, QTextEdit), words)
    press(page, "Whom I asked, and what came back")
    qtbot.keyClicks(named(page, "Whom", QLineEdit), "my mentor")
    qtbot.keyClicks(named(page, "What came back", QTextEdit), "look at the clock")
    assert page.flush()
    challenge = read(journal, "Flaky")
    assert (challenge.body, challenge.tried, challenge.need) == ("It fails", "seeds", "an hour")
    assert (challenge.what_helped, challenge.not_known) == ("a walk", "the clock")
    assert [(asking.whom, asking.answer) for asking in challenge.asked] == [
        ("my mentor", "look at the clock")
    ]
    assert challenge.status is ChallengeStatus.RESOLVED, "what is over stays so"


def test_from_the_last_part_to_resolved_by_two_keys(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Challenge(title="Flaky", body="It fails"))
    page = open_page(kind_page("challenge"))
    page.activateWindow()
    named(page, "For my mentor", QTextEdit).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    keys(Qt.Key.Key_3, "a walk")
    assert page.flush()
    assert (read(journal, "Flaky").status, read(journal, "Flaky").what_helped) == (
        ChallengeStatus.RESOLVED,
        "a walk",
    )


def test_from_open_to_resolved_by_seven_keys(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Challenge(title="Flaky", body="It fails"))
    page = open_page(kind_page("challenge"))
    title(page).setFocus()
    enter, down = Qt.Key.Key_Return, Qt.Key.Key_Down
    pressed = keys(down, Qt.Key.Key_2, "My mentor", enter, "our call", enter, "Look at the clock")
    assert page.flush()
    challenge = read(journal, "Flaky")
    (asking,) = challenge.asked
    assert (asking.whom, asking.where, asking.answer) == ("My mentor", "our call", "Look at the clock")
    assert challenge.status is ChallengeStatus.ASKED
    title(page).setFocus()
    pressed += keys(down, Qt.Key.Key_3, "A walk")
    assert page.flush()
    challenge = read(journal, "Flaky")
    assert (challenge.status, challenge.what_helped) == (ChallengeStatus.RESOLVED, "A walk")
    pressed += keys(down, "The clock")
    assert page.flush()
    assert read(journal, "Flaky").not_known == "The clock"
    assert pressed == 7


def test_what_one_did_not_know_is_asked_for_once_it_is_over(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Challenge(title="Flaky"))
    page = open_page(kind_page("challenge"))

    def is_asked() -> bool:
        QApplication.processEvents()
        return any(
            one.isVisible()
            for one in page.findChildren(QTextEdit)
            if one.accessibleName() == "What I did not know then"
        )

    assert not is_asked()
    press(page, "Resolved")
    assert is_asked()
    keys("It was the port.")
    undo(page)
    undo(page)
    assert not is_asked()
    redo(page)
    assert is_asked()
    redo(page)
    assert page.flush()
    assert read(journal, "Flaky").what_helped == "It was the port."


def test_a_line_that_was_begun_does_not_wander_to_another_challenge(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Challenge(title="One", day=TODAY, since=TODAY - timedelta(days=2)))
    journal.save_entry(Challenge(title="Two", day=TODAY - timedelta(days=1)))
    page = open_page(kind_page("challenge"))
    first = title(page).text()
    press(page, "Whom I asked, and what came back")
    QApplication.processEvents()
    assert named(page, "Whom", QLineEdit)
    for row in range(3):
        select(page, row)
        QApplication.processEvents()
        if title(page).text() not in ("", first):
            break
    assert title(page).text() not in ("", first)
    assert not [
        line for line in page.findChildren(QLineEdit) if line.accessibleName() == "Whom" and line.isVisible()
    ]
    assert read(journal, title(page).text()).asked == ()


def test_a_resolved_challenge_can_be_chosen_and_asked_ones_removed(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Challenge(title="Flaky", asked=(Asking("my mentor", TODAY),)))
    page = open_page(kind_page("challenge"))
    press(page, "Resolved")
    press(page, "my mentor, 22 July: no answer yet")
    press(page, "Remove this")
    assert page.flush()
    assert read(journal, "Flaky").status is ChallengeStatus.RESOLVED
    assert read(journal, "Flaky").asked == ()
    undo(page)
    assert shown(page) == ["my mentor", "I asked someone else"]
    assert page.flush()
    assert [asking.whom for asking in read(journal, "Flaky").asked] == ["my mentor"]


def test_the_day_of_an_answer_is_the_journals_own_and_disturbs_nobody(
    journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Challenge(title="Flaky", asked=(Asking("my mentor", TODAY),)))
    page = open_page(kind_page("challenge"))
    press(page, "my mentor, 22 July: no answer yet")
    keys("Look at")
    assert page.flush()
    keys(" the clock")
    assert page.flush()
    (asking,) = read(journal, "Flaky").asked
    assert asking.answer == "Look at the clock"
    assert asking.answered_on == journal.preferences.today()
    assert focused().accessibleName() == "What came back"


def test_it_is_read_in_the_order_of_its_page(journal: Journal) -> None:
    asked = (Asking("my *mentor*", TODAY, "a call", "- look\n- at ```"), Asking("Ana"))
    entry = Challenge(body="It fails", tried="seeds", need="help", asked=asked, what_helped="a walk")
    read_parts = ChallengeView().reading(entry)
    assert [(part.heading, part.text.split("\n")[0]) for part in read_parts[1:]] == [
        ("What happens", "It fails"),
        *(("What I tried", "seeds"), ("What I need", "help")),
        ("Whom I asked", r"**my \*mentor\***, a call, 22 Jul 2026"),
        ("", "**Ana**"),
        ("What helped", "a walk"),
    ]
    assert read_parts[0].text.startswith("Open")


def test_ctrl_z_in_an_open_line_takes_back_what_was_typed_and_leaves_it_open(
    journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Challenge(title="Flaky", asked=(Asking("my mentor", TODAY),)))
    page = open_page(kind_page("challenge"))
    press(page, "my mentor, 22 July: no answer yet")
    keys("Look")
    answer = named(page, "What came back", QTextEdit)
    keys(Qt.Key.Key_Up, "!")
    whom = named(page, "Whom", QLineEdit)
    assert whom.text() == "my mentor!"
    undo(page)
    assert (whom.text(), answer.toPlainText()) == ("my mentor", "Look")
    undo(page)
    assert (whom.text(), answer.toPlainText()) == ("my mentor", "")
    assert focused() is whom
    redo(page)
    redo(page)
    assert page.flush()
    (asking,) = read(journal, "Flaky").asked
    assert (asking.whom, asking.answer) == ("my mentor!", "Look")


def test_a_line_that_is_open_stays_open_while_it_is_saved_and_others_write(
    journal: Journal, open_page: OpenPage, session: Session
) -> None:
    saved = journal.save_entry(Challenge(title="Flaky", asked=(Asking("my mentor", TODAY, id="m"),)))
    page = open_page(kind_page("challenge"))
    press(page, "my mentor, 22 July: no answer yet")
    keys("Look")
    assert page.flush()
    now = journal.entry(saved.id)
    assert isinstance(now, Challenge)
    session.save(replace(now, asked=(Asking("Ana", TODAY, id="a"), *now.asked), tried="seeds"))
    keys(" here")
    assert page.flush()
    assert [(one.whom, one.answer) for one in read(journal, "Flaky").asked] == [
        ("Ana", ""),
        ("my mentor", "Look here"),
    ]
    assert read(journal, "Flaky").tried == "seeds"
    assert focused().accessibleName() == "What came back"
