"""A line of a list on a page: as high as its words, pressed, followed, pasted on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.reading_line import LineWords, ReadingLine

WORDS = LineWords(
    "My mentor", "our call", "17 Sep", "Not his either. Two have it.", icon_name="message-square"
)
TEXT = st.text("ab c\n\u0627\u4e2d", max_size=40)
NOTHING, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(qtbot: QtBot) -> ReadingLine:
    made = ReadingLine(WORDS, gutter=20)
    qtbot.addWidget(made)
    made.resize(500, made.heightForWidth(500))
    with qtbot.waitExposed(made):
        made.show()
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    words=st.builds(LineWords, TEXT.filter(bool), TEXT, TEXT, TEXT, icon_name=st.just("link")),
    narrow=st.integers(120, 400),
)
def test_a_narrower_line_is_never_lower(line: ReadingLine, words: LineWords, narrow: int) -> None:
    line.say(words)
    one = line.fontMetrics().height()
    assert line.heightForWidth(narrow) > line.heightForWidth(4000) - one // 2  # small letters are lower
    assert line.heightForWidth(4000) >= one
    below = words.below.count("\n") + 1 if words.below else 0
    assert line.heightForWidth(4000) >= one * (1 + below)


def test_what_it_says_is_heard_whole(line: ReadingLine) -> None:
    assert line.accessibleName() == "My mentor, our call, 17 Sep, Not his either. Two have it."
    line.say(LineWords("Ana", spoken="Ana, yesterday"))
    assert line.accessibleName() == "Ana, yesterday"


@pytest.mark.parametrize(
    ("key", "how", "signal"),
    [
        (Qt.Key.Key_Return, NOTHING, "clicked"),
        (Qt.Key.Key_Space, NOTHING, "clicked"),
        (Qt.Key.Key_Return, CONTROL, "follow_requested"),
        (Qt.Key.Key_Delete, NOTHING, "removal_requested"),
        (Qt.Key.Key_Up, NOTHING, "stepped"),
        (Qt.Key.Key_Down, NOTHING, "stepped"),
        (Qt.Key.Key_V, CONTROL, "pasted"),
    ],
)
def test_each_key_means_one_thing(
    qtbot: QtBot, line: ReadingLine, key: Qt.Key, how: Qt.KeyboardModifier, signal: str
) -> None:
    QGuiApplication.clipboard().setText("words")
    told: list[str] = []
    for name in ("clicked", "follow_requested", "removal_requested", "stepped", "pasted"):
        getattr(line, name).connect(lambda *_, name=name: told.append(name))
    QTest.keyClick(line, key, how)
    assert told == [signal]


def test_a_click_opens_and_with_ctrl_it_follows(qtbot: QtBot, line: ReadingLine) -> None:
    with qtbot.waitSignal(line.clicked), qtbot.assertNotEmitted(line.follow_requested):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(line.follow_requested), qtbot.assertNotEmitted(line.clicked):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, CONTROL)
    assert not line.isDown()
