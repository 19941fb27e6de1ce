"""What the page of the day may offer, one thing at a time, and what a mentee said to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from amp_desktop.domain.query import EntryRow

KEPT_FOR = timedelta(days=400)
"""So long it is remembered what was answered; after a year one may be asked again."""


@dataclass(frozen=True)
class Offer:
    """Something that can be taken up or left.

    Attributes:
        name: Which of the offers it is, such as "resting-challenge".
        about: What it speaks of: an entry's id, a day; empty where there is but one such thing.
        row: The entry that it speaks of, if any.
        text: Words of the journal that the sentence needs beside the entry's title.
    """

    name: str
    about: str = ""
    row: EntryRow | None = None
    text: str = ""


@dataclass(frozen=True)
class OffersAnswered:
    """Which offers were taken up or left, and on which day; no word of the journal stands in it.

    Attributes:
        days: By "name" for the offer at large, and by "name:about" for one thing that it spoke of.
    """

    days: Mapping[str, date]

    def last(self, name: str, about: str = "") -> date | None:
        """The day on which an offer was last answered, at large or about one thing."""
        return self.days.get(_key(name, about))

    def give_peace(self, day: date) -> bool:
        """Whether any was answered on that day, or on the next one, which it was elsewhere.

        One that is dated further ahead was answered while the clock was wrong, and is no judge of today.
        """
        return any(timedelta(0) <= on - day <= timedelta(1) for on in self.days.values())

    def with_answer(self, offer: Offer, day: date) -> "OffersAnswered":
        """With that offer answered on a day."""
        kept = {key: on for key, on in self.days.items() if abs(day - on) <= KEPT_FOR}
        answered = {_key(offer.name): day, _key(offer.name, offer.about): day}
        return replace(self, days={**kept, **answered})

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {key: day.isoformat() for key, day in self.days.items()}

    @classmethod
    def from_json(cls, data: object) -> "OffersAnswered":
        """From plain data; what is no day is passed over."""
        days: dict[str, date] = {}
        for key, text in data.items() if isinstance(data, dict) else ():
            try:
                days[str(key)] = date.fromisoformat(text)
            except (TypeError, ValueError):
                continue
        return cls(days)


def _key(name: str, about: str = "") -> str:
    return f"{name}:{about}" if about else name
