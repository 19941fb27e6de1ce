"""Asking for the name of one of the mentee's own templates."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.template_variant import NAME_LETTERS
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.field import Field


class TemplateNameDialog(Dialog):
    """One line, which is taken when the name is free."""

    def __init__(
        self, title: str, name: str, take: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            title: What is asked for.
            name: What stands in the line at first.
            take: A bound method that takes the name, or raises a `JournalError`.
            parent: Over whose window it lies.
        """
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = QLineEdit(name)
        self._name.setMaxLength(NAME_LETTERS)
        self._name.returnPressed.connect(self._save)
        self._banner = Banner()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        hint = self.tr("It keeps the parts, their order, how much each tells, and your words; no entry.")
        self.stack(Field(self.tr("Name"), self._name, hint), self._banner, buttons, width=26)
        self._name.selectAll()
        self._name.setFocus()

    @Slot()
    def _save(self) -> None:
        try:
            self._take(self._name.text())
        except JournalError as error:
            self._banner.show_error(error)
            return
        self.accept()
