"""List and page beside each other; where there is no room for both, one of them, by two buttons."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from amp_desktop.ui.share.leaving import LeavingPanel
from amp_desktop.ui.widgets.segments import SegmentedRow

NARROW = 52
"""Heights of a line below which list and page have no room beside each other."""

_PAGE = 2


class Sides(QWidget):
    """Holds both sides; how much leaves is said at all times."""

    def __init__(self, left: QWidget, leaving: LeavingPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        room = self.fontMetrics().height()
        self._left, self._leaving = left, leaving
        self._shown = SegmentedRow(self.tr("Shown"), [self.tr("What leaves"), self.tr("The page")], self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._shown.choose_quietly(1)
        self._shown.changed.connect(self._show_side)
        self._shown.hide()
        self._top = QVBoxLayout()
        self._top.setContentsMargins(room // 2 * 2, 0, room // 2, 0)  # as the title that stands below
        self._top.addWidget(self._shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        column.addLayout(self._top)
        column.addWidget(self._split, 1)
        # At last: whatever is put into another place is dressed by the sheet anew, with all that is in it.
        self._split.addWidget(left)
        self._split.addWidget(leaving)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._split.setSizes([room * 22, room * 38])

    def fit(self, width: int) -> None:
        """Show both sides or one, as there is room in so many pixels."""
        narrow = width < self.fontMetrics().height() * NARROW
        if narrow is self._shown.isHidden():
            self._shown.setVisible(narrow)
            if narrow:
                self._top.addWidget(self._leaving.head)
            else:
                self._leaving.take_head()
            self._show_side()

    def show_page(self) -> None:
        """Have the page seen, where there is room for one side alone."""
        if not self._shown.isHidden():
            self._shown.choose(_PAGE)

    @Slot()
    def _show_side(self) -> None:
        narrow, page = not self._shown.isHidden(), self._shown.chosen() == _PAGE
        self._left.setHidden(narrow and page)
        self._leaving.setHidden(narrow and not page)
        self._split.refresh()
