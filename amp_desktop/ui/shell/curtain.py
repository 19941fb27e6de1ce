"""Dropping and lifting the inner curtain of a window."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.ui.platform.clipboard import clear_clipboard
from amp_desktop.ui.platform.composing import finish_composing
from amp_desktop.ui.platform.dialogs import close_dialogs, loops_running
from amp_desktop.ui.shell.workspace import Workspace

LOOKS_AGAIN_MS = 20


class Curtain(QObject):
    """Hides and shows care and sealed entries on one workspace.

    What is to be seen is decided where the journal is read (`journal.curtain`). Here every page is thrown
    away with all that it holds, as at locking, and made anew: no list, document or tool tip keeps a word.

    Signals:
        not_written(): There is text that could not be saved, so the journal is to be locked instead: a lock
            keeps it, encrypted, and covers all.
    """

    not_written = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        workspace.curtain_strip.lift_requested.connect(self.lift)

    @Slot()
    def turn(self) -> None:
        """Drop it, or lift it."""
        if self._workspace.session.journal.curtain.is_down:
            self.lift()
        else:
            self.drop()

    @Slot()
    def drop(self) -> None:
        """Cover care and sealed entries.

        1. Close menus and dialogs; go on when those that waited for an answer have got theirs.
        2. Write what is not written yet; where that fails, ask for the lock.
        3. Cover, throw the pages away, make the one in front anew, and clear the clipboard if it is ours.
        """
        finish_composing()
        close_dialogs(self._workspace.window())
        if loops_running() > 1:
            QTimer.singleShot(LOOKS_AGAIN_MS, self, self.drop)
            return
        if not self._workspace.flush_all():
            self.not_written.emit()
            return
        self._workspace.session.journal.curtain.drop()
        self._workspace.start_over()
        clear_clipboard()

    @Slot()
    def lift(self) -> None:
        """Show everything again, once the passphrase was given where that is wanted."""
        journal = self._workspace.session.journal
        if not journal.curtain.is_down:
            return
        if journal.preferences.curtain_asks:
            from amp_desktop.ui.shell.curtain_dialog import open_curtain_dialog

            open_curtain_dialog(self._workspace, journal, self._lift)
        else:
            self._lift()

    def _lift(self) -> None:
        if self._workspace.flush():
            self._workspace.session.journal.curtain.lift()
            self._workspace.start_over()
