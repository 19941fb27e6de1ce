"""The page of the timeline."""

from PySide6.QtCore import QMargins, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.page import RefreshedPage
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.timeline.delegate import TimelineDelegate
from amp_desktop.ui.timeline.model import TimelineModel
from amp_desktop.ui.timeline.rows import TimelineSource
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ReadingColumn

_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class TimelinePage(RefreshedPage):
    """Week by week, the newest first; each thing leads to its entry."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._model = TimelineModel(self)
        self._banner = Banner()
        self._view = _TimelineView(self._model)
        self._empty = label(
            self.tr("Steps that you tick, goals, milestones and feedback will appear here, each on its day."),
            "muted",
        )
        self._empty.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # read aloud where there is nothing else to reach
        self._lay_out()
        self._view.clicked.connect(self._open)
        self._view.opened.connect(self._open)
        self._model.failed.connect(self._banner.show_error)
        self.follow_changes()

    def arrive(self) -> None:
        """Show what there is now, and stand at the newest."""
        self.refresh_if_stale()
        (self._empty if self._view.isHidden() else self._view).setFocus()

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._model.show_source(None)
        self._banner.clear()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(room * 2, room * 3 // 2, room, 0)
        column.setSpacing(room)
        column.addWidget(
            PageHeader(
                self.tr("Timeline"), self.tr("What you reached, heard, finished and resolved, by week.")
            )
        )
        column.addWidget(self._banner)
        column.addWidget(self._empty)
        column.addStretch(1)  # while there is nothing to be seen, the head has the whole page
        ground = QWidget()
        set_variant(ground, "page")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(room)
        inner.addWidget(ReadingColumn(head))
        self._view.set_column(head.maximumWidth(), column.contentsMargins())
        inner.addWidget(self._view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def show_anew(self) -> bool:
        """Show the weeks up to this one; what was chosen stays so."""
        chosen = self._model.row_at(self._view.currentIndex())
        try:
            self._model.show_source(TimelineSource(self.session.journal, self.session.today()))
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self._empty.setHidden(self._model.first_fact().isValid())
        self._view.setVisible(self._model.rowCount() > 0)
        rows = (self._model.index(at, 0) for at in range(self._model.rowCount()))
        again = (index for index in rows if chosen is not None and self._model.row_at(index) == chosen)
        self._view.setCurrentIndex(next(again, self._model.first_fact()))
        if chosen is None:
            self._view.scrollToTop()
        return True

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and row.entry is not None:
            self.entry_requested.emit(row.entry)


class _TimelineView(QListView):
    """Up and Down go from one thing to the next, Enter opens its entry."""

    opened = Signal(QModelIndex)

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(self))
        self.setAccessibleName(self.tr("What happened"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._widest, self._margins = 0, QMargins()
        set_variant(self, "plain")

    def set_column(self, widest: int, margins: QMargins) -> None:
        """Keep the rows in a column in the middle, while the scroll bar stands at the edge of the page.

        Args:
            widest: Logical pixels that it takes at most, with its margins.
            margins: What stays free of it at its sides.
        """
        self._widest, self._margins = widest, margins
        self._keep_to_column()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what one stands at; all else is the list's."""
        if Qt.Key(event.key()) in _OPEN and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere, and rows have other heights."""
        super().resizeEvent(event)
        self._keep_to_column()
        self.scheduleDelayedItemsLayout()

    def _keep_to_column(self) -> None:
        side = max(self.width() - self._widest, 0) // 2
        bar = self.verticalScrollBar().sizeHint().width()
        wanted = QMargins(side + self._margins.left(), 0, max(side + self._margins.right() - bar, 0), 0)
        if wanted != self.viewportMargins():
            self.setViewportMargins(wanted)
