"""A framed group of things that belong together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant


class Card(QFrame):
    """A frame with a column to put widgets into.

    Attributes:
        column: The card's layout; add to it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "card")
        room = self.fontMetrics().height()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(room, room * 3 // 4, room, room * 3 // 4)
        self.column.setSpacing(room * 3 // 4)
