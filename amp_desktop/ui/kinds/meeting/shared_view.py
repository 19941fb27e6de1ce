"""What may be seen of a meeting while one shares the screen: the points that were shared for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.ui.kinds.meeting.labels import plain
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout


class SharedView(QScrollArea):
    """Covers the whole window; Escape, or the key that brought it, takes it away.

    Attributes:
        left: It is to go.
    """

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Only the points that you shared"))
        set_variant(self, "page")
        self._content = QWidget()
        set_variant(self._content, "page")
        self._column = QVBoxLayout(self._content)
        room = self.fontMetrics().height()
        self._column.setContentsMargins(room * 4, room * 3, room * 4, room * 3)
        self._column.setSpacing(room)
        self.setWidget(self._content)
        window.installEventFilter(self)
        self.hide()

    def show_points(self, points: Sequence[AgendaPoint]) -> None:
        """Show these and nothing else."""
        clear_layout(self._column)
        for point in points:
            line = label(plain(point.text), "muted" if point.is_done else "title")
            self._column.addWidget(line)
        if not points:
            words = self.tr("None of these points was in what you shared last.")
            self._column.addWidget(label(words, "muted"))
        self._column.addStretch(1)
        self._cover()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop every word."""
        self.hide()
        clear_layout(self._column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes it away; other keys do nothing behind it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
