"""Asking for the passphrase that protects one file which leaves."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from amp_desktop.ui.unlock.file_passphrase import FilePassphraseFields
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel


class ProtectDialog(Dialog):
    """A passphrase, typed twice. It is thrown away when it is closed."""

    def __init__(self, name: str, take: Callable[[str], None], parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            name: Of the file.
            take: A bound method that takes the passphrase.
            parent: Over whose window it lies.
        """
        from amp_desktop.vault import age_files

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Protect with a passphrase"))
        self._take = take
        self._fields = FilePassphraseFields()
        self._fields.advised.connect(self.make_room)
        self._fields.taken.connect(self._finish)
        self._how = WrappedLabel("small")
        self._how.setText(age_files.how_to_open(name))
        self._how.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self._fields.setFocus()

    def done(self, result: int) -> None:
        """Drop what was typed before the window goes."""
        self._fields.clear()
        super().done(result)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = QPushButton(self.tr("Save protected"))
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setEnabled(False)
        self._fields.completed.connect(self._save.setEnabled)
        buttons.accepted.connect(self._fields.take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 3 // 4)
        advice = self.tr("Send the passphrase by a different route than the file. It is stored nowhere.")
        for part in (self._fields, label(advice), self._how):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(room * 28)

    @Slot(str)
    def _finish(self, passphrase: str) -> None:
        self.accept()
        self._take(passphrase)
