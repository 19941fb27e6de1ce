"""When the clock was last believed: nothing final is done because a single look at it says so.

A computer may wake up with its clock years ahead, and a backup that is brought back is as old as it is.
Either would make everything in the bin look as if it had lain there for ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from amp_desktop.domain.clock import iso_instant, lie_apart

LEAP = timedelta(days=7)
"""A journal that was not seen for so long, or that was seen in the future, asks before it deletes."""

EMPTIED_EVERY = timedelta(days=7)
"""The bin empties itself no more often, so that the backups made before it reach back for weeks."""


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """What the journal remembers of the clock.

    Attributes:
        at: The instant that was last believed, UTC.
        emptied_at: When the bin last emptied itself, or None.
    """

    at: datetime
    emptied_at: datetime | None = None

    def believes(self, now: datetime) -> bool:
        """Whether `now` is a time that may well have come since."""
        return not lie_apart(now, self.at, LEAP)

    def may_empty(self, now: datetime) -> bool:
        """Whether it was long enough ago that the bin last emptied itself."""
        return self.emptied_at is None or lie_apart(now, self.emptied_at, EMPTIED_EVERY)

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        emptied = {} if self.emptied_at is None else {"emptied_at": iso_instant(self.emptied_at)}
        return {"at": iso_instant(self.at), **emptied}

    @classmethod
    def from_json(cls, data: object) -> Self | None:
        """From plain data, or None where it says nothing."""
        if not isinstance(data, Mapping):
            return None
        at, emptied_at = _instant(data.get("at")), _instant(data.get("emptied_at"))
        return None if at is None else cls(at=at, emptied_at=emptied_at)


def _instant(text: object) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return instant if instant is not None and instant.tzinfo is not None else None
