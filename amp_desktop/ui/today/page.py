"""The page of the day."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.changes import Change
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.query import EntryRow
from amp_desktop.domain.unsaved import Draft, Unsaved
from amp_desktop.domain.work import Work
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.kinds.note import work_words
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.page import Page
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.beginning import Beginning
from amp_desktop.ui.today.check_in import CheckIn
from amp_desktop.ui.today.columns import TwoColumns
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.evaluation import EvaluationSection
from amp_desktop.ui.today.gestures import Back, Gestures
from amp_desktop.ui.today.labels import day_title, program_words
from amp_desktop.ui.today.next_meeting import NextMeeting
from amp_desktop.ui.today.offer_section import OfferSection
from amp_desktop.ui.today.presenter import (
    MOST_GOALS,
    MOST_SHOWN,
    TodayPresenter,
    TodayView,
    entry_of,
)
from amp_desktop.ui.today.recalled import RecalledSection
from amp_desktop.ui.today.rows import WrittenRow
from amp_desktop.ui.today.section import RowSection
from amp_desktop.ui.today.steps_section import StepsSection
from amp_desktop.ui.today.waiting import WaitingFor
from amp_desktop.ui.today.work_row import WorkRow
from amp_desktop.ui.today.write_line import WriteLine
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.layouts import set_shown
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.undo_offer import UndoOffer

LOOKS_FOR_A_NEW_DAY_MS = 60_000


class TodayPage(Page):
    """What is written and was written today; beside it, quietly, what could come next.

    Attributes:
        shown_day: A day to be shown in place of today's, for the sample and its pictures; mostly None.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shown_day: date | None = None
        self._presenter = TodayPresenter(session)
        self._day: date | None = None
        self._stale = True
        self._columns = TwoColumns(self)
        main, side = self._columns.first, self._columns.second
        self._header = PageHeader("", parent=main, look="day")
        self._banner = Banner(main)
        self._offer = UndoOffer(self._banner, self)
        tries = self._banner.tries
        self._gestures = Gestures(session, self._presenter, tries)
        gesture = (self._gestures, self._remember, self._undo)
        self._evaluation = EvaluationSection(*gesture, main)
        self._write = WriteLine(main)
        self._kept = Confirmation(main)
        self._beginning = Beginning(main)
        self._check_in = CheckIn(main)
        self._work = WorkRow(main)
        written = (self.tr("Written today"), self.tr("All entries"))
        self._written = RowSection(*written, self._written_row, main)
        self._recalled = RecalledSection(session, main)
        self._meeting = NextMeeting(session, *gesture, side)
        self._offered = OfferSection(session, self._gestures, tries, self._remember, self._undo, side)
        self._steps = StepsSection(*gesture, side)
        self._waiting = WaitingFor(session, side)
        self._actions = ActionSet(self)
        self._midnight = QTimer(self, interval=LOOKS_FOR_A_NEW_DAY_MS)
        self._week_later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    def day(self) -> date:
        """The day it is for the mentee: the one place where the page asks."""
        return self.shown_day or self.session.today()

    def arrive(self) -> None:
        """Show the day as it stands, and wait for a line."""
        self._let_take_back(allowed=True)
        self._refresh()
        self._write.setFocus()

    def flush(self) -> bool:
        """Keep what was typed: a line that was begun becomes an entry, which can be undone."""
        checked_in = not self._check_in.is_unsaved() or self._save_check_in()
        return checked_in and (not self._write.text() or self._keep())

    def unsaved(self) -> Unsaved:
        """A line that was begun, and what was typed in the check-in."""
        unsaved = Unsaved()
        if self._write.text().strip():
            unsaved += Unsaved((Draft(entry_of(self._write.kind(), self._write.text(), self.day())),))
        if self._check_in.is_unsaved():
            draft = self._presenter.check_in_draft(self._check_in.filled, self._seen_day())
            unsaved += Unsaved((draft,))
        return unsaved

    def forget(self) -> None:
        """Drop every word, and take nothing back any more."""
        self._let_take_back(allowed=False)
        self._midnight.stop()
        self._week_later.stop()
        self._write.clear()
        self._check_in.forget()
        self._work.forget()
        self._offered.forget()
        self._meeting.forget()
        self._waiting.forget()
        self._evaluation.forget()
        self._header.set_subtitle("")
        for section in self._sections():
            section.forget()
        self._kept.clear()
        self._offer.forget()
        self._presenter.forget()
        self._stale = True

    def show_part(self, name: str) -> None:
        """Give the keyboard to the part of that name: "work"; else to the line."""
        (self._work if name == "work" else self._write).setFocus()

    def note_work(self, work: Work) -> str:
        """Note a work for today, or no longer; answers with what was done, or an empty string."""
        day = self.day()  # the page that stands behind another may still show yesterday
        on = work not in self._presenter.week(day).get(day, ())
        if not self._change_work(work, day, on=on):
            return ""
        words = self.tr("{work}: noted for today.") if on else self.tr("{work}: no longer noted for today.")
        said = words.format(work=work_words(work))
        self._work.done.show_done(said, self._undo)
        return said

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date, and notice when the day ends."""
        super().showEvent(event)
        self._midnight.start()
        if self._stale and self._day is not None:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._midnight.stop()

    # Making

    def _lay_out(self) -> None:
        page = self._columns
        room = self.fontMetrics().height()
        writing = QVBoxLayout()
        writing.setSpacing(room // 3)
        _fill(writing, self._write, self._kept, self._beginning)
        page.main.setSpacing(room * 3 // 2)
        _fill(page.main, self._header, self._banner, self._evaluation)
        page.main.addLayout(writing)
        _fill(page.main, self._check_in, self._work, self._written, self._recalled)
        page.main.addStretch(1)
        page.side.setSpacing(room * 3 // 2)
        _fill(page.side, self._meeting, self._offered, self._steps, self._waiting)
        page.side.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        page.hide()  # until it is filled: else all of it would be laid out for each part that comes

    def _connect(self) -> None:
        for changed in (self.session.saved, self.session.moved, self.session.refreshed):
            changed.connect(self._refresh_if_seen)
        self._midnight.timeout.connect(self._look_at_the_clock)
        self._week_later.timeout.connect(self._show_week)
        self._write.written.connect(self._keep_and_go)
        self._write.begun.connect(self._kept.clear)
        self._check_in.edited.connect(self._save_check_in)
        self._work.toggled.connect(self._toggle_work)
        self._evaluation.pad_wanted.connect(self._open_pad)
        self._offered.agenda_wanted.connect(self._meeting.put_on)
        self._offered.entry_wanted.connect(self.entry_requested)
        self._offered.page_wanted.connect(self.part_requested)
        self._offered.week_wanted.connect(self._open_week)
        self._offered.changed.connect(self._offer_answered)
        self._meeting.opened.connect(self.entry_requested)
        self._meeting.skipped.connect(self._skipped)
        self._meeting.summary_requested.connect(partial(self.page_requested.emit, "share"))
        self._meeting.changed.connect(self._refresh)
        self._meeting.failed.connect(self._banner.show_error)
        self._waiting.opened.connect(self.entry_requested)
        self._waiting.failed.connect(self._banner.show_error)
        self._written.more_requested.connect(partial(self.page_requested.emit, "journal"))
        self._steps.changed.connect(self._refresh)
        self._steps.more_requested.connect(partial(self.page_requested.emit, "goals"))
        for section in self._sections():
            section.opened.connect(self.entry_requested)
        self._recalled.failed.connect(self._banner.show_error)
        self._recalled.left_in_peace.connect(self._left_in_peace)
        self._taking_back = [self._actions.add("undo", self._undo), self._actions.add("redo", self._redo)]
        self._let_take_back(allowed=False)

    def _written_row(self, row: EntryRow, day: date, parent: QWidget) -> WrittenRow:
        return WrittenRow(row, day, self.session.journal.preferences.day_ends_at, parent)

    def _sections(self) -> tuple[RowSection, ...]:
        return (self._written, self._recalled, self._steps)

    # Showing

    @Slot()
    def _refresh_if_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    @Slot()
    def _look_at_the_clock(self) -> None:
        if self.day() != self._day:
            if self._check_in.is_unsaved():  # it was typed on the day that is seen
                self._save_check_in()
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        try:
            view = self._presenter.view(self.day())
        except JournalError as error:
            self._banner.show_error(error)
        else:
            self._day = view.day
            self._stale = False
            self._show(view)
        self._columns.settle()

    def _show(self, view: TodayView) -> None:
        words = program_words(view.program, view.day)
        self._header.set_title(day_title(view.day))
        self._header.set_subtitle(words.week)
        self._evaluation.show_program(view.program, view.day)
        self._beginning.setVisible(not view.has_entries)
        set_shown(self._check_in, shown=not self.session.journal.curtain.is_down)
        self._check_in.show_note(view.check_in)
        self._written.show_rows(view.written, view.day, MOST_SHOWN)
        self._offered.show_offer(view.offer, view.day)
        self._meeting.show_day(view.day)
        self._steps.show_rows(view.goals, view.day, MOST_GOALS)
        self._waiting.show_day(view.day)
        side = (self._meeting, self._offered, self._steps, self._waiting)
        self._columns.show_side(shown=not all(part.isHidden() for part in side))
        self._recalled.show_day(view.day)
        self._week_later.start()

    @Slot()
    def _show_week(self) -> None:
        """Show the works a moment later: a page need not wait for a week."""
        day = self._seen_day()
        try:
            week = self._presenter.week(day)
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._work.show_works(week.get(day, ()))
        self._work.show_week(week, day)

    def _seen_day(self) -> date:
        """The day on the page: what is tapped on it belongs to it, also a minute after midnight."""
        return self._day or self.day()

    # Writing

    @Slot(bool)
    def _keep_and_go(self, goes_on: bool) -> None:
        self._keep(goes_on=goes_on)

    def _keep(self, *, goes_on: bool = False) -> bool:
        try:
            entry = self._presenter.keep(self._write.kind(), self._write.text(), self.day())
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self._banner.clear()
        self._write.clear()
        self._remember(self._gestures.made(entry.id))
        words = self.tr("Kept: {kind}.").format(kind=view_of(entry).name())
        self._kept.show_done(words, self._undo, partial(self.entry_requested.emit, entry.id))
        if goes_on:
            self.entry_requested.emit(entry.id)
        return True

    @Slot()
    def _save_check_in(self) -> bool:
        note = self._check_in.filled(self._presenter.check_in(self._seen_day()))
        typed = self._check_in.is_unsaved()
        self._check_in.settle()
        try:
            saved = self._presenter.save_check_in(note)
        except JournalError as error:
            self._banner.show_error(error)
            self._refresh()
            if typed:
                self._check_in.show_unsaved(note.what_did_me_good)
            return False
        self._banner.clear()
        if saved.changes or saved.is_there:
            self._remember(self._gestures.back_of_check_in(saved))
        return True

    @Slot(str, bool)
    def _toggle_work(self, work: str, on: bool) -> None:
        if not self._change_work(Work(work), self._seen_day(), on=on):
            self._show_week()

    def _change_work(self, work: Work, day: date, *, on: bool) -> bool:
        back = self._gestures.change_work(work, day, on=on)
        if back is not None:
            self._remember(back)
        return back is not None

    @Slot(str)
    def _open_pad(self, window: str) -> None:
        if (pad := self.session.journal.evaluations.known_pad(window)) is not None:
            self.entry_requested.emit(pad.id)
        else:
            self.begin_requested.emit(self.session.journal.evaluations.pad(window))

    @Slot(object)
    def _skipped(self, changes: tuple[Change, ...]) -> None:
        self._remember(self._gestures.changed(changes))
        self._meeting.done.show_done(self.tr("Its points wait for the next one."), self._undo)

    @Slot(object)
    def _left_in_peace(self, changes: tuple[Change, ...]) -> None:
        self._remember(self._gestures.changed(changes))
        words = self.tr("This day is left in peace. Its entry is tagged “hard”.")
        self._recalled.done.show_done(words, self._undo)

    # Taking back

    def _remember(self, back: Back) -> None:
        """Something was done: what was said of what was done before is over."""
        self._say_nothing()
        self._offer.remember(back)

    def _let_take_back(self, *, allowed: bool) -> None:
        for action in self._taking_back:
            action.setEnabled(allowed)

    def _say_nothing(self) -> None:
        for said in self.findChildren(Confirmation):
            said.clear()

    @Slot()
    def _undo(self) -> None:
        self._say_nothing()
        self._offer.take_back()

    @Slot()
    def _redo(self) -> None:
        self._say_nothing()
        self._offer.do_again()

    @Slot()
    def _open_week(self) -> None:
        self._banner.tries(self.open_week)

    @Slot()
    def _offer_answered(self) -> None:
        self._refresh()
        if self.isVisible():
            self._write.setFocus()


def _fill(column: QVBoxLayout, *parts: QWidget) -> None:
    for part in parts:
        column.addWidget(part)
