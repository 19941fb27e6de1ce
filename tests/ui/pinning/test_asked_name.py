"""The name of the mentee where the project lives: asked for once, and kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.journal import Journal
from amp_desktop.ui.pinning.asked_name import AskedName
from amp_desktop.ui.pinning.name_dialog import NameDialog
from amp_desktop.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(page: QWidget, journal: Journal) -> Iterator[AskedName]:
    session = Session(journal)
    yield AskedName(session, page)
    session.deleteLater()


def answer(page: QWidget, name: str) -> None:
    line = page.findChildren(NameDialog)[-1].findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_it_is_asked_for_until_it_is_known(
    page: QWidget, asked: AskedName, journal: Journal, qtbot: QtBot
) -> None:
    asked.ask_once()
    asked.ask_once()
    assert len(page.findChildren(NameDialog)) == 1
    with qtbot.waitSignal(asked.kept):
        answer(page, "@ada")
    assert journal.evidence.name == "ada"
    qtbot.waitUntil(lambda: page.findChildren(NameDialog) == [])
    asked.ask_once()
    assert page.findChildren(NameDialog) == []


def test_the_same_name_again_is_no_news(page: QWidget, asked: AskedName, journal: Journal) -> None:
    journal.evidence.set_name("@ada")
    told: list[str] = []
    asked.kept.connect(lambda: told.append("kept"))
    asked.ask()
    answer(page, "@ada")
    assert told == []
