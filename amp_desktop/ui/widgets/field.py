"""A control with its label over it and a hint under it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.labels import SectionLabel, label


class Field(QWidget):
    """Label, control, hint: one row of a form.

    The control gets the label's text as its accessible name unless it has one, the hint as its description.
    """

    def __init__(self, text: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        name = SectionLabel(text)
        name.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(text.replace("&", ""))
        self._hint: QLabel = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        column.addWidget(name)
        column.addWidget(control)
        column.addWidget(self._hint)
        self.set_hint(hint)

    def set_hint(self, hint: str) -> None:
        """Say something about the control, or nothing."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(hint)
