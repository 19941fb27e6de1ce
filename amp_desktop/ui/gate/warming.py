"""What the pages of a journal need, made ready while the passphrase is being typed."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot


class Warming(QObject):
    """Loads what the first pages need, a step at a time between the keys.

    That is half of the way from the key to the list. It happens on the window's thread: PySide makes each of
    its classes when it is first asked for, and does not expect that of two threads.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = _steps()
        self._between = QTimer(self, interval=0)
        self._between.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin, or go on; when all is there, this does nothing."""
        self._between.start()

    @Slot()
    def _go_on(self) -> None:
        if next(self._steps, None) is None:
            self._between.stop()


def _steps() -> Iterator[str]:
    """Each step does a little and says what it was."""
    from PySide6 import QtWidgets

    for name in dir(QtWidgets):  # the first list would have all of them made at once
        if hasattr(QtWidgets, name):
            yield name
    for module in ("amp_desktop.ui.desk", "amp_desktop.ui.idle", "amp_desktop.ui.pages"):
        import_module(module)
        yield module
    from amp_desktop.domain.entry import Kind
    from amp_desktop.ui.entries.kind_view import kind_view
    from amp_desktop.ui.pages import FIRST_PAGE, JOURNAL_PAGE, load_page

    for page in (JOURNAL_PAGE, FIRST_PAGE):
        load_page(page)
        yield page
    for kind in Kind:
        yield kind_view(kind).name()
