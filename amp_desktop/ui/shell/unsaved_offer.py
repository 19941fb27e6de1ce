"""What could not be saved before a lock, offered again when the journal is open."""

from PySide6.QtCore import QObject, Slot

from amp_desktop.domain.errors import JournalError
from amp_desktop.journal.unsaved import TakenIn
from amp_desktop.ui.kinds.row_words import shortened, title_of_entry
from amp_desktop.ui.shell.unsaved import UnsavedText
from amp_desktop.ui.shell.workspace import Workspace
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.undo_offer import UndoOffer


class UnsavedOffer(QObject):
    """Saves for one workspace what had waited, and says so; where it cannot, it is offered until it can.

    It tries when the journal is unlocked, when it is asked to, and after each save that went well.
    """

    def __init__(self, kept: UnsavedText, workspace: Workspace) -> None:
        """Try to save it, before any page shows what it is older than; `tell` says what came of it."""
        super().__init__(workspace)
        self._kept = kept
        self._workspace = workspace
        self._offer = UndoOffer(workspace.banner, self)
        self._advice = ""
        self._taken = TakenIn()
        self._waits = not self._try()
        if self._waits:
            workspace.session.saved.connect(self._try_again)

    def tell(self) -> None:
        """Say what came of it."""
        if self._waits:
            self._offer.make(
                self.tr("Text from before the lock could not be saved yet. It is kept, encrypted."),
                self.tr("Try again"),
                self._press,
                advice=self._advice,
                tone=Tone.CARE,
            )
        elif self._taken.entries:
            self._workspace.banner.show_message(Tone.GOOD, self._words(), self._more())

    def _words(self) -> str:
        entries = self._taken.entries
        if len(entries) > 1:
            return self.tr("%n entries could not be saved before the lock. Now they are.", "", len(entries))
        title = shortened(title_of_entry(entries[0]))
        return self.tr("“{title}” could not be saved before the lock. Now it is.").format(title=title)

    def _more(self) -> str:
        if not self._taken.overlapped:
            return ""
        return self.tr("It was changed elsewhere too; the other text is kept in its history.")

    def _try(self) -> bool:
        try:
            self._taken = self._kept.take_in(self._workspace.session.journal)
        except JournalError as error:
            self._advice = error.advice
            return False
        return True

    def _press(self) -> None:
        self._try_again()
        if self._waits:
            self.tell()

    @Slot()
    def _try_again(self) -> None:
        if self._waits and self._try():
            self._waits = False
            self._offer.forget()
            self._workspace.session.refreshed.emit()
            self.tell()
