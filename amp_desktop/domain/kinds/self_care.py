"""A self-care note: how the mentee is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.over_time import OverTime
from amp_desktop.domain.own_id import NO_WORDS, derived_id, told_apart
from amp_desktop.domain.summary_text import SummaryFact, SummaryText, TimeSpan, Topic


@dataclass(frozen=True)
class Proof(FieldValue):
    """A dated fact of another entry that speaks against a doubt. It holds none of its words.

    Attributes:
        entry: The id of the entry.
        fact: The key of the fact in it (`Fact.key`).
        id: Stays with it; unique within the note.
    """

    entry: str = field(metadata=NO_WORDS)
    fact: str = field(metadata=NO_WORDS)
    id: str = field(default="", kw_only=True, metadata=NO_WORDS)

    def __post_init__(self) -> None:
        """Give it an id if it has none: the same for the same fact."""
        if not self.id:
            object.__setattr__(self, "id", derived_id(self.entry, self.fact))


@dataclass(frozen=True, kw_only=True)
class SelfCareNote(Entry):
    """How the mentee is. The most private kind: it cannot be marked shareable.

    Attributes:
        mood: 1 (low) to 5 (high), or None when not said.
        energy: 1 (low) to 5 (high), or None.
        stress: 1 (little) to 5 (much), or None.
        what_did_me_good: What did the mentee good.
        is_doubt: Whether it is a doubt, which can be answered by what was reached and said.
        proofs: What speaks against it, as the mentee has chosen.
    """

    KIND: ClassVar[Kind] = "self-care"
    NAME: ClassVar[str] = "Self-care note"
    IS_MOST_PRIVATE: ClassVar[bool] = True
    OVER_TIME: ClassVar[OverTime] = OverTime(measures=("mood", "energy", "stress"))

    mood: int | None = None
    energy: int | None = None
    stress: int | None = None
    what_did_me_good: str = ""
    is_doubt: bool = False
    proofs: tuple[Proof, ...] = ()

    def __post_init__(self) -> None:
        """Check what only this kind asks.

        Raises:
            InvalidValueError: A value is not 1 to 5, or the note is marked shareable.
        """
        super().__post_init__()
        for name in ("mood", "energy", "stress"):
            value: int | None = getattr(self, name)
            if value is not None and not 1 <= value <= 5:
                raise InvalidValueError(f"“{name}” goes from 1 to 5.")
        if len({proof.id for proof in self.proofs}) < len(self.proofs):
            object.__setattr__(self, "proofs", told_apart(self.proofs))

    @property
    def topic(self) -> Topic:
        """How the mentee is."""
        return Topic.WELL_BEING

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said, not even by a tap."""
        values = (self.mood, self.energy, self.stress)
        said = self.what_did_me_good or self.is_doubt or self.proofs
        return super().is_empty and not said and all(value is None for value in values)

    @property
    def says_something_without_words(self) -> bool:
        """Whether it was made by taps."""
        return any((self.mood, self.energy, self.stress))

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """Nothing: how one is has no place in a form."""
        return ()

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """The values beside the words; alone where there is no title."""
        values = ", ".join(self.summary_facts())
        more = values if self.title else ""
        yield SummaryFact(
            topic=self.topic, text=None if self.title else values or None, day=self.day, more=more
        )

    def summary_facts(self) -> Iterable[str]:
        """The three values, those that were said."""
        levels = (("mood", self.mood), ("energy", self.energy), ("stress", self.stress))
        return (f"{name} {level} of 5" for name, level in levels if level is not None)

    def summary_texts(self) -> Iterable[SummaryText]:
        """What did the mentee good."""
        yield SummaryText("What did me good", self.what_did_me_good)


def with_proof(proofs: tuple[Proof, ...], proof: Proof) -> tuple[Proof, ...]:
    """Proofs with one more at the end; as they are where that fact stands among them already."""
    if any((one.entry, one.fact) == (proof.entry, proof.fact) for one in proofs):
        return proofs
    return (*proofs, proof)
