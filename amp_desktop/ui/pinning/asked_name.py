"""The mentee's name where the project lives: asked for, and kept."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.session import Session


class AskedName(QObject):
    """Asks for the name that stands in the title of a nomination, one question at a time.

    Signals:
        kept(): There is another name now.
        failed(JournalError): It could not be kept.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page

    def ask_once(self) -> None:
        """Ask, unless it is known."""
        if not self._session.journal.evidence.name:
            self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask, with the name that is known."""
        from amp_desktop.ui.pinning.name_dialog import NameDialog

        window = self._page.window()
        if any(dialog.isVisible() for dialog in window.findChildren(NameDialog)):
            return
        dialog = NameDialog(self._session.journal.evidence.name, window)
        dialog.named.connect(self._keep)
        dialog.open()

    @Slot(str)
    def _keep(self, name: str) -> None:
        evidence = self._session.journal.evidence
        before = evidence.name
        try:
            evidence.set_name(name)
        except JournalError as error:
            self.failed.emit(error)
            return
        if evidence.name != before:
            self.kept.emit()
