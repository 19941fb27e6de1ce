"""What the window asks of every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.domain.work import Work
from amp_desktop.ui.session import Session


@dataclass(frozen=True)
class Location:
    """Where one is on a page.

    Attributes:
        entry: The open entry, if any.
        search: What is looked for in the list.
        scrolled: How far its text is scrolled, as its scroll bar counts.
    """

    entry: UUID | None = None
    search: str = ""
    scrolled: int = 0


class Page(QWidget):
    """One page of the window. It is made when it is first visited and thrown away when the journal is locked.

    Signals:
        entry_requested(UUID): Show that entry on the journal page.
        begin_requested(Entry): Begin with that entry, which stands nowhere yet, on the journal page.
        page_requested(str): Go to the page of that name.
        part_requested(str, str): Go to the page of that name, and there to that part of it.
        focus_mode_changed(bool): The page wants the whole window for itself, or no longer.
        leaving(): Another entry is about to take the place of the open one.
        reached(): Another entry is open.
    """

    entry_requested = Signal(object)
    begin_requested = Signal(object)
    page_requested = Signal(str)
    part_requested = Signal(str, str)
    focus_mode_changed = Signal(bool)
    leaving = Signal()
    reached = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def open_week(self) -> None:
        """Ask for the page of this week, or to begin it: there is one of a week.

        Raises:
            JournalError: The journal cannot be read.
        """
        from amp_desktop.journal.weeks import week_to_open  # no page needs it to be shown

        self.open_or_begin(week_to_open(self.session.journal, self.session.today()))

    def open_or_begin(self, what: UUID | Entry) -> None:
        """Ask for the entry of that id, or to begin with an entry that stands nowhere yet."""
        if isinstance(what, UUID):
            self.entry_requested.emit(what)
        else:
            self.begin_requested.emit(what)

    def make_ready(self) -> Iterator[str]:
        """Make what may be needed on the page later, a step at a time, each of which says what it was."""
        return iter(())

    def arrive(self) -> None:
        """The page comes to be seen: bring it up to date and give the focus to where one begins."""

    def location(self) -> Location:
        """Where one is on the page, so that one can come back to it."""
        return Location()

    def return_to(self, location: Location) -> None:
        """Be where one was when `location` told it."""

    def flush(self) -> bool:
        """Write what is not written yet; False when that failed, and then the text is still on the page."""
        return True

    def unsaved(self) -> Unsaved:
        """What is not written yet, and would be lost with the page."""
        return Unsaved()

    def forget(self) -> None:
        """The journal is being locked: drop every word, close dialogs, clear undo."""


class RefreshedPage(Page):
    """A page of what was read from the journal: it is read anew once anything changed, and the page is seen.

    Such a page calls `follow_changes` when it is made, and `refresh_if_stale` when it comes to be seen.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stale = True

    def follow_changes(self) -> None:
        """Hear of all that may make it show something else; what it says of days, too, once a day ends."""
        session = self.session
        for signal in (session.saved, session.moved, session.refreshed, session.day_changed):
            signal.connect(self._heard_of_change)

    @Slot()
    def refresh(self) -> None:
        """Show what there is now."""
        self._stale = not self.show_anew()

    def refresh_if_stale(self) -> None:
        """The same, if anything may have changed since it was shown."""
        if self._stale:
            self.refresh()

    def show_anew(self) -> bool:
        """Read what the page shows, and show it; False where it could not be read, which the page says."""
        raise NotImplementedError

    def forget(self) -> None:
        """What was shown is dropped."""
        self._stale = True

    @Slot()
    def _heard_of_change(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()


@runtime_checkable
class ShowsEntry(Protocol):
    """A page that can show one entry."""

    def show_entry(self, entry_id: UUID) -> None:
        """Bring this entry to the front."""


@runtime_checkable
class MakesEntries(Protocol):
    """A page on which entries are begun (Ctrl+N)."""

    def new_entry(self, kind: Kind | None = None) -> None:
        """Begin one, of that kind or of the page's own, and wait for its words."""

    def begin_with(self, template: EntryTemplate) -> None:
        """Begin one with a template."""

    def begin_entry(self, entry: Entry) -> None:
        """Begin with one that was made ready elsewhere."""


@runtime_checkable
class NotesWork(Protocol):
    """The page of the day, which knows what work was noted for it."""

    def note_work(self, work: Work) -> str:
        """Note a work for today, or no longer.

        Returns:
            What was done, in a sentence; empty where it could not be, and then the page says so.
        """


@runtime_checkable
class ShowsPart(Protocol):
    """A page with parts that one can go to."""

    def show_part(self, name: str) -> None:
        """Bring that part to be seen."""


@runtime_checkable
class Searches(Protocol):
    """A page on which one can search (Ctrl+F)."""

    def begin_search(self) -> None:
        """Give the focus to the search field."""

    def search_for(self, typed: str) -> None:
        """Look for this, as if it had been typed there."""


@runtime_checkable
class LinksEntries(Protocol):
    """A page from which entries can be carried onto another one, to link them."""

    def link_entries(self, ids: Sequence[UUID], target: UUID) -> None:
        """Give these entries a link to `target`."""
