"""What was done for an evaluation: what was gone through, when it was handed in, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Result(StrEnum):
    """What the organizers wrote after the window."""

    PASSED = "passed"
    MORE_SUPPORT = "more-support"
    NOT_PASSED = "not-passed"


@dataclass(frozen=True)
class EvaluationRecord:
    """What a mentee has noted about one evaluation; nothing at first.

    Attributes:
        handed_in: The day it was handed in.
        result: What came of it.
        gone_through: Names of the points of its checklist that are ticked, in the order of ticking.
        quiet_since: The day on which the mentee asked for quiet until the next reminder.
    """

    handed_in: date | None = None
    result: Result | None = None
    gone_through: tuple[str, ...] = ()
    quiet_since: date | None = None

    def to_json(self) -> dict[str, Any]:
        """As plain data; what was not noted is left out."""
        said: dict[str, Any] = {}
        if self.handed_in:
            said["handed_in"] = self.handed_in.isoformat()
        if self.result:
            said["result"] = self.result.value
        if self.gone_through:
            said["gone_through"] = list(self.gone_through)
        if self.quiet_since:
            said["quiet_since"] = self.quiet_since.isoformat()
        return said

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "EvaluationRecord":
        """From plain data; a result of a newer version is none.

        Raises:
            TypeError, ValueError, AttributeError: The data is something else.
        """
        result = data.get("result")
        return cls(
            handed_in=_day(data.get("handed_in")),
            result=Result(result) if result in tuple(Result) else None,
            gone_through=tuple(map(str, data.get("gone_through", ()))),
            quiet_since=_day(data.get("quiet_since")),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
