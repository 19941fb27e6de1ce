"""Another title of the open entry: when editing it has ended, the links in other entries follow."""

from PySide6.QtCore import QObject, Signal

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.text.links import title_key
from amp_desktop.ui.session import Session


class Retitling(QObject):
    """Remembers under which title links lead to the open entry.

    Titles are written as they are typed, and half of one is nobody's title: links wait until the keyboard has
    left the title, or the entry.

    Attributes:
        followed: Links followed; carries what did (`Retitled`).
        failed: They could not; carries the error.
    """

    followed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._former = ""

    def hold(self, title: str) -> None:
        """Links lead to the open entry by this title."""
        self._former = title

    def settle(self, entry: Entry) -> None:
        """Editing has ended, and this is what was written: let links follow."""
        former, key = self._former, title_key(entry.title)
        if not key:  # nothing can lead there; the former title waits for another
            return
        self._former = entry.title
        if title_key(former) in ("", key):
            return
        try:
            retitled = self._session.follow_title(entry.id, former)
        except JournalError as error:
            self.failed.emit(error)
            return
        if retitled is not None:
            self.followed.emit(retitled)
