"""A question about a challenge, ready to be pasted where it is asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from amp_desktop.domain.asking import Advice, advice_for
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.summary import Code, Inline, Link, Styled, SummaryLine
from amp_desktop.sharing.disclosure.disclosure import Disclosure
from amp_desktop.sharing.disclosure.other_names import names_in
from amp_desktop.sharing.renderers.formatting import plain


@dataclass(frozen=True)
class ReadyQuestion:
    """What leaves when a challenge is asked about, and what there is to know before.

    Attributes:
        disclosure: What it tells of.
        text: The very text that leaves; empty while nothing of the challenge can.
        advice: Where it is asked best, and what would make it easier to answer.
    """

    disclosure: Disclosure
    text: str
    advice: Advice


def ready_question(challenge: Challenge, door: Disclosure, names: Iterable[str]) -> ReadyQuestion:
    """The question as it is pasted: what it is about, then a paragraph of a line for each thing it says.

    Args:
        challenge: About which it is.
        door: What leaves of it, by the template of a question.
        names: Names that the journal knows: a text with one of them is no text for everybody.
    """
    lines = [line for section in door.summary.sections for group in section.groups for line in group.lines]
    text = "\n\n".join(map(_paragraph, lines))
    found = names_in(door.summary, names)
    return ReadyQuestion(door, text, advice_for(challenge, found))


def _paragraph(line: SummaryLine) -> str:
    told = (": ".join(filter(None, (detail.label, _words(detail.words)))) for detail in line.below)
    return "\n\n".join(filter(None, (_words(line.words), "\n".join(told))))


def _words(content: Iterable[Inline]) -> str:
    """The words in one line; code in its marks, and an address behind what leads to it."""
    return " ".join(_joined(content).split())


def _joined(content: Iterable[Inline]) -> str:
    return "".join(map(_word, content))


def _word(inline: Inline) -> str:
    match inline:
        case Code(text):
            return f"`{text}`"
        case Link(address, content) if plain(content) not in (address, address.removeprefix("mailto:")):
            return f"{_joined(content)} ({address})"
        case Styled(_, content):
            return _joined(content)
        case _:
            return plain((inline,))
