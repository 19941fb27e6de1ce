"""A box to tick that tells apart who ticked it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget


class CheckBox(QCheckBox):
    """A check box that tells of what a person does, and of nothing that is only shown.

    Not `clicked`: screen readers and voice control toggle a box by its own action, which clicks nothing.

    Attributes:
        switched: The person ticked it, or took the tick away; carries whether it is ticked now.
    """

    switched = Signal(bool)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(self.switched)

    def show_checked(self, checked: bool) -> None:
        """Show whether it is ticked, without telling anybody."""
        with QSignalBlocker(self):
            self.setChecked(checked)
