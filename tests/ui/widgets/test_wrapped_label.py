"""Words that break anywhere if they must."""

import math

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets import wrapped_label
from amp_desktop.ui.widgets.wrapped_label import FittedLabel, WrappedLabel, laid_out

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=80), width=st.integers(60, 400))
def test_no_text_is_wider_than_its_room_and_every_line_is_seen(qtbot: QtBot, text: str, width: int) -> None:
    label = WrappedLabel("small")
    qtbot.addWidget(label)
    label.setText(text)
    lines = laid_out(" ".join(text.split()), label.font(), width, LTR)
    assert all(lines.lineAt(at).naturalTextWidth() <= width + 1 for at in range(lines.lineCount()))
    assert label.heightForWidth(width) >= sum(lines.lineAt(at).height() for at in range(lines.lineCount()))
    assert label.minimumSizeHint().width() < 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), widths=st.lists(st.integers(1, 500), min_size=2, max_size=6))
@example(text="one line of words", widths=[500, 60, 110, 400])
def test_it_is_as_high_at_a_width_as_its_lines_whatever_was_asked_before(
    qtbot: QtBot, text: str, widths: list[int]
) -> None:
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.setText(text)
    words = " ".join(text.split())
    for width in widths:
        lines = laid_out(words, label.font(), width, LTR)
        assert label.heightForWidth(width) == math.ceil(lines.boundingRect().height())


def test_what_stands_in_one_line_is_laid_out_once_for_all_widths_that_hold_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    monkeypatch.setattr(wrapped_label, "laid_out", lambda *asked: widths.append(asked[2]) or laid_out(*asked))
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.setText("Prepare the demo")
    assert len({label.heightForWidth(width) for width in (500, 400, 300)}) == len(widths) == 1
    assert label.heightForWidth(40) > label.heightForWidth(350)


@pytest.mark.usefixtures("qapp")
def test_lines_begin_where_one_begins_to_read() -> None:
    font = QFont("Inter")
    assert laid_out("short", font, 300, LTR).lineAt(0).naturalTextRect().left() == 0
    assert laid_out("short", font, 300, RTL).lineAt(0).naturalTextRect().right() == pytest.approx(300, abs=2)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=80), min_size=1, max_size=3), widths=st.lists(st.integers(60, 400)))
def test_a_fitted_label_is_as_high_as_a_wrapped_one_would_be(
    qtbot: QtBot, texts: list[str], widths: list[int]
) -> None:
    room, label, other = QWidget(), FittedLabel("small"), WrappedLabel("small")
    for widget in (room, other):
        qtbot.addWidget(widget)
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label, 1)
    room.show()
    for text in texts:
        label.setText(text)
        other.setText(text)
        for width in (200, *widths):
            room.resize(width, 300)
            QApplication.processEvents()
            assert label.height() == other.heightForWidth(label.width())
    assert not row.hasHeightForWidth()
