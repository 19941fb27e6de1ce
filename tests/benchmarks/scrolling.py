"""Scrolling through the journal: from a notch of the wheel to the painted rows, fetching pages included."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds, p95
from tests.benchmarks.journals import journal_folder
from tests.benchmarks.windows.inside import child, process_events, window_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

NOTCH = -120
BEFORE = 3000
"""Rows that were scrolled past already: what a list does for each of them would show."""


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each size."""
    from amp_desktop.ui.entries.list.list_view import EntryListView

    for size in effort.sizes:
        with window_on(journal_folder(effort.cache, size)) as window:
            view = child(window, EntryListView)
            _fetch(view, min(BEFORE, size // 2))
            bare = _bare_list(view)
            pair = effort.compare(_scrolling(view), _scrolling(bare), 200, p95)
            bare.hide()
            view.scrollToTop()  # else it would fetch on when the journal is closed
        yield Row(
            "a notch of the wheel in the journal, to painted rows, p95",
            entries(size),
            pair.measured,
            pair.bound,
            "bare list of Qt",
            Limit(at_most=0.016),
            in_milliseconds,
        )


def _fetch(view: "QListView", wanted: int) -> None:
    """Have so many rows been fetched, and stand at the last of them."""
    model = view.model()
    while model.rowCount() < wanted and model.canFetchMore(view.rootIndex()):
        model.fetchMore(view.rootIndex())
        process_events()
    view.scrollTo(model.index(model.rowCount() - 1, 0))
    process_events()


def _bare_list(view: "QListView") -> "QListView":
    """Qt's own list over the same titles, as large as the journal's."""
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QListView

    model = view.model()
    bare = QListView()
    bare.setUniformItemSizes(True)
    bare.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    bare.setModel(QStringListModel([model.index(row, 0).data() for row in range(model.rowCount())], bare))
    bare.resize(view.size())
    bare.show()
    process_events()
    return bare


def _scrolling(view: "QListView") -> Callable[[], float]:
    """Turns the wheel by a notch; from the last row it goes back to the first, unmeasured."""
    bar = view.verticalScrollBar()

    def turn() -> None:
        _turn_wheel(view)
        _paint(view)
        process_events()

    def measured() -> float:
        if bar.value() == bar.maximum() and not view.model().canFetchMore(view.rootIndex()):
            bar.setValue(0)
            process_events()
        return busy_seconds(turn)

    return measured


def _paint(view: "QListView") -> None:
    """Paint now what is to be painted: Qt would wait for a frame and take several notches together."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendEvent(view.window(), QEvent(QEvent.Type.UpdateRequest))


def _turn_wheel(view: "QListView") -> None:
    from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    place = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place alone
    )
    QCoreApplication.sendEvent(view.viewport(), turned)
