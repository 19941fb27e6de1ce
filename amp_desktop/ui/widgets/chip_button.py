"""A chip that can be pressed: a state, an area, a day, said in few words under a title."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import Tint, Tokens
from amp_desktop.ui.widgets.laid_text import LINE_HEIGHT, laid_text
from amp_desktop.ui.widgets.mnemonics import without_mnemonic


class ChipButton(QPushButton):
    """Words with round ends, an icon before them and an angle behind where something opens.

    It is painted by hand, since a style sheet cannot size round ends.
    """

    def __init__(
        self, text: str = "", icon_name: str = "", parent: QWidget | None = None, *, opens: bool = True
    ) -> None:
        """Make it.

        Args:
            text: What it says.
            icon_name: The icon before it, if any.
            parent: The widget it stands on.
            opens: Whether pressing it opens a list or a calendar.
        """
        self._hint: QSize | None = None
        self._heights: dict[int, int] = {}
        super().__init__(without_mnemonic(text), parent)
        self._icon_name = icon_name
        self._tint: Tint = "muted"
        self._opens = opens
        self._is_quiet = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_sign(self, icon_name: str, tint: Tint = "muted") -> None:
        """Put another icon before the words, or none."""
        if (icon_name, tint) != (self._icon_name, self._tint):
            self._icon_name, self._tint = icon_name, tint
            self._measure_anew()
            self.updateGeometry()
            self.update()

    def setText(self, text: str) -> None:
        """Say something else."""
        if text != self.text():
            self._measure_anew()
            super().setText(without_mnemonic(text))

    def text(self) -> str:
        """What it says."""
        return super().text().replace("&&", "&")

    def changeEvent(self, event: QEvent) -> None:
        """Another font takes another room."""
        self._measure_anew()
        super().changeEvent(event)

    def be_quiet(self) -> None:
        """Look like a sentence beside the other chips, until the pointer or the keyboard is on it."""
        self._is_quiet, self._opens = True, False
        self._measure_anew()
        self.set_sign("")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all it says. Layouts ask for it over and over; it is measured once."""
        if self._hint is None:
            self._hint = self._measured()
        return self._hint

    def _measured(self) -> QSize:
        metrics = self.fontMetrics()
        rounding = 2  # or the last letter would be cut where widths have fractions
        width = metrics.horizontalAdvance(self.text()) + 2 * self._air() + rounding
        width += (self._side() + self._gap()) if self._icon_name else 0
        width += (self._side() + self._gap() // 2) if self._opens else 0
        return QSize(width, round(metrics.height() * 1.55))

    def minimumSizeHint(self) -> QSize:
        """Words that find no room in one line take more."""
        return QSize(min(self.sizeHint().width(), self.fontMetrics().height() * 6), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """A narrower one is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at that width."""
        if width not in self._heights:
            self._heights[width] = self._height_at(width)
        return self._heights[width]

    def _height_at(self, width: int) -> int:
        room = width - self.sizeHint().width() + self.fontMetrics().horizontalAdvance(self.text()) + 2
        _, height = laid_text(self.text(), self.font(), room)
        one_line = self.fontMetrics().height() * LINE_HEIGHT
        return self.sizeHint().height() + round(max(height - one_line, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme().tokens
        over = self.underMouse() and self.isEnabled()
        self._paint_ground(painter, tokens, over=over)
        place = self._paint_icons(painter)
        quiet = self._is_quiet or not self.isEnabled()
        painter.setPen(tokens.accent if over and self._is_quiet else tokens.muted if quiet else tokens.text)
        mirrored = self.isRightToLeft()
        words, height = laid_text(self.text(), self.font(), place.width() + 1, mirrored=mirrored)
        words.draw(painter, QPointF(place.left(), (self.height() - height) / 2))
        painter.end()

    def _paint_ground(self, painter: QPainter, tokens: Tokens, *, over: bool) -> None:
        """A quiet one has only a ring, as thin as that of a link: its words begin where the others do."""
        line = 1 if self._is_quiet else 2
        painter.setPen(QPen(tokens.accent, line) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = tokens.hover if over else tokens.chip
        painter.setBrush(Qt.BrushStyle.NoBrush if self._is_quiet else ground)
        corner = self.sizeHint().height() / (4 if self._is_quiet else 2)
        edge = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), corner, corner)

    def _paint_icons(self, painter: QPainter) -> QRect:
        """Paint what stands before and behind the words; answers with the place of the words."""
        place = self.rect().adjusted(self._air(), 0, -self._air(), 0)
        side, top = self._side(), (self.height() - self._side()) // 2
        first, last = 0, 0
        if self._icon_name:
            first = side + self._gap()
            left = place.right() + 1 - side if self.isRightToLeft() else place.left()
            icon(self._icon_name, self._tint).paint(painter, QRect(left, top, side, side))
        if self._opens and self.isEnabled():
            last = side + self._gap() // 2
            left = place.left() if self.isRightToLeft() else place.right() + 1 - side
            icon("chevron-down", "muted").paint(painter, QRect(left, top, side, side))
        if self.isRightToLeft():
            first, last = last, first
        return place.adjusted(first, 0, -last, 0)

    def _measure_anew(self) -> None:
        self._hint = None
        self._heights.clear()

    def _air(self) -> int:
        return 1 if self._is_quiet else round(self.fontMetrics().height() * 0.6)

    def _gap(self) -> int:
        return round(self.fontMetrics().height() * 0.4)

    def _side(self) -> int:
        return round(self.fontMetrics().ascent() * 1.1)
