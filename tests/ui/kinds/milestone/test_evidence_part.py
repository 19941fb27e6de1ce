"""Evidence on a milestone's page: words and where they lead, pasted, changed, and followed when asked."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.ui.kinds.milestone.evidence_part import EvidencePart
from amp_desktop.ui.widgets.reading_line import ReadingLine
from tests.ui.people import press, seen, shows

TEN = Evidence("https://github.com/org/repo/pull/10", "The ten")
BARE = Evidence("https://www.example.org/talk")
MILESTONE = Milestone(title="Ten", day=date(2026, 9, 22), evidence=(TEN, BARE))
CONTROL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """The part above another line."""

    def __init__(self) -> None:
        super().__init__()
        self.part, self.after = EvidencePart(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.part)
        column.addWidget(self.after)
        column.addStretch(1)
        self.told = 0
        self.part.edited.connect(self._edited)
        self.resize(700, 500)

    @Slot()
    def _edited(self) -> None:
        self.told += 1

    def evidence(self) -> tuple[Evidence, ...]:
        filled = self.part.filled(MILESTONE)
        assert isinstance(filled, Milestone)
        return filled.evidence


class Browser(QObject):
    """Stands for the web browser of the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.part.show_entry(MILESTONE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def lines(page: QWidget) -> list[ReadingLine]:
    QApplication.processEvents()
    found = [line for line in page.findChildren(ReadingLine) if line.isVisible()]
    return sorted(found, key=lambda line: line.mapTo(page, line.rect().topLeft()).y())


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(focused(), Qt.Key.Key_V, CONTROL)


def test_a_line_says_the_words_and_where_they_lead(page: Page) -> None:
    words = [line.words() for line in lines(page)]
    read = [(one.title, one.aside.replace("\N{WORD JOINER}", "")) for one in words[:2]]
    assert [(title.replace("\N{WORD JOINER}", ""), aside) for title, aside in read] == [
        ("The ten", "github.com/org/repo/pull/10"),
        ("example.org/talk", ""),
    ]
    assert lines(page)[0].accessibleName() == "The ten, https://github.com/org/repo/pull/10"


def test_addresses_and_markdown_links_are_pasted_where_one_stands(page: Page) -> None:
    lines(page)[2].setFocus()
    paste("[three](https://example.org/3)\n- https://example.org/4")
    three, four = Evidence("https://example.org/3", "three"), Evidence("https://example.org/4")
    assert page.evidence() == (TEN, BARE, three, four)
    assert page.told == 1


def test_a_markdown_link_pasted_into_a_new_line_is_taken_apart(page: Page) -> None:
    lines(page)[2].click()
    paste("[three](https://example.org/3)\nhttps://example.org/4")
    assert page.evidence()[2:] == (
        Evidence("https://example.org/3", "three"),
        Evidence("https://example.org/4"),
    )
    assert seen(page, QLineEdit, "What it shows").text() == "three"


def test_a_link_is_typed_and_taken_apart_once_it_is_done(page: Page) -> None:
    lines(page)[2].click()
    QTest.keyClicks(focused(), "[four](https://example.org/4)")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.evidence()[2:] == (Evidence("https://example.org/4", "four"),)
    assert lines(page)[2].words().title == "four"
    assert focused() is lines(page)[2]


def test_words_are_given_to_an_address(page: Page) -> None:
    lines(page)[1].click()
    QTest.keyClicks(focused(), "My talk")
    page.after.setFocus()
    assert page.evidence()[1] == Evidence(BARE.url, "My talk")


def test_a_link_is_followed_once_that_was_answered(page: Page, browser: Browser) -> None:
    lines(page)[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert browser.opened == []
    assert shows(page, "Open github.com in your web browser?")
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert browser.opened == [TEN.url]
    assert focused() is lines(page)[0]
    QTest.mouseClick(lines(page)[1], Qt.MouseButton.LeftButton, CONTROL)
    press(page, "Close this message")
    assert browser.opened == [TEN.url]


def test_another_milestone_is_not_asked_for_the_link_of_this_one(page: Page, browser: Browser) -> None:
    QTest.mouseClick(lines(page)[0], Qt.MouseButton.LeftButton, CONTROL)
    page.part.show_entry(Milestone(title="Other"))
    assert not shows(page, "Open github.com in your web browser?")
    assert [line.words().title for line in lines(page)] == ["Evidence: a link that shows it"]


def test_what_is_no_address_leads_nowhere(page: Page, browser: Browser) -> None:
    page.part.show_entry(Milestone(title="Odd", evidence=(Evidence("file:///etc/passwd", "x"),)))
    lines(page)[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert not shows(page, "Open")
    assert browser.opened == []


def test_what_is_typed_on_behind_an_address_becomes_its_words(page: Page) -> None:
    page.part.focus_last()
    for letter in "https://example.org/r":
        QTest.keyClick(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    for letter in "The tag":
        QTest.keyClick(QApplication.focusWidget(), letter)
    assert page.evidence()[-1] == Evidence("https://example.org/r", "The tag")


def test_a_new_line_begins_with_what_it_shows_which_stands_first(page: Page) -> None:
    lines(page)[2].click()
    assert focused() is seen(page, QLineEdit, "What it shows")
    QTest.keyClicks(focused(), "The tag")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    paste("https://example.org/r")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.evidence()[2:] == (Evidence("https://example.org/r", "The tag"),)
    assert focused() is lines(page)[2]


def test_an_address_pasted_in_place_of_words_goes_where_it_belongs(page: Page) -> None:
    lines(page)[2].click()
    paste("https://example.org/5")
    assert focused() is seen(page, QLineEdit, "What it shows")
    QTest.keyClicks(focused(), "Five")
    assert page.evidence()[2:] == (Evidence("https://example.org/5", "Five"),)


def test_words_pasted_in_place_of_nothing_stay_words(page: Page) -> None:
    lines(page)[2].click()
    paste("Five of them")
    assert page.evidence()[2:] == (Evidence("", "Five of them"),)


@pytest.mark.parametrize("width", [480, 700])
def test_what_opens_and_removes_a_link_stands_in_its_first_line(page: Page, width: int) -> None:
    page.resize(width, 500)
    lines(page)[0].click()
    QApplication.processEvents()
    words = seen(page, QLineEdit, "What it shows")
    middles = [
        button.mapTo(page, button.rect().center()).y()
        for button in (
            seen(page, QToolButton, "Open in the web browser…"),
            seen(page, QToolButton, "Remove this"),
        )
    ]
    top = words.mapTo(page, words.rect().topLeft()).y()
    assert all(top <= middle <= top + words.height() for middle in middles)
