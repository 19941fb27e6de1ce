"""The time that a summary is about."""

from dataclasses import dataclass
from datetime import date

from amp_desktop.domain.text.day_words import MONTHS, day_text


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both included; None where it is open."""

    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        """In words: "12 – 26 July 2026", "since 12 July 2026"; empty when open on both sides."""
        since, until = self.since, self.until
        if since is None or until is None or since == until:
            return _one_day(since, until)
        if since.year != until.year:
            return f"{day_text(since)} – {day_text(until)}"
        if since.month != until.month:
            return f"{since.day} {MONTHS[since.month - 1]} – {day_text(until)}"
        return f"{since.day} – {day_text(until)}"


def _one_day(since: date | None, until: date | None) -> str:
    if since is not None:
        return day_text(since) if until is not None else f"since {day_text(since)}"
    return f"until {day_text(until)}" if until is not None else ""
