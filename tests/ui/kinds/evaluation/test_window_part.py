"""Which evaluation a pad is for, and where its window stands on that day."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.program import Phase
from amp_desktop.ui.kinds.evaluation.window_part import WindowPart

MIDTERM = Phase("Midterm evaluation", date(2026, 8, 12), date(2026, 8, 22))
PAD = Evaluation(window=MIDTERM.name, day=date(2026, 8, 7))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 8, 7), "Opens on 12 August, closes on 22 August. You can write from now on."),
        (date(2026, 8, 12), "Open until 22 August."),
        (date(2026, 8, 21), "Open until 22 August."),
        (date(2026, 8, 22), "Open until today."),
        (date(2026, 8, 23), "The window closed on 22 August: the pad is kept as it was."),
    ],
)
def test_the_pad_says_where_its_window_stands(qtbot: QtBot, today: date, words: str) -> None:
    part = WindowPart(lambda: today, lambda _pad: MIDTERM, lambda: [MIDTERM.name])
    qtbot.addWidget(part)
    part.show_entry(PAD)
    assert words in [label.text() for label in part.findChildren(QLabel)]


def test_a_pad_without_a_window_asks_for_one_in_whole_words(qtbot: QtBot) -> None:
    part = WindowPart(lambda: PAD.day, lambda _pad: None, lambda: [MIDTERM.name])
    qtbot.addWidget(part)
    part.resize(600, 200)
    part.show_entry(PAD)
    with qtbot.waitExposed(part):
        part.show()
    part.show_entry(replace(PAD, window=""))
    choice = part.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    widest = max(choice.fontMetrics().horizontalAdvance(choice.itemText(n)) for n in range(choice.count()))
    qtbot.waitUntil(lambda: choice.isVisible() and choice.width() > widest)
    assert all(label.text() for label in part.findChildren(QLabel) if label.isVisible()), (
        "no empty line above"
    )
