"""Where one types what one looks for."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.widgets.search_line import SearchLine

_SIGNS = 2.5
"""Heights of a line that the magnifying glass and the edges take."""


class SearchField(SearchLine):
    """A line with a magnifying glass that tells what is looked for shortly after the last key.

    Escape empties it; Enter tells at once; the arrow keys down and up leave for the results.

    Attributes:
        query_changed: What is looked for now, without spaces around it.
        left_downwards: The arrow key down was pressed: the results may take the keyboard.
    """

    query_changed = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, delay_ms: int = 60) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=delay_ms)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what is searched where there is room for it; what is cut off says nothing."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        fits = metrics.horizontalAdvance(self._placeholder) <= self.width() - _SIGNS * metrics.height()
        self.setPlaceholderText(self._placeholder if fits else self.tr("Search"))

    def query(self) -> str:
        """What is looked for, without spaces around it."""
        return self.text().strip()

    def set_query(self, text: str) -> None:
        """Look for this, without telling anybody."""
        self.setText(text)
        self._pause.stop()
        self._told = self.query()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, the arrow down leaves."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        if self.query() != self._told:
            self._told = self.query()
            self.query_changed.emit(self._told)
