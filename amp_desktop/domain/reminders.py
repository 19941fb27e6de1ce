"""When a mentee wants to be reminded to write. Nothing is counted, and nothing of the journal is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum, auto
from typing import Any

EVERY_DAY = tuple(range(7))
PUNCTUAL = timedelta(minutes=10)
"""A reminder that comes later than this is told at the next unlocking instead."""
LONGEST_LOOK_BACK = timedelta(days=8)
"""Every chosen time comes within a week; what was before that is no news."""


class Due(Enum):
    """What became of the reminders since the last look."""

    NOTHING = auto()
    NOW = auto()
    MISSED = auto()


@dataclass(frozen=True)
class ReminderTimes:
    """When to remind, on this computer's clock.

    Attributes:
        is_on: Whether at all; off at first.
        weekdays: On which days, 0 for Monday.
        at: At what time.
        quiet_from: From when on nothing comes; what would, comes at the end of the quiet.
        quiet_until: Until when; the same as `quiet_from` for no quiet. It may lie after midnight.
    """

    is_on: bool = False
    weekdays: tuple[int, ...] = EVERY_DAY
    at: time = time(18)
    quiet_from: time = time(22)
    quiet_until: time = time(8)

    def due(self, since: datetime, now: datetime) -> Due:
        """What became due after `since` and until `now`, both local; of several the last alone."""
        last = self._last(since, now)
        if last is None:
            return Due.NOTHING
        return Due.NOW if now - last <= PUNCTUAL else Due.MISSED

    def next(self, now: datetime) -> datetime | None:
        """When the next one comes; None for never."""
        moments = (self._moment(now + timedelta(days=days)) for days in range(-1, 9))
        return min((one for one in moments if one is not None and one > now), default=None)

    def is_quiet(self, at: time) -> bool:
        """Whether nothing comes at that time of the day."""
        begins, ends = self.quiet_from, self.quiet_until
        return begins <= at < ends if begins <= ends else (at >= begins or at < ends)

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "is_on": self.is_on,
            "weekdays": list(self.weekdays),
            **{name: getattr(self, name).isoformat("minutes") for name in _TIMES},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ReminderTimes":
        """From plain data; what cannot be read gives what is usual."""
        try:
            times = {name: time.fromisoformat(data[name]) for name in _TIMES}
            weekdays = tuple(day for day in EVERY_DAY if day in data["weekdays"])
            return cls(is_on=data["is_on"] is True, weekdays=weekdays, **times)
        except (KeyError, TypeError, ValueError):
            return cls()

    def _last(self, since: datetime, now: datetime) -> datetime | None:
        start = max(since, now - LONGEST_LOOK_BACK)
        days = (now.date() - start.date()).days
        moments = (self._moment(start + timedelta(days=day)) for day in range(-1, days + 1))
        return max((one for one in moments if one is not None and start < one <= now), default=None)

    def _moment(self, day: datetime) -> datetime | None:
        """When it comes on the day of this instant, in its zone."""
        if not self.is_on or day.weekday() not in self.weekdays:
            return None
        wanted = datetime.combine(day.date(), self.at, day.tzinfo)
        if not self.is_quiet(self.at):
            return wanted
        end = datetime.combine(day.date(), self.quiet_until, day.tzinfo)
        return end if end >= wanted else end + timedelta(days=1)


_TIMES = ("at", "quiet_from", "quiet_until")
