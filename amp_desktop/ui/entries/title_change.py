"""Another title of the open entry: when editing it has ended, the links in other entries follow."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.text.links import title_key
from amp_desktop.journal.links import Retitled
from amp_desktop.ui.session import Session


@dataclass(frozen=True)
class Joining:
    """Links that stayed behind at a former title, since another entry bears the new one.

    Attributes:
        entry_id: The entry that got another title.
        former: The title that it bore.
        title: The title that it bears, as another entry does.
        entries: In how many entries such links stand.
    """

    entry_id: UUID
    former: str
    title: str
    entries: int


class Retitling(QObject):
    """Remembers under which title links lead to the open entry.

    Titles are written as they are typed, and half of one is nobody's title: links wait until the keyboard has
    left the title, or the entry. Where another entry bears the new title, links would lead to both from then
    on: they stay, and are asked about.

    Attributes:
        followed: Links followed; carries what did (`Retitled`).
        asked: Links would join those of another entry; carries what to ask (`Joining`).
        failed: They could not follow; carries the error.
    """

    followed = Signal(object)
    asked = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._former = ""
        self._asked: Joining | None = None
        self._joined: dict[UUID, Retitled] = {}

    def hold(self, title: str) -> None:
        """Links lead to the open entry by this title."""
        self._former = title

    def take_up(self, entry: Entry, *, stored: bool) -> None:
        """Links lead to this entry by its title, or while it has none by the last one it had."""
        self._former = self._session.journal.links.known_as(entry) if stored else ""

    def settle(self, entry: Entry) -> None:
        """Editing has ended, and this is what was written: let links follow."""
        try:
            self._part(entry)
            retitled = self._follow(entry)
        except JournalError as error:
            self.failed.emit(error)
            return
        if retitled is not None:
            self.followed.emit(retitled)

    def join(self, joining: Joining) -> None:
        """Let links follow although they lead to another entry too from then on."""
        try:
            retitled = self._session.follow_title(joining.entry_id, joining.former, joining=True)
        except JournalError as error:
            self.failed.emit(error)
            return
        if retitled is not None:
            self._joined[joining.entry_id] = retitled
            if self._former == joining.former:
                self._former = retitled.title
            self.followed.emit(retitled)

    def forget(self) -> None:
        """Remember no title."""
        self._former, self._asked = "", None
        self._joined.clear()

    def _follow(self, entry: Entry) -> Retitled | None:
        former, links = self._former, self._session.journal.links
        key = title_key(entry.title)
        if not key:  # nothing can lead there; the former title waits for another
            if title_key(former):
                links.keep_title(entry.id, former)
            return None
        if title_key(former) not in ("", key) and (count := links.would_join(entry.id, former)):
            self._ask(Joining(entry.id, former, entry.title, count))
            return None
        self._former = entry.title
        return self._session.follow_title(entry.id, former) if title_key(former) not in ("", key) else None

    def _ask(self, joining: Joining) -> None:
        if joining != self._asked:
            self._asked = joining
            self.asked.emit(joining)

    def _part(self, entry: Entry) -> None:
        """Where the title that links were let join is given up again, take back just those links."""
        joined = self._joined.get(entry.id)
        if joined is not None and title_key(entry.title) not in ("", title_key(joined.title)):
            del self._joined[entry.id]
            self._session.take_back([change for change in joined.changes if change[1].id != entry.id])
            self._former = joined.former
