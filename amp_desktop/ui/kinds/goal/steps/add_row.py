"""The row below the steps, in which the next one is begun."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from amp_desktop.ui.kinds.goal.steps.measures import Measures
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme


class AddRow(QPushButton):
    """One faint line; whoever comes to it writes in it at once.

    Attributes:
        write_wanted: The person wants to write in it; carries the row and the pointer's event, or None.
        pointed_at: The pointer came over it; carries the row.
    """

    write_wanted = Signal(object, object)
    pointed_at = Signal(object)

    def __init__(self, parent: QWidget, measures: Measures) -> None:
        super().__init__(parent)
        self._measures = measures
        self._is_written_in = False
        self.setAutoDefault(False)
        self.setAccessibleName(self.invitation())
        self.clicked.connect(self._begin)

    def invitation(self) -> str:
        """What stands in it."""
        return self.tr("Add a step, or paste a list")

    def set_measures(self, measures: Measures) -> None:
        """Other lengths hold from now on."""
        self._measures = measures

    def set_written_in(self, written_in: bool) -> None:
        """Whether the editor lies over it, so that Tab stops there and not at the row itself."""
        self._is_written_in = written_in
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if written_in else Qt.FocusPolicy.StrongFocus)
        self.update()

    def fit(self, _width: int) -> int:
        """How high it is."""
        return self._measures.least_height

    def text_font(self) -> QFont:
        """What is written in it."""
        return self._measures.font

    def words_place(self) -> QRect:
        """Where its words are."""
        start = self._measures.words(0)
        width = self.width() - self._measures.gutter - start
        place = QRect(start, self._measures.air, width, self.height() - 2 * self._measures.air)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell of the pointer."""
        super().enterEvent(event)
        self.pointed_at.emit(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Writing begins with the press, as it does in every text."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.write_wanted.emit(self, None)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It was pressed already."""

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Whatever leads here leads into the text."""
        self.write_wanted.emit(self, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its editor has the keys."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A plus in the place of ticks, and the invitation."""
        tokens, lengths = theme().tokens, self._measures
        painter = QPainter(self)
        tick = QStyle.visualRect(self.layoutDirection(), self.rect(), lengths.tick(0))
        icon("plus", "muted").paint(painter, tick.adjusted(1, 1, -1, -1))
        if not self._is_written_in:
            painter.setFont(lengths.font)
            painter.setPen(QPen(tokens.faint))
            painter.drawText(self.words_place(), self._flags(), self.invitation())
        painter.end()

    def _flags(self) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)

    @Slot()
    def _begin(self) -> None:
        self.write_wanted.emit(self, None)
