"""The program's QApplication, which ends when the window is done, whoever asks it to end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Asks the window where the desktop asks the program to end: at logging out, or from a dock.

    Qt would close the windows and end at once when none is to be seen any more, in the midst of a backup.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._end: Callable[[], None] | None = None

    def ask_to_end(self, end: Callable[[], None] | None) -> None:
        """Call `end` when the program is to end; it calls `exit` when all is finished. None: end at once."""
        self._end = end

    def event(self, event: QEvent) -> bool:
        """Hand on what is meant for the program itself."""
        if event.type() is QEvent.Type.Quit and self._end is not None:
            event.ignore()
            self._end()
            return True
        return super().event(event)
