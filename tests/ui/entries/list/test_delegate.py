"""The card of a row: as high as its text asks, mirrored where the window is, and never in the way."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import HitSpan
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.list.delegate import EntryDelegate
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.model import EntryListModel
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.dates import short_day
from amp_desktop.ui.style.theme import apply_theme, theme

DAY = date(2026, 7, 22)


@pytest.fixture
def view(qtbot: QtBot, journal: Journal) -> EntryListView:
    journal.save_entry(Note(title="Long " * 60, body="words " * 200, day=DAY, tags=("a", "b" * 60)))
    journal.save_entry(Note(body="كان يومًا جيدًا. 今天学到了很多 😀", day=DAY, sharing=Sharing.SHAREABLE))
    journal.save_entry(Challenge(title="Stuck", body="flaky", day=DAY, on_agenda=True))
    journal.save_entry(SelfCareNote(mood=5, energy=1, stress=3, day=DAY))
    shown = EntryListView()
    qtbot.addWidget(shown)
    model = EntryListModel(lambda: DAY, shown)
    shown.setModel(model)
    shown.setItemDelegate(EntryDelegate(model.today))
    model.show_source(EntrySource(journal))
    shown.resize(300, 480)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def picture(view: EntryListView) -> QImage:
    QApplication.processEvents()
    return view.grab().toImage()


def test_rows_grow_with_the_text(view: EntryListView, qapp: QApplication) -> None:
    usual = view.sizeHintForRow(0)
    apply_theme(qapp, Appearance.LIGHT, 1.5)
    QApplication.processEvents()
    larger = view.sizeHintForRow(0)
    apply_theme(qapp, Appearance.LIGHT)
    assert larger > usual * 1.3


def test_a_row_is_painted_in_the_colours_of_the_theme(view: EntryListView, appearance: Appearance) -> None:
    view.show_current(0)
    image = picture(view)
    rect = view.visualRect(view.model().index(0, 0))
    ratio = image.devicePixelRatio()
    inside = image.pixelColor(round((rect.left() + 6) * ratio), round((rect.center().y()) * ratio))
    assert inside == theme().tokens.selection


def test_a_mirrored_row_begins_at_the_right(view: EntryListView) -> None:
    plain = picture(view)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = picture(view)
    assert plain != mirrored


def test_marks_are_shown(view: EntryListView, journal: Journal) -> None:
    model = view.model()
    assert isinstance(model, EntryListModel)
    before = picture(view)
    model.show_source(EntrySource(journal, search=journal.read_search("fla")))
    assert model.hit_at(0) is not None
    hit = model.hit_at(0)
    assert hit is not None
    assert hit.marks == (HitSpan(0, 3),)
    assert picture(view) != before


def ink(image: QImage) -> QImage:
    """What was painted upon white, without the white around it."""
    seen = [
        QPoint(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != QColor("white")
    ]
    xs, ys = [place.x() for place in seen], [place.y() for place in seen]
    return image.copy(QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys))))


def difference(one: QImage, other: QImage) -> float:
    """How much lighter or darker the points are, on average; letters may stand half a point aside."""
    assert one.size() == other.size()
    smooth = Qt.TransformationMode.SmoothTransformation
    one, other = (image.scaled(14, 3, mode=smooth) for image in (one, other))
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    apart = (abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) for at in points)
    return sum(apart) / len(points)


def test_words_of_a_mirrored_row_run_as_they_are_written(qapp: QApplication, journal: Journal) -> None:
    """Also where they begin with a figure: not "of 2 steps 1"."""
    steps = (Step("a", done=True), Step("b"))
    journal.save_entry(Goal(title="A", steps=steps, day=DAY))
    model = EntryListModel(lambda: DAY, qapp)
    model.show_source(EntrySource(journal))
    delegate = EntryDelegate(model.today, model, only="goal")
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        option = QStyleOptionViewItem()
        option.font, option.direction = qapp.font(), direction
        option.rect = QRect(0, 0, 260, 0)
        option.rect.setHeight(delegate.sizeHint(option, model.index(0)).height())
        image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        delegate.paint(painter, option, model.index(0))
        painter.end()
        words = QRect(0, image.height() - 24, 225, 24)  # the small line, without the ring
        pictures.append(
            ink(image.copy(words if direction is Qt.LayoutDirection.RightToLeft else words.translated(35, 0)))
        )
    assert difference(*pictures) < 12
    model.deleteLater()


@pytest.mark.parametrize("width", [300, 200, 160])
def test_values_never_run_over_the_edge(view: EntryListView, width: int) -> None:
    view.resize(width, 480)
    image = picture(view)
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    care = next(index for index in rows if str(index.data()).startswith("Self-care"))
    card, ratio = view.visualRect(care), image.devicePixelRatio()
    edge = round((card.right() - 4) * ratio)
    lines = range(card.center().y(), card.bottom() - 18)  # above the round corner
    assert len({image.pixelColor(edge, round(y * ratio)).name() for y in lines}) == 1


def test_the_year_is_said_when_it_is_another(qapp: object) -> None:
    assert short_day(DAY, date(2026, 11, 1)) == "Wed 22 Jul"
    assert short_day(DAY, date(2027, 1, 1)) == "22 Jul 2026"


def test_a_title_that_is_cut_is_shown_whole_where_the_pointer_rests(view: EntryListView) -> None:
    model = view.model()
    titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    for row, title in enumerate(titles):
        place = view.visualRect(model.index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
        is_long = title.startswith("Long")
        assert (QToolTip.text() == title.strip()) is is_long, title
        QToolTip.hideText()
