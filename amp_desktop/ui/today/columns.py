"""Two columns beside each other where there is room, else one under the other."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.layouts import set_shown
from amp_desktop.ui.widgets.reading_column import ReadingColumn

LINES_FOR_BOTH = 56
"""From this width on (in heights of a line) the columns stand beside each other."""
SIDE_LINES = 20
"""How wide the side is then."""


class _Side(QWidget):
    """The quieter column: a shade darker while it stands beside the other, with a line between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_beside = True

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.is_beside:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().tokens.window)
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(edge, 0, 1, self.height(), theme().tokens.line)
        painter.end()


class TwoColumns(QScrollArea):
    """A page that scrolls as a whole; its columns are read one after the other, however they stand.

    Attributes:
        main: The layout of the column that comes first.
        side: The layout of the other one.
        first: What the column that comes first stands on: the parent of all that is put into it.
        second: What the other one stands on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_variant(self, "page")
        both = QWidget()
        set_variant(both, "page")
        self.setWidget(both)
        self.first, self.second = QWidget(), QWidget()
        beside = ReadingColumn(self.first, parent=both)
        self._side = _Side(both)
        self._side.setObjectName("today-side")
        inner = QVBoxLayout(self._side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(ReadingColumn(self.second, parent=self._side))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(beside, 1)
        self._both.addWidget(self._side)
        self.main, self.side = QVBoxLayout(self.first), QVBoxLayout(self.second)
        self._stand(beside=True)

    def show_side(self, *, shown: bool) -> None:
        """Have the other column there, or not where it has nothing to say."""
        set_shown(self._side, shown=shown)

    def settle(self) -> None:
        """Show the page, with what was just put in or taken out laid out before it is painted.

        Qt shows what is put into a visible place one round of events later, and the page grows one round
        after that: meanwhile everything would be squeezed into the height the page had before.
        """
        self.show()
        for part in self.viewport().findChildren(QWidget):
            if part.isHidden() and _is_to_be_shown(part):
                part.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def is_beside(self) -> bool:
        """Whether the columns stand beside each other."""
        return self._side.is_beside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room; the width asked is the page's own, which no scroll bar changes."""
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().height() * LINES_FOR_BOTH
        if beside != self._side.is_beside:
            self._stand(beside=beside)

    def _stand(self, *, beside: bool) -> None:
        room = self.fontMetrics().height()
        self._side.is_beside = beside
        wide, narrow = room * 9 // 4 if beside else room * 2, room * 3 // 2 if beside else room * 2
        self.main.setContentsMargins(wide, room * 2, wide, room * 2)
        self.side.setContentsMargins(narrow, room * 5 // 2 if beside else 0, narrow, room * 2)
        self._side.setMinimumWidth(room * SIDE_LINES if beside else 0)
        self._side.setMaximumWidth(room * SIDE_LINES if beside else 2**24 - 1)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(across if beside else down)
        self._both.setStretch(1, 0 if beside else 1)
        self._both.setStretch(0, 1 if beside else 0)


def _is_to_be_shown(part: QWidget) -> bool:
    """Whether a layout shows it soon by itself: it was put into one, and nobody hid it."""
    is_told = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return part.testAttribute(Qt.WidgetAttribute.WA_LaidOut) and not is_told
