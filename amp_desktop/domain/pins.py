"""Pins: what of an entry carries which topic of an evaluation or of a nomination (see `domain.evidence`)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.own_id import NO_WORDS

TopicId: TypeAlias = str
"""Names an `EvidenceTopic`. A newer version may know more of them: their pins are kept, and not listed."""


@dataclass(frozen=True)
class Pin(FieldValue):
    """The entry it stands in, or one dated fact of it, is evidence for a topic.

    Attributes:
        topic: Which, by its id.
        fact: The key of the fact (`Fact.key`); empty for the entry itself. A fact that is no longer true
            leaves its pin, which is not listed until it is true again.
    """

    PLAIN: ClassVar[str] = "topic"

    topic: TopicId = field(metadata=NO_WORDS)
    fact: str = field(default="", metadata=NO_WORDS)

    @property
    def key(self) -> tuple[TopicId, str]:
        """Tells it from every other pin of its entry."""
        return self.topic, self.fact


def each_pin_once(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """The pins in their order, of which no two say the same: the first stays."""
    apart: dict[tuple[TopicId, str], Pin] = {}
    for pin in pins:
        apart.setdefault(pin.key, pin)
    return tuple(apart.values())
