"""A calendar file as RFC 5545 has it, of events with neutral titles.

Written here: a library for it would come with its own time zones and a parser, for one page of text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FORMAT = "ics"
_BASIC = str.maketrans("", "", "-:")
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""Revisions are counted in seconds from here: many calendars take an event anew only if that has grown."""
LONGEST_LINE = 75
"""Octets of a line, its end left out (RFC 5545, 3.1)."""


@dataclass(frozen=True)
class CalendarEvent:
    """Something that a calendar shows.

    Attributes:
        uid: The same for the same event whenever a file is made, so that it is moved and not doubled.
        title: What it is, without a word of the journal.
        starts: The day that it takes; or the instant, with its zone.
        length: How long it lasts; of a whole day nothing is said.
    """

    uid: str
    title: str
    starts: date | datetime
    length: timedelta | None = None


def calendar_file(events: Iterable[CalendarEvent], now: datetime) -> bytes:
    """The events as a file, made at the instant `now`; instants are written in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//AMP Journal//AMP Journal//EN", "CALSCALE:GREGORIAN"]
    for event in events:
        lines += _event(event, now)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(event: CalendarEvent, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_instant(now)}"
    yield f"SEQUENCE:{max(int((now - _FIRST).total_seconds()), 0)}"
    if isinstance(event.starts, datetime):
        yield f"DTSTART:{_instant(event.starts)}"
        if event.length is not None:
            yield f"DURATION:PT{int(event.length.total_seconds()) // 60}M"
    else:  # without an end, it takes one day (3.6.1)
        yield f"DTSTART;VALUE=DATE:{event.starts.isoformat().replace('-', '')}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(event.title)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _instant(instant: datetime) -> str:
    return f"{instant.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z".translate(_BASIC)


def _escaped(text: str) -> str:
    """A text value (3.3.11): no character of it is taken for a sign of the format."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(letter for letter in text if letter >= " " and letter != "\x7f")


def _folded(line: str) -> bytes:
    """A line in pieces that are short enough, none of which parts a character."""
    pieces, piece, most = [], b"", LONGEST_LINE
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > most:
            pieces.append(piece)
            piece, most = b"", LONGEST_LINE - 1  # the space before it counts
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
