"""When a mentee wants to be reminded to write. Nothing is counted, and nothing of the journal is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum, auto
from typing import Any

from amp_desktop.domain.clock import days_after

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
        """What became due after `since` and until `now`; of several the last alone.

        Args:
            since: When it was looked last, in whichever zone the computer was then.
            now: This instant, in a zone that knows when its clocks are put forward and back.
        """
        last = self._last(since, now)
        if last is None:
            return Due.NOTHING
        return Due.NOW if now.astimezone(UTC) - last <= PUNCTUAL else Due.MISSED

    def next(self, now: datetime) -> datetime | None:
        """When the next one comes, in UTC; None for never."""
        days = (days_after(now.date(), count) for count in range(-1, 9))
        moments = (self._moment(day, now.tzinfo) for day in days)
        return min((one for one in moments if one is not None and one > now.astimezone(UTC)), default=None)

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
            times = {name: time.fromisoformat(data[name]).replace(tzinfo=None) for name in _TIMES}
            weekdays = tuple(day for day in EVERY_DAY if day in data["weekdays"])
            return cls(is_on=data["is_on"] is True, weekdays=weekdays, **times)
        except (KeyError, TypeError, ValueError):
            return cls()

    def _last(self, since: datetime, now: datetime) -> datetime | None:
        """The last one of that time, in UTC: hours of one zone cannot be compared over its changes."""
        until = now.astimezone(UTC)
        start = max(_looked_at(since, now), until - LONGEST_LOOK_BACK)
        days = (days_after(now.date(), -count) for count in range(LONGEST_LOOK_BACK.days + 3))
        moments = (self._moment(day, now.tzinfo) for day in days)
        return max((one for one in moments if one is not None and start < one <= until), default=None)

    def _moment(self, day: date, zone: tzinfo | None) -> datetime | None:
        """When it comes on a day, as the clocks of a zone show it then; in UTC."""
        if not self.is_on or day.weekday() not in self.weekdays:
            return None
        wanted = datetime.combine(day, self.at)
        if self.is_quiet(self.at):
            end = datetime.combine(day, self.quiet_until)
            wanted = end if end >= wanted else end + timedelta(days=1)
        return wanted.replace(tzinfo=zone).astimezone(UTC)


def _looked_at(since: datetime, now: datetime) -> datetime:
    """When it was looked last, in UTC; by the clocks of a place further east, if the computer is there now.

    What its clocks passed over on the way was seen nowhere.
    """
    instant = since.astimezone(UTC)
    if since.utcoffset() == since.astimezone(now.tzinfo).utcoffset():
        return instant
    return min(instant, since.replace(tzinfo=now.tzinfo).astimezone(UTC))


_TIMES = ("at", "quiet_from", "quiet_until")
