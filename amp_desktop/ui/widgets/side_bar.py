"""The navigation at the left: the pages, the program's week, settings and lock."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import repolish, set_variant
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import SectionLabel
from amp_desktop.ui.widgets.layouts import clear_layout
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

SETTINGS = "settings"

_USUAL_WIDTH = 14.3
"""In sizes of the letters."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One page in the navigation."""

    key: str
    text: str
    icon_name: str


class SideBar(QFrame):
    """Where one is and where one can go.

    Attributes:
        page_requested: A page was chosen; carries its key, or `SETTINGS`.
        lock_requested: "Lock journal" was pressed.
    """

    page_requested = Signal(str)
    lock_requested = Signal()

    def __init__(self, title: str, rows: Sequence[SideRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "side")
        self._keys = [row.key for row in rows]
        self._compact = False
        self._list = _PageList(rows, self)
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.itemSelectionChanged.connect(self._chosen)
        self._settings = self._foot_row("settings", self.tr("Settings"))
        self._settings.clicked.connect(self._settings_pressed)
        self._lock = self._foot_row("lock", self.tr("Lock journal"))
        self._lock.clicked.connect(self.lock_requested)
        self._program_box = QWidget()
        self._program = QVBoxLayout(self._program_box)
        self._below: list[QWidget] = [self._program_box]
        self._menu_button = icon_button("ellipsis", self.tr("Menu"))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.hide()
        self._lay_out(title)

    def set_current(self, key: str) -> None:
        """Mark a page as the one shown, without asking for it."""
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(self._keys.index(key) if key in self._keys else -1)
        self._settings.setProperty("current", key == SETTINGS)
        repolish(self._settings)

    def current(self) -> str:
        """The key of the page marked, or an empty string."""
        if self._settings.property("current"):
            return SETTINGS
        row = self._list.currentRow()
        return self._keys[row] if row >= 0 else ""

    def show_program(self, heading: str, lines: Sequence[tuple[str, str]]) -> None:
        """Say where in the program one is.

        Args:
            heading: "Week 6 of 18". Empty: nothing is shown.
            lines: What comes next, each an icon's name and a short line.
        """
        self._program_box.hide()  # what is put into a hidden box counts at once, into a shown one later
        clear_layout(self._program)
        if heading:
            self._program.addWidget(SectionLabel(heading))
        for icon_name, text in lines:
            self._program.addWidget(_QuietLine(icon_name, text))
        self._let_pages_go_first()

    def set_menu(self, menu: QMenu) -> None:
        """Offer a menu at the top, for what has no row."""
        self._menu_button.setMenu(menu)
        self._menu_button.show()

    def put_below_pages(self, widget: QWidget) -> None:
        """Have something stand between the pages and the program, where there is room for words."""
        self._column.insertWidget(self._column.indexOf(self._list) + 1, widget)
        self._below.append(widget)

    def set_compact(self, *, compact: bool) -> None:
        """Show icons alone, with their words as tool tips, so that a narrow window has room for its page."""
        if compact == self._compact:
            return
        self._compact = compact
        self._list.set_compact(compact=compact)
        for part in (*self._head, *self._below):
            part.setHidden(compact)
        for row in (self._settings, self._lock):
            row.setText("" if compact else row.accessibleName())
            row.setToolTip(row.accessibleName() if compact else "")
        room = self.fontMetrics().height()
        edge = room // 3 if compact else room * 3 // 4
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._top.setContentsMargins(self._top_indent(), room // 4, 0, room // 2)
        self._let_pages_go_first()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what is told of the program goes before the pages have to be scrolled."""
        super().resizeEvent(event)
        self._let_pages_go_first()

    def _let_pages_go_first(self) -> None:
        """Show what is told of the program where it has room, asking before it is shown: never in turns."""
        shown = not self._compact and self._height_with_program() <= self.height()
        if shown == self._program_box.isHidden():
            self._program_box.setVisible(shown)

    def _height_with_program(self) -> int:
        """How high all parts are together, in lines as wide as they would stand; shown or not."""
        edges, box = self._column.contentsMargins(), self._program_box
        others = self._column.sizeHint().height()
        if not box.isHidden():
            others -= box.sizeHint().height() + self._column.spacing()
        room = self.width() - edges.left() - edges.right()
        return others + self._column.spacing() + self._program.totalHeightForWidth(room)

    def sizeHint(self) -> QSize:
        """As wide as is usual, wider where the words of its rows ask for it; without them as its icons.

        What is told of the program takes a second line before it takes room from the page.
        """
        hint = super().sizeHint()
        if self._compact:
            return hint
        edges = self._column.contentsMargins()
        rows = (self._list, *self._below, self._settings, self._lock)
        widths = [
            row.sizeHint().width() for row in rows if row is not self._program_box and not row.isHidden()
        ]
        width = max(self._top.sizeHint().width(), *widths) + edges.left() + edges.right()
        em = QFontInfo(self.font()).pixelSize()
        return QSize(max(width, round(em * _USUAL_WIDTH)), hint.height())

    def _top_indent(self) -> int:
        """Before the program's name; without it the menu stands over the icons, whatever has no words."""
        if not self._compact:
            return self.fontMetrics().height() // 2
        text_gap = 4  # Qt's own, between a button's icon and its words
        return max(
            (self._settings.sizeHint().width() - text_gap - self._menu_button.sizeHint().width()) // 2, 0
        )

    def _foot_row(self, icon_name: str, text: str) -> QPushButton:
        row = QPushButton(icon(icon_name), text, self)
        row.setAccessibleName(text)
        set_variant(row, "side-row")
        row.setIconSize(icon_size(row, air=0.25))
        return row

    def _lay_out(self, title: str) -> None:
        room = self.fontMetrics().height()
        self._top = head = QHBoxLayout()
        head.setContentsMargins(self._top_indent(), room // 4, 0, room // 2)
        head.setSpacing(room // 2)
        name = SectionLabel(
            title
        )  # no language has another word for it, and it stands beside its icon in all
        set_variant(name, "strong")
        self._head = (IconLabel("book-open", "accent"), name)
        head.addWidget(self._head[0])
        head.addWidget(self._head[1], 1)
        head.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._program.setContentsMargins(room // 2, room, 0, 0)
        self._program.setSpacing(room * 2 // 3)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(room * 3 // 4, room * 3 // 4, room * 3 // 4, room * 3 // 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addWidget(self._program_box)
        column.addStretch(1)
        column.addWidget(self._settings)
        column.addWidget(self._lock)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @Slot()
    def _chosen(self) -> None:
        # Not the current row: a list that gets the focus makes its first row that, with nobody choosing it.
        for row in self._list.selectionModel().selectedRows():
            self.set_current(self._keys[row.row()])
            self.page_requested.emit(self._keys[row.row()])

    @Slot()
    def _settings_pressed(self) -> None:
        self.set_current(SETTINGS)
        self.page_requested.emit(SETTINGS)


class _PageList(QListWidget):
    """As high as its rows, so that it never scrolls while the window has room."""

    def __init__(self, rows: Sequence[SideRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._compact = False
        set_variant(self, "side-list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(icon_size(self))
        self.setItemDelegate(_BoldWhenChosen(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for row in rows:
            item = QListWidgetItem(icon(row.icon_name), row.text, self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.text)

    def set_compact(self, *, compact: bool) -> None:
        for item in map(self.item, range(self.count())):
            words = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            item.setText("" if compact else words)
            item.setToolTip(words if compact else "")
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        return QSize(self._width(), rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(), self.sizeHintForRow(0) * 3)

    def _width(self) -> int:
        """Room for its words, bold as a chosen one, or for an icon; and the scroll bar of a low window."""
        bar = self.verticalScrollBar().sizeHint().width()
        around = self.iconSize().width() + self.fontMetrics().height() * 3 // 2 + bar
        if self._compact:
            return around
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words = (self.item(row).text() for row in range(self.count()))
        return around + max(map(QFontMetrics(bold).horizontalAdvance, words), default=0)


class _BoldWhenChosen(QStyledItemDelegate):
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            option.font.setWeight(option.font.Weight.DemiBold)


class _QuietLine(QWidget):
    def __init__(self, icon_name: str, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        room = self.fontMetrics().height()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(room // 3)
        row.addSpacing(room // 4)
        row.addWidget(IconLabel(icon_name), 0, Qt.AlignmentFlag.AlignTop)
        words = WrappedLabel()
        words.setText(text)
        row.addWidget(words, 1)
