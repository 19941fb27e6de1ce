"""Meetings: the next one, its agenda, what was agreed, and who waits for whom."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason, PointSource, entry_of, point_key
from amp_desktop.domain.changes import Change
from amp_desktop.domain.clock import Clock, days_after
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.goal_changes import with_landed_step
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.meeting_casts import as_meeting, meetings_of
from amp_desktop.domain.merge import merge
from amp_desktop.domain.own_id import new_id
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.traits import Trait
from amp_desktop.journal.choices import kept_preferences
from amp_desktop.journal.meeting_points import (
    as_talked_about,
    by_key,
    carried_times,
    has_words,
    kept_point,
    own_point,
    place_of,
    point_of,
)
from amp_desktop.journal.meeting_series import MEETINGS, MeetingSeries

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_TO_COME = frozenset({MeetingStatus.PLANNED.value, MeetingStatus.UNDER_WAY.value})
HELD = EntryQuery(kinds=MEETINGS, states=frozenset({MeetingStatus.HELD.value}))
"""The meetings that were held."""

MOST_OPEN = 200
"""So many entries put on the agenda, and so many open ones, the newest, a meeting looks through."""

MOST_PAST = 60
"""Held meetings that are looked through: more than a year of weekly ones."""

FIRST_LOOK = timedelta(days=13)
"""How far a first meeting looks back for goals that moved: two weeks, both ends included."""


@dataclass(frozen=True)
class Agenda:
    """What a meeting is, or would be, about.

    Attributes:
        points: In order.
        left_out: What is not talked about this time.
        has_more: Whether more is open than was looked through.
    """

    points: tuple[AgendaPoint, ...]
    left_out: tuple[AgendaPoint, ...] = ()
    has_more: bool = False

    @property
    def minutes(self) -> int:
        """How long all points are thought to take."""
        return sum(point.minutes for point in self.points)


@dataclass(frozen=True)
class Closed:
    """What closing or skipping a meeting changed.

    Attributes:
        changes: Entries as they were and as they are, for `Journal.take_back`.
        following: The next meeting of the series, if one was made.
    """

    changes: tuple[Change, ...]
    following: Meeting | None = None


class JournalMeetings:
    """The meetings of an open journal."""

    def __init__(self, store: "Store", clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._series = MeetingSeries(store, clock)
        self._asked_often = store.remembering()  # whoever writes on a page with an agenda sees it made anew

    def next(self) -> Meeting | None:
        """The meeting that is under way, else the first one that is planned."""
        to_come = self._meetings(EntryQuery(kinds=MEETINGS, states=_TO_COME))
        return min(
            to_come, key=lambda meeting: (not meeting.has_begun, meeting.day, meeting.at), default=None
        )

    def last(self) -> Meeting | None:
        """The last one that was held."""
        last = next(iter(self._held()), None)
        return as_meeting(self._store.entry(last.id)) if last is not None else None

    def since(self, meeting: Meeting | None = None) -> date:
        """The day that a meeting looks back to: that of the one held before it, else two weeks before it."""
        day = meeting.day if meeting is not None else self._today()
        before = (held.day for held in self._held() if held.day < day)
        return next(before, days_after(day, -FIRST_LOOK.days))

    def agenda(self, meeting: Meeting | None = None) -> Agenda:
        """What a meeting is about; without one, what the next would be about.

        Until the call begins it is put together from what is open in the journal; from then on it is what the
        meeting holds.
        """
        if meeting is not None and meeting.has_begun:
            return _frozen(meeting)
        past = [held for held in self._held() if meeting is None or held.id != meeting.id]
        today = meeting.day if meeting is not None else self._today()
        waiting, has_more = self._waiting()
        sources = self._sources(waiting, past, past[0].day if past else days_after(today, -FIRST_LOOK.days))
        stored = meeting.points if meeting is not None else ()
        mine = by_key(stored)
        places = {key: at for at, key in enumerate(mine)}
        points = [
            point_of(key, entry, source, mine.get(key), carried_times(key, past))
            for key, (entry, source) in sources.items()
        ]
        kept = [point for key, point in mine.items() if key not in sources and has_words(point)]
        titles = self._titles(kept)
        points += [
            own_point(point, titles.get(point.key, ""), carried_times(point.key, past)) for point in kept
        ]
        points.sort(key=lambda point: place_of(point, places))
        left_out = {point.key for point in stored if point.is_left_out}
        return Agenda(
            tuple(point for point in points if point.key not in left_out),
            tuple(point for point in points if point.key in left_out),
            has_more,
        )

    def begun(self, meeting: Meeting) -> Meeting:
        """The meeting, the call of which begins: its agenda is fixed as it stands. Nothing is saved."""
        if meeting.has_begun:
            return replace(meeting, status=MeetingStatus.UNDER_WAY)
        agenda = self.agenda(meeting)
        ids = {key: point.id for key, point in by_key(meeting.points).items()}
        points = [kept_point(point, ids, is_left_out=False) for point in agenda.points]
        points += [kept_point(point, ids, is_left_out=True) for point in agenda.left_out]
        return replace(meeting, status=MeetingStatus.UNDER_WAY, points=tuple(points))

    def close(self, meeting: Meeting, base: Meeting | None = None) -> Closed:
        """Note that a meeting was held, take what was talked about off the agenda, and plan the next one.

        What was written beside the point of a challenge goes back to it: somebody was asked, and answered.

        Args:
            meeting: As it stands on the page, where it may have been changed since it was saved.
            base: The state that the page began from: what another process has changed since is taken in.

        Raises:
            UnknownEntryError: It is gone.
        """
        with self._store.at_once():
            return self._close(*self._merged(meeting, base))

    def _close(self, meeting: Meeting, stored: Entry) -> Closed:
        held = replace(self.begun(meeting), status=MeetingStatus.HELD)
        talked = {point.source for point in held.points if point.is_done and point.source}
        noted = {point.source for point in held.points if point.note.strip() and point.source}
        named = filter(None, (entry_of(key) for key in talked | noted if ":" not in key))
        entries = self._store.several(self._store.known_ids(named))
        return self._settle(
            held,
            stored,
            (one.id for one in entries if str(one.id) in talked and one.is_for_agenda and not one.STATES),
            (one.id for one in entries if str(one.id) in noted),
        )

    def skip(self, meeting: Meeting, base: Meeting | None = None) -> Closed:
        """Note that a meeting was not held: nothing counts as carried, and its points wait for the next.

        Args:
            meeting: As it stands on the page.
            base: As for `close`.

        Raises:
            UnknownEntryError: It is gone.
        """
        with self._store.at_once():
            meeting, stored = self._merged(meeting, base)
            return self._settle(replace(meeting, status=MeetingStatus.SKIPPED), stored, ())

    def drop_point(self, meeting: Meeting, key: str) -> tuple[Change, ...]:
        """What a point is about is no longer needed: it stands on no agenda any more.

        A challenge is parked, a question goes off the agenda, feedback is answered "not now", an agreement
        and a point of the meeting's own are taken away.

        Args:
            meeting: On the agenda of which it stands, as it is stored.
            key: The point's.

        Returns:
            What changed, for `Journal.take_back`.

        Raises:
            UnknownEntryError: What it came from is gone.
        """
        source, name = entry_of(key), key.partition(":")[2]
        is_own = any(point.key == key and not point.source for point in meeting.points)
        now = self._clock()

        def how(entry: Entry) -> Entry:
            return entry.without_point(key if is_own else name).saved_at(now)

        return self._store.change([meeting.id if is_own or source is None else source], how)

    def land(self, meeting: Meeting, action_id: str, goal_id: UUID | None = None) -> tuple[Change, ...]:
        """Have an action become a step of a goal, or a goal of its own.

        Args:
            meeting: In which it was agreed, as it is stored.
            action_id: Which.
            goal_id: Of which goal it becomes a step; None for a new goal.

        Returns:
            What changed, for `Journal.take_back`.

        Raises:
            InvalidValueError: There is no such action, or no goal, or it has landed already.
        """
        action = _to_land(meeting, action_id)
        now = self._clock()
        if goal_id is None:
            goal = Goal(
                title=action.text, target_day=action.due, day=meeting.day, created_at=now, updated_at=now
            )
            landed, ids, new = str(goal.id), [meeting.id], [goal]
        else:
            step = Step(action.text, done=action.is_done, done_on=action.done_on, id=new_id())
            landed, ids, new = point_key(goal_id, step.id), [meeting.id, goal_id], []

        def how(entry: Entry) -> Entry:
            if entry.id == meeting.id:
                _to_land(as_meeting(entry), action_id)  # another process may have been quicker
                return as_meeting(entry).with_landed(action_id, landed).saved_at(now)
            return with_landed_step(entry, step).saved_at(now)

        return self._store.change(ids, how, new=new)

    def _merged(self, meeting: Meeting, base: Meeting | None) -> tuple[Meeting, Entry]:
        """The meeting with what another process has changed since its base, and the state that is stored."""
        stored = self._store.whole().entry(meeting.id)
        return (merge(base, meeting, stored).entry if base is not None else meeting), stored

    def _settle(
        self, meeting: Meeting, stored: Entry, questions: Iterable[UUID], noted: Iterable[UUID] = ()
    ) -> Closed:
        """Write a meeting, take questions off the agenda, and take back to entries what was said of them."""
        now = self._clock()
        following = self._series.following(meeting)
        whom = meeting.whom.strip() or "my mentor"
        asked, answered = set(questions), set(noted)
        said = by_key(meeting.points)

        def how(entry: Entry) -> Entry:
            if following is not None and entry.id == following.id:
                return following
            if entry.id == meeting.id:
                settled = meeting if entry == stored else merge(stored, meeting, entry).entry
                return settled.saved_at(now)
            after = entry.off_agenda() if entry.id in asked else entry
            if entry.id in answered:
                point = said[str(entry.id)]
                after = after.with_answer(whom, meeting.day, point.note.strip(), point.id)
            return entry if after == entry else after.saved_at(now)

        ids, new = [meeting.id, *sorted(asked | answered)], []
        if following is not None and self._store.known_ids([following.id]):
            ids.append(following.id)
        elif following is not None:
            new.append(following)
        return Closed(self._store.change(ids, how, new=new), following)

    def _titles(self, points: Iterable[MeetingPoint]) -> dict[str, str]:
        """The titles of the entries that the points come from, by the keys of the points, if any."""
        entries = {point.key: entry_of(point.source) for point in points if point.source}
        known = self._store.known_ids(filter(None, entries.values()))
        titles = {entry.id: entry.title for entry in self._store.several(known)}
        return {key: titles[entry] for key, entry in entries.items() if entry in titles}

    def _today(self) -> date:
        """The mentee's own day: it ends at the hour that they have set, in their zone."""
        return kept_preferences(self._store).today(self._clock())

    def _meetings(self, query: EntryQuery) -> tuple[Meeting, ...]:
        return meetings_of(self._store.entries(query))

    def _held(self) -> list[Meeting]:
        """Those that were held, the newest first."""
        return list(meetings_of(islice(self._asked_often.entries(HELD), MOST_PAST)))

    def _waiting(self) -> tuple[dict[UUID, Entry], bool]:
        """What was put on the agenda, and what is open, and whether there is more than is looked through."""
        waiting: dict[UUID, Entry] = {}
        has_more = False
        for trait in (Trait.AGENDA, Trait.OPEN):
            found = self._asked_often.entries(EntryQuery(traits=frozenset({trait})))
            for entry in islice(found, MOST_OPEN):
                waiting.setdefault(entry.id, entry)
            has_more = has_more or next(found, None) is not None
        return waiting, has_more

    def _sources(
        self, waiting: dict[UUID, Entry], past: list[Meeting], since: date
    ) -> dict[str, tuple[Entry, PointSource]]:
        """All that could be talked about, by its key; of goals, what was moved since that day."""
        done = {point.key for meeting in past for point in meeting.points if point.is_done}
        found: dict[str, tuple[Entry, PointSource]] = {}
        for entry in resolved(self._store, waiting.values()):
            for source in entry.agenda_points():
                key = point_key(entry.id, source.name)
                is_over = source.is_asked_once and key in done
                if not is_over and _is_recent(source, since):
                    found[key] = (entry, source)
        return found


def resolved(store: "Store", entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The same entries, what was agreed in them as it stands now where it went to a goal."""
    read = tuple(entries)
    landed: set[UUID] = set().union(*(entry.landed_in for entry in read))
    if not landed:
        return read
    known = {entry.id: entry for entry in store.several(store.known_ids(landed))}
    return tuple(entry.as_landed(known) for entry in read)


def _is_recent(source: PointSource, since: date) -> bool:
    """Whether a move is one that the other side has not heard of; everything else is."""
    if source.reason is not AgendaReason.MOVED:
        return True
    return source.since is not None and source.since >= since


def _to_land(meeting: Meeting, action_id: str) -> Action:
    """The action of the meeting that is to go to a goal.

    Raises:
        InvalidValueError: It is gone, or has landed already.
    """
    action = next((action for action in meeting.actions if action.id == action_id), None)
    if action is None or action.landed_entry is not None:
        raise InvalidValueError("This agreement has gone to a goal already, or is gone.")
    return action


def _frozen(meeting: Meeting) -> Agenda:
    points = [(as_talked_about(point), point.is_left_out) for point in meeting.points]
    return Agenda(
        tuple(point for point, is_left_out in points if not is_left_out),
        tuple(point for point, is_left_out in points if is_left_out),
    )
