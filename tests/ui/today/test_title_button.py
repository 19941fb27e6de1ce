"""A title that breaks its lines: how high it is, and how often that is reckoned."""

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.ui.today import title_button
from amp_desktop.ui.today.title_button import TitleButton
from amp_desktop.ui.widgets.wrapped_label import laid_out

LONG = "What we said about the release, and what is left of it to be said " * 3


@pytest.fixture
def title(qtbot: QtBot) -> TitleButton:
    made = TitleButton()
    qtbot.addWidget(made)
    made.set_title(LONG)
    return made


def test_a_layout_that_asks_over_and_over_has_the_lines_laid_out_once(
    title: TitleButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    monkeypatch.setattr(title_button, "laid_out", lambda *asked: widths.append(asked[2]) or laid_out(*asked))
    assert len({title.heightForWidth(200) for _ in range(5)}) == len(widths) == 1
    assert title.heightForWidth(400) < title.heightForWidth(200)


def test_other_words_and_another_font_make_it_as_high_as_they_need(title: TitleButton) -> None:
    high = title.heightForWidth(200)
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    title.setFont(font)
    assert title.heightForWidth(200) > high
    title.set_title("Short")
    assert title.heightForWidth(200) < high
