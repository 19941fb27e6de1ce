"""What the program asks to be spoken up about: an evaluation that is open, or opens soon."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class Notice(QFrame):
    """One sentence with a flag; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "banner")
        self._words = label("")
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(room * 3 // 4, room // 2, room * 3 // 4, room // 2)
        row.setSpacing(room // 2)
        row.addWidget(IconLabel("flag", "accent", 1.3))
        row.addWidget(self._words, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say this, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))
