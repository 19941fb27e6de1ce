"""A ritual: something that is done every morning. A made-up kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.shareable_entry import AgendaEntry
from amp_desktop.domain.summary_text import SummaryPoint, SummaryText


class RitualStatus(StrEnum):
    """Whether it is still done."""

    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Bell(FieldValue):
    """A stroke of the bell."""

    sound: str
    loud: bool = False


@dataclass(frozen=True, kw_only=True)
class Ritual(AgendaEntry):
    """Something that is done every morning.

    Attributes:
        status: Whether it is still done.
        bells: What is heard.
        why: What it is good for.
    """

    KIND: ClassVar[Kind] = "ritual"
    NAME: ClassVar[str] = "Ritual"
    STATES: ClassVar[tuple[str, ...]] = tuple(RitualStatus)
    TAKES_LINKS: ClassVar[bool] = True

    status: RitualStatus = RitualStatus.KEPT
    bells: tuple[Bell, ...] = ()
    why: str = ""

    @property
    def state(self) -> str:
        """Whether it is still done."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """While it is done."""
        return self.status is RitualStatus.KEPT

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put in."""
        return super().is_empty and not (self.bells or self.why)

    def summary_facts(self) -> Iterable[str]:
        """Whether it is still done."""
        yield self.status.value

    def summary_texts(self) -> Iterable[SummaryText]:
        """What it is good for, and what is heard."""
        yield SummaryText("What it is good for", self.why)
        yield SummaryText.of_points("Bells", (SummaryPoint((bell.sound,)) for bell in self.bells))
