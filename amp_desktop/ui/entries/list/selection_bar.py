"""The quiet bar under a list while several of its entries are chosen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from amp_desktop.ui.entries.bulk_actions import BulkAction
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import label


class SelectionBar(QFrame):
    """How many are chosen, and what can be done to them.

    Attributes:
        action_requested: Something is to be done to them; carries the `BulkAction`.
        dropped: They are to be chosen no longer.
    """

    action_requested = Signal(object)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "card")
        self._said = label("", "strong")
        self._entry_actions: dict[QAbstractButton, BulkAction] = {}
        self._drop = icon_button("x", self.tr("Select only one again (Escape)"), look="small")
        self._drop.clicked.connect(self.dropped)
        self._lay_out()
        self.hide()

    def show_count(self, count: int, *, all_found: bool, in_bin: bool) -> None:
        """Say how many are chosen; hidden while it is not several.

        Args:
            count: How many are chosen.
            all_found: Whether all that was found is meant, also what was not scrolled to.
            in_bin: Whether they lie in the bin.
        """
        all_words = self.tr("All {count} found are selected").format(count=f"{count:,}")
        words = all_words if all_found else self.tr("%n selected", "", count)
        self._said.setText(words)
        self.setAccessibleName(words)
        for button, action in self._entry_actions.items():
            button.setVisible(in_bin is (action in (BulkAction.RESTORE, BulkAction.DELETE)))
        self.setVisible(count > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape chooses one alone again from here as it does from the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(room // 2, room // 4, room // 4, room // 4)
        column.setSpacing(room // 6)
        column.addLayout(head)
        entry_actions = FlowLayout(spacing=0)
        for icon_name, name, action in (
            ("tag", self.tr("Add tags…"), BulkAction.TAG),
            ("link", self.tr("Link to…"), BulkAction.LINK),
            ("bookmark", self.tr("Pin to evidence…"), BulkAction.EVIDENCE),
            ("send", self.tr("Mark shareable"), BulkAction.SHARE),
            ("lock", self.tr("Mark private"), BulkAction.KEEP_PRIVATE),
            ("shield", self.tr("Seal: never share"), BulkAction.SEAL),
            ("pin", self.tr("Pin"), BulkAction.PIN),
            ("download", self.tr("Export…"), BulkAction.EXPORT),
            ("trash-2", self.tr("To the bin"), BulkAction.BIN),
            ("undo-2", self.tr("Take out of the bin"), BulkAction.RESTORE),
            ("x", self.tr("Delete for ever…"), BulkAction.DELETE),
        ):
            entry_actions.addWidget(self._button(icon_name, name, action))
        column.addLayout(entry_actions)

    def _button(self, icon_name: str, name: str, action: BulkAction) -> QToolButton:
        button = icon_button(icon_name, name, self)
        button.clicked.connect(self._pressed)
        self._entry_actions[button] = action
        return button

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, QAbstractButton):
            self.action_requested.emit(self._entry_actions[button])
