"""Asks once by which name the mentee is known where the project lives."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class NameDialog(Dialog):
    """A name such as on GitHub; it stands in the title of a nomination, and is kept.

    Attributes:
        named: This is the name; carries it as it was typed.
    """

    named = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your name on GitHub"))
        self._line = QLineEdit(name)
        self._line.setPlaceholderText("@name")
        self._line.setAccessibleName(self.tr("Your name on GitHub"))
        self._line.returnPressed.connect(self._take)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        why = self.tr("A nomination bears it in its title. It is kept in the journal.")
        self.stack(label(why), self._line, buttons)
        self._line.setFocus()

    @Slot()
    def _take(self) -> None:
        self.named.emit(self._line.text())
        self.accept()
