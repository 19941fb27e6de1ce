"""What an action does to a text: one stretch replaced, and what is selected afterwards. No Qt.

Places count characters of a Python string; `applying` turns them into Qt's.
"""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Selection:
    """What is selected in a text.

    Attributes:
        anchor: Where selecting began.
        position: Where the cursor stands; the same place where nothing is selected.
    """

    anchor: int
    position: int

    @classmethod
    def at(cls, position: int) -> Self:
        """A cursor, with nothing selected."""
        return cls(position, position)

    @property
    def start(self) -> int:
        """The end that comes first in the text."""
        return min(self.anchor, self.position)

    @property
    def end(self) -> int:
        """The end that comes last in the text."""
        return max(self.anchor, self.position)

    @property
    def is_empty(self) -> bool:
        """Whether it is a mere cursor."""
        return self.anchor == self.position


@dataclass(frozen=True)
class Edit:
    """One stretch of a text replaced by another.

    Attributes:
        start: Where the stretch begins.
        end: Where it ends; the same place where something is only put in.
        replacement: What stands there afterwards.
        selection: What is selected afterwards, in places of the text as it is then.
    """

    start: int
    end: int
    replacement: str
    selection: Selection

    @classmethod
    def between(cls, old: str, new: str, base: int, selection: Selection) -> Self:
        """The edit that turns `old`, which stands at `base`, into `new`, and touches no more than it must."""
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        return cls(base + head, base + len(old) - tail, new[head : len(new) - tail], selection)

    def applied(self, text: str) -> str:
        """The text as it is afterwards."""
        return text[: self.start] + self.replacement + text[self.end :]


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
