"""Labels by what they say; the style sheet knows how they look."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.tips import plain_tip


def label(text: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of plain text that breaks its lines.

    Args:
        text: What it says; never read as HTML.
        look: "title", "lead", "section", "strong", "muted", "small", "good", "care", "code", or nothing.
        parent: The widget it stands on.
    """
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    if look:
        set_variant(made, look)
    return made


class SectionLabel(QLabel):
    """The small heading over a group of controls."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        set_variant(self, "section")
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Another way of reading: it begins at the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Begin where the window does; Qt would go by the script of its words."""
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class Elided(QLabel):
    """One line that is cut with an ellipsis where there is no room; the tool tip then says it all."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if look:
            set_variant(self, look)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all of it, also while it is cut."""
        self.ensurePolished()
        width = ceil(QFontMetricsF(self.font()).horizontalAdvance(self._whole))
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The height alone: it can always be cut shorter."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Cut the text anew."""
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


def rule(parent: QWidget | None = None) -> QFrame:
    """A quiet line across."""
    line = QFrame(parent)
    set_variant(line, "rule")
    return line
