"""Saying that something is being done."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.labels import label


class Busy(QWidget):
    """One calm line and a bar that moves."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 3)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.say("")

    def say(self, words: str) -> None:
        """Say what is being done; an empty text means that it is over."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        # A bar without an end is animated by the style for as long as it has no range.
        self._bar.setRange(0, 0 if words else 1)
        self.setVisible(bool(words))
