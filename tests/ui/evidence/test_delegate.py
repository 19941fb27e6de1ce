"""Rows are as high as what is painted in them."""

import math

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.evidence.delegate import MeasuredFont
from amp_desktop.ui.widgets.laid_text import laid_text
from amp_desktop.ui.widgets.painting import small_font


@pytest.mark.parametrize(
    "words",
    [
        "Goal · Lead the discussion on profiles · day moved · Mon 28 Sep · offered by what happened",
        "Write on my profile what I do and what I do not do",
        "AV WAVE To. Ty, 11/7: “Wait”",
    ],
)
def test_words_that_just_fit_and_just_do_not_are_measured_as_they_are_laid(
    qapp: QApplication, words: str
) -> None:
    for font in (qapp.font(), small_font(qapp.font())):
        measured, about = MeasuredFont(font), QFontMetrics(font).horizontalAdvance(words)
        for width in range(about - 6, about + 7):
            assert measured.height(words, width) == math.ceil(laid_text(words, font, width)[1]), width - about
