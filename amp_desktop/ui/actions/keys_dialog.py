"""F1: all keys at a glance, and the way to have other ones."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_changes import KeyChanges, can_be_used, is_changed
from amp_desktop.ui.actions.key_list import KeyList
from amp_desktop.ui.actions.key_map import key_map, key_words
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import Elided
from amp_desktop.ui.widgets.search_field import SearchField


class KeysDialog(Dialog):
    """The list of keys. Each change holds at once.

    1. One looks for an action by its words or its keys, or walks to it.
    2. Enter, a double click or a click goes to the field, which waits for the new keys.
    3. Keys that another action has are given over only when that was said and wanted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._changes = KeyChanges()
        self._wanted = QKeySequence()
        self._search = SearchField(self.tr("Search actions and keys"), delay_ms=0)
        self._list = KeyList()
        self._banner = Banner()
        self._what = Elided("")
        self._field = QKeySequenceEdit()
        self._field.setMaximumSequenceLength(1)
        self._none = quiet_button(self.tr("Remove keys"))
        self._shipped = quiet_button(self.tr("Default"))
        self._back = quiet_button(self.tr("Undo"), "undo-2")
        self._all = quiet_button(self.tr("Reset all to default"), "rotate-ccw")
        self._lay_out()
        self._connect()
        self._list.show_fitting("")
        self._search.setFocus()

    def sizeHint(self) -> QSize:
        """Like a sheet of paper, within a small window."""
        room = self.fontMetrics().height()
        return QSize(room * 32, room * 36)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        change = QHBoxLayout()
        change.setSpacing(room // 2)
        change.addWidget(self._field, 1)
        change.addWidget(self._none)
        change.addWidget(self._shipped)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addWidget(self._all)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 2 // 3)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._banner)
        column.addWidget(self._what)
        column.addLayout(change)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._search.query_changed.connect(self._list.show_fitting)
        self._search.left_downwards.connect(self._list.setFocus)
        self._search.returnPressed.connect(self._go_to_field)
        self._list.chosen.connect(self._show)
        self._list.itemActivated.connect(self._go_to_field)
        self._field.keySequenceChanged.connect(self._press)
        self._none.clicked.connect(self._take_away)
        self._shipped.clicked.connect(self._as_shipped)
        self._back.clicked.connect(self._go_back)
        self._all.clicked.connect(self._all_as_shipped)
        self._banner.action_requested.connect(self._take_over)
        key_map().changed.connect(self._refresh)

    @Slot(str)
    def _show(self, name: str) -> None:
        """Show the chosen action where its keys are changed."""
        entry = catalogue().get(name)
        self._banner.clear()
        self._set_field(QKeySequence())
        can = entry is not None and not entry.fixed
        words = self.tr("New keys for “{action}”") if can else self.tr("These keys stay as they are.")
        self._what.set_text(words.format(action=entry.text) if entry is not None else "")
        self._field.setAccessibleName(self._what.accessibleName() or words)
        for part in (self._field, self._none):
            part.setEnabled(can)
        self._show_ways_back()

    @Slot()
    def _go_to_field(self) -> None:
        """Wait for the new keys, unless those of the chosen action stay as they are."""
        if self._field.isEnabled():
            self._field.setFocus()

    @Slot(QKeySequence)
    def _press(self, keys: QKeySequence) -> None:
        """Keys were pressed in the field."""
        name = self._list.current_name()
        if keys.isEmpty() or not name:
            return
        self._set_field(QKeySequence())
        taken = self._changes.taken_by(name, keys)
        if not can_be_used(keys):
            sentence = self.tr("{keys} writes or edits text.").format(keys=key_words(keys))
            self._banner.show_message(Tone.CARE, sentence, self.tr("Hold Ctrl or Alt with another key."))
        elif taken:
            self._wanted = keys
            sentence = self.tr("{keys} is already used for “{action}”.")
            self._banner.show_message(
                Tone.CARE,
                sentence.format(keys=key_words(keys), action=", ".join(taken)),
                action=self.tr("Use it here instead"),
            )
        else:
            self._give(keys)

    @Slot()
    def _take_over(self) -> None:
        self._give(self._wanted)

    @Slot()
    def _take_away(self) -> None:
        self._give(QKeySequence())

    def _give(self, keys: QKeySequence) -> None:
        self._banner.clear()
        self._changes.give(self._list.current_name(), keys)

    @Slot()
    def _as_shipped(self) -> None:
        self._banner.clear()
        self._changes.as_shipped(self._list.current_name())

    @Slot()
    def _all_as_shipped(self) -> None:
        self._banner.clear()
        self._changes.all_as_shipped()

    @Slot()
    def _go_back(self) -> None:
        self._banner.clear()
        self._changes.go_back()
        self._show_ways_back()

    @Slot()
    def _refresh(self) -> None:
        self._list.show_keys()
        self._show_ways_back()

    def _show_ways_back(self) -> None:
        self._shipped.setEnabled(is_changed(self._list.current_name()))
        self._back.setEnabled(self._changes.can_go_back())
        self._all.setEnabled(bool(key_map().chosen()))

    def _set_field(self, keys: QKeySequence) -> None:
        self._field.blockSignals(True)  # noqa: FBT003 - Qt's own name for it is longer
        self._field.setKeySequence(keys)
        for line in self._field.findChildren(QLineEdit):  # Qt's own words come back each time
            line.setPlaceholderText(self.tr("Press the new keys"))
        self._field.blockSignals(False)  # noqa: FBT003


def open_keys(parent: QWidget) -> KeysDialog:
    """Open the list over a window; a lock closes it, and it is thrown away when it is closed."""
    dialog = KeysDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
