"""The page of insights: opened, walked by keys, read as a table, and silent about what is not there."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.insights import InsightsPage
from amp_desktop.ui.insights.chart_view import ChartView
from amp_desktop.ui.insights.table import ChartTable, ChartTableModel
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.segments import SegmentedRow
from tests.ui.people import press, seen, shows

TODAY = date(2026, 7, 22)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> InsightsPage:
    journal.save_preferences(Preferences(fixed_day=TODAY.isoformat()))
    journal.save_program(default_program(2026))
    session = Session(journal)
    page = InsightsPage(session)
    session.setParent(page)
    qtbot.addWidget(page)
    page.resize(1000, 650)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def _chart(page: InsightsPage) -> ChartView:
    return seen(page, ChartView, "Chart over time")


def _spoken(view: ChartView) -> str:
    return QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)


def test_an_empty_journal_says_what_will_stand_here(page: InsightsPage) -> None:
    page.arrive()

    assert shows(page, "There is nothing to see yet.")
    assert page.findChild(ChartView).isHidden()  # type: ignore[union-attr]


def test_keys_walk_the_days_and_a_screen_reader_hears_them(page: InsightsPage, qtbot: QtBot) -> None:
    for day, mood in ((20, 2), (22, 4)):
        page.session.save(SelfCareNote(day=date(2026, 7, day), mood=mood))
    page.arrive()
    chart = _chart(page)
    chart.setFocus()

    assert _spoken(chart) == "Wednesday 22 July 2026 (week 6) · Mood · good"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert _spoken(chart) == "Monday 20 July 2026 (week 6) · Mood · low"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert _spoken(chart) == "Monday 20 July 2026 (week 6) · Mood · low"


def test_enter_opens_the_goal_that_was_achieved(page: InsightsPage, qtbot: QtBot) -> None:
    goal = Goal(title="Ship", day=date(2026, 7, 1), status=GoalStatus.ACHIEVED, status_since=TODAY)
    page.session.journal.save_entries([goal])
    page.arrive()
    chart = _chart(page)
    chart.setFocus()

    assert _spoken(chart) == "Wednesday 22 July 2026 (week 6) · Goals: open · 0 open. Achieved: Ship"
    with qtbot.waitSignal(page.entry_requested) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args == [goal.id]


def test_the_same_numbers_stand_in_a_table_by_a_key(page: InsightsPage, qtbot: QtBot) -> None:
    page.session.save(SelfCareNote(day=TODAY, mood=2, energy=3))
    page.session.save(SelfCareNote(day=TODAY, mood=4))
    page.arrive()
    qtbot.keyClick(_chart(page), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    table = seen(page, ChartTable, "The numbers of the chart")
    assert table.hasFocus()
    model = table.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads == ["Mood", "Energy"]
    assert model.headerData(0, Qt.Orientation.Vertical) == "Wednesday 22 July 2026 (week 6)"
    assert [model.index(0, at).data() for at in range(2)] == ["2–4", "3"]
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Wednesday 22 July 2026 (week 6) · Mood · low to good, 2 check-ins"
    qtbot.keyClick(table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert _chart(page).hasFocus()


def test_another_time_is_chosen_and_what_is_not_in_it_is_not_told(page: InsightsPage) -> None:
    page.session.save(SelfCareNote(day=date(2026, 6, 16), mood=2))
    page.session.save(Goal(title="G", day=date(2026, 6, 16)))
    page.arrive()
    assert "Mood" in [row.name for row in _chart(page)._chart.rows]

    press(page, "4 weeks")

    names = [row.whole_name for row in _chart(page)._chart.rows]
    assert "Mood" not in names, "no trace is left of what is not there"
    assert "Goals: open" in names


def test_without_days_there_is_no_program_to_choose(page: InsightsPage) -> None:
    page.session.save_program(default_program(2026).without_dates())
    page.session.save(SelfCareNote(day=TODAY, mood=2))
    page.arrive()

    assert [one.text() for one in seen(page, SegmentedRow, "Time").segments() if one.isVisible()] == [
        "4 weeks",
        "All",
    ]
    assert _spoken(_chart(page)) == "Wednesday 22 July 2026 · Mood · low"


def test_nothing_is_reckoned_while_nobody_looks(page: InsightsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.hide()
    monkeypatch.setattr(page.session.journal.insights, "of", _never)

    page.session.save(SelfCareNote(day=TODAY, mood=2))


def test_locking_forgets_all(page: InsightsPage) -> None:
    page.session.save(SelfCareNote(day=TODAY, mood=2))
    page.arrive()
    chart = _chart(page)
    assert "Mood" in _spoken(chart)

    page.forget()

    assert chart.words() == _spoken(chart) == ""
    assert page.findChild(ChartTableModel).rowCount() == 0  # type: ignore[union-attr]


def _never(*_: object) -> None:
    raise AssertionError("nobody looks at it")


def test_no_word_of_it_counts_what_is_missed(page: InsightsPage, sample_journal: Journal) -> None:
    page.session.begin(sample_journal)
    page.arrive()
    QApplication.processEvents()
    chart = _chart(page)._chart

    said = " ".join(
        [panel.sentence for panel in chart.panels] + [row.whole_name for row in chart.rows]
    ).lower()
    assert not [word for word in ("missed", "streak", "overdue", "average", "late", "%") if word in said]
    assert "73 check-ins." in said


def test_a_day_long_ago_leaves_the_ground_to_be_seen(page: InsightsPage) -> None:
    page.session.save(Goal(title="Typed 206 for 2026", day=date(206, 7, 22)))
    page.session.save(SelfCareNote(day=TODAY, mood=4))
    page.arrive()
    chart = _chart(page)
    press(page, "All")
    picture = chart.grab().toImage()
    row = chart._layout().rows[0].plot
    ground = picture.pixelColor(0, 0)
    width, y = int(row.width()), round(row.top() + row.height() * 0.3)
    plain = sum(picture.pixelColor(round(row.left()) + x, y) == ground for x in range(width))
    assert plain > width * 0.9


def test_time_and_way_stand_under_each_other_where_there_is_no_room_beside(
    page: InsightsPage, qtbot: QtBot
) -> None:
    page.arrive()
    times, ways = seen(page, SegmentedRow, "Time"), seen(page, SegmentedRow, "Shown as")
    assert times.y() == ways.y()

    page.resize(times.sizeHint().width() + ways.sizeHint().width() // 2, 650)
    qtbot.waitUntil(lambda: ways.y() >= times.geometry().bottom())
    assert times.height() == ways.height()
    assert times.x() == ways.x()
