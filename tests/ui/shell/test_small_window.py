"""A small screen with large letters: everything can be reached, nothing stands outside of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.journal import Journal
from amp_desktop.ui.actions.keys_dialog import open_keys
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.entries.editor.writing_area import WritingArea
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.kinds.meeting.before_part import BeforePart
from amp_desktop.ui.kinds.meeting.point_row import PointRow
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.settings import SettingsPage
from amp_desktop.ui.shell.window import SMALLEST_SIZE, MainWindow
from amp_desktop.ui.style.theme import apply_theme
from amp_desktop.ui.widgets.focus_order import reading_order
from amp_desktop.ui.widgets.labels import Elided
from amp_desktop.ui.widgets.reading_column import ScrollPage
from amp_desktop.ui.widgets.segments import SegmentedRow
from amp_desktop.ui.widgets.side_bar import SideBar
from tests.ui.people import press, seen

SCREEN = QSize(1000, 650)
LARGE, TWICE = 1.5, 2.0
FRAME = 40
"""Pixels that a window's frame and title take."""


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, sample_journal: Journal, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The sample journal with letters half as large again or twice as large, on a screen of 1000 × 650."""
    apply_theme(qapp, Appearance.LIGHT, getattr(request, "param", LARGE))
    made = MainWindow(AppSettings(), remembers=False)
    made.resize(SCREEN - QSize(FRAME, FRAME))
    with qtbot.waitExposed(made):
        made.show()
    made.open_journal(sample_journal)
    yield made
    made.lock()
    with qtbot.waitSignal(made.left, timeout=20_000):
        made.close()
    made.deleteLater()
    apply_theme(qapp, Appearance.LIGHT)


def is_inside(widget: QWidget) -> bool:
    """Whether all of it can be seen in its window."""
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    return widget.window().rect().contains(place) and widget.visibleRegion().boundingRect() == widget.rect()


def test_the_smallest_window_fits_on_that_screen() -> None:
    """Where letters are half as large again, so is every pixel of the window."""
    least = SMALLEST_SIZE * LARGE + QSize(0, FRAME)
    assert least.width() <= SCREEN.width()
    assert least.height() <= SCREEN.height()


@pytest.mark.parametrize("window", [LARGE, TWICE], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_room(window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    window.workspace.go_to(name)
    QApplication.processEvents()
    needed = window.workspace.minimumSizeHint()
    assert needed.boundedTo(window.size()) == needed
    for foot in ("Settings", "Lock journal"):
        assert is_inside(seen(window, QAbstractButton, foot))


@pytest.mark.parametrize("window", [LARGE, TWICE], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_scrolled_sideways(window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    window.workspace.go_to(name)
    QApplication.processEvents()
    page = window.workspace.page()
    assert page is not None
    if isinstance(page, SettingsPage):
        page.make_whole()
        QApplication.processEvents()
    areas = [area for area in page.findChildren(ScrollPage) if area.isVisible()]
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas)


def test_every_point_of_a_meeting_is_seen_when_the_arrow_keys_lead_to_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    window.workspace.go_to("meetings")
    qtbot.waitUntil(lambda: any(page.isVisible() for page in window.findChildren(PageColumn)))
    next(part for part in window.findChildren(BeforePart) if part.isVisible()).focus_first()
    points = [row for row in window.findChildren(PointRow) if row.isVisible()]
    assert len(points) > 3
    for _ in points:
        line = QApplication.focusWidget()
        qtbot.waitUntil(lambda line=line: is_inside(line))  # type: ignore[misc]
        QTest.keyClick(line, Qt.Key.Key_Down)


@pytest.mark.parametrize("window", [1.0, LARGE], indirect=True)
def test_finding_in_a_page_leaves_it_as_wide_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.workspace.go_to("journal")
    qtbot.waitUntil(lambda: any(page.isVisible() for page in window.findChildren(PageColumn)))
    page = next(page for page in window.findChildren(PageColumn) if page.isVisible())
    before = page.width()
    area = next(area for area in window.findChildren(WritingArea) if area.isVisible())
    area.finder.open(replacing=False)
    QApplication.processEvents()
    assert is_inside(seen(window, QLineEdit, "Find in this entry"))
    assert page.width() == before


def test_a_line_can_be_kept(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to("today")
    QApplication.processEvents()
    assert is_inside(seen(window, QAbstractButton, "Keep"))


def has_keyboard(field: QWidget) -> bool:
    """Whether it has the keyboard, or the editor over it has, as in the row of a step."""
    focused: QWidget | None = QApplication.focusWidget()
    return focused is field or (focused is not None and focused.accessibleName() == field.accessibleName())


@pytest.mark.parametrize("window", [LARGE, TWICE], indirect=True)
@pytest.mark.parametrize("name", ["journal", "goals", "challenges", "self-care", "milestones"])
def test_every_field_of_a_kind_is_reached_by_tab_and_seen(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    assert window.workspace is not None
    window.workspace.go_to(name)
    qtbot.waitUntil(lambda: any(page.isVisible() for page in window.findChildren(PageColumn)))
    page = next(page for page in window.findChildren(PageColumn) if page.isVisible())
    wanted = [one for one in reading_order(window) if page.isAncestorOf(one)]
    page.title.setFocus()
    for field in wanted[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        assert has_keyboard(field)
        place = QRect(field.mapTo(page, QPoint()), field.size())
        assert page.rect().left() <= place.left(), "nothing of it is cut off at the left"
        assert place.right() <= page.viewport().geometry().right(), "nor at the right"
        height = min(place.height(), page.viewport().height())
        if not isinstance(field, QTextEdit):
            assert field.visibleRegion().boundingRect().height() >= height
        else:
            assert field.viewport().visibleRegion().boundingRect().contains(field.cursorRect())


def test_the_details_of_an_entry_are_one_button_away(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.workspace.go_to("goals")
    name = "Show or hide the details"
    qtbot.waitUntil(
        lambda: any(
            one.isVisible() for one in window.findChildren(QAbstractButton) if one.accessibleName() == name
        )
    )
    press(window, name)
    QApplication.processEvents()
    assert is_inside(seen(window, QWidget, "Day"))
    assert is_inside(seen(window, QAbstractButton, name))


def test_pages_keep_their_names_where_only_icons_have_room(window: MainWindow) -> None:
    rows = seen(window, QListWidget, "Pages")
    assert [rows.item(at).text() for at in range(3)] == ["Today", "Journal", "Program"]
    window.resize(window.minimumSize())
    assert [rows.item(at).text() for at in range(rows.count())] == [""] * rows.count()
    assert [rows.item(at).toolTip() for at in range(3)] == ["Today", "Journal", "Program"]
    window.resize(1400, 650)
    assert [rows.item(at).text() for at in range(3)] == ["Today", "Journal", "Program"]


def test_the_forms_of_a_summary_are_told_in_whole_words(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to("share")
    press(window, "The page")
    QApplication.processEvents()
    forms = next(row for row in window.findChildren(SegmentedRow) if row.accessibleName() == "Format")
    assert forms.isVisible()
    assert all(forms.rect().contains(form.geometry()) for form in forms.segments())
    assert all(form.width() >= form.sizeHint().width() for form in forms.segments())


def test_whose_keys_are_changed_is_told_in_whole_words(window: MainWindow) -> None:
    dialog = open_keys(window)
    QApplication.processEvents()
    (told,) = (part for part in dialog.findChildren(Elided) if part.accessibleName().startswith("New keys"))
    assert told.text() == told.accessibleName()
    dialog.reject()


def open_goals(window: MainWindow, qtbot: QtBot) -> tuple[EntryListView, PageColumn]:
    """The list of goals and the page of one, once it is open."""
    assert window.workspace is not None
    window.workspace.go_to("goals")
    qtbot.waitUntil(lambda: any(page.isVisible() for page in window.findChildren(PageColumn)))
    page = next(page for page in window.findChildren(PageColumn) if page.isVisible())
    goals = window.workspace.page()
    assert goals is not None
    rows = goals.findChildren(EntryListView)[0]
    qtbot.waitUntil(rows.hasFocus)
    return rows, page


def test_the_list_folds_before_the_pages_lose_their_names(window: MainWindow, qtbot: QtBot) -> None:
    rows, page = open_goals(window, qtbot)
    whole = page.width()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.isVisible(), "rows are walked through with the list in sight"
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert not rows.isVisible()
    assert is_inside(page.title)
    assert page.width() == whole, "nothing moves under what one reads"
    press(window, "Show the list")
    QApplication.processEvents()
    assert is_inside(rows.viewport())
    assert rows.hasFocus()
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert not rows.isVisible()
    assert page.isAncestorOf(QApplication.focusWidget())


def test_an_entry_that_is_clicked_in_a_folding_list_is_read_at_once(window: MainWindow, qtbot: QtBot) -> None:
    rows, page = open_goals(window, qtbot)
    second = rows.visualRect(rows.currentIndex().siblingAtRow(rows.currentIndex().row() + 1))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    qtbot.waitUntil(lambda: not rows.isVisible())
    assert page.title.text().startswith("Lead the discussion")
    window.resize(1600, 650)  # where there is room, it stands beside
    qtbot.waitUntil(rows.isVisible)
    assert rows.mapTo(window, rows.rect().topRight()).x() < page.mapTo(window, QPoint()).x()


def test_without_words_the_menu_stands_over_the_icons(window: MainWindow) -> None:
    window.resize(window.minimumSize())
    QApplication.processEvents()
    side = window.findChild(SideBar)
    assert isinstance(side, SideBar)
    menu = next(part for part in side.findChildren(QToolButton) if part.menu() is not None)
    lock = next(part for part in side.findChildren(QPushButton) if part.accessibleName() == "Lock journal")
    image = lock.grab().toImage()
    ground = image.pixelColor(4, lock.height() // 2)
    drawn = [
        x
        for x in range(4, lock.width() - 4)
        if any(image.pixelColor(x, y) != ground for y in range(4, lock.height() - 4))
    ]
    middle = lock.mapTo(side, QPoint((drawn[0] + drawn[-1]) // 2, 0)).x()
    assert not lock.text()
    assert abs(menu.mapTo(side, menu.rect().center()).x() - middle) <= 3
