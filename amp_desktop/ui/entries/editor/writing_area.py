"""The page and how it reads, one instead of the other or side by side, scrolled together."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from time import perf_counter

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QSplitter, QVBoxLayout, QWidget

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.document_edit import BODY_SCALE
from amp_desktop.ui.editing.find_bar import FindBar
from amp_desktop.ui.editing.finder import Finder
from amp_desktop.ui.editing.tasks import toggle_box_of_line
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.kinds.reading import ReadPart
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
        page: What one writes in.
        body: The free text of it.
        preview: How it reads.
        finder: Finds in the texts.
        box_ticked: A box of the preview was clicked that stands in no text; carries its field and its line.
        side_changed: So many pixels are free at both sides of what one writes.
    """

    box_ticked = Signal(str, int)
    side_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View.TEXT
        self._width = LineWidth.USUAL
        self._scrolling = False
        self._took = 0.0
        self._zoom = 1.0
        self._reading: Callable[[], Sequence[ReadPart]] = tuple
        self.page = PageColumn()
        self.body = self.page.body.edit
        self.preview = PreviewPane()
        self._bar = FindBar()
        self._bar.hide()
        self.finder = Finder(self.page.texts, self._bar, self)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.refresh_preview)
        self._connect()
        self._lay_out()

    def read_from(self, reading: Callable[[], Sequence[ReadPart]]) -> None:
        """Ask there for the page as it is read."""
        self._reading = reading

    @property
    def view(self) -> View:
        """What one sees."""
        return self._view

    def set_view(self, view: View) -> None:
        """Show the text, how it reads, or both."""
        line, writes = self.line_in_sight(), self._writes()
        self._view = view
        self.preview.setVisible(view is not View.TEXT)
        self.page.setVisible(view is not View.PREVIEW)
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

    def _writes(self) -> bool:
        """Whether something on the page has the keyboard."""
        focused: QWidget | None = QApplication.focusWidget()
        return focused is not None and self.page.isAncestorOf(focused)

    @Slot()
    def refresh_preview(self) -> None:
        """Let the preview follow the text now, if one sees it."""
        self._pause.stop()
        if self._view is not View.TEXT:
            self.preview.load()
            began = perf_counter()
            self.preview.show_parts(self._reading())
            self._took = perf_counter() - began

    def set_line_width(self, width: LineWidth) -> None:
        """Let lines become so wide."""
        self._width = width
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Show text and preview so many times as large as usual."""
        line = self.line_in_sight()
        self._zoom = zoom
        self.page.set_zoom(zoom)
        self.preview.set_zoom(zoom)
        self.preview.scroll_to_line(line)
        self._fit()

    def line_in_sight(self) -> float:
        """The number of the uppermost line in sight, with the part of it that is scrolled past."""
        if self._view is View.PREVIEW:
            return self.preview.line_in_sight()
        scrolled = self.page.verticalScrollBar().value() - self.page.top_of(self.body)
        if scrolled <= 0:
            return 0.0
        block = self.body.cursorForPosition(QPoint(1, 1)).block()
        place = self.body.document().documentLayout().blockBoundingRect(block)
        part = (scrolled - place.top()) / max(place.height(), 1.0)
        return block.blockNumber() + min(max(part, 0.0), 1.0)

    def close_text(self) -> None:
        """Show no text any more; those that were shown before keep their undo."""
        self._pause.stop()
        self.finder.close_quietly()
        for text in self.page.texts.known:
            text.set_text("")
        self.preview.forget()

    def forget(self) -> None:
        """Drop every word."""
        self.close_text()
        self.finder.forget()
        self.body.forget()

    def _connect(self) -> None:
        self.page.texts.changed.connect(self.follow_soon)
        self.page.texts.added.connect(self._take_in)
        self.page.verticalScrollBar().valueChanged.connect(self._scroll_preview)
        self.preview.verticalScrollBar().valueChanged.connect(self._scroll_text)
        self.preview.box_clicked.connect(self._tick)
        self.preview.shown.connect(self._scroll_preview)
        for box in (self.page, self.preview):
            box.resized.connect(self._fit)

    def _lay_out(self) -> None:
        self._split.addWidget(self.page)
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
        side = self._side_of(self.page)
        self.page.set_side(side)
        self._bar.set_side(side, self.width())  # a bar that is not shown has no width yet
        if self._view is not View.PREVIEW:
            self.side_changed.emit(side)
        side = self._side_of(self.preview)
        self.preview.set_side(side)
        if self._view is View.PREVIEW:
            self.side_changed.emit(side)

    def _side_of(self, box: PageColumn | PreviewPane) -> int:
        text = self.body if box is self.page else self.preview
        room = self.fontMetrics().height()
        widest = round(self._width * max(1.0, text.fontMetrics().height() / (USUAL_LINE * BODY_SCALE)))
        return max((box.width() - widest) // 2, min(room * 5 // 2, box.width() // 14))

    @Slot(object)
    def _take_in(self, text: BodyEdit) -> None:
        text.set_zoom(self._zoom)

    @Slot()
    def follow_soon(self) -> None:
        """Let the preview follow what stands on the page, when nobody types."""
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
        """Bring a line of the text to the top; the very first with all that stands above it."""
        block = self.body.document().findBlockByNumber(int(line))
        bar = self.page.verticalScrollBar()
        if line <= 0:
            bar.setValue(0)
        elif block.isValid():
            place = self.body.document().documentLayout().blockBoundingRect(block)
            bar.setValue(self.page.top_of(self.body) + round(place.top() + (line % 1) * place.height()))

    @Slot(str, int)
    def _tick(self, field: str, line: int) -> None:
        """A box of the preview was clicked: it stands in that line of that text."""
        text = next((text for text in self.page.texts.all() if text.field == field), None)
        if text is None:
            self.box_ticked.emit(field, line)
            return
        edit = toggle_box_of_line(text.text(), line)
        if edit is not None and not text.isReadOnly():
            text.apply_unseen(edit)
            self.refresh_preview()
