"""What stands at the top of a page: its name, a quiet line, and what can be done there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.labels import label


class PageHeader(QWidget):
    """A title, an optional line under it, and buttons at the far end."""

    def __init__(
        self, title: str, subtitle: str = "", parent: QWidget | None = None, *, look: str = "title"
    ) -> None:
        super().__init__(parent)
        self._title = label(title, look, self)
        self._subtitle = label(subtitle, "muted", parent=self)  # without one it would be shown as a window
        self._subtitle.setVisible(bool(subtitle))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(words, 1)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the far end."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def set_title(self, title: str) -> None:
        """Say what the page is."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Say the quiet line; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
