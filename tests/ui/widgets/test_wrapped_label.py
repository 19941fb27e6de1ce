"""Words that break anywhere if they must."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.wrapped_label import WrappedLabel, laid_out

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


@pytest.mark.usefixtures("qapp")
def test_lines_begin_where_one_begins_to_read() -> None:
    font = QFont("Inter")
    assert laid_out("short", font, 300, LTR).lineAt(0).naturalTextRect().left() == 0
    assert laid_out("short", font, 300, RTL).lineAt(0).naturalTextRect().right() == pytest.approx(300, abs=2)
