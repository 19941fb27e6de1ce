"""A Markdown text that stands on a page among other things, as high as it is long.

Qt lays out a text no further than its box shows, and a box as high as 50,000 words would have all of it laid
out before the first line is seen. So the box is never higher than the page's window: it slides along the
text's place as the page is scrolled, and shows what stands there. The page's scroll bar is the only one.
"""

import math

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.ui.editing.aside_locks import AsideLocks
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.text_document import LINE_HEIGHT

ALL = 1 << 24
"""Pixels: more than anything is high."""

_AIR_ABOVE = 0.35


def gutter_of(metrics: QFontMetrics) -> int:
    """How much room, in pixels, a page keeps free at both sides of what is written, for what hangs there."""
    return round(metrics.height() * 1.5)


class PageText(QWidget):
    """The place of a text on a page that scrolls, with the free margins beside it.

    Attributes:
        edit: What one writes in.
        height_changed: The text became longer or shorter.
        caret_wanted: The cursor is to be brought into sight; `edit.cursorRect()` has it.
    """

    height_changed = Signal()
    caret_wanted = Signal()

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            field: Which of the entry's texts it is, by the name of the attribute.
            parent: The owner.
        """
        super().__init__(parent)
        self._top, self._seen = 0, ALL
        self._slides = self._fits = False
        self.edit = BodyEdit(self)
        self.edit.field = field
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.set_side(gutter_of(self.fontMetrics()))
        self._locks = AsideLocks(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bar = self.edit.verticalScrollBar()
        bar.rangeChanged.connect(self.fit)
        bar.valueChanged.connect(self._scrolled)
        self.edit.document_shown.connect(self._follow)
        self.edit.caret_wanted.connect(self.caret_wanted)
        self.edit.cursorPositionChanged.connect(self._cursor_moved)
        self._layout = self.edit.document().documentLayout()
        self._layout.documentSizeChanged.connect(self.fit)
        self.fit()

    def show_window(self, top: int, height: int) -> None:
        """Say which part of this place the page's window shows, if any.

        Args:
            top: Where it begins, in pixels below this place's top; may be above it or below its end.
            height: How high the window is.
        """
        if (top, height) != (self._top, self._seen):
            self._top, self._seen = top, height
            self._slide()
            self.edit.sight_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere where it is wider."""
        super().resizeEvent(event)
        self._slide()
        self.fit()

    def _text_height(self) -> int:
        """How high the text is, as far as Qt has laid it out."""
        below = self.edit.verticalScrollBar().maximum()
        if below > 0 and self._seen < ALL:
            return below + self.edit.viewport().height()
        line = math.ceil(self.edit.fontMetrics().lineSpacing() * LINE_HEIGHT / 100)
        return max(math.ceil(self.edit.document().size().height()), line, self._invitation_height())

    def _invitation_height(self) -> int:
        """Room for all lines of the invitation; 0 while there is a text."""
        if not self.edit.document().isEmpty():
            return 0
        width = self.edit.viewport().width() - 2 * math.ceil(self.edit.document().documentMargin())
        room = QRect(0, 0, max(width, 1), ALL)
        words = self.edit.placeholderText()
        lines = self.edit.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        air = self.edit.fontMetrics().lineSpacing() * (LINE_HEIGHT - 100) // 100
        return int(lines + air)

    def air_above(self) -> int:
        """How many pixels stay free above an invitation, so that all lines stand as far from each other."""
        return round(QFontInfo(self.font()).pixelSize() * _AIR_ABOVE)

    def letters_middle(self) -> int:
        """Where the middle of the invitation's small letters is, in pixels below the top of this place."""
        metrics = self.edit.fontMetrics()
        top = self.edit.document().documentMargin()
        return round(top + metrics.ascent() - metrics.xHeight() / 2)

    @Slot()
    def _follow(self) -> None:
        """Another document is shown: be as high as that one."""
        self._layout.documentSizeChanged.disconnect(self.fit)
        self._layout = self.edit.document().documentLayout()
        self._layout.documentSizeChanged.connect(self.fit)
        self._slide()
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Be as high as the text, or as the invitation in its place."""
        if self.edit.document().documentLayout() is not self._layout:
            return  # another document is coming, and is laid out when it is shown
        height = self._text_height()
        if height != self.height() and not self._fits:
            self._fits = True  # the box becomes higher with it, and Qt then tells of the same text again
            self.setFixedHeight(height)
            self.setFixedHeight(self._text_height())  # to a pixel, now that the box may hold all of it
            self._fits = False
            self.height_changed.emit()

    @Slot()
    def _slide(self) -> None:
        """Have the box stand in the page's window, and show what stands there."""
        height = min(self.height(), self._seen)
        scrolled = max(min(self._top, self.height() - height), 0)
        self._slides = True
        self.edit.setGeometry(0, scrolled, self.width(), height)
        self.edit.verticalScrollBar().setValue(scrolled)
        self._slides = False

    @Slot()
    def _scrolled(self) -> None:
        """Qt scrolled the box to its cursor: it is the page that is to scroll."""
        if not self._slides:
            self._slide()
            self.caret_wanted.emit()

    @Slot()
    def _cursor_moved(self) -> None:
        if self.edit.hasFocus():
            self.caret_wanted.emit()
