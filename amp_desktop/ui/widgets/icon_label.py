"""An icon that only shows something."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.tokens import Tint


class IconLabel(QWidget):
    """Paints an icon in the colour of the moment, sharp on every screen.

    It is decoration: the words beside it must say the same.
    """

    def __init__(
        self, icon_name: str = "", tint: Tint = "muted", factor: float = 1.3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._factor = factor
        self._icon = icon(icon_name, tint) if icon_name else None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon_name: str, tint: Tint = "muted") -> None:
        """Show this icon."""
        self._icon = icon(icon_name, tint)
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = round(self.fontMetrics().ascent() * self._factor)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        if self._icon is not None:
            painter = QPainter(self)
            self._icon.paint(painter, self.rect())
            painter.end()
