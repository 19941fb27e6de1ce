"""The handle beside a step: dragged it moves the step, pressed it shows what else can be done with it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from amp_desktop.ui.kinds.goal.steps.row import StepRow
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import set_variant


class StepHandle(QToolButton):
    """Stands in the margin of the row that the pointer or the keyboard is in.

    Attributes:
        dragged: It is dragged; carries the place on the screen.
        dropped: It was let go of.
        cancelled: Escape was pressed while it was dragged.
        closed: Its menu was closed; what was chosen there follows.
        asked: Something was chosen in its menu: "up", "down", "in", "out", "tick" or "remove".
    """

    dragged = Signal(QPoint)
    dropped = Signal()
    cancelled = Signal()
    closed = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self._pressed_at: QPoint | None = None
        self._is_dragged = self._is_open = False
        self._menu: QMenu | None = None
        set_variant(self, "small")
        self.setIcon(icon("grip-vertical"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # every key for it is one of the row's own
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.clicked.connect(self._show_menu)

    def name(self, step: str) -> None:
        """Say which step it moves."""
        words = self.tr("Move or change: {step}").format(step=step)
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(self.tr("Drag to move, press for more"))

    def fit(self, em: int) -> None:
        """Be as large as fits beside text of that size."""
        self.setIconSize(QSize(round(1.15 * em), round(1.15 * em)))
        self.resize(round(1.5 * em), round(1.7 * em))

    def stand_beside(self, row: StepRow, gap: int) -> None:
        """Stand so many pixels before the tick of a row, and say which step it moves."""
        tick = row.tick_place().translated(row.pos())
        x = tick.right() + gap if self.isRightToLeft() else tick.left() - gap - self.width()
        furthest = self._list.width() - self.width()
        self.move(min(max(x, 0), furthest), tick.center().y() - self.height() // 2)
        self.name(row.step.text)

    @property
    def is_dragged(self) -> bool:
        """Whether the pointer has it."""
        return self._is_dragged

    @property
    def is_held(self) -> bool:
        """Whether it is dragged or its menu is open: it stays with its step, wherever the pointer is."""
        return self._is_dragged or self._is_open

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps it will be dragged."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, once it is clear that it is no press."""
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        place = event.globalPosition().toPoint()
        if (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._begin_to_drag()
        if self._is_dragged:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or show the menu."""
        if self._end_drag():
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """It has the keyboard while it is dragged: Escape lets go of it."""
        if event.key() == Qt.Key.Key_Escape and self._is_dragged:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody can let go of what is not to be seen."""
        super().hideEvent(event)
        self.cancel()

    def cancel(self) -> None:
        """Let go of it where it came from, and close its menu."""
        if self._menu is not None:
            self._menu.close()
        if self._end_drag():
            self.cancelled.emit()

    def _begin_to_drag(self) -> None:
        if not self._is_dragged:
            self._is_dragged = True
            self.grabKeyboard()

    def _end_drag(self) -> bool:
        """Let go of pointer and keyboard; whether it was dragged."""
        was_dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        if was_dragged:
            self.releaseKeyboard()
            self.setDown(False)  # the button that is let go of later is no press
        return was_dragged

    @Slot()
    def _menu_closed(self) -> None:
        self._is_open = False
        self.closed.emit()

    @Slot()
    def _show_menu(self) -> None:
        if self._menu is None:
            self._menu = self._made_menu()
        self._is_open = True
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, words, keys in (
            ("tick", self.tr("Done, or not done"), "Ctrl+Return"),
            ("up", self.tr("Move up"), "Alt+Up"),
            ("down", self.tr("Move down"), "Alt+Down"),
            ("in", self.tr("Move in"), "Ctrl+]"),
            ("out", self.tr("Move out"), "Ctrl+["),
            ("remove", self.tr("Remove"), ""),
        ):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{words}\t{shown}" if keys else words)
            action.setData(name)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(self._menu_closed)
        return menu

    @Slot(object)
    def _chosen(self, action: QAction) -> None:
        self.asked.emit(action.data())
