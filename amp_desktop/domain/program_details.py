"""What belongs to a program beside its days: where people talk, what was agreed, days of rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.own_id import new_id


@dataclass(frozen=True)
class Channel:
    """A place where people of the program talk.

    Attributes:
        name: What it is called, such as "Slack #09_mentorships".
        address: Where it is: a link, an address; may be empty.
    """

    name: str
    address: str = ""


@dataclass(frozen=True)
class Rest:
    """Days away or of rest, planned ahead; they count as done.

    Attributes:
        starts, ends: The first and the last day.
        words: What for, in the mentee's words; may be empty. They are told to nobody.
        note: The entry by which the agenda tells the mentor of these days, if it is to; it holds days alone.
        id: Stays with it.
    """

    starts: date
    ends: date
    words: str = ""
    note: UUID | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        """Check the days.

        Raises:
            InvalidValueError: It ends before it starts.
        """
        if self.ends < self.starts:
            raise InvalidValueError("Days away cannot end before they start.")

    def holds(self, day: date) -> bool:
        """Whether `day` is one of them."""
        return self.starts <= day <= self.ends


@dataclass(frozen=True)
class Proposal:
    """What the mentee set out to do.

    Attributes:
        text: Markdown.
        accepted_on: The day on which it was accepted; from then on its words stay. None before.
    """

    text: str = ""
    accepted_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ProgramDetails:
    """All of it.

    Attributes:
        repository: Where the project's code is; may be empty.
        cadence: How often mentee and mentor talk, in the mentee's words; may be empty.
        channels: Where people talk; None while those that are usual for the program hold.
        expectations: The entry in which both sides' expectations stand, written at kick-off.
        still_so: The days on which they were looked back on and found to hold.
        proposal: What was agreed to be done.
        rests: Days away, in order.
    """

    repository: str = ""
    cadence: str = ""
    channels: tuple[Channel, ...] | None = None
    expectations: UUID | None = None
    still_so: tuple[date, ...] = ()
    proposal: Proposal = Proposal()
    rests: tuple[Rest, ...] = ()

    def for_next_term(self, starts: date) -> "ProgramDetails":
        """What goes on into a program that begins on a day; what was agreed before stays where it was."""
        return replace(
            self,
            expectations=None,
            still_so=(),
            proposal=Proposal(),
            rests=tuple(rest for rest in self.rests if rest.ends >= starts),
        )

    def with_agreements_of(self, other: "ProgramDetails") -> "ProgramDetails":
        """This, with what was agreed in another program as far as there is something."""
        has_proposal = other.proposal != Proposal()
        return replace(
            self,
            expectations=other.expectations or self.expectations,
            still_so=other.still_so if other.expectations else self.still_so,
            proposal=other.proposal if has_proposal else self.proposal,
        )

    def with_proposal(self, text: str) -> "ProgramDetails":
        """With other words of the proposal.

        Raises:
            InvalidValueError: It was accepted: its words stay as they were agreed.
        """
        if self.proposal.accepted_on is not None and text != self.proposal.text:
            raise InvalidValueError(
                "The proposal was accepted, and is kept as agreed.",
                "New ideas go to “After the program”.",
            )
        return replace(self, proposal=replace(self.proposal, text=text))

    def rests_on(self, day: date) -> tuple[Rest, ...]:
        """The days away that `day` is one of."""
        return tuple(rest for rest in self.rests if rest.holds(day))

    def with_rests(self, rests: tuple[Rest, ...]) -> "ProgramDetails":
        """With these days away, put in order."""
        return replace(self, rests=tuple(sorted(rests, key=lambda rest: (rest.starts, rest.ends))))

    def to_json(self) -> dict[str, Any]:
        """As plain data, every field of it."""
        channels = None if self.channels is None else [_channel_to_json(one) for one in self.channels]
        return {
            "repository": self.repository,
            "cadence": self.cadence,
            "channels": channels,
            "expectations": str(self.expectations) if self.expectations else None,
            "still_so": [day.isoformat() for day in self.still_so],
            "proposal": {
                "text": self.proposal.text,
                "accepted_on": _text(self.proposal.accepted_on),
            },
            "rests": [_rest_to_json(rest) for rest in self.rests],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ProgramDetails":
        """From plain data; what is missing is as it is at first.

        Raises:
            TypeError, ValueError, KeyError, AttributeError: The data is something else.
            InvalidValueError: Days away end before they start.
        """
        channels, expectations = data.get("channels"), data.get("expectations")
        proposal: Mapping[str, Any] = data.get("proposal") or {}
        return cls(
            repository=str(data.get("repository", "")),
            cadence=str(data.get("cadence", "")),
            channels=None if channels is None else tuple(map(_channel_from_json, channels)),
            expectations=UUID(expectations) if expectations else None,
            still_so=tuple(map(date.fromisoformat, data.get("still_so", ()))),
            proposal=Proposal(str(proposal.get("text", "")), _day(proposal.get("accepted_on"))),
            rests=tuple(map(_rest_from_json, data.get("rests", ()))),
        )


def _channel_to_json(channel: Channel) -> dict[str, str]:
    return {"name": channel.name, "address": channel.address}


def _channel_from_json(data: Mapping[str, Any]) -> Channel:
    return Channel(str(data["name"]), str(data.get("address", "")))


def _rest_to_json(rest: Rest) -> dict[str, Any]:
    return {
        "id": rest.id,
        "starts": rest.starts.isoformat(),
        "ends": rest.ends.isoformat(),
        "words": rest.words,
        "note": str(rest.note) if rest.note else None,
    }


def _rest_from_json(data: Mapping[str, Any]) -> Rest:
    note = data.get("note")
    return Rest(
        date.fromisoformat(data["starts"]),
        date.fromisoformat(data["ends"]),
        str(data.get("words", "")),
        UUID(note) if note else None,
        str(data.get("id") or new_id()),
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
