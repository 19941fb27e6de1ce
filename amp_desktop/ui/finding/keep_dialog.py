"""Giving a search a name under which it is kept within reach."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.search.saved_search import LONGEST_NAME, SavedSearch
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.field import Field


class KeepSearchDialog(Dialog):
    """Asks for a name and shows the words, which can be changed too."""

    def __init__(self, session: Session, typed: str, former: str = "", parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            session: Where it is kept.
            typed: The words of the search.
            former: The name of the kept search that is changed; nothing for a new one.
            parent: The page that asks.
        """
        super().__init__(parent)
        self._session = session
        self._former = former
        self.setWindowTitle(self.tr("Change this search") if former else self.tr("Pin this search"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = QLineEdit(former or typed)
        self._name.setMaxLength(LONGEST_NAME)
        self._words = QLineEdit(typed)
        self._banner = Banner()
        self._lay_out()
        self._name.selectAll()
        self._name.setFocus()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for line in (self._name, self._words):
            line.returnPressed.connect(self._keep)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        name = Field(self.tr("Name"), self._name, self.tr("It appears in the side bar."))
        words = Field(self.tr("Words and filters"), self._words)
        self.stack(name, words, self._banner, buttons, width=26)

    @Slot()
    def _keep(self) -> None:
        try:
            search = SavedSearch(self._name.text(), self._words.text())
            self._session.save_search(search, instead_of=self._former)
        except JournalError as error:
            self._banner.show_error(error)
            return
        self.accept()


def ask_to_keep(parent: QWidget, session: Session, typed: str, former: str = "") -> KeepSearchDialog:
    """Open the dialog over the window of `parent`; a lock closes it."""
    dialog = KeepSearchDialog(session, typed, former, parent.window())
    dialog.open()
    return dialog
