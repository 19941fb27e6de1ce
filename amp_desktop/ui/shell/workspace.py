"""The window's inside while a journal is open: the side bar, the pages, and a place to say things."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.domain.work import Work
from amp_desktop.journal import Journal
from amp_desktop.ui.actions.undo_offered import UndoOffered
from amp_desktop.ui.page import (
    LinksEntries,
    Location,
    MakesEntries,
    NotesWork,
    Page,
    Searches,
    ShowsEntry,
    ShowsPart,
)
from amp_desktop.ui.pages import FIRST_PAGE, JOURNAL_PAGE, PAGES, load_page, page_of, page_rows
from amp_desktop.ui.palette.host import PaletteHost
from amp_desktop.ui.platform.composing import finish_composing
from amp_desktop.ui.program.heading import program_heading, program_lines
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.banner_room import BannerRoom
from amp_desktop.ui.shell.commands import Commands
from amp_desktop.ui.shell.how_opened import say_how_opened
from amp_desktop.ui.shell.idle_steps import IdleSteps
from amp_desktop.ui.shell.pinned import PinnedPane, Unpinned
from amp_desktop.ui.shell.strips import CurtainStrip, SampleStrip
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.focus_order import reading_order
from amp_desktop.ui.widgets.side_bar import SideBar, SideRow

LINES_FOR_WORDS = 36
"""From this width on (in heights of a line) there is room for the words of the side bar.

A page of entries folds its list first.
"""


class Workspace(PaletteHost):
    """The pages of one open journal. It can stand ready, empty, before there is one.

    Signals:
        lock_requested(): The journal is to be locked.
        page_shown(str): That page is in front now.
        forgotten(): The journal is being locked, and every word is to be dropped.
    """

    lock_requested = Signal()
    page_shown = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.banner = Banner()
        self.side_bar = SideBar(
            self.tr("AMP Journal"),
            [SideRow(*row) for row in page_rows()],
        )
        self.pinned_pane = PinnedPane(session)
        self.side_bar.put_below_pages(self.pinned_pane)
        self._gone: Unpinned | None = None
        self._not_written = False
        self._pages: dict[str, Page] = {}
        self._idle = IdleSteps(self)
        self._stack = QStackedWidget()
        self._sample = SampleStrip()
        self.curtain_strip = CurtainStrip()
        self.side_bar.page_requested.connect(self.go_to)
        self.side_bar.lock_requested.connect(self.lock_requested)
        self.pinned_pane.entry_requested.connect(self.show_entry)
        self.pinned_pane.search_requested.connect(self.search_for)
        self.pinned_pane.link_requested.connect(self._link)
        self.pinned_pane.taken_out.connect(self._offer_back)
        self.pinned_pane.failed.connect(self.say_error)
        self.banner.action_requested.connect(self._bring_back)
        UndoOffered(self.banner, self.pinned_pane)
        session.refreshed.connect(self._refresh)
        session.day_changed.connect(self._refresh)
        session.saved.connect(self._look_soon)
        session.refreshed.connect(self._look_soon)
        self._lay_out()
        if session.has_begun:
            self._refresh()

    def make_ready(self, name: str) -> Iterator[str]:
        """Build the page of that name before the journal is there, step by step; each says what it was."""
        if PAGES[_known(name)].can_wait:
            self._page_named(_known(name))
            yield name

    def begin(self, journal: Journal) -> None:
        """Show a journal from now on.

        Raises:
            JournalError: It cannot be read.
        """
        self.session.begin(journal)
        journal.curtain.take_up(down=journal.preferences.curtain_first)
        self.pinned_pane.refresh()
        self._refresh()

    @Slot(str)
    def go_to(self, name: str) -> None:
        """Show the page of that name, making it at its first visit; an unknown name means the first page.

        When the page in front cannot be written, it stays in front, with its text.
        """
        finish_composing()
        wanted = _known(name)
        front = self.page()
        if front is not None and front is not self._pages.get(wanted) and not front.flush():
            self.side_bar.set_current(self.page_name())
            self.say_not_written()
            return
        page = self._page_named(wanted)
        self._stack.setCurrentWidget(page)
        self.side_bar.set_current(wanted)
        page.arrive()
        _give_keyboard(page)
        self._idle.begin(page.make_ready())
        self.page_shown.emit(wanted)

    def page(self) -> Page | None:
        """The page in front."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def page_name(self) -> str:
        """The name of the page in front, or an empty string."""
        return next((name for name, page in self._pages.items() if page is self.page()), "")

    @Slot(object)
    def show_entry(self, entry_id: UUID) -> None:
        """Show an entry on the journal page."""
        if self.page_name() != JOURNAL_PAGE:  # going there again would paint its list anew
            self.go_to(JOURNAL_PAGE)
        page: object = self.page()
        if isinstance(page, ShowsEntry):
            page.show_entry(entry_id)

    @Slot()
    def new_entry(self) -> None:
        """Begin an entry on the page in front if entries are made there, else on the journal page."""
        if not isinstance(self.page(), MakesEntries):
            self.go_to(JOURNAL_PAGE)
        page: object = self.page()
        if isinstance(page, MakesEntries):
            page.new_entry()

    @Slot(object)
    def begin_kind(self, kind: Kind) -> None:
        """Begin an entry of that kind, where such entries are."""
        if (page := self._go_where_made(kind)) is not None:
            page.new_entry(kind)

    @Slot(str)
    def note_work(self, work: str) -> None:
        """Note a work for today, or no longer, wherever one is; what one writes there is not left."""
        page = self._page_named(FIRST_PAGE)
        if not isinstance(page, NotesWork):
            return
        said = page.note_work(Work(work))
        if not said:
            self.go_to(FIRST_PAGE)  # which says what is the matter
        elif page is not self.page():
            self.banner.show_message(Tone.GOOD, said)

    def begin_with(self, template: EntryTemplate) -> None:
        """Begin an entry with a template, where entries of its kind are."""
        if (page := self._go_where_made(template.kind)) is not None:
            page.begin_with(template)

    @Slot(object)
    def begin_entry(self, entry: Entry) -> None:
        """Begin with an entry that was made ready elsewhere, on the journal page."""
        if (page := self._go_where_made(None)) is not None:
            page.begin_entry(entry)

    @Slot(str, str)
    def show_part(self, name: str, part: str) -> None:
        """Go to a page, and there to a part of it."""
        self.go_to(name)
        page: object = self.page()
        if isinstance(page, ShowsPart):
            page.show_part(part)

    @Slot()
    def search(self) -> None:
        """Begin a search on the page in front if one can search there, else on the journal page."""
        if not isinstance(self.page(), Searches):
            self.go_to(JOURNAL_PAGE)
        page: object = self.page()
        if isinstance(page, Searches):
            page.begin_search()

    @Slot(str)
    def search_for(self, typed: str) -> None:
        """Look on the journal page for what is typed so."""
        self.go_to(JOURNAL_PAGE)
        page: object = self.page()
        if isinstance(page, Searches):
            page.search_for(typed)

    @Slot(object, object)
    def _link(self, ids: Sequence[UUID], target: UUID) -> None:
        """Entries were carried from the page in front onto a pinned goal."""
        page: object = self.page()
        if isinstance(page, LinksEntries):
            page.link_entries(ids, target)

    def flush(self) -> bool:
        """Write what no page has written yet; when that fails, show the page, say so and answer False."""
        for name, page in self._pages.items():
            if not page.flush():
                self._stack.setCurrentWidget(page)
                self.side_bar.set_current(name)
                self.say_not_written()
                return False
        return True

    def unsaved(self) -> Unsaved:
        """What no page has written yet."""
        return sum((page.unsaved() for page in self._pages.values()), Unsaved())

    def flush_all(self) -> bool:
        """Let each page write what it has not written yet, wherever one is; False when one of them failed."""
        written = [page.flush() for page in self._pages.values()]  # each has its try, also after a failure
        return all(written)

    def forget(self) -> None:
        """Have every page drop every word, and throw the pages away."""
        self._drop_pages()
        self.session.forget()

    def start_over(self) -> None:
        """Throw every page away with every word on it, and make the one in front anew of what is to be seen.

        All must be written. Where one was on it stays, unless its entry is not to be seen any more.
        """
        front, name = self.page(), self.page_name()
        open_entry = front.location().entry if front is not None else None
        self._drop_pages()
        self.session.refreshed.emit()
        self.go_to(name)
        page = self.page()
        if page is not None and open_entry is not None and self._is_seen(open_entry):
            page.return_to(Location(entry=open_entry))

    def _is_seen(self, entry_id: UUID) -> bool:
        try:
            return self.session.journal.entry(entry_id).binned_at is None
        except JournalError:
            return False

    def _drop_pages(self) -> None:
        _take_keyboard(self)  # a line that it leaves is kept as it stands: not once its words are dropped
        self._idle.stop()
        self.forgotten.emit()
        self.banner.clear()
        self._gone = None
        self.pinned_pane.forget()
        for page in self._pages.values():
            page.forget()
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def say_error(self, error: JournalError) -> None:
        """Say over the pages what went wrong."""
        self.banner.show_error(error)

    def say_trouble(self, sentence: str) -> None:
        """Say over the pages what needs care."""
        self.banner.show_message(Tone.CARE, sentence)

    def say_how_opened(self) -> None:
        """Say what was found when the journal was opened, if it may only be read, and which way opened it."""
        say_how_opened(self.session.journal, self.banner)

    @Slot(object)
    def _offer_back(self, gone: Unpinned) -> None:
        self._gone = gone
        self.banner.show_undo(gone.sentence)

    @Slot()
    def _bring_back(self) -> None:
        if self._gone is not None:
            self.banner.clear()
            self.pinned_pane.bring_back(self._gone)
            self._gone = None

    def set_menu(self, commands: Commands) -> None:
        """Offer the commands behind a button; on macOS they stand in the menu bar."""
        menu = QMenu(self)
        commands.fill(menu)
        self.side_bar.set_menu(menu)

    def say_not_written(self) -> None:
        """Say that a page holds text that could not be written, until it can be."""
        self._not_written = True
        self.banner.show_message(
            Tone.CARE,
            self._words_of_not_written(),
            self.tr("Check that the disk has room and can be written to, then try again."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page first."""
        super().resizeEvent(event)
        self.side_bar.set_compact(compact=self.width() < self.fontMetrics().height() * LINES_FOR_WORDS)

    @Slot()
    def _look_soon(self) -> None:
        if self._not_written:
            QTimer.singleShot(0, self, self._look_whether_written)

    @Slot()
    def _look_whether_written(self) -> None:
        """Saving works again: what was said of it is over."""
        if self._not_written and not self.unsaved():
            self._not_written = False
            if self.banner.sentence() == self._words_of_not_written():
                self.banner.clear()

    def _words_of_not_written(self) -> str:
        return self.tr("This page could not be saved yet. Your text is still here.")

    def _go_where_made(self, kind: Kind | None) -> MakesEntries | None:
        """Stay where entries of that kind are, else go to their own page; the journal has all of them."""
        if self.page_name() not in (JOURNAL_PAGE, page_of(kind)):
            self.go_to(page_of(kind))
        page: object = self.page()
        return page if isinstance(page, MakesEntries) else None

    def _page_named(self, name: str) -> Page:
        if name not in self._pages:
            page = load_page(name)(self.session, self._stack)
            page.entry_requested.connect(self.show_entry)
            page.begin_requested.connect(self.begin_entry)
            page.page_requested.connect(self.go_to)
            page.part_requested.connect(self.show_part)
            page.focus_mode_changed.connect(self.side_bar.setHidden)
            self._stack.addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sample)
        column.addWidget(self.curtain_strip)
        column.addWidget(BannerRoom(self.banner))
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(column, 1)

    @Slot()
    def _refresh(self) -> None:
        self._sample.setVisible(self.session.journal.preferences.is_sample)
        self.curtain_strip.setVisible(self.session.journal.curtain.is_down)
        self._show_program(self.session.today())

    def _show_program(self, day: date) -> None:
        program = self.session.journal.program
        self.side_bar.show_program(program_heading(program, day), program_lines(program, day))


def _take_keyboard(widget: QWidget) -> None:
    """Let the keyboard be nowhere if it is in the widget."""
    focused = QApplication.focusWidget()
    if focused is not None and widget.isAncestorOf(focused):
        focused.clearFocus()


def _give_keyboard(page: Page) -> None:
    """Where a page has not said where one begins, one begins with what is read first."""
    focused: QWidget | None = page.window().focusWidget()
    if focused is None or not page.isAncestorOf(focused):
        for first in reading_order(page)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def _known(name: str) -> str:
    """The name of a page; that of the first where there is none of this name."""
    return name if name in PAGES else FIRST_PAGE
