"""What stands on the page before anything was written."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.ui.widgets.labels import label


class Beginning(QWidget):
    """One sentence; the first step is the line above it, in which the keyboard is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("One line about today is enough to begin."), "muted", self))
        self.hide()
