"""Time as a journal keeps it: instants in UTC, the zone of writing, days that end when the mentee says."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Tells the instant that it takes for now, in UTC, to the second. It is a witness and may be wrong."""

DAY_ENDS_AT = 3
"""The hour at which a day ends unless the mentee says otherwise (3 am: a late evening is still today)."""


def utc_now() -> datetime:
    """This instant in UTC, to the second, as it is stored and exported.

    Whoever asks for it may ask next which hour or day it is here: a program that runs for days goes along
    into another zone.
    """
    if hasattr(time, "tzset"):
        time.tzset()  # the C library looks for another zone only when it is told to
    return datetime.now(UTC).replace(microsecond=0)


def lie_apart(one: datetime, other: datetime, least: timedelta) -> bool:
    """Whether two instants lie at least so far apart, whichever comes first.

    A time that lies ahead is no younger than one long ago: either clock may have been wrong.
    """
    return abs(one - other) >= least


def in_local_zone(instant: datetime) -> datetime:
    """An instant by this computer's clocks; as it stands where no calendar reaches so far.

    Programs that know no time write the first one that there is.
    """
    try:
        return instant.astimezone()
    except (OverflowError, OSError, ValueError):
        return instant


def day_of(instant: datetime, ends_at: int = DAY_ENDS_AT) -> date:
    """The day that `instant` belongs to, in the instant's own zone, when days end at the hour `ends_at`."""
    day = instant.date()
    return days_after(day, -1) if instant.hour < ends_at else day


def days_after(day: date, count: int) -> date:
    """So many days after `day`, or before it where they are fewer than none; no further than dates reach."""
    first, last = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(max(day.toordinal() + count, first), last))


def today(ends_at: int = DAY_ENDS_AT) -> date:
    """The day it is for someone whose days end at the hour `ends_at`."""
    return day_of(in_local_zone(utc_now()), ends_at)


class LocalZone(tzinfo):
    """This computer's own zone, with the days on which its clocks are put forward and back.

    `datetime.astimezone()` gives the offset of that instant alone: an hour of another day, reckoned with it,
    may be another hour. The zone is asked anew each time, so that it is the one where the computer is now.
    """

    def utcoffset(self, instant: datetime | None) -> timedelta | None:
        """The offset that holds at this local time."""
        return None if instant is None else instant.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _instant: datetime | None) -> timedelta | None:
        """Not known; nothing asks for it."""
        return None

    def tzname(self, instant: datetime | None) -> str | None:
        """How the offset is called."""
        return None if instant is None else instant.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, instant: datetime) -> datetime:
        """The local time; of two hours with the same name, the second is marked as such."""
        known = instant.replace(tzinfo=UTC).astimezone()
        local = known.replace(tzinfo=self)
        return local if local.utcoffset() == known.utcoffset() else local.replace(fold=1)


LOCAL_ZONE = LocalZone()
"""This computer's zone."""


def local_zone_name() -> str:
    """The IANA name of this computer's zone, or its offset such as "+05:30" where the name cannot be had."""
    typed = os.environ.get("TZ")
    name = _name_of_computer() if typed is None else _below_zoneinfo(typed.removeprefix(":")) or "UTC"
    return name if name and _is_zone(name) else _offset()


def _name_of_computer() -> str:
    try:
        return _below_zoneinfo(str(Path("/etc/localtime").readlink()))
    except OSError:
        return ""


def _below_zoneinfo(name: str) -> str:
    """The name of a zone that may be written as the path of its file."""
    return name.rpartition("/zoneinfo/")[2]


def _is_zone(name: str) -> bool:
    """Whether there is a zone of that name; a rule such as "<+0530>-5:30" is none."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _offset() -> str:
    """This computer's offset from UTC at the moment, to the minute."""
    offset = datetime.now().astimezone().strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"


def iso_instant(instant: datetime) -> str:
    """An instant as exports write it, for example "2026-07-22T19:14:05Z"."""
    return instant.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
