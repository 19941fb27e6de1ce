"""A series of meetings holds one next meeting, however one of them came to stand where it stands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.clock import Clock, days_after
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.meeting_casts import as_meeting, meetings_of
from amp_desktop.domain.kinds.meeting_titles import is_of_one_meeting, title_of_next
from amp_desktop.domain.query import EntryQuery

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

MEETINGS = frozenset({Meeting.KIND})
_PLANNED = frozenset({MeetingStatus.PLANNED.value})
_TO_COME = frozenset({MeetingStatus.PLANNED.value, MeetingStatus.UNDER_WAY.value})
_ANY = frozenset(status.value for status in MeetingStatus)
_OVER = frozenset({MeetingStatus.HELD, MeetingStatus.SKIPPED})


class MeetingSeries:
    """Makes the next meeting when one is over, and takes it back when that one is planned again."""

    def __init__(self, store: "Store", clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def following(self, meeting: Meeting, points: Iterable[MeetingPoint] | None = None) -> Meeting | None:
        """The next meeting of its series as it is to stand, where none is planned: a series holds one.

        It is the one that was taken back before, if one was; else a new one. Nothing is saved.

        Args:
            meeting: Which is over.
            points: Of an undo that was taken back, those it held before: "not this time" stays said then.
        """
        if not (meeting.cadence.days and meeting.series):
            return None
        if any(other.id != meeting.id for other in self._in_series(meeting, _TO_COME)):
            return None
        now = self._clock()
        own = _for_another_time(_own_waiting(meeting.points if points is None else points))
        back = max(self._in_series(meeting, _PLANNED, binned=True), key=_binned_at, default=None)
        if back is not None:
            theirs = back.points if points is not None else _for_another_time(back.points)
            return replace(back, points=_with_own(theirs, own), binned_at=None, updated_at=now)
        return Meeting(
            title=self._next_title(meeting),
            day=days_after(meeting.day, meeting.cadence.days),
            zone=meeting.zone,
            at=meeting.at,
            minutes=meeting.minutes,
            whom=meeting.whom,
            where=meeting.where,
            cadence=meeting.cadence,
            series=meeting.series,
            points=own,
            created_at=now,
            updated_at=now,
        )

    def _next_title(self, meeting: Meeting) -> str:
        """See `title_of_next`; the others of the series are read only where one of them may be needed."""
        if not is_of_one_meeting(meeting.title):
            return meeting.title
        others = sorted(self._in_series(meeting, _ANY), key=lambda one: one.day, reverse=True)
        return title_of_next(meeting.title, (other.title for other in others))

    def let_go(self, ids: Iterable[UUID]) -> tuple[Change, ...]:
        """Have meetings that came back from the bin leave their series where its next meeting stands already.

        Such a one is planned for its day as before, as a single meeting. Of several that came back at once
        the first one stays.

        Returns:
            Those that left, as they were and as they are.
        """
        back = meetings_of(self._store.several(self._store.known_ids(ids)))
        to_come = [one for one in back if one.series and one.status.value in _TO_COME]
        left: list[Change] = []
        for meeting in sorted(to_come, key=_when, reverse=True):
            if self._in_series(meeting, _TO_COME):
                left += self._store.change([meeting.id], _as_single)
        return tuple(left)

    def kept(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Have each series in which a meeting came to stand elsewhere hold one next meeting.

        What waits in the meeting that was the next one goes on to the one that is the next now, as it waits
        there: what was added to it and what was taken out of it since holds, whichever way it went.

        Returns:
            The changes, with what that changed besides.
        """
        told = {after.id: (before, after) for before, after in changes}
        for meeting in sorted(meetings_of(after for _, after in changes), key=_when):
            before, after = _meetings(told[meeting.id])
            if not after.series or _is_to_come(before) == _is_to_come(after):
                continue
            if _is_to_come(after):
                self._make_next(after, told)
            elif after.status in _OVER and (following := self.following(after, before.points)) is not None:
                told[following.id] = self._stored(following)
        return tuple(told.values())

    def _make_next(self, meeting: Meeting, told: dict[UUID, Change]) -> None:
        """Have a meeting that is planned again be the next one of its series, with what waits in it.

        Of others that are planned, one that was over, and came to be planned by the same action, becomes a
        single meeting: what was agreed in it stays to be seen. Every other one was made as the next, and goes
        to the bin.
        """
        others = {other.id: other for other in self._in_series(meeting, _PLANNED)}
        changed = [_meetings(told[one.id]) for one in meetings_of(after for _, after in told.values())]
        came = {after.id for before, after in changed if not _is_to_come(before)}
        stood = {after.id: before for before, after in changed}  # the action may have changed what waits, too
        gone = [(stood.get(id_, other), True) for id_, other in others.items() if id_ not in came]
        gone += [
            (before, after.binned_at is not None)
            for before, after in changed
            if before.series == meeting.series and _is_to_come(before) and not _is_to_come(after)
        ]
        now = self._clock()

        def how(entry: Entry) -> Entry:
            after = as_meeting(entry)
            if entry.id in others:
                after = _as_single(entry) if entry.id in came else replace(after, binned_at=now)
            else:
                for was, is_binned in sorted(gone, key=lambda one: _when(one[0])):
                    after = _gone_on(after, was, is_binned=is_binned)
            return entry if after == entry else after.saved_at(now)

        for before, after in self._store.change([meeting.id, *others], how, as_it_is=True):
            told[after.id] = (told.get(after.id, (before,))[0], after)

    def _stored(self, following: Meeting) -> Change:
        if following.id in self._store.known_ids([following.id]):
            (change,) = self._store.change([following.id], lambda _: following, as_it_is=True)
            return change
        self._store.change((), lambda entry: entry, new=[following])
        return following, following

    def _in_series(self, meeting: Meeting, states: frozenset[str], *, binned: bool = False) -> list[Meeting]:
        found = meetings_of(self._store.entries(EntryQuery(kinds=MEETINGS, states=states, binned=binned)))
        return [one for one in found if one.series == meeting.series and one.id != meeting.id]


def _meetings(change: Change) -> tuple[Meeting, Meeting]:
    return as_meeting(change[0]), as_meeting(change[1])


def _is_to_come(meeting: Meeting) -> bool:
    return meeting.status.value in _TO_COME and meeting.binned_at is None


def _when(meeting: Meeting) -> tuple[date, str]:
    return meeting.day, meeting.at


def _as_single(entry: Entry) -> Meeting:
    return replace(as_meeting(entry), series="", cadence=Cadence.ONCE)


def _gone_on(meeting: Meeting, was: Meeting, *, is_binned: bool) -> Meeting:
    """The next meeting with what waits in the one that was it; of one that is binned, with its text too."""
    if not is_binned:
        own = _for_another_time(_own_waiting(was.points))
        return replace(meeting, points=_with_own(meeting.points, own))
    own = tuple(point for point in was.points if not point.source)
    body = meeting.body
    if was.body.strip() and was.body.strip() not in body:
        body = "\n\n".join(filter(None, (body, was.body)))
    return replace(meeting, points=_with_own(meeting.points, own), body=body)


def _with_own(points: Iterable[MeetingPoint], own: Iterable[MeetingPoint]) -> tuple[MeetingPoint, ...]:
    """The points, `own` ones in place of those of the meeting's own that wait; each keeps its place."""
    theirs = {point.id: point for point in own}
    kept = [
        _both(point, theirs.pop(point.id)) if point.id in theirs else point
        for point in points
        if point.id in theirs or not _waits(point)
    ]
    return (*kept, *theirs.values())


def _both(mine: MeetingPoint, theirs: MeetingPoint) -> MeetingPoint:
    return replace(theirs, is_left_out=mine.is_left_out or theirs.is_left_out)


def _own_waiting(points: Iterable[MeetingPoint]) -> tuple[MeetingPoint, ...]:
    return tuple(point for point in points if _waits(point))


def _for_another_time(points: Iterable[MeetingPoint]) -> tuple[MeetingPoint, ...]:
    """The points as they come up anew: "not this time" was said of another time."""
    return tuple(replace(point, is_left_out=False) for point in points)


def _waits(point: MeetingPoint) -> bool:
    """Whether it is a point of the meeting's own that goes on to the next one."""
    return not point.source and not point.is_done


def _binned_at(meeting: Meeting) -> datetime:
    assert meeting.binned_at is not None  # it was looked for in the bin
    return meeting.binned_at
