"""The text and how it reads, one instead of the other or side by side, scrolled together."""

from enum import Enum, auto
from time import perf_counter

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from amp_desktop.ui.editing.aside_locks import AsideLocks
from amp_desktop.ui.editing.body import BODY_SCALE, BodyEdit
from amp_desktop.ui.editing.find_bar import FindBar
from amp_desktop.ui.editing.finder import Finder
from amp_desktop.ui.editing.tasks import toggle_box_of_line
from amp_desktop.ui.platform.app_settings import LineWidth
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.widgets.reading_column import USUAL_LINE

SHORTEST_PAUSE_MS = 200
"""How long nothing must be typed before the preview beside the text follows."""
PAUSE_FOR_WORK = 12
"""The pause is so many times as long as showing the page took the last time."""


class View(Enum):
    """What one sees."""

    TEXT = auto()
    PREVIEW = auto()
    BOTH = auto()


class WritingArea(QWidget):
    """Where one writes and reads.

    Attributes:
        body: The text.
        preview: How it reads.
        finder: Finds in the text.
        side_changed: So many pixels are free at both sides of what one writes.
    """

    side_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View.TEXT
        self._width = LineWidth.USUAL
        self._scrolling = False
        self._took = 0.0
        self.body = BodyEdit()
        self.preview = PreviewPane()
        self._locks = AsideLocks(self.body)
        self._bar = FindBar()
        self._bar.hide()
        self.finder = Finder(self.body, self._bar, self)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.refresh_preview)
        self._connect()
        self._lay_out()

    @property
    def view(self) -> View:
        """What one sees."""
        return self._view

    def set_view(self, view: View) -> None:
        """Show the text, how it reads, or both."""
        line, writes = self.line_in_sight(), self.body.hasFocus()
        self._view = view
        self.preview.setVisible(view is not View.TEXT)
        self.body.setVisible(view is not View.PREVIEW)
        if view is not View.BOTH:
            self._fit()
        else:
            half = max(self.width() // 2, 1)
            self._split.setSizes([half, half])
        if view is not View.TEXT:
            self.refresh_preview()
            self.preview.scroll_to_line(line)
        if view is View.PREVIEW and writes:
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh_preview(self) -> None:
        """Let the preview follow the text now, if one sees it."""
        self._pause.stop()
        if self._view is not View.TEXT:
            began = perf_counter()
            self.preview.show_text(self.body.text())
            self._took = perf_counter() - began

    def set_line_width(self, width: LineWidth) -> None:
        """Let lines become so wide."""
        self._width = width
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Show text and preview so many times as large as usual."""
        line = self.line_in_sight()
        self.body.set_zoom(zoom)
        self.preview.set_zoom(zoom)
        self.preview.scroll_to_line(line)
        self._fit()

    def line_in_sight(self) -> float:
        """The number of the uppermost line in sight, with the part of it that is scrolled past."""
        if self._view is View.PREVIEW:
            return self.preview.line_in_sight()
        block = self.body.cursorForPosition(QPoint(1, 1)).block()
        place = self.body.document().documentLayout().blockBoundingRect(block)
        part = (self.body.verticalScrollBar().value() - place.top()) / max(place.height(), 1.0)
        return block.blockNumber() + min(max(part, 0.0), 1.0)

    def close_text(self) -> None:
        """Show no text any more; those that were shown before keep their undo."""
        self._pause.stop()
        self.finder.close_quietly()
        self.body.set_text("")
        self.preview.forget()

    def forget(self) -> None:
        """Drop every word."""
        self.close_text()
        self.finder.forget()
        self.body.forget()

    def _connect(self) -> None:
        self.body.textChanged.connect(self._follow_soon)
        self.body.verticalScrollBar().valueChanged.connect(self._scroll_preview)
        self.preview.verticalScrollBar().valueChanged.connect(self._scroll_text)
        self.preview.box_clicked.connect(self._tick)
        self.preview.shown.connect(self._scroll_preview)
        for box in (self.body, self.preview):
            box.resized.connect(self._fit)

    def _lay_out(self) -> None:
        self._split.addWidget(self.body)
        self._split.addWidget(self.preview)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self.preview.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._split, 1)

    def find_lines(self) -> list[QLineEdit]:
        """The lines of the bar that finds."""
        return self._bar.findChildren(QLineEdit)

    @Slot()
    def _fit(self) -> None:
        """Keep the lines of text and preview readable, however wide each of them is."""
        self._fit_one(self.body)
        self._fit_one(self.preview)

    def _fit_one(self, box: BodyEdit | PreviewPane) -> None:
        room = self.fontMetrics().height()
        widest = round(self._width * max(1.0, box.fontMetrics().height() / (USUAL_LINE * BODY_SCALE)))
        side = max((box.width() - widest) // 2, min(room * 5 // 2, box.width() // 14))
        box.set_side(side)
        if box is self.body:
            self._bar.set_side(side)
        if box is not self.preview or self._view is View.PREVIEW:
            self.side_changed.emit(side)

    @Slot()
    def _follow_soon(self) -> None:
        if self._view is View.BOTH:
            self._pause.start(max(SHORTEST_PAUSE_MS, round(PAUSE_FOR_WORK * 1000 * self._took)))
        elif self._view is View.PREVIEW:  # a picture was attached while one reads: nobody types
            self._pause.start(SHORTEST_PAUSE_MS)

    @Slot()
    def _scroll_preview(self) -> None:
        """The text was scrolled: the preview goes along."""
        if self._view is View.BOTH and not self._scrolling:
            self._scrolling = True
            self.preview.scroll_to_line(self.line_in_sight())
            self._scrolling = False

    @Slot()
    def _scroll_text(self) -> None:
        """The preview was scrolled: the text goes along."""
        if self._view is View.BOTH and not self._scrolling:
            self._scrolling = True
            self.scroll_to_line(self.preview.line_in_sight())
            self._scrolling = False

    def scroll_to_line(self, line: float) -> None:
        """Bring a line of the text to the top."""
        block = self.body.document().findBlockByNumber(int(line))
        if block.isValid():
            place = self.body.document().documentLayout().blockBoundingRect(block)
            self.body.verticalScrollBar().setValue(round(place.top() + (line % 1) * place.height()))

    @Slot(int)
    def _tick(self, line: int) -> None:
        """A box of the preview was clicked."""
        edit = toggle_box_of_line(self.body.text(), line)
        if edit is not None and not self.body.isReadOnly():
            self.body.apply_unseen(edit)
            self.refresh_preview()
