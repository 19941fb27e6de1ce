"""What the program asks to be spoken up about: an evaluation that is open, or opens soon."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class Notice(QWidget):
    """One sentence with a flag; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("")
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(room // 2)
        row.addWidget(IconLabel("flag", "accent", 1.2))
        row.addWidget(self._words, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say this, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))
