"""What stands on the page before anything was written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.labels import label


class Beginning(Card):
    """One sentence and a first step.

    Attributes:
        begun: The first step was chosen.
    """

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(
            label(self.tr("Nothing is written here yet. One line about today is enough to begin."))
        )
        begin = secondary_button(self.tr("Write the first line"), "pencil")
        begin.clicked.connect(self.begun)
        self.column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()
