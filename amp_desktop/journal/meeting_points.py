"""What a meeting itself says of its agenda, by what each point comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from amp_desktop.domain.agenda import MINUTES, AgendaPoint, AgendaReason, PointSource, entry_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint
from amp_desktop.domain.own_id import new_id
from amp_desktop.domain.text.one_line import one_line, shortened

_ORDER = list(AgendaReason)
_LONGEST = 120
"""Characters of an untitled entry that stand for its title."""


def by_key(points: Iterable[MeetingPoint]) -> dict[str, MeetingPoint]:
    """The points by their keys, in their order; what was written beside one in two places is put together."""
    found: dict[str, MeetingPoint] = {}
    for point in points:
        first = found.get(point.key)
        found[point.key] = point if first is None else _both(first, point)
    return found


def _both(first: MeetingPoint, second: MeetingPoint) -> MeetingPoint:
    notes = dict.fromkeys(filter(None, (first.note, second.note)))
    return replace(
        first,
        text=first.text or second.text,
        note="\n\n".join(notes),
        minutes=second.minutes if first.minutes is None else first.minutes,
        is_left_out=first.is_left_out and second.is_left_out,
    )


def has_words(point: MeetingPoint) -> bool:
    """Whether it stays though what it came from is over: as a point of its own, or for what was written."""
    return not point.source or bool(point.text.strip() or point.note.strip())


def carried_times(key: str, past: Iterable[Meeting]) -> int:
    """In how many held meetings in a row, up to the last, a point stood and was not reached."""
    count = 0
    for meeting in past:
        point = next((point for point in meeting.points if point.key == key), None)
        if point is None or point.is_done:
            break
        count += not point.is_left_out
    return count


def point_of(
    key: str, entry: Entry, source: PointSource, stored: MeetingPoint | None, carried: int
) -> AgendaPoint:
    """A point that an entry brings along, as it stands on an agenda."""
    usual = MINUTES[source.reason]
    return AgendaPoint(
        key=key,
        text=(stored.text if stored else "")
        or source.text
        or entry.title
        or shortened(one_line(entry.body), _LONGEST),
        reason=source.reason,
        minutes=stored.minutes if stored and stored.minutes is not None else usual,
        entry=entry.id,
        kind=entry.kind,
        since=source.since,
        carried=carried,
        note=stored.note if stored else "",
    )


def own_point(point: MeetingPoint, title: str, carried: int) -> AgendaPoint:
    """A point that stays by itself, as it stands on an agenda."""
    return AgendaPoint(
        key=point.key,
        text=point.text or title,
        reason=AgendaReason.OWN,
        entry=entry_of(point.source),
        minutes=MINUTES[AgendaReason.OWN] if point.minutes is None else point.minutes,
        carried=carried,
        note=point.note,
    )


def as_talked_about(point: MeetingPoint) -> AgendaPoint:
    """A point that a meeting holds, as it stands on its agenda."""
    reason = AgendaReason(point.reason) if point.reason in tuple(AgendaReason) else AgendaReason.OWN
    return AgendaPoint(
        key=point.key,
        text=point.text,
        reason=reason,
        minutes=MINUTES[reason] if point.minutes is None else point.minutes,
        entry=entry_of(point.source),
        since=point.since,
        carried=point.carried,
        note=point.note,
        is_done=point.is_done,
    )


def kept_point(point: AgendaPoint, ids: Mapping[str, str], *, is_left_out: bool) -> MeetingPoint:
    """A point as the meeting holds it once the call has begun."""
    is_own = point.entry is None
    return MeetingPoint(
        text=point.text,
        source="" if is_own else point.key,
        note=point.note,
        minutes=point.minutes,
        is_left_out=is_left_out,
        reason=point.reason.value,
        since=point.since,
        carried=point.carried,
        id=point.key if is_own else ids.get(point.key, new_id()),
    )


def place_of(point: AgendaPoint, places: Mapping[str, int]) -> tuple[int, int, date]:
    """Where it was put by hand, else after those, by what it is and how long it has waited."""
    place = places.get(point.key)
    if place is not None:
        return 0, place, date.min
    return 1, _ORDER.index(point.reason), point.since or date.max
