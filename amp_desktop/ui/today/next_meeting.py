"""The next meeting with its points; once its time is over, one quiet question how it went."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.errors import JournalError
from amp_desktop.journal.meetings import Agenda
from amp_desktop.ui.kinds.meeting.labels import day_words, ends_at, hours_words, plain
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.title_button import TitleButton
from amp_desktop.ui.widgets.buttons import link_button, secondary_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from uuid import UUID

    from amp_desktop.domain.kinds.meeting import Meeting

MOST_POINTS = 6


class NextMeeting(QWidget):
    """Hidden while no meeting is planned.

    Attributes:
        opened: The meeting is to be shown; carries its id.
        skipped: It was not held; carries what that changed.
        failed: The journal could not do it; carries the error.
        done: Says what was done here.
    """

    opened = Signal(object)
    skipped = Signal(object)
    failed = Signal(object)

    _dismissed: ClassVar[set["UUID"]] = set()  # outlives the page, which a lock throws away

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._now = now
        self._meeting: Meeting | None = None
        room = self.fontMetrics().height()
        self._title = TitleButton()
        self._when = WrappedLabel("small")
        self._points = QVBoxLayout()
        self._points.setSpacing(room // 4)
        self._more = label("", "small")
        self._prepare = secondary_button(self.tr("Prepare"), "arrow-right")
        self._prepare.setAccessibleName(self.tr("Prepare the meeting"))
        self._asks = label(self.tr("How did it go?"))
        self._note = link_button(self.tr("Write it down"))
        self._not_held = link_button(self.tr("It was not held"))
        self._later = link_button(self.tr("Not now"))
        self._answers = flowing(room * 2 // 3, self._note, self._not_held, self._later)
        self.done = Confirmation()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(SectionLabel(self.tr("Next meeting")))
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._when)
        column.addLayout(self._points)
        for part in (self._more, self._asks, self._answers, self.done):
            column.addWidget(part)
        column.addWidget(self._prepare, 0, Qt.AlignmentFlag.AlignLeading)
        self._title.clicked.connect(self._open)
        self._prepare.clicked.connect(self._open)
        self._note.clicked.connect(self._open)
        self._not_held.clicked.connect(self._skip)
        self._later.clicked.connect(self._dismiss)
        self.hide()

    def show_day(self, day: date) -> bool:
        """Show the next meeting as it stands on that day; whether there is one."""
        meetings = self._session.journal.meetings
        try:
            self._meeting = meeting = meetings.next()
            agenda = meetings.agenda(meeting) if meeting is not None else Agenda(())
        except JournalError as error:
            self.failed.emit(error)
            return False
        self.setVisible(meeting is not None or bool(self.done.words()))
        if meeting is None:
            return False
        self._title.set_title(meeting.title or meeting.whom or self.tr("Meeting"))
        hours = hours_words(meeting) if meeting.at else ""
        when = ", ".join(filter(None, (day_words(meeting.day, day), hours)))
        self._when.setText(" · ".join(filter(None, (when, meeting.whom if meeting.title else ""))))
        self._show_points(agenda)
        self._show_question(meeting, day)
        return True

    def forget(self) -> None:
        """Drop every word."""
        self._meeting = None
        self._title.set_title("")
        self._when.clear()
        self._show_points(Agenda(()))
        self.done.clear()

    def _show_points(self, agenda: Agenda) -> None:
        while (item := self._points.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for point in agenda.points[:MOST_POINTS]:
            line = _PointLine(point)
            line.opened.connect(self._open_point)
            self._points.addWidget(line, 0, Qt.AlignmentFlag.AlignLeading)
        more = len(agenda.points) - MOST_POINTS
        self._more.setText(self.tr("and %n more", "", more) if more > 0 else "")
        self._more.setVisible(more > 0)

    def _show_question(self, meeting: "Meeting", day: date) -> None:
        """Ask once, when its time is over; till then lead to it."""
        now, end = self._now().astimezone().replace(tzinfo=None), ends_at(meeting)
        is_past = now >= end if end is not None and meeting.day == day else meeting.day < day
        is_over = is_past and not meeting.has_begun
        asks = is_over and meeting.id not in self._dismissed
        self._asks.setVisible(asks)
        self._answers.setVisible(asks)
        self._prepare.setVisible(not asks)
        self._prepare.setText(self.tr("Go on with the call") if meeting.has_begun else self.tr("Prepare"))

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


class _PointLine(TitleButton):
    """A point that leads to what it comes from.

    Attributes:
        opened: It is to be shown; carries the entry's id, or None for a point of the meeting's own.
    """

    opened = Signal(object)

    def __init__(self, point: AgendaPoint) -> None:
        super().__init__(quiet=True)
        self._entry = point.entry
        self.set_title(plain(point.text))
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self._entry)
