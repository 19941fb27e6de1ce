"""Fields that take back what is typed in them; when that is nothing, the keys of undo mean the page."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


def is_for_page(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field that can undo and redo so much leaves a key to the page."""
    if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
        return False
    if event.matches(_UNDO):
        return not can_undo
    return event.matches(_REDO) and not can_redo


class OwnLine(QLineEdit):
    """A line with words of its own; those that find no room end in an ellipsis until one writes in it."""

    def event(self, event: QEvent) -> bool:
        """Refuse the key that means the page, so that its action gets it."""
        if is_for_page(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt alone would cut through a letter."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        edges, own = self.textMargins(), 2  # Qt's own, in pixels
        place = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        place = place.adjusted(edges.left() + own, 0, -edges.right() - own, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width() + 1)
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawItemText(
            place,
            side | Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()
