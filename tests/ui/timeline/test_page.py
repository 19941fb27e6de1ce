"""The page of the timeline: fetched as one scrolls, walked by keys, each thing leading to its entry."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.timeline import TimelinePage
from amp_desktop.ui.timeline.delegate import paint_row
from amp_desktop.ui.timeline.model import TimelineModel, TimelineRole
from amp_desktop.ui.timeline.rows import RowKind, TimelineRow
from tests.ui.people import seen, shows

TODAY = date(2026, 7, 22)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> TimelinePage:
    journal.save_preferences(Preferences(fixed_day=TODAY.isoformat()))
    journal.save_program(default_program(2026))
    session = Session(journal)
    page = TimelinePage(session)
    session.setParent(page)
    qtbot.addWidget(page)
    page.resize(1000, 650)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def _list(page: TimelinePage) -> QListView:
    return seen(page, QListView, "What happened")


def _model(page: TimelinePage) -> TimelineModel:
    found = page.findChild(TimelineModel)
    assert found is not None
    return found


def _milestone(title: str, days_ago: int) -> Milestone:
    day = TODAY - timedelta(days=days_ago)
    return Milestone(title=title, day=day, reached_on=day)


@pytest.mark.parametrize("width", [600, 1400])
def test_the_scroll_bar_stands_at_the_edge_and_the_rows_in_the_middle(
    page: TimelinePage, journal: Journal, width: int
) -> None:
    journal.save_entries([_milestone(f"Milestone {at}", at) for at in range(40)])
    page.arrive()
    page.resize(width, 500)
    QApplication.processEvents()
    view = _list(page)
    bar = view.verticalScrollBar()
    assert bar.isVisible()
    assert page.mapFromGlobal(bar.mapToGlobal(bar.rect().topRight())).x() >= width - 2
    heading = next(line for line in page.findChildren(QLabel) if line.text() == "Timeline")
    rows_left = view.viewport().mapTo(page, QPoint(0, 0)).x()
    assert abs(rows_left - heading.mapTo(page, QPoint(0, 0)).x()) <= 1


def test_without_anything_it_says_what_will_stand_here(page: TimelinePage) -> None:
    page.session.save_program(default_program(2026).without_dates())
    page.arrive()

    assert shows(page, "Steps that you tick, goals, milestones and feedback will appear here")


def test_keys_go_from_thing_to_thing_over_headings_and_enter_opens(page: TimelinePage, qtbot: QtBot) -> None:
    made = [_milestone("New", 0), _milestone("Old", 9)]
    page.session.journal.save_entries(made)
    page.arrive()
    view = _list(page)
    view.setFocus()

    assert view.currentIndex().data() == "New"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data() == "Old"
    spoken = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Monday 13 July 2026. Milestone. Old"
    with qtbot.waitSignal(page.entry_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [made[1].id]


def test_older_weeks_come_as_one_scrolls(page: TimelinePage, qtbot: QtBot) -> None:
    page.session.journal.save_entries([_milestone(f"M{at}", 20 * at) for at in range(120)])
    page.arrive()
    model = _model(page)
    first = model.rowCount()
    assert model.canFetchMore(QModelIndex())

    _list(page).scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() > first)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())

    titles = [model.index(at, 0).data() for at in range(model.rowCount())]
    assert [title for title in titles if title.startswith("M")] == [f"M{at}" for at in range(120)]


def test_it_is_a_model_as_qt_wants_it(page: TimelinePage, qtmodeltester: ModelTester) -> None:
    page.session.journal.save_entries([_milestone(f"M{at}", 40 * at) for at in range(9)])
    page.arrive()

    qtmodeltester.check(_model(page), force_py=True)


def test_what_is_written_elsewhere_comes_and_one_stays_where_one_was(page: TimelinePage) -> None:
    page.session.journal.save_entries([_milestone("A", 3), _milestone("B", 5)])
    page.arrive()
    view = _list(page)
    second = next(at for at in range(_model(page).rowCount()) if _model(page).index(at, 0).data() == "B")
    view.setCurrentIndex(_model(page).index(second, 0))

    page.session.save(_milestone("C", 1))

    assert view.currentIndex().data() == "B"
    assert "C" in [_model(page).index(at, 0).data() for at in range(_model(page).rowCount())]


def test_locking_forgets_every_word(page: TimelinePage) -> None:
    page.session.save(_milestone("Secret", 0))
    page.arrive()

    page.forget()

    assert _model(page).rowCount() == 0


@pytest.mark.usefixtures("appearance")
@pytest.mark.parametrize("mirrored", [False, True])
def test_each_thing_has_a_shape_of_its_own(mirrored: bool) -> None:
    draw = _drawing(mirrored=mirrored)
    whats = (What.REACHED, What.ACHIEVED, What.LET_GO, What.RESOLVED, What.FEEDBACK, What.STEP_DONE, None)

    drawn = [draw(what) for what in whats]

    assert all(one != other for at, one in enumerate(drawn) for other in drawn[at + 1 :])


def _drawing(*, mirrored: bool) -> Callable[[What | None], QImage]:
    def draw(what: What | None) -> QImage:
        image = QImage(600, 60, QImage.Format.Format_RGB32)
        image.fill(theme().tokens.base)
        painter = QPainter(image)
        row = TimelineRow(RowKind.FACT if what else RowKind.WEEK, "", day="", what=what)
        paint_row(painter, image.rect(), painter.font(), theme().tokens, row, mirrored=mirrored)
        painter.end()
        return image

    return draw


def test_a_row_is_told_by_its_role(page: TimelinePage) -> None:
    page.session.save(_milestone("M", 0))
    page.arrive()

    row: TimelineRow = _list(page).currentIndex().data(TimelineRole.ROW)
    assert (row.kind, row.what) == (RowKind.FACT, What.REACHED)


def test_what_an_empty_page_says_stands_under_its_title(qtbot: QtBot, journal: Journal) -> None:
    session = Session(journal)
    page = TimelinePage(session)
    session.setParent(page)
    qtbot.addWidget(page)
    page.resize(1000, 650)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    sentence = next(one for one in page.findChildren(QLabel) if one.text().startswith("Steps that you tick"))
    qtbot.waitUntil(lambda: 0 < sentence.mapTo(page, QPoint()).y() < 200)
