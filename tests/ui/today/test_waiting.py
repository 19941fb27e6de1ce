"""Who owes whom an answer, on the page of the day."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.waiting import WaitingFor

DAY = date(2026, 9, 17)


def test_after_some_days_it_offers_a_nudge_and_then_someone_else(qtbot: QtBot, journal: Journal) -> None:
    for days in (3, 8, 15):
        asked = (Asking("my mentor", DAY - timedelta(days)),)
        journal.save_entry(Challenge(title=f"Key {days}", asked=asked))
    shown = WaitingFor(Session(journal))
    qtbot.addWidget(shown)
    shown.show_day(DAY)

    def buttons() -> list[str]:
        QApplication.processEvents()
        return [one.accessibleName() for one in shown.findChildren(QPushButton) if one.isVisible()]

    def press(name: str) -> None:
        button = next(one for one in shown.findChildren(QPushButton) if one.accessibleName() == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    offers = [name for name in buttons() if ":" in name]
    assert offers == [
        "Copy a nudge: Key 15",
        "Ask someone else: Key 15",
        "Leave it: Key 15",
        "Copy a nudge: Key 8",
        "Leave it: Key 8",
    ]
    words = [one.text() for one in shown.findChildren(QLabel)]
    assert "from my mentor, since 2 September" in words
    press("Copy a nudge: Key 8")
    assert "Key 8" in QGuiApplication.clipboard().text()
    (share,) = journal.sharing.log().items
    assert share.text == QGuiApplication.clipboard().text()
    press("Leave it: Key 15")
    assert not [name for name in buttons() if "Key 15" in name]
    shown._wait_again()
    assert [name for name in buttons() if "Key 15" in name]
