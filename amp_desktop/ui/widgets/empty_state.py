"""What a page shows while there is nothing on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.reading_column import ReadingColumn


class EmptyState(QWidget):
    """Says in one sentence what belongs here and offers the first step.

    Attributes:
        action_requested: The button was pressed.
    """

    action_requested = Signal()

    def __init__(
        self, icon_name: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        room = self.fontMetrics().height()
        self._icon = IconLabel(icon_name, "faint", 2.8)
        self._sentence = label(sentence, "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = primary_button(action)
        self._button.clicked.connect(self.action_requested)
        column = QVBoxLayout(self)
        column.setSpacing(room)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(ReadingColumn(self._sentence, room * 24))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._button.setVisible(bool(action))  # without a place it would be a window
        column.addStretch(3)

    def set_sentence(self, sentence: str, icon_name: str = "") -> None:
        """Say something else, for example that a search found nothing, under another icon if one is named."""
        self._sentence.setText(sentence)
        if icon_name:
            self._icon.set_icon(icon_name, "faint")

    def set_action(self, action: str) -> None:
        """Offer another step; without words the button goes away."""
        self._button.setText(action)
        self._button.setVisible(bool(action))
