"""A small list under a field that offers what could be typed, while the keyboard stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from amp_desktop.ui.style.theme import set_variant


class OfferList(QListView):
    """Stands over whatever is under its field, and is no window: it takes neither keyboard nor pointer.

    Attributes:
        taken: An offer was clicked; carries its words.
    """

    taken = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._clicked)
        set_variant(self, "offers")
        self.hide()

    def offer(self, words: Sequence[str]) -> None:
        """Show these, none of them chosen; without any, show nothing."""
        self._words.setStringList(list(words))
        self.setCurrentIndex(QModelIndex())
        if words:
            self._place(len(words))
            self.show()
            self.raise_()
        else:
            self.hide()

    def move_choice(self, by: int) -> None:
        """Choose the offer so many further down; beyond the ends, none is chosen."""
        count, row = self._words.rowCount(), self.currentIndex().row()
        self.setCurrentIndex(self._words.index((row + 1 + by) % (count + 1) - 1, 0))

    def chosen(self) -> str:
        """The words of the chosen offer, or an empty string."""
        index = self.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def offered(self) -> list[str]:
        """The words that are offered now."""
        return [] if self.isHidden() else self._words.stringList()

    def _place(self, rows: int) -> None:
        """Under the field, as wide as it is."""
        window = self._field.window()
        self.setParent(window)
        corner = self._field.mapTo(window, QPoint(0, self._field.height()))
        edges = 2 * self.frameWidth() + self.fontMetrics().height() // 2
        self.setGeometry(
            corner.x(), corner.y(), self._field.width(), rows * max(self.sizeHintForRow(0), 1) + edges
        )

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.taken.emit(str(index.data()))
