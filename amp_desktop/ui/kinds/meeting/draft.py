"""The meeting that stands on a page, and what is done with it: all its parts show this one."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, PlanOutcome
from amp_desktop.domain.kinds.goal_changes import goal_or_none, with_plan_outcome
from amp_desktop.domain.kinds.meeting import Action, Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.meeting_points import left_out, moved, with_minutes, with_own, with_point
from amp_desktop.domain.own_id import new_id
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.journal.meetings import Agenda
from amp_desktop.sharing import READ_BACK
from amp_desktop.ui.session import Session

FIELDS = (
    "day",
    "status",
    "at",
    "minutes",
    "whom",
    "where",
    "cadence",
    "series",
    "points",
    "actions",
    "read_back",
)
"""What of the meeting the page's parts change."""

TEXT = "txt"
"""The format in which a read-back leaves."""

MOST_GOALS = 20
"""Goals that are offered for an agreement: nobody is at more."""


class MeetingDraft(QObject):
    """Holds the meeting as it stands on the page, with its agenda, and the feedback that came in it.

    Attributes:
        shown: Something about it is another one now; parts show it anew.
        edited: The person changed it.
        flush_wanted: What stands on the page is to be written now, before this returns.
        failed: The journal could not do it; carries the error.
        meeting: As it stands.
        agenda: What it is about.
    """

    shown = Signal()
    edited = Signal()
    flush_wanted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.meeting = Meeting()
        self.agenda = Agenda(())
        self._feedback: tuple[Feedback, ...] | None = None
        self._landed: dict[str, tuple[Change, ...]] = {}

    # As others have it

    def show(self, meeting: Meeting) -> None:
        """Show this one, without telling that it was edited."""
        if meeting.id != self.meeting.id:
            self._landed.clear()
        self.meeting = meeting
        self.read()

    @Slot()
    def read(self) -> None:
        """Look anew at what the journal has for it."""
        self._read_agenda()
        self._feedback = None
        self.shown.emit()

    def filled(self, entry: Entry) -> Entry:
        """The entry with what stands here."""
        if not isinstance(entry, Meeting) or entry.id != self.meeting.id:
            return entry
        values: dict[str, Any] = {name: getattr(self.meeting, name) for name in FIELDS}
        return replace(entry, **values)

    @property
    def feedback(self) -> Sequence[Feedback]:
        """What was said in it, oldest first; read once a part that tells it is seen."""
        if self._feedback is None:
            rows = self.session.journal.links.of(self.meeting.id).by.items
            found = (self._entry(row.id) for row in rows if row.kind == Feedback.KIND)
            said = [one for one in found if isinstance(one, Feedback)]
            self._feedback = tuple(sorted(said, key=lambda one: one.created_at))
        return self._feedback

    def resolved(self) -> Meeting:
        """The meeting whose actions stand as what they became stands now."""
        landed = self.meeting.landed_in
        if not landed:
            return self.meeting
        known: dict[UUID, Entry] = {}
        for entry_id in landed:
            entry = self._entry(entry_id)
            if entry is not None:
                known[entry_id] = entry
        return self.meeting.as_landed(known)

    def shared_points(self) -> tuple[AgendaPoint, ...]:
        """The points that were in what was shared last; a read-back is no such text."""
        try:
            log = self.session.journal.sharing.log().items
        except JournalError as error:
            self.failed.emit(error)
            return ()
        last = next((share for share in log if share.template != READ_BACK), None)
        shared = frozenset(last.entry_ids) if last is not None else frozenset()
        return tuple(point for point in self.agenda.points if point.entry in shared)

    # What the person changes

    def change(self, **values: Any) -> None:
        """Have some of its fields hold this."""
        self._become(replace(self.meeting, **values))

    def set_cadence(self, cadence: Cadence) -> None:
        """Meet so often; whoever meets more than once has a series."""
        series = self.meeting.series or (new_id() if cadence.days else "")
        self.change(cadence=cadence, series=series)

    def move(self, key: str, by: int) -> None:
        """Have a point stand so many places further down."""
        order = [point.key for point in self.agenda.points]
        self.move_to(key, order.index(key) + by)

    def move_to(self, key: str, at: int) -> None:
        """Have a point stand at a place among those that are seen."""
        self._become(moved(self.meeting, self.agenda.points, key, at))

    def leave_out(self, key: str, *, is_out: bool = True) -> None:
        """Not this time; or yes, at its former place. A point of its own, too."""
        self._become(left_out(self.meeting, self._all(), key, is_out=is_out))

    def set_minutes(self, key: str, minutes: int) -> None:
        """It takes so long."""
        self._become(with_minutes(self.meeting, self._all(), key, minutes))

    def add_point(self, text: str) -> None:
        """One more point of its own."""
        self._become(with_own(self.meeting, self._all(), text))

    def change_point(self, key: str, how: Callable[[MeetingPoint], MeetingPoint]) -> None:
        """Have a point be as `how` makes it."""
        self._become(with_point(self.meeting, self._all(), key, how))

    def set_actions(self, actions: Iterable[Action]) -> None:
        """This was agreed."""
        self.change(actions=tuple(actions))

    # What the journal does

    def begin(self) -> None:
        """The call starts, or goes on: from now on its agenda stays as it is."""
        try:
            self._become(self.session.journal.meetings.begun(self.meeting))
        except JournalError as error:
            self.failed.emit(error)
            return
        self.flush_wanted.emit()

    @Slot()
    def close(self) -> None:
        """It was held."""
        self._settle(self.session.journal.meetings.close)

    @Slot()
    def skip(self) -> None:
        """It was not held."""
        self._settle(self.session.journal.meetings.skip)

    @Slot()
    def plan_again(self) -> None:
        """It was skipped, and is held after all; the meeting that was made in its place is taken back."""
        self._do(partial(self.session.change, [self.meeting.id], _planned))

    def land(self, action_id: str, goal_id: UUID | None) -> None:
        """Have an action become a step of a goal; of none, a goal of its own."""
        meetings = self.session.journal.meetings
        self._do(lambda: self._landing(action_id, meetings.land(self._stored(), action_id, goal_id)))

    def can_take_back(self, action_id: str) -> bool:
        """Whether the landing of an action was done here, and can be undone."""
        return action_id in self._landed

    def take_back(self, action_id: str) -> None:
        """Undo where an action went; a goal that was made for it goes to the bin."""
        changes = self._landed.pop(action_id, ())
        went = next((one for one in self.meeting.actions if one.id == action_id), None)
        made = went.landed_entry if went is not None and not went.landed_step else None

        def taken_back() -> None:
            self.session.take_back(changes)
            if made is not None and self._entry(made) is not None:
                self.session.put_in_bin([made])

        self._do(taken_back)

    def plan_outcome(self, point: AgendaPoint) -> PlanOutcome:
        """What was said of the plan that a point asks about."""
        goal = goal_or_none(entry) if (entry := self._entry(point.entry)) is not None else None
        return goal.plan_outcome if goal is not None else PlanOutcome.NOT_ASKED

    def answer_plan(self, point: AgendaPoint, outcome: PlanOutcome) -> None:
        """Keep with the goal whether what could get in the way did; then the point was talked about."""
        goal, day = point.entry, self.meeting.day
        if goal is None:
            return
        said = outcome is not PlanOutcome.NOT_ASKED
        self.change_point(point.key, lambda one: replace(one, is_done=said))
        self._do(lambda: self.session.change([goal], lambda one: with_plan_outcome(one, outcome, day)))

    def drop_point(self, key: str) -> None:
        """What a point is about is no longer needed: it waits for no meeting."""
        meetings, journal = self.session.journal.meetings, self.session.journal

        def dropped() -> None:
            waiting = journal.meetings.next()
            changes = meetings.drop_point(waiting or self._stored(), key)
            self.session.tell_changed(changes)

        self._do(dropped)

    def goals(self) -> tuple[EntryRow, ...]:
        """The goals that one is at: of one of them an agreement can become a step."""
        query = EntryQuery(kinds=frozenset({Goal.KIND}), states=frozenset({GoalStatus.ACTIVE.value}))
        try:
            return self.session.journal.rows(query, limit=MOST_GOALS).items
        except JournalError as error:
            self.failed.emit(error)
            return ()

    def title_of(self, entry_id: UUID | None) -> str:
        """The title of an entry; empty where it is gone."""
        entry = self._entry(entry_id)
        return entry.title if entry is not None else ""

    def following(self) -> Meeting | None:
        """The meeting that what was not reached waits for."""
        try:
            following = self.session.journal.meetings.next()
        except JournalError as error:
            self.failed.emit(error)
            return None
        return following if following is not None and following.id != self.meeting.id else None

    def waiting_keys(self, meeting: Meeting) -> frozenset[str]:
        """The keys of the points that are on a meeting's agenda."""
        try:
            points = self.session.journal.meetings.agenda(meeting).points
        except JournalError as error:
            self.failed.emit(error)
            return frozenset()
        return frozenset(point.key for point in points)

    def read_back(self) -> str:
        """What was agreed, as it may leave; empty where nothing was."""
        try:
            return self.session.journal.sharing.read_back(self.meeting)[1]
        except JournalError as error:
            self.failed.emit(error)
            return ""

    def let_read_back_out(self, leave: Callable[[str], None]) -> bool:
        """Let it leave as everything leaves: first the log, then the door; False where it did not."""
        sharing = self.session.journal.sharing
        try:
            disclosure, text = sharing.read_back(self.meeting)
            sharing.let_out(
                disclosure,
                TEXT,
                text.encode(),
                lambda: leave(text),
                template=READ_BACK,
                audience=self.meeting.whom,
            )
        except JournalError as error:
            self.failed.emit(error)
            return False
        return True

    def new_feedback(self) -> Feedback:
        """What they said in it, without their words yet."""
        meeting = self.meeting
        return Feedback(day=meeting.day, zone=meeting.zone, by=meeting.whom, links=(meeting.id,))

    def keep_said(self, values: Sequence[Feedback], gone: Collection[UUID] = ()) -> bool:
        """Keep what they said as feedback of this meeting; False where that failed.

        Args:
            values: As it stands on the page.
            gone: What was taken away there: it goes to the bin.
        """
        stored = {one.id: one for one in self.feedback}
        changed = [one for one in values if one != stored.get(one.id)]
        try:
            for one in changed:
                self.session.save(one, stored.get(one.id))
            if gone:
                self.session.put_in_bin(stored.keys() & set(gone))
        except JournalError as error:
            self.failed.emit(error)
            return False
        if changed or gone:
            self._feedback = None
        return True

    def answer(self, feedback: Feedback, answer: Answer) -> None:
        """This is what the mentee makes of it."""
        self._do(lambda: self.session.save(replace(feedback, status=answer), feedback))

    def _landing(self, action_id: str, changes: tuple[Change, ...]) -> None:
        self._landed[action_id] = changes
        self.session.tell_changed(changes)

    def _settle(self, how: Callable[[Meeting], Any]) -> None:
        """Close or skip it; whoever shows the next one hears of it."""

        def settled() -> None:
            closed = how(self._stored())
            self.session.tell_changed(closed.changes)
            if closed.following is not None:
                self.session.saved.emit(closed.following)

        self._do(settled)

    def _do(self, what: Callable[[], object]) -> None:
        """Write what stands on the page, then have the journal do something with it."""
        self.edited.emit()
        self.flush_wanted.emit()
        try:
            what()
        except JournalError as error:
            self.failed.emit(error)
        self.read()

    def _stored(self) -> Meeting:
        entry = self.session.journal.entry(self.meeting.id)
        return entry if isinstance(entry, Meeting) else self.meeting

    def _become(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._read_agenda()
        self.shown.emit()
        self.edited.emit()

    def _all(self) -> Sequence[AgendaPoint]:
        return (*self.agenda.points, *self.agenda.left_out)

    def _read_agenda(self) -> None:
        try:
            self.agenda = self.session.journal.meetings.agenda(self.meeting)
        except JournalError as error:
            self.failed.emit(error)

    def _entry(self, entry_id: UUID | None) -> Entry | None:
        if entry_id is None:
            return None
        try:
            return self.session.journal.entry(entry_id)
        except JournalError:
            return None

    @property
    def today(self) -> Callable[[], date]:
        """Which day it is."""
        return self.session.today


def _planned(entry: Entry) -> Entry:
    return entry.with_state(MeetingStatus.PLANNED.value)
