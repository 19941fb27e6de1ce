"""A title that leads to its entry."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.tips import plain_tip
from amp_desktop.ui.widgets.wrapped_label import FEW_LETTERS, LineHeights, laid_out

LONGEST = 240
"""Characters; a longer title is cut, and its tool tip says it all."""

_EDGE = 2


class TitleButton(QPushButton):
    """Breaks its lines as a text does, since a title is not cut.

    Attributes:
        removal_requested: Delete was pressed on it.
    """

    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        """Make it.

        Args:
            parent: The widget it stands on.
            quiet: Whether it says by the way where something belongs.
        """
        self._heights = LineHeights()
        super().__init__(parent)
        self._quiet = quiet
        self._shown = ""
        set_variant(self, "row-title-quiet" if quiet else "row-title")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_title(self, title: str) -> None:
        """Show this title."""
        cut = title if len(title) <= LONGEST else f"{title[:LONGEST].rstrip()}…"
        self._shown = cut
        self._heights.clear()
        self.setAccessibleName(title)
        self.setToolTip(plain_tip(title) if cut != title else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the whole title in one line."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._shown) + metrics.averageCharWidth()
        return QSize(width + 2 * _EDGE, metrics.lineSpacing() + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * FEW_LETTERS, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """A narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return self._heights.at(width - 2 * _EDGE, self._lines) + 2 * _EDGE

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other lines."""
        self._heights.clear()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for its removal; all else is a button's."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it leads somewhere."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and the frame of the keyboard."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setPen(tokens.accent if self.underMouse() else tokens.muted if self._quiet else tokens.text)
        self._lines(self.width() - 2 * _EDGE).draw(painter, QPointF(_EDGE, _EDGE))
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _lines(self, width: int) -> QTextLayout:
        font = self.font()
        font.setUnderline(self.underMouse())
        return laid_out(self._shown, font, width, self.layoutDirection())
