"""The rows of what is within reach, at the side of the window."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.entry_mime import carried_ids
from amp_desktop.ui.widgets.tips import plain_tip

_LINKS = Qt.ItemDataRole.UserRole
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PinnedList(QListWidget):
    """As high as its rows while the window has room; it scrolls where it has none.

    Attributes:
        wanted: A row was clicked, or Enter pressed in it; carries its number.
        key_pressed: Another key that may mean something; carries row, key and whether Alt was held.
        dropped: Entries were dropped on a row that takes them; carries its number and their ids.
    """

    wanted = Signal(int)
    key_pressed = Signal(int, int, bool)
    dropped = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_variant(self, "side-list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(icon_size(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setAcceptDrops(True)
        self.itemClicked.connect(self._clicked)

    def add(self, icon_name: str, text: str, kind: str, tip: str = "", *, links: bool = False) -> None:
        """Add a row.

        Args:
            icon_name: Its icon.
            text: What it says.
            kind: What it is, for a screen reader.
            tip: What is told when the pointer rests on it.
            links: Whether entries can be dropped on it.
        """
        item = QListWidgetItem(icon(icon_name), text, self)
        item.setToolTip(plain_tip(tip or text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {text}")
        item.setData(_LINKS, links)

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.count() * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """Two rows at least."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, min(self.count(), 2) * self._row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of keys that mean something to a row."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in _ENTER:
            self.wanted.emit(self.currentRow())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2) or alt:
            self.key_pressed.emit(self.currentRow(), event.key(), alt)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let entries in; which rows take them is said on the way."""
        event.setAccepted(bool(carried_ids(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the row under the pointer if it takes them."""
        target = self._target_of(event)
        self.clearSelection()
        if target is not None:
            target.setSelected(True)  # it looks chosen as long as it would take them
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Mark nothing any more."""
        super().dragLeaveEvent(event)
        self.clearSelection()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell on which row they were dropped."""
        target = self._target_of(event)
        self.clearSelection()
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(target is not None)
        if target is not None:
            self.dropped.emit(self.row(target), carried_ids(event.mimeData()))

    def _target_of(self, event: QDropEvent) -> QListWidgetItem | None:
        item = self.itemAt(event.position().toPoint())
        return item if item is not None and item.data(_LINKS) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who comes by Tab where they are."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.count():
            self.setCurrentRow(max(self.currentRow(), 0))
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have nothing chosen any more."""
        super().focusOutEvent(event)
        self.clearSelection()  # only the page in front looks chosen while one works there

    def _row_height(self) -> int:
        return self.sizeHintForRow(0) if self.count() else 0

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self.row(item))
