"""During the call: the points to talk about, and beside the current one what comes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import MeetingPoint, MeetingStatus
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.labels import carried_words, hour_of, source_words
from amp_desktop.ui.kinds.meeting.notes_panel import NotesPanel
from amp_desktop.ui.kinds.meeting.shared_view import SharedView
from amp_desktop.ui.kinds.meeting.talk_row import TalkRow
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import discard

LOOKS_AT_THE_CLOCK_MS = 20_000
NARROW = 42
"""In heights of a line: below it notes stand under the points instead of beside them."""


class DuringPart(Part):
    """Quiet: nothing in it moves or changes its colour by itself.

    Attributes:
        call_closed: The call is over.
    """

    call_closed = Signal()

    def __init__(
        self,
        draft: MeetingDraft,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__("", parent)
        self._draft = draft
        self._now = now
        self._rows: dict[str, TalkRow] = {}
        self._of: object = None
        self._current = ""
        self._is_writable = True
        self._shared: SharedView | None = None
        self._clock = label("", "muted")
        self._clock.setWordWrap(False)
        self._close = secondary_button(self.tr("Close the call"), "check")
        self._nothing = label(self.tr("The call has not begun. Its points are those under Before."), "muted")
        self._panel = NotesPanel(draft)
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        self._ticks = QTimer(self, interval=LOOKS_AT_THE_CLOCK_MS)
        self._ticks.timeout.connect(self._tell_time)
        self._lay_out()
        self._close.clicked.connect(self.call_closed)
        self._panel.note_changed.connect(self._note)
        self._panel.go_on_wanted.connect(self.go_on)
        self._panel.edited.connect(self.edited)
        draft.shown.connect(self._show)

    def show_entry(self, entry: Entry) -> None:
        """The draft shows it."""

    def filled(self, entry: Entry) -> Entry:
        """The draft fills it."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        self._is_writable = writable
        self._close.setEnabled(writable)
        self._panel.set_writable(writable=writable)
        for row in self._rows.values():
            row.set_writable(writable=writable)

    def focus_first(self) -> None:
        """The point that is talked about; else what is agreed."""
        row = self._rows.get(self._current)
        if row is not None:
            row.box.setFocus()
        else:
            self._panel.setFocus()

    def focus_writing(self) -> bool:
        """What is agreed."""
        self._panel.setFocus()
        return True

    def settle(self) -> None:
        """Keep what they said."""
        self._panel.settle()

    def forget(self) -> None:
        """Drop every word."""
        self._ticks.stop()
        if self._shared is not None:
            self._shared.forget()
            self._shared.deleteLater()
            self._shared = None

    @Slot()
    def go_on(self) -> None:
        """The current point was talked about: on to the next one that was not."""
        points = list(self._draft.agenda.points)
        if not self._current or not self._is_writable:
            return
        self._tick(self._current, done=True)
        at = next((at for at, point in enumerate(points) if point.key == self._current), -1)
        left = [point for point in (*points[at + 1 :], *points[:at]) if not point.is_done]
        if left:
            self._go_to(left[0].key)
            self._panel.focus_note()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the time."""
        super().showEvent(event)
        self.refresh()
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._ticks.stop()
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the notes under the points where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().height()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != way:
            self._both.setDirection(way)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        top = QHBoxLayout()
        top.addWidget(self._clock)
        top.addStretch(1)
        top.addWidget(self._close)
        left = QVBoxLayout()
        left.addLayout(self._points)
        left.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(room)
        self._both.addLayout(left, 4)
        self._both.addWidget(self._panel, 5)
        self.column.setSpacing(room // 2)
        self.column.addLayout(top)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._both)
        self.column.addWidget(self._made_foot())

    def _made_foot(self) -> QWidget:
        """The line of keys."""
        foot: list[QWidget] = []
        for keys, words, icon_name, does in (
            ("F7", self.tr("They said"), "message-square", self._panel.say),
            ("F8", self.tr("We agreed"), "list-checks", self._panel.agree),
            ("F4", self.tr("Only what I shared"), "eye", self._show_shared),
        ):
            button = secondary_button(f"{words}  {keys}", icon_name)
            button.setAccessibleName(words)
            button.clicked.connect(does)
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(does)
            foot.append(button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # from what was agreed and said, too
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self.go_on)
        self._keys = label(self.tr("Ctrl+Enter: tick and go on · Esc: leave"), "small")
        self._keys.setWordWrap(False)
        return flowing(self.fontMetrics().height() // 2, *foot, self._keys)

    @Slot()
    def _show(self) -> None:
        if self._of != self._draft.meeting.id:
            self._of = self._draft.meeting.id
            self._current = ""
            self._panel.another()
        if not self.isHidden():
            self.refresh()

    def refresh(self) -> None:
        """Show the points as they stand; the one that is talked about stays so."""
        meeting, points = self._draft.meeting, self._draft.agenda.points
        shown = points if meeting.has_begun else ()
        keys = [point.key for point in shown]
        if self._current not in keys:
            self._current = next((one.key for one in shown if not one.is_done), keys[0] if keys else "")
        for key in [known for known in self._rows if known not in keys]:
            discard(self._points, self._rows.pop(key))
        for at, point in enumerate(shown):
            row = self._rows.get(point.key) or self._made(point.key)
            row.show_point(point, self._source(point), is_current=point.key == self._current)
            if self._points.indexOf(row) != at:
                self._points.insertWidget(at, row)
        self._panel.show_point(next((one for one in shown if one.key == self._current), None))
        self._panel.show_outcome()
        self._panel.setVisible(meeting.has_begun)
        self._nothing.setVisible(not meeting.has_begun)
        self._close.setVisible(meeting.status is MeetingStatus.UNDER_WAY)
        self._tell_time()

    def _made(self, key: str) -> TalkRow:
        row = TalkRow(key)
        row.set_writable(writable=self._is_writable)
        row.reached.connect(self._go_to)
        row.ticked.connect(self._ticked)
        row.stepped.connect(self._step)
        row.write_wanted.connect(self._panel.focus_note)
        row.go_on_wanted.connect(self.go_on)
        self._rows[key] = row
        return row

    def _source(self, point: AgendaPoint) -> str:
        words = source_words(point, self._draft.today())
        return ", ".join(filter(None, (words, carried_words(point.carried))))

    @Slot(str)
    def _go_to(self, key: str) -> None:
        if key != self._current and key in self._rows:
            self._current = key
            self.refresh()

    @Slot(str, int)
    def _step(self, key: str, by: int) -> None:
        keys = [point.key for point in self._draft.agenda.points]
        to = keys.index(key) + by
        if to < 0:
            self.left_upwards.emit()
        elif to < len(keys):
            self._rows[keys[to]].box.setFocus()
        else:
            self.left_downwards.emit()

    @Slot(str, bool)
    def _ticked(self, key: str, on: bool) -> None:
        self._tick(key, done=on)

    def _tick(self, key: str, *, done: bool) -> None:
        def ticked(point: MeetingPoint) -> MeetingPoint:
            return replace(point, is_done=done)

        self._draft.change_point(key, ticked)

    @Slot(str)
    def _note(self, text: str) -> None:
        def noted(point: MeetingPoint) -> MeetingPoint:
            return replace(point, note=text)

        self._draft.change_point(self._current, noted)

    @Slot()
    def _show_shared(self) -> None:
        """Show nothing but what was shared for this meeting, or everything again."""
        if self._shared is not None and self._shared.isVisible():
            self._leave_shared()
            return
        if self._shared is None:
            self._shared = SharedView(self.window())
            self._shared.left.connect(self._leave_shared)
        self._shared.show_points(self._draft.shared_points())

    @Slot()
    def _leave_shared(self) -> None:
        if self._shared is not None:
            self._shared.forget()
        self.focus_first()

    @Slot()
    def _tell_time(self) -> None:
        """The hour, and how long there is still; past the end it says nothing of it."""
        meeting = self._draft.meeting
        now = self._now().astimezone()
        words = now.strftime("%H:%M")
        if meeting.status is not MeetingStatus.UNDER_WAY or now.date() != meeting.day:
            words = ""
        elif hour_of(meeting.at):
            begins = datetime.combine(meeting.day, time.fromisoformat(meeting.at), now.tzinfo)
            left = (begins + timedelta(minutes=meeting.minutes) - now) // timedelta(minutes=1)
            if 0 <= left <= meeting.minutes:
                words = self.tr("{now} · %n minutes left", "", left).format(now=words)
        self._clock.setText(words)
