"""The page of the day."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.query import EntryRow
from amp_desktop.domain.unsaved import Draft, Unsaved
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.page import Page
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.today.beginning import Beginning
from amp_desktop.ui.today.check_in import CheckIn
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.labels import program_words
from amp_desktop.ui.today.notice import Notice
from amp_desktop.ui.today.open_card import OpenCard
from amp_desktop.ui.today.presenter import NextStep, TodayPresenter, TodayView, entry_of
from amp_desktop.ui.today.recalled import RecalledCard
from amp_desktop.ui.today.rows import AgendaRow, ChallengeRow, GoalRow, WrittenRow
from amp_desktop.ui.today.suggestion import Suggestion
from amp_desktop.ui.today.write_line import WriteLine
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ScrollPage

LOOKS_FOR_A_NEW_DAY_MS = 60_000
MOST_POINTS = 8


class TodayPage(Page):
    """A line to write in, how one is, and what is open: calm, in one column.

    Attributes:
        shown_day: A day to be shown in place of today's, for the sample and its pictures; mostly None.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shown_day: date | None = None
        self._presenter = TodayPresenter(session)
        self._day: date | None = None
        self._stale = True
        self._header = PageHeader("")
        self._banner = Banner()
        self._notice = Notice()
        self._write = WriteLine()
        self._kept = Confirmation()
        self._check_in = CheckIn()
        self._written = OpenCard(self.tr("Written today"), self.tr("All entries"), WrittenRow)
        self._suggestion = Suggestion()
        self._agenda = OpenCard(self.tr("For the next meeting"), self.tr("All points"), self._agenda_row)
        self._challenges = OpenCard(
            self.tr("Open challenges"), self.tr("All challenges"), self._challenge_row
        )
        self._goals = OpenCard(self.tr("Active goals"), self.tr("All goals"), self._goal_row)
        self._recalled = RecalledCard(session)
        self._beginning = Beginning()
        self._midnight = QTimer(self, interval=LOOKS_FOR_A_NEW_DAY_MS)
        self._lay_out()
        self._connect()

    def day(self) -> date:
        """The day it is for the mentee: the one place where the page asks."""
        return self.shown_day or self.session.today()

    def arrive(self) -> None:
        """Show the day as it stands, and wait for a line."""
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
            unsaved += Unsaved((self._presenter.check_in_draft(self._check_in.filled, self.day()),))
        return unsaved

    def forget(self) -> None:
        """Drop every word."""
        self._midnight.stop()
        self._write.clear()
        self._check_in.forget()
        self._suggestion.show_challenge(None)
        self._notice.show_words("")
        self._header.set_subtitle("")
        for card in (self._written, self._agenda, self._challenges, self._goals, self._recalled):
            card.forget()
        self._kept.clear()
        self._banner.clear()
        self._presenter.forget()
        self._stale = True

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
        prepare = secondary_button(self.tr("Prepare the meeting"), "send")
        prepare.clicked.connect(self._prepare)
        self._agenda.add_action(prepare)
        page = ScrollPage()
        room = self.fontMetrics().height()
        writing = QVBoxLayout()
        writing.setSpacing(room // 3)
        writing.addWidget(self._write)
        writing.addWidget(self._kept)
        page.column.addWidget(self._header)
        page.column.addWidget(self._banner)
        page.column.addWidget(self._notice)
        page.column.addLayout(writing)
        for part in (
            self._beginning,
            self._check_in,
            self._written,
            self._suggestion,
            self._agenda,
            self._challenges,
            self._goals,
            self._recalled,
        ):
            page.column.addWidget(part)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self.session.saved.connect(self._changed)
        self.session.moved.connect(self._changed)
        self.session.refreshed.connect(self._refresh_if_seen)
        self._midnight.timeout.connect(self._look_at_the_clock)
        self._write.written.connect(self._keep_and_go)
        self._write.begun.connect(self._kept.clear)
        self._beginning.begun.connect(self._write.setFocus)
        self._check_in.edited.connect(self._save_check_in)
        self._suggestion.accepted.connect(self._put_on_agenda)
        self._suggestion.opened.connect(self.entry_requested)
        self._suggestion.dismissed.connect(self._dismiss)
        self._written.more_requested.connect(partial(self.page_requested.emit, "journal"))
        self._agenda.more_requested.connect(self._prepare)
        self._challenges.more_requested.connect(partial(self.page_requested.emit, "challenges"))
        self._goals.more_requested.connect(partial(self.page_requested.emit, "goals"))
        for card in (self._written, self._agenda, self._challenges, self._goals, self._recalled):
            card.opened.connect(self.entry_requested)
        self._recalled.failed.connect(self._banner.show_error)

    def _agenda_row(self, row: EntryRow, day: date) -> AgendaRow:
        made = AgendaRow(row, day)
        made.agenda_changed.connect(self._change_agenda)
        return made

    def _challenge_row(self, row: EntryRow, day: date) -> ChallengeRow:
        made = ChallengeRow(row, day)
        made.agenda_changed.connect(self._change_agenda)
        return made

    def _goal_row(self, row: EntryRow, day: date) -> GoalRow:
        made = GoalRow(row, day)
        made.step_done.connect(self._tick)
        return made

    # Showing

    @Slot(object)
    def _changed(self, _what: object) -> None:
        self._refresh_if_seen()

    @Slot()
    def _refresh_if_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    @Slot()
    def _look_at_the_clock(self) -> None:
        if self.day() != self._day:
            self._refresh()

    def _refresh(self) -> None:
        try:
            view = self._presenter.view(self.day())
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._day = view.day
        self._stale = False
        self._show(view)

    def _show(self, view: TodayView) -> None:
        words = program_words(view.program, view.day)
        self._header.set_title(long_day(view.day))
        self._header.set_subtitle(words.week)
        self._notice.show_words(words.notice)
        self._beginning.setVisible(not view.has_entries)
        self._check_in.show_note(view.check_in)
        self._written.show_rows(view.written, view.day)
        self._suggestion.show_challenge(view.suggestion)
        self._agenda.show_rows(view.agenda, view.day, MOST_POINTS)
        self._challenges.show_rows(view.challenges, view.day)
        self._goals.show_rows(view.goals, view.day)
        self._recalled.show_day(view.day)

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
        self._kept.show_done(
            self.tr("Kept: {kind}.").format(kind=view_of(entry).name()),
            partial(self._banner.tries, partial(self._presenter.undo, entry.id)),
            partial(self.entry_requested.emit, entry.id),
        )
        if goes_on:
            self.entry_requested.emit(entry.id)
        return True

    @Slot()
    def _save_check_in(self) -> bool:
        day = self.day()
        note = self._check_in.filled(self._presenter.check_in(day))
        typed = self._check_in.is_unsaved()
        self._check_in.settle()
        if self._banner.tries(partial(self._presenter.save_check_in, note)):
            return True
        self._refresh()
        if typed:
            self._check_in.show_unsaved(note.what_did_me_good)
        return False

    @Slot(object)
    def _put_on_agenda(self, entry_id: UUID) -> None:
        self._change_agenda(entry_id, True)  # noqa: FBT003 -- as the rows' signal has it

    @Slot(object, bool)
    def _change_agenda(self, entry_id: UUID, on: bool) -> None:
        if self._banner.tries(partial(self._presenter.put_on_agenda, entry_id, on=on)):
            words = self.tr("Put on the agenda.") if on else self.tr("Taken off the agenda.")
            back = partial(self._presenter.put_on_agenda, entry_id, on=not on)
            self._agenda.done.show_done(words, partial(self._banner.tries, back))
            self._refresh()

    @Slot(object, object)
    def _tick(self, goal_id: UUID, step: NextStep) -> None:
        tick = partial(self._presenter.tick_step, goal_id, step.at, step.text)
        if self._banner.tries(tick):
            words = self.tr("Step done: {step}").format(step=step.text)
            self._goals.done.show_done(words, partial(self._banner.tries, partial(tick, done=False)))
        self._refresh()

    @Slot()
    def _dismiss(self) -> None:
        self._presenter.dismiss(self.day())
        self._suggestion.show_challenge(None)
        self._write.setFocus()

    @Slot()
    def _prepare(self) -> None:
        self.page_requested.emit("share")
