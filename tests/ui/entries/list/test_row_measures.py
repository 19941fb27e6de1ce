"""How many lines the words of a row take: reckoned, and never other than Qt lays them out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.entries.list.row_measures import RowExtent, RowMeasures

WORDS = st.text(
    st.one_of(
        st.sampled_from("abcdefghijiiilmnopqrstuvwxyzWM     --/.,"),
        st.characters(exclude_categories=["C", "Z"]),
    ),
    min_size=1,
    max_size=120,
).filter(str.strip)


@pytest.fixture(scope="module")
def measures(qapp: QApplication) -> RowMeasures:
    return RowMeasures(QApplication.font())


def laid_out(words: str, font: QFont, width: int) -> int:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines += 1
    layout.endLayout()
    return lines


@settings(max_examples=400)
@given(words=WORDS, width=st.integers(90, 500))
@example(words="Lead one release from the first list to the last thank-you", width=232)
@example(words="用中文打招呼" * 9, width=200)
@example(words="كيف أقود إصدارًا واحدًا من أول قائمة إلى آخر شكر" * 2, width=240)
@example(words="एक रिलीज़ का नेतृत्व पहली सूची से अंतिम धन्यवाद तक" * 2, width=240)
def test_lines_are_those_that_qt_lays_out(measures: RowMeasures, words: str, width: int) -> None:
    words = " ".join(words.split())
    room = width - 2 * measures.inset
    title = measures.lines(RowExtent(measures.extent(words)), width)[0]
    assert title == min(laid_out(words, measures.title_font, room), 3)


def test_a_row_is_as_high_as_what_is_in_it(measures: RowMeasures) -> None:
    short, long = measures.extent("Short"), measures.extent("Words that go on and on " * 3)
    excerpt = measures.extent("What it says, " * 20, small=True)
    bare = RowExtent(short, has_line=False)
    heights = [
        measures.height(extent, 260)
        for extent in (bare, RowExtent(short), RowExtent(long), RowExtent(long, excerpt))
    ]
    assert heights == sorted(set(heights))
    assert measures.height(RowExtent(long), 2000) == measures.height(RowExtent(short), 2000)
