"""A value from 1 to 5, picked with one tap: mood, energy, stress."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.choice_row import ChoiceRow


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One of the five: how it looks and what it is called."""

    icon_name: str
    text: str


class Scale(ChoiceRow):
    """Five buttons in a row, of which one or none is chosen; pressing the chosen one clears it.

    Tab stops once, at the chosen one, or where one stood last; Left and Right choose, so do the digits 1
    to 5, Delete clears.

    Attributes:
        changed: The person chose a value from 1 to 5, or cleared it (None).
    """

    arrows_choose = True
    may_be_none = True

    def __init__(self, name: str, steps: Sequence[ScaleStep], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.name = name
        self._steps = steps
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 8)
        buttons = [self._button(name, step) for step in steps]
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.set_buttons(buttons)

    def value(self) -> int | None:
        """The chosen value, 1 to 5, or None."""
        return self.chosen()

    def set_value(self, value: int | None) -> None:
        """Show a value without telling anybody."""
        self.choose_quietly(value)

    def words(self) -> str:
        """What the chosen value is called; empty for none."""
        value = self.value()
        return self._steps[value - 1].text if value is not None else ""

    def _button(self, name: str, step: ScaleStep) -> QToolButton:
        words = self.tr("{scale}: {step}").format(scale=name, step=step.text)
        button = icon_button(step.icon_name, words, self, look="step")
        button.setToolTip(step.text)
        return button


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
