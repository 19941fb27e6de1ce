"""What one does to the points of a meeting: order them, leave one out, add one, tick one, write beside it.

A meeting stores only what it has to say of its agenda. As soon as anything of that is changed, all points of
the agenda are stored in the order in which they stand, so that no other one moves.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint
from amp_desktop.domain.own_id import new_id


def settled(meeting: Meeting, agenda: Iterable[AgendaPoint]) -> Meeting:
    """The meeting, with every point of its agenda stored where it stands."""
    known = {point.key for point in meeting.points}
    new = (
        MeetingPoint(source=point.key, id=new_id())
        for point in agenda
        if point.key not in known and point.reason is not AgendaReason.OWN
    )
    return replace(meeting, points=(*meeting.points, *new))


def with_point(
    meeting: Meeting,
    agenda: Sequence[AgendaPoint],
    key: str,
    how: Callable[[MeetingPoint], MeetingPoint],
) -> Meeting:
    """The meeting with one of its points as `how` makes it."""
    whole = settled(meeting, agenda)
    return replace(whole, points=tuple(how(one) if one.key == key else one for one in whole.points))


def left_out(meeting: Meeting, agenda: Sequence[AgendaPoint], key: str, *, is_out: bool = True) -> Meeting:
    """The meeting, one point of which is not talked about this time; or is, at its former place."""
    return with_point(meeting, agenda, key, lambda point: replace(point, is_left_out=is_out))


def with_minutes(meeting: Meeting, agenda: Sequence[AgendaPoint], key: str, minutes: int) -> Meeting:
    """The meeting with another guess how long a point takes; never less than a minute."""
    return with_point(meeting, agenda, key, lambda point: replace(point, minutes=max(minutes, 1)))


def moved(meeting: Meeting, agenda: Sequence[AgendaPoint], key: str, to: int) -> Meeting:
    """The meeting with one of the points that are seen at another place among them.

    Args:
        meeting: Which.
        agenda: The points that are seen, in their order.
        key: Which of them.
        to: Its new place among them, counted from 0; beyond the ends is at the ends.
    """
    order = [point.key for point in agenda]
    order.remove(key)
    order.insert(min(max(to, 0), len(order)), key)
    whole = settled(meeting, agenda)
    stored = {point.key: point for point in reversed(whole.points)}
    following, left = iter(order), set(order)
    points = []
    for point in whole.points:
        if point.key in left:  # of one that others stored twice, the first stands for both
            left.remove(point.key)
            points.append(stored[next(following)])
        else:
            points.append(point)
    return replace(whole, points=tuple(points))


def with_own(meeting: Meeting, agenda: Sequence[AgendaPoint], text: str) -> Meeting:
    """The meeting with one more point of its own, at the end; as it was where there is no word."""
    words = " ".join(text.split())
    if not words:
        return meeting
    whole = settled(meeting, agenda)
    reason = AgendaReason.OWN.value if meeting.has_begun else ""
    return replace(whole, points=(*whole.points, MeetingPoint(words, reason=reason, id=new_id())))
