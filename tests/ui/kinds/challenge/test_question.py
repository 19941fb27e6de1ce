"""From a challenge to a question that was asked: shown, copied, noted, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QTextEdit, QWidget

from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.program import Program
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.challenge.question_dialog import QuestionDialog
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, part
from tests.ui.people import press, seen, shows

STUCK = Challenge(title="The bot has lost its key", body="It ends quietly.", need="Who has a key?")


def opened(journal: Journal, open_page: OpenPage, challenge: Challenge = STUCK) -> EntriesPage:
    journal.save_entry(challenge)
    page = open_page(kind_page("challenge"))
    page.show_entry(challenge.id)
    QApplication.processEvents()
    return page


def dialog_of(page: QWidget) -> QuestionDialog:
    QApplication.processEvents()
    found = [one for one in page.window().findChildren(QuestionDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def read(journal: Journal, challenge: Challenge = STUCK) -> Challenge:
    entry = journal.entry(challenge.id)
    assert isinstance(entry, Challenge)
    return entry


def menu_of(page: QWidget) -> list[str]:
    menu = QMenu()
    part(page, FormatBar).menu_wanted.emit(menu)
    words = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return words


def test_it_is_shown_copied_noted_and_taken_back(journal: Journal, open_page: OpenPage) -> None:
    page = opened(journal, open_page)
    press(page, "Write a question")
    dialog = dialog_of(page)
    text = seen(dialog, QTextEdit, "The question").toPlainText()
    assert text.splitlines()[-1] == "My question: Who has a key?"
    assert shows(dialog, "whoever is awake can answer it")
    assert shows(dialog, "Say what you tried, even if it was little")
    assert journal.sharing.log().items == (), "nothing leaves before it is copied"
    press(dialog, "Copy")
    QApplication.processEvents()
    assert QGuiApplication.clipboard().text() == text
    (share,) = journal.sharing.log().items
    assert (share.text, share.template, share.entry_ids) == (text, "question", (STUCK.id,))
    whom = page.window().focusWidget()  # the page has the keyboard again once it is the active window
    assert isinstance(whom, QLineEdit)
    assert whom.accessibleName() == "Whom"
    assert shows(page, "Copied, ready to paste, and noted here")
    assert page.flush()
    noted = read(journal)
    assert noted.status is ChallengeStatus.ASKED
    assert [(one.where, one.day) for one in noted.asked] == [
        ("the project’s channel", journal.preferences.today())
    ]
    body(page).setFocus()
    undo = next(one for one in page.findChildren(QAction) if one.objectName() == "undo")
    undo.trigger()
    assert page.flush()
    back = read(journal)
    assert (back.status, back.asked) == (ChallengeStatus.OPEN, ())


def test_by_keys_alone_and_in_a_direct_message(journal: Journal, open_page: OpenPage) -> None:
    journal.save_program(Program(mentor="Amina"))
    named_in_it = Challenge(title="Stuck", need="What did Amina mean?")
    page = opened(journal, open_page, named_in_it)
    body(page).setFocus()
    QTest.keyClick(body(page), Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    dialog = dialog_of(page)
    assert shows(dialog, "may not want everybody to read it")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Copy"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    QApplication.processEvents()
    whom = page.window().focusWidget()
    assert whom is not None
    QTest.keyClicks(whom, "Amina")
    assert page.flush()
    assert [(one.whom, one.where) for one in read(journal, named_in_it).asked] == [
        ("Amina", "a direct message")
    ]


def test_copied_twice_it_is_noted_once(journal: Journal, open_page: OpenPage) -> None:
    page = opened(journal, open_page)
    for _ in range(2):
        press(page, "Write a question")
        press(dialog_of(page), "Copy")
        QApplication.processEvents()
    assert page.flush()
    assert len(read(journal).asked) == 1
    assert len(journal.sharing.log().items) == 2


def test_closed_without_copying_nothing_is_noted(journal: Journal, open_page: OpenPage) -> None:
    page = opened(journal, open_page)
    press(page, "Write a question")
    dialog = dialog_of(page)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.flush()
    assert read(journal).asked == ()
    assert journal.sharing.log().items == ()


def test_what_was_just_typed_is_in_it(journal: Journal, open_page: OpenPage) -> None:
    page = opened(journal, open_page)
    need = named(page, "What I need", QTextEdit)
    need.setFocus()
    QTest.keyClicks(need, "Now: ")
    press(page, "Write a question")
    assert "Now: " in seen(dialog_of(page), QTextEdit, "The question").toPlainText()


def test_a_narrow_page_has_it_in_its_menu_and_a_resolved_one_nowhere(
    journal: Journal, open_page: OpenPage
) -> None:
    page = opened(journal, open_page)
    assert "Write a question" in menu_of(page)
    bar = part(page, FormatBar)
    bar.resize(bar.minimumSizeHint())
    words = [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert "Write a question" not in words
    press(page, "Resolved")
    assert "Write a question" not in menu_of(page)
    bar.resize(bar.sizeHint())
    words = [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert "Write a question" not in words


def test_before_a_word_is_written_there_is_nothing_to_ask(journal: Journal, open_page: OpenPage) -> None:
    page = open_page(kind_page("challenge"))
    page.new_entry()
    QApplication.processEvents()
    press(page, "Write a question")
    assert page.window().findChildren(QuestionDialog) == []
    assert journal.count() == 0
