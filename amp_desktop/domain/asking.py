"""Asking for help so that somebody can: what a question still lacks, and where it is asked best."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from amp_desktop.domain.kinds.challenge import Challenge, smallest_example
from amp_desktop.domain.text.asides import without_asides


class Where(StrEnum):
    """Where something is asked."""

    CHANNEL = "in the project's channel"
    DIRECT_MESSAGE = "in a direct message"


@dataclass(frozen=True)
class Advice:
    """How a question is asked so that it gets an answer.

    Attributes:
        where: Where it is asked best.
        because: Why there, in a sentence.
        missing: What would make it easier to answer, a sentence each; it can be asked without.
    """

    where: Where
    because: str
    missing: tuple[str, ...]


def advice_for(challenge: Challenge, names: Iterable[str] = ()) -> Advice:
    """What there is to know before a challenge is asked about.

    Args:
        challenge: About which.
        names: Names of people that stand in the words that leave.
    """
    missing = tuple(_missing(challenge))
    if any(names):
        return Advice(
            Where.DIRECT_MESSAGE, "It names somebody, who may not want to be read by everybody.", missing
        )
    return Advice(
        Where.CHANNEL, "Others have the same question, and whoever is awake can answer it.", missing
    )


def _missing(challenge: Challenge) -> Iterable[str]:
    body, tried, need = (_seen(text) for text in (challenge.body, challenge.tried, challenge.need))
    if not body:
        yield "One sentence on what you expected and what you got helps a stranger to begin."
    if not tried:
        yield "Say what you tried, even if it was little: nobody then tells you the same."
    if body and not smallest_example(body):
        yield "A few lines of code or of output, as few as show it, say more than a description."
    if not need:
        yield "End with one question: it is what people answer."
    elif not need.rstrip().endswith(("?", "？", "؟", ";")):
        yield "What you need is easier to answer as a question, with a question mark."


def _seen(text: str) -> str:
    return without_asides(text)[0].strip()
