"""Work that can wait, done a step at a time while nobody touches the window."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

CALM_MS = 400
"""How long there must have been neither key nor click before a step."""
BETWEEN_MS = 40
"""Between two steps, each of which may take as long as a slow key."""
_INPUT = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod}


class IdleSteps(QObject):
    """Goes through steps until there are no more; a key or a click postpones the next one.

    It listens at the window, where input arrives first.
    """

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._steps: Iterator[str] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[str]) -> None:
        """Do these from now on; what is left of those before is not done."""
        window = self._place.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)  # a second time moves the filter and adds none
        self._steps = steps
        self._timer.start(CALM_MS)

    def stop(self) -> None:
        """Leave the rest."""
        self._timer.stop()
        self._steps = None

    def is_done(self) -> bool:
        """Whether there is no step left."""
        return self._steps is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait longer where somebody is at work, and let everything pass."""
        if self._timer.isActive() and event.type() in _INPUT:
            self._timer.start(CALM_MS)
        return super().eventFilter(watched, event)

    @Slot()
    def _go_on(self) -> None:
        steps = self._steps
        if steps is None:
            return
        if next(steps, None) is None:
            self.stop()
        elif steps is self._steps:
            self._timer.start(BETWEEN_MS)
