"""The list of what could be typed, beside the cursor of a text."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QTextEdit

from amp_desktop.ui.widgets.offer_list import OfferList

_WIDEST = 28
"""How wide it may become, in heights of a line."""


class CompletionList(OfferList):
    """Stands under the line that one types in, or over it where there is no room below."""

    def __init__(self, box: QTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        box.destroyed.connect(self.deleteLater)  # it stands on the window, which stays

    def choose(self, row: int) -> None:
        """Let the line be the chosen one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def row(self) -> int:
        """The chosen line, or -1."""
        return self.currentIndex().row()

    def place(self) -> None:
        """Go where one types now."""
        if not self.isHidden():
            self._place(self.model().rowCount())

    def _place(self, rows: int) -> None:
        window, line = self._box.window(), self.fontMetrics().height()
        if self.parent() is not window:
            self.setParent(window)
        size = self._size(rows, line)
        cursor = self._box.cursorRect()
        corner = self._box.viewport().mapTo(window, QPoint(cursor.left(), cursor.bottom() + line // 4))
        if self._writes_leftwards():
            corner.setX(corner.x() - size.width())
        if corner.y() + size.height() > window.height():
            corner.setY(corner.y() - size.height() - cursor.height() - line // 2)
        corner.setX(max(min(corner.x(), window.width() - size.width()), 0))
        self.setGeometry(QRect(corner, size.size()))

    def _size(self, rows: int, line: int) -> QRect:
        widest = max(self.sizeHintForColumn(0), 8 * line) + line
        height = rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth() + line // 2
        return QRect(0, 0, min(widest, _WIDEST * line, self._box.window().width()), height)

    def _writes_leftwards(self) -> bool:
        return self._box.textCursor().block().textDirection() is Qt.LayoutDirection.RightToLeft
