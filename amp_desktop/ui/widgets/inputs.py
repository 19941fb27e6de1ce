"""Qt's own field for a choice, named as every page wants it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QWidget


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
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also to choices that come later
    for text, value in choices:
        field.addItem(text, value)
    field.setAccessibleName(name)
    return field
