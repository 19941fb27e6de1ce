"""What a kind of entry tells of itself in a summary: labelled Markdown, which the door reads."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class SummaryPoint:
    """A point of a list.

    Attributes:
        texts: Markdown, each read by itself; a point without words is left out.
        done: None unless it is a box to tick.
        is_address: The texts are addresses typed by hand, and no Markdown.
        words: Markdown that says what they lead to.
    """

    texts: tuple[str, ...]
    done: bool | None = None
    is_address: bool = False
    words: str = ""


@dataclass(frozen=True)
class SummaryText:
    """A text under a label; one without words is left out.

    Attributes:
        label: What it is: "What I tried".
        text: Markdown.
        points: A list that stands under it.
    """

    label: str
    text: str = ""
    points: tuple[SummaryPoint, ...] = ()

    @classmethod
    def of_points(cls, label: str, points: Iterable[SummaryPoint]) -> "SummaryText":
        """A list and nothing else."""
        return cls(label, points=tuple(points))
