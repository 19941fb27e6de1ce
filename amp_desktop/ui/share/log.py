"""What has left: the share log, newest first."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.share import Share
from amp_desktop.journal import Journal
from amp_desktop.sharing import renderer_told
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.share.labels import moment, share_line
from amp_desktop.ui.share.text_views import TextView
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from amp_desktop.domain.query import Cursor

Index = QModelIndex | QPersistentModelIndex

ROWS_SEEN = 3


class ShareLogModel(QAbstractListModel):
    """The lines of the log, fetched a page at a time."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._shares: list[Share] = []
        self._next: Cursor | None = None

    def load(self) -> None:
        """Read the newest page.

        Raises:
            JournalError: It cannot be read.
        """
        page = self._journal.sharing.log()
        self.beginResetModel()
        self._shares, self._next = list(page.items), page.next
        self.endResetModel()

    def clear(self) -> None:
        """Drop every word."""
        self.beginResetModel()
        self._shares, self._next = [], None
        self.endResetModel()

    def share_at(self, row: int) -> Share | None:
        """What left in that row."""
        return self._shares[row] if 0 <= row < len(self._shares) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines were read so far."""
        return 0 if parent is not None and parent.isValid() else len(self._shares)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older lines."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        page = self._journal.sharing.log(self._next)
        first = len(self._shares)
        self.beginInsertRows(QModelIndex(), first, first + len(page.items) - 1)
        self._shares.extend(page.items)
        self._next = page.next
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """When, for whom, in which format and how much."""
        share = self.share_at(index.row()) if index.isValid() else None
        if share is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{moment(share.shared_at)}\n{share_line(share)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{moment(share.shared_at)}, {share_line(share)}"
        return None


class ShareLogView(QWidget):
    """The list; Enter or a double click shows the exact text that left."""

    shown = Signal(object)

    def __init__(self, model: ShareLogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._empty = label(self.tr("Nothing has been shared yet."), "small")
        self._list = QListView()
        set_variant(self._list, "rows")
        self._list.setModel(model)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setAccessibleName(self.tr("Shared so far"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._list)
        model.modelReset.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        there = self._model.rowCount() > 0
        self._empty.setHidden(there)
        self._list.setVisible(there)
        if there:
            rows = min(self._model.rowCount(), ROWS_SEEN)
            self._list.setFixedHeight(self._list.sizeHintForRow(0) * rows + 2 * self._list.frameWidth())

    @Slot(QModelIndex)
    def _show(self, index: QModelIndex) -> None:
        share = self._model.share_at(index.row())
        if share is not None:
            self.shown.emit(share)


class ShareDialog(Dialog):
    """The exact text of one sharing. It is thrown away when it is closed."""

    def __init__(self, share: Share, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Shared so far"))
        room = self.fontMetrics().height()
        self._text = TextView(self.tr("The exact text that was shared"))
        self._text.show_text(share.text, share.format)
        column = QVBoxLayout(self)
        column.setSpacing(room // 2)
        column.addWidget(label(moment(share.shared_at), "lead"))
        column.addWidget(label(share_line(share), "muted"))
        if not renderer_told(share.format).is_text:
            column.addWidget(label(self.tr("The text that the pages were made from."), "small"))
        if share.file_name:
            column.addWidget(label(self.tr("Saved as {name}").format(name=share.file_name), "small"))
        if not share.text:
            column.addWidget(label(self.tr("Its text was deleted here."), "small"))
        column.addWidget(self._text, 1)
        self._text.setVisible(bool(share.text))
        if not share.text:
            column.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column.addWidget(close)
        self.resize(within_window(self, QSize(room * 36, room * 34)))

    def done(self, result: int) -> None:
        """Drop every word before the window goes."""
        self._text.clear()
        super().done(result)
