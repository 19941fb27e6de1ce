"""Meetings and evaluations as a file for a calendar: when they are, and not a word of what they are about."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.kinds.meeting_casts import meetings_of
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.share import Share
from amp_desktop.journal.share import JournalSharing
from amp_desktop.sharing.calendar_file import FORMAT, CalendarEvent, calendar_file

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

CALL = "Mentor call"
OPENS, CLOSES = "{name} opens", "{name} closes"
_ANY_EVALUATION = "Evaluation"
_LONGEST_CALL = timedelta(days=1)
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


class JournalCalendarFile:
    """Makes the file of an open journal, and lets it leave."""

    def __init__(self, journal_id: UUID, store: "Store", sharing: JournalSharing, clock: Clock) -> None:
        self._journal_id = journal_id
        self._store = store
        self._sharing = sharing
        self._clock = clock

    def save(
        self,
        program: Program,
        since: date,
        leave: Callable[[bytes], None],
        *,
        name: str = "",
        unlogged: bool = False,
    ) -> int:
        """Let it leave: first the log, then the door.

        Args:
            program: Whose evaluations.
            since: The first day that is in it.
            leave: Lets the file's bytes out.
            name: The name of the file, if it goes into one.
            unlogged: Let it leave even where that cannot be noted.

        Returns:
            How many events it has.

        Raises:
            InvalidValueError: There is nothing to come.
            NotLoggedError: It could not be noted, so it did not leave.
        """
        now = self._clock()
        meetings = self._meetings(since)
        events = [*(self._call(meeting) for meeting in meetings), *self._windows(program, since)]
        if not events:
            raise InvalidValueError(
                "There is nothing to come that a calendar could show.",
                "Plan a meeting, or set up your program.",
            )
        data = calendar_file(events, now)
        share = Share(
            shared_at=now,
            template="calendar",
            format=FORMAT,
            entry_ids=tuple(meeting.id for meeting in meetings),
            text=data.decode(),
            sha256=sha256(data).hexdigest(),
            file_name=name,
        )
        self._sharing.log_first(share, lambda: leave(data), unlogged=unlogged)
        return len(events)

    def write(self, program: Program, since: date, path: Path, *, unlogged: bool = False) -> int:
        """Let it leave into a file; as `save`.

        Raises:
            CannotExportError: The place cannot be written; what was there still is.
        """

        def leave(data: bytes) -> None:
            self._sharing.save(data, path)

        return self.save(program, since, leave, name=path.name, unlogged=unlogged)

    def _meetings(self, since: date) -> tuple[Meeting, ...]:
        planned = EntryQuery(
            kinds=frozenset({Meeting.KIND}), states=frozenset({MeetingStatus.PLANNED.value}), since=since
        )
        return meetings_of(self._store.entries(planned))

    def _call(self, meeting: Meeting) -> CalendarEvent:
        uid = self._uid(str(meeting.id))
        hour = _HOUR.fullmatch(meeting.at.strip())
        begins = _instant(meeting.day, time(int(hour[1]), int(hour[2])), meeting.zone) if hour else None
        if begins is None:
            return CalendarEvent(uid, CALL, meeting.day)
        length = min(timedelta(minutes=max(meeting.minutes, 1)), _LONGEST_CALL)
        return CalendarEvent(uid, CALL, begins, length)

    def _windows(self, program: Program, since: date) -> Iterator[CalendarEvent]:
        for window in program.evaluations:
            name = window.name if window.name in _known_names() else _ANY_EVALUATION
            for words, day in ((OPENS, window.starts), (CLOSES, window.ends)):
                if day >= since:
                    first_name = next(iter(window.called_before), window.name)  # an event stays the same one
                    uid = self._uid(words.format(name=first_name))
                    yield CalendarEvent(uid, words.format(name=name), day)

    def _uid(self, what: str) -> str:
        """Tells nothing but that it is the same."""
        return f"{uuid5(self._journal_id, what)}@amp-journal"


def _known_names() -> frozenset[str]:
    """The names that the program itself gives: others may be the mentee's own words."""
    some_day = date(2026, 6, 15)
    return frozenset(one.name for shape in Shape for one in shaped(shape, some_day).evaluations)


def _instant(day: date, hour: time, zone: str) -> datetime | None:
    """The instant at which a clock in that zone shows that hour; None where no zone or instant is known."""
    known = _zone(zone)
    try:
        return datetime.combine(day, hour, known).astimezone(UTC) if known else None
    except OverflowError:
        return None


def _zone(name: str) -> tzinfo | None:
    offset = _OFFSET.fullmatch(name)
    if offset:
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(-span if offset[1] == "-" else span) if span < timedelta(days=1) else None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return None
