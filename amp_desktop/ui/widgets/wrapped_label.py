"""Words that break their lines wherever they must: one long word never makes a page wider than its window."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.direction import isolated
from amp_desktop.ui.widgets.document_text import wrap_mode_for

FEW_LETTERS = 8
"""Letters for which there is always room."""


def laid_out(text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> QTextLayout:
    """Words in lines: broken between words, and within one where it alone is too long.

    Args:
        text: Plain text of one paragraph, in its own direction.
        font: In what it is set.
        width: How wide, in logical pixels, a line may be.
        direction: Where lines begin.
    """
    mirrored = direction is Qt.LayoutDirection.RightToLeft  # which Qt's own lines do not heed
    option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(wrap_mode_for(text))
    option.setTextDirection(direction)
    layout = QTextLayout(isolated(text), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


class LineHeights:
    """How high a text is at each width.

    A layout asks a dozen times, and for several widths. The text is laid out once for each; not at all for
    one that is wide enough for a single line, once it is known how long that is.
    """

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._one_line: tuple[int, int] | None = None

    def at(self, width: int, laid_out_for: Callable[[int], QTextLayout]) -> int:
        """How high, in logical pixels, all lines are together.

        Args:
            width: How wide a line may be.
            laid_out_for: Lays the text out for a width, where that is still to be done.
        """
        if self._one_line is not None and width >= self._one_line[0]:
            return self._one_line[1]
        if width not in self._known:
            lines = laid_out_for(width)
            self._known[width] = height = math.ceil(lines.boundingRect().height())
            if lines.lineCount() == 1:
                self._one_line = math.ceil(lines.lineAt(0).naturalTextWidth()), height
        return self._known[width]

    def clear(self) -> None:
        """The text or its font is another."""
        self._known.clear()
        self._one_line = None


class WrappedLabel(QLabel):
    """A label of plain text in one paragraph, which asks for no more width than a few letters."""

    def __init__(self, look: str = "", parent: QWidget | None = None) -> None:
        self._heights = LineHeights()
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_variant(self, look)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        metrics, edges = self.fontMetrics(), self.contentsMargins()
        width = metrics.averageCharWidth() * FEW_LETTERS
        return QSize(width, metrics.lineSpacing()).grownBy(edges)

    def sizeHint(self) -> QSize:
        """As wide as all words in one line."""
        metrics, edges = self.fontMetrics(), self.contentsMargins()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.lineSpacing()).grownBy(edges)

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def heightForWidth(self, width: int) -> int:
        """As high as the lines."""
        edges = self.contentsMargins()
        room = width - edges.left() - edges.right()
        return self._heights.at(room, self._lines) + edges.top() + edges.bottom()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, or another side to begin at, makes other lines."""
        self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        self._lines(room.width()).draw(painter, QPointF(room.topLeft()))
        painter.end()

    def _lines(self, width: int) -> QTextLayout:
        return laid_out(" ".join(self.text().split()), self.font(), width, self.layoutDirection())


class FittedLabel(WrappedLabel):
    """The same, as high as its lines are at the width that it was given.

    A layout asks how high a wrapped label is at several widths, and asks it of each one whenever anything
    beside it changes. In a list of dozens of rows most of laying out would be that.
    """

    def __init__(self, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setWordWrap(False)  # it paints its lines itself; with it, Qt would ask for heights
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere where it is wider."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other lines."""
        super().changeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):  # a layout has given it a width
            self.setFixedHeight(self.heightForWidth(self.width()))
