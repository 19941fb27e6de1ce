"""The line over the list while the bin is shown: how much lies there, and a way to empty it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.labels import label


class BinBar(QWidget):
    """Says how many entries lie in the bin, whatever is looked for among them.

    Attributes:
        emptying_requested: All of them are to be deleted for ever, once that was asked.
    """

    emptying_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "muted")
        self._empty = quiet_button(self.tr("Empty the bin…"), "trash-2")
        self._empty.clicked.connect(self.emptying_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._empty)

    def show_count(self, entries: int) -> None:
        """Say how many lie there; nothing is to be seen where none does."""
        one = self.tr("One entry")
        self._words.setText(one if entries == 1 else self.tr("%n entries", None, entries))
        self.setHidden(entries == 0)
