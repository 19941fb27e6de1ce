"""Qt's own fields for numbers, times and choices, named and set up as every page wants them."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

Spin = TypeVar("Spin", bound=QAbstractSpinBox)


def number_field(
    name: str, lowest: int, highest: int, suffix: str = "", parent: QWidget | None = None
) -> QSpinBox:
    """A whole number between two bounds, both allowed; `suffix` is its unit with a space before it."""
    field = QSpinBox(parent)
    field.setRange(lowest, highest)
    field.setSuffix(suffix)
    return _named(field, name)


def time_field(name: str, parent: QWidget | None = None) -> QTimeEdit:
    """A time of the day, written as the person's country writes it."""
    field = QTimeEdit(parent)
    field.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
    return _named(field, name)


def choice_field(
    name: str, choices: Iterable[tuple[str, object]], parent: QWidget | None = None
) -> QComboBox:
    """One of a few.

    Args:
        name: What is chosen, for the screen reader.
        choices: The words and the value behind each; `currentData()` gives the chosen value.
        parent: The widget it stands on.
    """
    field = QComboBox(parent)
    for text, value in choices:
        field.addItem(text, value)
    field.setAccessibleName(name)
    return field


def _named(field: Spin, name: str) -> Spin:
    field.setAccessibleName(name)
    line = field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    air = field.fontMetrics().averageCharWidth() * 3 // 4
    line.setTextMargins(air, 0, air, 0)  # the style sheet's padding does not reach into spin boxes
    return field
