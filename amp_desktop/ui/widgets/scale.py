"""A value from 1 to 5, picked with one tap: mood, energy, stress."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from amp_desktop.ui.widgets.buttons import icon_button

_BY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One of the five: how it looks and what it is called."""

    icon_name: str
    text: str


class Scale(QWidget):
    """Five buttons in a row, of which one or none is chosen; pressing the chosen one clears it.

    Tab stops once, at the chosen one, or where one stood last; the arrow keys move between the five, Space
    or Enter presses, the digits 1 to 5 choose, Delete clears.

    Attributes:
        changed: The person chose a value from 1 to 5, or cleared it (None).
    """

    changed = Signal(object)

    def __init__(self, name: str, steps: Sequence[ScaleStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._value: int | None = None
        self._buttons = [self._button(name, step) for step in steps]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 4)
        for button in self._buttons:
            row.addWidget(button)
            button.installEventFilter(self)
        row.addStretch(1)
        self._stop_at(0)

    def value(self) -> int | None:
        """The chosen value, 1 to 5, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value without telling anybody."""
        self._value = value
        for at, button in enumerate(self._buttons, start=1):
            button.setChecked(at == value)
        if value is not None:
            self._stop_at(value - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys, which would go from button to button and out of the row."""
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(self._buttons.index(watched))  # type: ignore[arg-type]  # nothing else is watched
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        by = _BY.get(Qt.Key(event.key()), 0)
        if by:
            if self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                by = -by
            self._step(self._buttons.index(watched) + by)  # type: ignore[arg-type]
        return bool(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Delete clears."""
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= len(self._buttons):
            self._choose(digit)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _step(self, at: int) -> None:
        """Go to that one; at the ends one stays."""
        self._buttons[min(max(at, 0), len(self._buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, at: int) -> None:
        """Have Tab stop at that one alone."""
        for number, button in enumerate(self._buttons):
            stops = number == at
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _button(self, name: str, step: ScaleStep) -> QToolButton:
        words = self.tr("{scale}: {step}").format(scale=name, step=step.text)
        button = icon_button(step.icon_name, words, self, look="step")
        button.setToolTip(step.text)
        button.setCheckable(True)
        button.clicked.connect(self._pressed)
        return button

    @Slot()
    def _pressed(self) -> None:
        pressed = next(at for at, button in enumerate(self._buttons, start=1) if button is self.sender())
        self._choose(None if pressed == self._value else pressed)

    def _choose(self, value: int | None) -> None:
        told = value != self._value
        self.set_value(value)
        if told:
            self.changed.emit(value)


def mood_scale(parent: QWidget | None = None) -> Scale:
    """How one feels, from very low to very good."""
    return Scale(_tr("Mood"), _steps(("angry", "frown", "meh", "smile", "laugh"), mood_words()), parent)


def energy_scale(parent: QWidget | None = None) -> Scale:
    """How much energy is left, from none to full."""
    icons = ("battery", "battery-low", "battery-medium", "battery-full", "zap")
    return Scale(_tr("Energy"), _steps(icons, energy_words()), parent)


def stress_scale(parent: QWidget | None = None) -> Scale:
    """How much strain there is, from calm to very high."""
    icons = ("leaf", "wind", "waves", "cloud-rain", "cloud-lightning")
    return Scale(_tr("Stress"), _steps(icons, stress_words()), parent)


def mood_words() -> tuple[str, ...]:
    """What the five moods are called, lowest first."""
    return (_tr("very low"), _tr("low"), _tr("so-so"), _tr("good"), _tr("very good"))


def energy_words() -> tuple[str, ...]:
    """What the five energies are called, lowest first."""
    return (_tr("empty"), _tr("low"), _tr("half"), _tr("high"), _tr("full of energy"))


def stress_words() -> tuple[str, ...]:
    """What the five strains are called, calmest first."""
    return (_tr("calm"), _tr("light"), _tr("noticeable"), _tr("high"), _tr("very high"))


def _steps(icons: Sequence[str], words: Sequence[str]) -> list[ScaleStep]:
    return [ScaleStep(icon_name, text) for icon_name, text in zip(icons, words, strict=True)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Scale", text)
