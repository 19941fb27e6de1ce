"""What a meeting itself says of its agenda, by what each point comes from."""

from collections.abc import Iterable
from dataclasses import replace

from amp_desktop.domain.kinds.meeting import MeetingPoint


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
