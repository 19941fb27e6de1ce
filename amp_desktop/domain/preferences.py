"""What a mentee sets once and the journal keeps, encrypted with all else."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from amp_desktop.domain.clock import DAY_ENDS_AT, day_of, today


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """How this journal behaves.

    Attributes:
        day_ends_at: The hour (0 to 12) until which an evening still belongs to the day before.
        lock_after: Minutes without a key or pointer after which the window locks; 0 for never.
        lock_with_system: Whether it also locks with the desktop's screen, and when the computer sleeps.
        on_this_day: Whether the page of the day shows what was written on the same day before.
        empty_bin_after: Days after which what lies in the bin is deleted for ever; 0 for only by hand.
        week_ends_on: The weekday (0 for Monday) on which a look back on the week is offered, and its plan on
            the days after; -1 for never.
        low_run_sentence: Whether one quiet sentence may stand on the page of the day after a low run.
        helps_entry: The id of the entry that lists what helps the mentee; empty for none.
        curtain_asks: Whether lifting the inner curtain asks for the passphrase.
        curtain_first: Whether the inner curtain is down after each unlocking; else it is as it was.
        is_sample: Whether this is the sample journal, which the window marks plainly.
        fixed_day: The day that the sample takes for today, such as "2026-10-17"; empty for the calendar's.
    """

    day_ends_at: int = DAY_ENDS_AT
    lock_after: int = 10
    lock_with_system: bool = True
    on_this_day: bool = True
    empty_bin_after: int = 0
    week_ends_on: int = -1
    low_run_sentence: bool = False
    helps_entry: str = ""
    curtain_asks: bool = False
    curtain_first: bool = False
    is_sample: bool = False
    fixed_day: str = ""

    def today(self, now: datetime | None = None) -> date:
        """The day it is, for someone whose days end when these say.

        Args:
            now: The instant it is; None for the computer's own.
        """
        if self.fixed_day:
            return date.fromisoformat(self.fixed_day)
        return today(self.day_ends_at) if now is None else day_of(now.astimezone(), self.day_ends_at)

    def bin_kept_since(self, now: datetime) -> datetime | None:
        """What was put into the bin before this instant is to go; None when nothing goes by itself."""
        return now - timedelta(days=self.empty_bin_after) if self.empty_bin_after > 0 else None

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Preferences":
        """From plain data; what is missing, unknown or of another type is the default."""
        default = cls()
        known = {
            f.name: data[f.name]
            for f in fields(cls)
            if f.name in data and type(data[f.name]) is type(getattr(default, f.name))
        }
        return cls(**known)
