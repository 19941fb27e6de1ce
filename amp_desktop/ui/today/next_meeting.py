"""What is to be talked about next, and when; once its time is over, one quiet question how it went."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.errors import JournalError
from amp_desktop.journal.meetings import Agenda
from amp_desktop.ui.kinds.meeting.labels import day_words, ends_at, hours_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.gestures import Back, Gestures
from amp_desktop.ui.today.rows import AgendaRow
from amp_desktop.ui.today.title_button import TitleButton
from amp_desktop.ui.widgets.buttons import link_button, secondary_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.layouts import discard
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from uuid import UUID

    from amp_desktop.domain.kinds.meeting import Meeting

MOST_POINTS = 6


class NextMeeting(QWidget):
    """The agenda, with the meeting that it is of once one is planned; hidden while there is neither.

    Attributes:
        opened: The meeting, or what a point comes from, is to be shown; carries its id.
        summary_requested: A summary is to be prepared, for a meeting that is not planned here.
        changed: Something was put on the agenda or taken off.
        skipped: It was not held; carries what that changed.
        failed: The journal could not do it; carries the error.
        done: Says what was done here.
    """

    opened = Signal(object)
    summary_requested = Signal()
    changed = Signal()
    skipped = Signal(object)
    failed = Signal(object)

    _dismissed: ClassVar[set["UUID"]] = set()  # outlives the page, which a lock throws away

    def __init__(
        self,
        session: Session,
        gestures: Gestures,
        remember: Callable[[Back], None],
        undo: Callable[[], object],
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._gestures, self._remember, self._undo = gestures, remember, undo
        self._now = now
        self._meeting: Meeting | None = None
        self._rows: dict[AgendaPoint, AgendaRow] = {}
        room = self.fontMetrics().height()
        self._heading = SectionLabel("", self)
        self._title = TitleButton(self)
        self._when = WrappedLabel("small", self)
        self._points = QVBoxLayout()
        self._points.setSpacing(room // 4)
        self._more = label("", "small", self)
        self._prepare = secondary_button(self.tr("Prepare"), "arrow-right")
        self._prepare.setAccessibleName(self.tr("Prepare the meeting"))
        self._asks = label(self.tr("How did it go?"), parent=self)
        self._asks.setContentsMargins(0, room // 3, 0, 0)  # it belongs to the answers below it
        self._note = link_button(self.tr("Write it down"))
        self._not_held = link_button(self.tr("It was not held"))
        self._later = link_button(self.tr("Not now"))
        self._answers = flowing(room * 2 // 3, self._note, self._not_held, self._later)
        self.done = Confirmation()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(self._heading)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._when)
        column.addLayout(self._points)
        for part in (self._more, self._asks, self._answers, self.done):
            column.addWidget(part)
        column.addWidget(self._prepare, 0, Qt.AlignmentFlag.AlignLeading)
        self._title.clicked.connect(self._open)
        self._prepare.clicked.connect(self._open_or_sum_up)
        self._note.clicked.connect(self._open)
        self._not_held.clicked.connect(self._skip)
        self._later.clicked.connect(self._dismiss)
        self.hide()

    def show_day(self, day: date) -> None:
        """Show the next meeting as it stands on that day, or what it would be about while none is planned."""
        meetings = self._session.journal.meetings
        try:
            self._meeting = meeting = meetings.next()
            agenda = meetings.agenda(meeting)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.setVisible(meeting is not None or bool(agenda.points) or bool(self.done.words()))
        self._heading.setText(self.tr("Next meeting") if meeting else self.tr("For the next meeting"))
        self._title.setVisible(meeting is not None)
        self._when.setVisible(meeting is not None)
        self._show_points(agenda)
        if meeting is not None:
            self._show_meeting(meeting, day)
        else:
            self._show_prepare(asks=False, words=self.tr("Prepare"))
            self._prepare.setVisible(bool(agenda.points))

    @Slot(object)
    def put_on(self, entry_id: "UUID") -> None:
        """Have an entry talked about at the next meeting."""
        self._change_agenda(entry_id, on=True)

    def forget(self) -> None:
        """Drop every word."""
        self._meeting = None
        self._title.set_title("")
        self._when.clear()
        self._show_points(Agenda(()))
        self.done.clear()

    def _show_points(self, agenda: Agenda) -> None:
        """Show the first of them; the row of a point that stays is kept, so that the keyboard stays in it."""
        shown = agenda.points[:MOST_POINTS]
        for point in self._rows.keys() - set(shown):
            discard(self._points, self._rows.pop(point))
        for at, point in enumerate(shown):
            if point not in self._rows:
                self._rows[point] = self._row(point)
            if self._points.indexOf(self._rows[point]) != at:
                self._points.insertWidget(at, self._rows[point])
        more = len(agenda.points) - MOST_POINTS
        self._more.setText(self.tr("and %n more", "", more) if more > 0 else "")
        self._more.setVisible(more > 0)

    def _row(self, point: AgendaPoint) -> AgendaRow:
        row = AgendaRow(point, self)
        row.opened.connect(self._open_point)
        row.removal_requested.connect(self._take_off)
        return row

    def _show_meeting(self, meeting: "Meeting", day: date) -> None:
        """Say which and when it is. Ask once, when its time is over; till then lead to it."""
        self._title.set_title(meeting.title or meeting.whom or self.tr("Meeting"))
        hours = hours_words(meeting) if meeting.at else ""
        when = ", ".join(filter(None, (day_words(meeting.day, day), hours)))
        self._when.setText(" · ".join(filter(None, (when, meeting.whom if meeting.title else ""))))
        now, end = self._now().astimezone().replace(tzinfo=None), ends_at(meeting)
        is_past = now >= end if end is not None and meeting.day == day else meeting.day < day
        is_over = is_past and not meeting.has_begun
        asks = is_over and meeting.id not in self._dismissed
        words = self.tr("Go on with the call") if meeting.has_begun else self.tr("Prepare")
        self._show_prepare(asks=asks, words=words)

    def _show_prepare(self, *, asks: bool, words: str) -> None:
        self._asks.setVisible(asks)
        self._answers.setVisible(asks)
        self._prepare.setVisible(not asks)
        self._prepare.setText(words)

    def _change_agenda(self, entry_id: "UUID", *, on: bool) -> None:
        back = self._gestures.put_on_agenda(entry_id, on=on)
        if callable(back):
            self._remember(back)
            words = self.tr("Put on the agenda.") if on else self.tr("Taken off the agenda.")
            self.done.show_done(words, self._undo)
            self.changed.emit()

    @Slot(object)
    def _take_off(self, entry_id: "UUID") -> None:
        self._change_agenda(entry_id, on=False)

    @Slot()
    def _open_or_sum_up(self) -> None:
        if self._meeting is not None:
            self._open()
        else:
            self.summary_requested.emit()

    @Slot()
    def _open(self) -> None:
        if self._meeting is not None:
            self.opened.emit(self._meeting.id)

    @Slot(object)
    def _open_point(self, entry_id: "UUID | None") -> None:
        if entry_id is not None:
            self.opened.emit(entry_id)
        else:
            self._open()

    @Slot()
    def _skip(self) -> None:
        if self._meeting is None:
            return
        try:
            closed = self._session.journal.meetings.skip(self._meeting)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.skipped.emit(closed.changes)
        self._session.tell_changed(closed.changes)

    @Slot()
    def _dismiss(self) -> None:
        if self._meeting is not None:
            self._dismissed.add(self._meeting.id)
            self._answers.hide()
            self._asks.hide()
            self._prepare.show()
            self._prepare.setFocus()
