"""The entries that one side of a link leads to, each a row to go there by."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.query import EntryRow, ResultPage
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout
from amp_desktop.ui.widgets.wrapped_link import WrappedLink


class LinkedRows(QWidget):
    """One side of the links of an entry, under a heading; hidden while it has none.

    Attributes:
        requested: Go to that entry; carries its id.
        removed: The link made by hand is to go; carries the id of the entry that it leads to.
    """

    requested = Signal(object)
    removed = Signal(object)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.fontMetrics().height() // 6)
        self._more = label("", "small")
        self._shown: tuple[ResultPage[EntryRow], frozenset[UUID]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 6)
        column.addWidget(label(heading, "small"))
        column.addLayout(self._rows)
        column.addWidget(self._more)
        self.hide()

    def show_page(self, page: ResultPage[EntryRow], removable: Collection[UUID] = ()) -> None:
        """Show these entries; the links to the removable ones can be taken away."""
        if self._shown == (page, frozenset(removable)):
            return  # this is asked at every save, and making rows takes longer than a key may
        self._shown = (page, frozenset(removable))
        clear_layout(self._rows)
        for row in page.items:
            line = LinkedRow(row, removable=row.id in removable)
            line.requested.connect(self.requested)
            line.removed.connect(self.removed)
            self._rows.addWidget(line)
        self._more.setVisible(page.next is not None)
        self._more.setText(self.tr("These are the newest; there are more.") if page.next else "")
        self.setVisible(bool(page.items))


class LinkedRow(QWidget):
    """One linked entry.

    Attributes:
        requested: Go there; carries the id.
        removed: The link made by hand is to go; carries the id.
    """

    requested = Signal(object)
    removed = Signal(object)

    def __init__(self, row: EntryRow, parent: QWidget | None = None, *, removable: bool) -> None:
        super().__init__(parent)
        self._id = row.id
        title = title_of(row)
        self._title = title
        link = WrappedLink(title)
        link.setAccessibleName(self.tr("Go to {title}").format(title=title))
        link.clicked.connect(self._request)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.fontMetrics().height() // 3)
        line.addWidget(IconLabel(view_of(row).icon_name, factor=1.0), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(link, 1)
        if removable:
            cross = icon_button("x", self.tr("Remove the link to {title}").format(title=title), look="small")
            cross.clicked.connect(self._remove)
            line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)

    def title(self) -> str:
        """The title of the entry, whole."""
        return self._title

    @Slot()
    def _request(self) -> None:
        self.requested.emit(self._id)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._id)
