"""A series of meetings holds one next meeting, however one of them came to stand where it stands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.clock import Clock, days_after
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.meeting_casts import as_meeting, both_meetings, meetings_of
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
            points: Of an undo that was taken back, the points it held before: then all is as it was.
        """
        if not (meeting.cadence.days and meeting.series):
            return None
        if any(other.id != meeting.id for other in self._in_series(meeting, _TO_COME)):
            return None
        now = self._clock()
        is_new = points is None
        points = meeting.points if points is None else points
        own = {point.id: replace(point, is_left_out=False) for point in points if _waits(point)}
        back = max(self._in_series(meeting, _PLANNED, binned=True), key=_binned_at, default=None)
        if back is not None:
            kept = [own.pop(p.id, p) for p in back.points if p.source or p.id in own]
            if is_new:  # "not this time" was said of another time
                kept = [replace(point, is_left_out=False) for point in kept]
            return replace(back, points=(*kept, *own.values()), binned_at=None, updated_at=now)
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
            points=tuple(own.values()),
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
        for meeting in sorted(to_come, key=lambda one: (one.day, one.at), reverse=True):
            if self._in_series(meeting, _TO_COME):
                left += self._store.change([meeting.id], _as_single)
        return tuple(left)

    def kept(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Have each series in which a meeting came to stand elsewhere hold one next meeting.

        Returns:
            The changes, with what that changed besides.
        """
        told = {after.id: (before, after) for before, after in changes}
        for change in changes:
            meetings = both_meetings(*change)
            if meetings is not None and meetings[1].series:
                self._keep(*meetings, told)
        return tuple(told.values())

    def _keep(self, before: Meeting, after: Meeting, told: dict[UUID, Change]) -> None:
        if before.status in _OVER and after.status is MeetingStatus.PLANNED:
            for other in self._in_series(after, _PLANNED):
                self._take_in(other, told, after)
        elif before.status not in _OVER and after.status in _OVER:
            following = self.following(after, before.points)
            if following is not None:
                told[following.id] = self._stored(following)

    def _take_in(self, other: Meeting, told: dict[UUID, Change], meeting: Meeting) -> None:
        """Take back the next meeting that another one made; what was written in it since goes back too."""
        before, was_told = told[meeting.id][0], other.id in told
        now = self._clock()

        def how(entry: Entry) -> Entry:
            if entry.id == other.id:
                return replace(entry, binned_at=now)
            back = _with_words_of(as_meeting(entry), other, keeps_all=was_told)
            return replace(back, updated_at=now)

        for was, became in self._store.change([meeting.id, other.id], how, as_it_is=True):
            told[became.id] = (before if became.id == meeting.id else told.get(became.id, (was,))[0], became)

    def _stored(self, following: Meeting) -> Change:
        if following.id in self._store.known_ids([following.id]):
            (change,) = self._store.change([following.id], lambda _: following, as_it_is=True)
            return change
        self._store.change((), lambda entry: entry, new=[following])
        return following, following

    def _in_series(self, meeting: Meeting, states: frozenset[str], *, binned: bool = False) -> list[Meeting]:
        found = meetings_of(self._store.entries(EntryQuery(kinds=MEETINGS, states=states, binned=binned)))
        return [one for one in found if one.series == meeting.series and one.id != meeting.id]


def _as_single(entry: Entry) -> Entry:
    return replace(as_meeting(entry), series="", cadence=Cadence.ONCE)


def _with_words_of(meeting: Meeting, other: Meeting, *, keeps_all: bool) -> Meeting:
    """A meeting with the points of its own and the text of the one that is taken back for it.

    What waited in it and is not in the other was taken out there, unless the meeting `keeps_all`: then the
    other one changed by the same undo, and never had what came up since.
    """
    theirs = {point.id: point for point in other.points if not point.source}
    mine = {point.id for point in meeting.points}
    points = [
        _both(point, theirs[point.id]) if point.id in theirs else point
        for point in meeting.points
        if keeps_all or not _waits(point) or point.id in theirs
    ]
    points += [point for point in theirs.values() if point.id not in mine]
    body = meeting.body
    if other.body.strip() and other.body.strip() not in body:
        body = "\n\n".join(filter(None, (body, other.body)))
    return replace(meeting, points=tuple(points), body=body)


def _both(mine: MeetingPoint, theirs: MeetingPoint) -> MeetingPoint:
    return replace(theirs, is_left_out=mine.is_left_out or theirs.is_left_out)


def _waits(point: MeetingPoint) -> bool:
    """Whether it is a point of the meeting's own that goes on to the next one."""
    return not point.source and not point.is_done


def _binned_at(meeting: Meeting) -> datetime:
    assert meeting.binned_at is not None  # it was looked for in the bin
    return meeting.binned_at
