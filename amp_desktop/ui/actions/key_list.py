"""The list of keys: every action under its group, and the keys that hold for it."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from amp_desktop.domain.text.nearness import Fit, fit
from amp_desktop.storage.search.fold import folded_words
from amp_desktop.ui.actions.action import ActionEntry, ActionGroup
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_map import key_map, key_words, usual_keys
from amp_desktop.ui.style.theme import set_variant, theme

_NAME = Qt.ItemDataRole.UserRole
_THE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class KeyList(QTreeWidget):
    """Like a printed page: the groups as headings, words at one side, keys at the other.

    Attributes:
        chosen: Another action is the current one, or none; carries its name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._headings: dict[ActionGroup, QTreeWidgetItem] = {}
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        set_variant(self, "keys")
        self._fill()
        self._dress()
        self.show_keys()
        self.currentItemChanged.connect(self._tell)
        theme().theme_changed.connect(self._dress)

    def current_name(self) -> str:
        """The name of the current action, or an empty string."""
        item = self.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None and not item.isHidden() else ""

    def show_keys(self) -> None:
        """Show the keys that hold now."""
        chosen = key_map().chosen()
        for name, row in self._rows.items():
            keys = ", ".join(map(key_words, key_map().keys(name, chosen)))
            usual = ", ".join(map(key_words, usual_keys(catalogue()[name])))
            words = self.tr("{keys} (usually {usual})") if usual else self.tr("{keys} (usually none)")
            shown = words.format(keys=keys or "–", usual=usual) if name in chosen else keys
            row.setText(1, shown)
            spoken = f"{row.text(0)}, {shown}" if shown else row.text(0)
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def show_fitting(self, typed: str) -> None:
        """Show the actions alone whose words or keys fit what is typed."""
        wanted, plain = " ".join(folded_words(typed)), typed.strip().casefold()
        for row in self._rows.values():
            how = fit(wanted, " ".join(folded_words(row.text(0)))) if wanted else None
            fits = how is not None and how < Fit.SCATTERED
            row.setHidden(not fits and plain not in row.text(1).casefold())
        shown = {catalogue()[name].group for name, row in self._rows.items() if not row.isHidden()}
        for group, heading in self._headings.items():
            heading.setHidden(group not in shown)
        self._choose_shown()

    def _fill(self) -> None:
        self._headings = {group: self._heading(group) for group in ActionGroup}
        for entry in catalogue().values():
            self._rows[entry.name] = self._row(entry, self._headings[entry.group])
        self.expandAll()

    def _heading(self, group: ActionGroup) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [group.words()])
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        return item

    def _row(self, entry: ActionEntry, heading: QTreeWidgetItem) -> QTreeWidgetItem:
        item = QTreeWidgetItem(heading, [entry.text])
        item.setData(0, _NAME, entry.name)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return item

    @Slot()
    def _dress(self) -> None:
        """Take on the colours that hold now: a row keeps the one that it was given."""
        for heading in self._headings.values():
            heading.setForeground(0, theme().tokens.muted)
        for row in self._rows.values():
            row.setForeground(1, theme().tokens.muted)

    def _choose_shown(self) -> None:
        """Let the first row that can be seen be the current one, unless the current one can be."""
        if not self.current_name():
            first = next((row for row in self._rows.values() if not row.isHidden()), None)
            if first is not None:
                self.setCurrentItem(first, 0, _THE_ROW)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current_name())
