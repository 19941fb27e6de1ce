"""A point while it is talked about: a box to tick, its words, and where it comes from."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.ui.kinds.meeting.labels import plain
from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.reading_line import PAGE_TEXT
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TalkRow(QWidget):
    """The box has the keyboard; whoever comes to it talks about its point.

    Attributes:
        reached: One talks about it now; carries its key.
        ticked: It was talked about, or was not; carries its key and which.
        stepped: The keyboard is to go up (-1) or down (1); carries the key and which.
        write_wanted: Something is to be written beside it.
        go_on_wanted: It was talked about, and the next one is on.
    """

    reached = Signal(str)
    ticked = Signal(str, bool)
    stepped = Signal(str, int)
    write_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._is_current = False
        em = QFontInfo(self.font()).pixelSize()
        self.box = CheckBox()
        self._title = WrappedLabel()
        font = QFont(self._title.font())
        font.setPointSizeF(font.pointSizeF() * PAGE_TEXT)
        self._title.setFont(font)
        self._below = label("", "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(round(em * 0.8), round(em * 0.6), round(em * 0.8), round(em * 0.6))
        row.setSpacing(round(em * 0.5))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.box.switched.connect(self._tick)
        self.box.installEventFilter(self)

    def show_point(self, point: AgendaPoint, source: str, *, is_current: bool) -> None:
        """Show it as it stands."""
        words = plain(point.text)
        self._is_current = is_current
        self._title.setText(words)
        set_variant(self._title, "muted" if point.is_done else "strong" if is_current else "")
        self._below.setText(source)
        self.box.show_checked(point.is_done)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(source)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def set_writable(self, *, writable: bool) -> None:
        """Whether it may be ticked."""
        self.box.setEnabled(writable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """The keys of the list, and who comes to it."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(self.key)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _BY and not held:
            self.stepped.emit(self.key, _BY[key])
        elif key in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.go_on_wanted.emit()
        elif key in _ENTER and not held:
            self.write_wanted.emit()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Talk about it."""
        super().mousePressEvent(event)
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the one that is talked about."""
        if self._is_current:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().tokens.selection)
            corner = QFontInfo(self.font()).pixelSize() * 0.55
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
            painter.end()

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.ticked.emit(self.key, on)
