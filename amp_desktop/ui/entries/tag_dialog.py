"""Asks for tags to give to several entries."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from amp_desktop.ui.widgets.chips import ChipRow
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class TagDialog(Dialog):
    """Some tags, typed or taken from those in use: Enter after each, and once more when that was the last.

    Attributes:
        chosen: These tags are to be added; carries a list of them, never an empty one.
    """

    chosen = Signal(object)

    def __init__(self, count: int, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add tags"))
        self._tags = ChipRow(self.tr("Tags to add"))
        self._tags.set_suggestions(known)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._tags.ended.connect(self._end)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        many = self.tr("Add these tags to the %n selected entries:", "", count)
        what = label(self.tr("Add these tags to the selected entry:") if count == 1 else many)
        self.stack(what, self._tags, buttons)
        self._tags.begin()

    @Slot()
    def _end(self) -> None:
        if self._tags.tags():
            self._accept()

    @Slot()
    def _accept(self) -> None:
        tags = self._tags.finished()
        if tags:
            self.chosen.emit(tags)
        self.accept()
