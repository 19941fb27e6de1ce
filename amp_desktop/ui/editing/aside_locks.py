"""Small locks beside the lines that hold an aside: what stands there never leaves the journal."""

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.text.asides import has_aside
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.markdown_spans import Open
from amp_desktop.ui.editing.visible import visible_blocks
from amp_desktop.ui.style.icons import icon

PAUSE_MS = 60
"""How long nothing must be typed or scrolled before the locks follow: never within a key."""


class AsideLocks(QWidget):
    """Stands in the free margin of a text, and lets every click through."""

    def __init__(self, body: BodyEdit) -> None:
        super().__init__(body)
        self._body = body
        self._places: list[QRectF] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        body.textChanged.connect(self._pause.start)
        body.resized.connect(self._move)
        body.sight_changed.connect(self._look)
        body.verticalScrollBar().valueChanged.connect(self._look)
        self._move()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A lock beside each line."""
        if self._places:
            painter = QPainter(self)
            for place in self._places:
                icon("lock", "faint").paint(painter, place.toRect())

    @Slot()
    def _move(self) -> None:
        viewport = self._body.viewport().geometry()
        room = min(2 * self._side(), viewport.left())
        self.setGeometry(viewport.left() - room, viewport.top(), room, viewport.height())
        self._pause.start()

    @Slot()
    def _look(self) -> None:
        """See which lines in sight hold an aside."""
        layout, scrolled, side = (
            self._body.document().documentLayout(),
            self._body.verticalScrollBar().value(),
            self._side(),
        )
        found = []
        for block in visible_blocks(self._body):
            if _holds_aside(block):
                place = layout.blockBoundingRect(block)
                line = block.layout().lineAt(0)
                middle = place.top() - scrolled + line.y() + line.height() - line.descent() - side * 0.5
                found.append(QRectF(max(self.width() - side * 1.5, 0), middle - side / 2, side, side))
        if found != self._places:
            self._places = found
            self.update()

    def _side(self) -> int:
        """A lock's, in pixels: smaller than the letters, and than a narrow margin."""
        return min(round(self._body.fontMetrics().ascent() * 0.85), self._body.viewport().x())


def _holds_aside(block: QTextBlock) -> bool:
    """Whether an aside begins, goes on or ends in a block."""
    inside = bool(max(block.previous().userState(), 0) & Open.ASIDE)
    return bool(block.text().strip()) and (inside or has_aside(block.text()))
