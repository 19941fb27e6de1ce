"""The two columns of the page: beside each other or one under the other, in any width, with any words."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.today import TodayPage
from amp_desktop.ui.today.columns import TwoColumns
from amp_desktop.ui.today.next_meeting import NextMeeting
from amp_desktop.ui.today.rows import AgendaRow, DayRow, NextStepRow, WrittenRow
from amp_desktop.ui.today.section import RowSection
from amp_desktop.ui.today.steps_section import StepsSection
from amp_desktop.ui.today.title_button import TitleButton

DAY = date(2026, 7, 22)
WORDS = (
    "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselbundanhänger" * 3,
    "今天我写了关于版本发布的评审这个标题非常长所以必须换行才能显示完整的内容没有空格也要换行" * 2,
    "आज मैंने समीक्षा लिखी और दस्तावेज़ सुधारे, और यह शीर्षक बहुत लंबा है",
    "كتبت اليوم مراجعة طويلة عن الإصدار القادم، وهذا عنوان طويل جدا",
    "https://example.org/" + "a/very/long/address/" * 9,
)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Iterator[TodayPage]:
    made = TodayPage(Session(journal))
    made.shown_day = DAY
    qtbot.addWidget(made)
    yield made
    made.forget()


def columns(page: TodayPage) -> TwoColumns:
    found = page.findChild(TwoColumns)
    assert isinstance(found, TwoColumns)
    return found


def fill(journal: Journal, words: str) -> None:
    journal.save_entry(Note(title=words, body=words, day=DAY, on_agenda=True))
    journal.save_entry(Goal(title=words, day=date(2026, 7, 1), steps=(Step(words),)))


def show(page: TodayPage, width: int) -> None:
    page.resize(width, 700)
    page.show()
    page.arrive()
    for _ in range(3):
        QApplication.processEvents()


def place(widget: QWidget, page: TodayPage) -> QPoint:
    return widget.mapTo(page, QPoint())


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("width", [700, 1080, 1700])
def test_no_words_make_it_wider_than_its_window(
    page: TodayPage, journal: Journal, words: str, width: int
) -> None:
    fill(journal, words)
    show(page, width)
    assert columns(page).horizontalScrollBar().maximum() == 0
    rows = [row for kind in (AgendaRow, NextStepRow, WrittenRow) for row in page.findChildren(kind)]
    assert len(rows) == 3
    for row in rows:
        assert row.height() >= row.heightForWidth(row.width()), "its lines are all seen"


def test_the_side_goes_under_where_there_is_no_room_with_the_agenda_first(
    page: TodayPage, journal: Journal
) -> None:
    fill(journal, "Short")
    show(page, 1080)
    written, point, step = (page.findChildren(kind)[0] for kind in (WrittenRow, AgendaRow, NextStepRow))
    assert columns(page).is_beside()
    assert place(point, page).x() > place(written, page).x() + written.width()
    show(page, 800)
    assert not columns(page).is_beside()
    assert place(written, page).y() < place(point, page).y() < place(step, page).y()


def test_an_empty_morning_has_one_column_and_no_word_of_what_is_not_there(page: TodayPage) -> None:
    show(page, 1080)
    side = page.findChild(QWidget, "today-side")
    assert isinstance(side, QWidget)
    assert not side.isVisible()
    assert not any(
        part.isVisible()
        for kind in (RowSection, NextMeeting, StepsSection)
        for part in page.findChildren(kind)
    )


def test_what_is_put_into_a_page_that_is_seen_has_its_room_before_it_is_painted(
    page: TodayPage, journal: Journal
) -> None:
    page.resize(1080, 300)
    show(page, 1080)
    fill(journal, WORDS[0])
    points = (Challenge(title=f"Stuck {n}: {WORDS[2]}", since=DAY) for n in range(5))
    journal.save_entries([Meeting(title="Our call", day=DAY, at="17:00"), *points])
    page.arrive()
    titles = [title for title in page.findChildren(TitleButton) if title.text() or title.accessibleName()]
    assert len(titles) > 5
    for title in titles:
        assert title.isVisible()
        assert title.height() >= title.heightForWidth(title.width())


class _Sizes(QObject):
    """Counts how often each row is given a size."""

    def __init__(self) -> None:
        super().__init__()
        self.given: Counter[int] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and isinstance(watched, (AgendaRow, DayRow)):
            self.given[id(watched)] += 1
        return False


def test_a_page_that_comes_is_laid_out_once_and_not_for_each_part(page: TodayPage, journal: Journal) -> None:
    for number in range(4):
        fill(journal, f"Something to do about {number}")
    sizes = _Sizes()
    QApplication.instance().installEventFilter(sizes)
    show(page, 1400)
    QApplication.instance().removeEventFilter(sizes)
    rows = [*page.findChildren(AgendaRow), *page.findChildren(DayRow)]
    assert len(rows) == 12
    assert all(row.isVisible() for row in rows)
    assert [sizes.given[id(row)] for row in rows] == [1] * 12
