"""The line that one writes in asks a whole question, however little room there is."""

from PySide6.QtWidgets import QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.today.write_line import WriteLine


def test_the_question_has_room_or_is_a_shorter_one(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    line = WriteLine(place)
    QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
    place.resize(1000, 200)
    place.show()
    text, keep = line.findChildren(QTextEdit)[0], line.findChildren(QPushButton)[0]
    question = "What is worth a line?"
    em = line.fontMetrics().height()

    shown = []
    for width in range(60 * em, 8 * em, -em // 2):
        line.resize(width, 3 * em)
        shown.append((text.placeholderText(), keep.text() != ""))
    assert list(dict.fromkeys(shown)) == [(question, True), (question, False), ("Write a line", False)]
