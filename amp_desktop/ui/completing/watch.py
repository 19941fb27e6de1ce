"""Gives every text of a page what completes it, while it has the keyboard."""

from collections.abc import Callable
from typing import TypeGuard

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from amp_desktop.ui.completing.completer import Completer
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit


class CompletionWatch(QObject):
    """Watches the texts on a widget: body and fields of prose; of titles, links are no part.

    Attributes:
        making_requested: An entry of that title is to be made; carries the title.
    """

    making_requested = Signal(str)

    def __init__(self, place: QWidget, session: Session, here: Callable[[], str]) -> None:
        """Begin to watch.

        Args:
            place: On which the texts stand.
            session: The journal that is offered from, once it has begun.
            here: Answers with the title of the entry that one writes in.
        """
        super().__init__(place)
        self._here = here
        self._place = place
        self._session = session
        self._completer: Completer | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_went)

    def forget(self) -> None:
        """Offer nothing any more."""
        completer, self._completer = self._completer, None
        if completer is not None:
            completer.stop()

    @Slot(QWidget, QWidget)
    def _focus_went(self, _from: QWidget | None, to: QWidget | None) -> None:
        self.forget()
        if self._session.has_begun and self._is_text(to) and self._place.isAncestorOf(to):
            self._completer = Completer(to, self._session.journal, self._here)
            self._completer.making_requested.connect(self.making_requested)

    def _is_text(self, widget: QWidget | None) -> TypeGuard[QTextEdit]:
        """Whatever keeps its words to itself is a text of the entry, but for its title."""
        return isinstance(widget, PrivateTextEdit) and not isinstance(widget, TitleEdit)
