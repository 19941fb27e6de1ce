"""What is typed twice or typed back at the unlock view, and whether it is right; without a widget."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

GROUPS_ASKED = 2
CHECKED_GROUPS = 8
"""The check character behind the eighth group is too short a thing to ask for."""


@dataclass(frozen=True)
class NewPassphrase:
    """A passphrase as it was typed twice."""

    first: str
    second: str

    @property
    def is_complete(self) -> bool:
        """Whether both are there and the same."""
        return bool(self.first) and self.first == self.second

    @property
    def differ(self) -> bool:
        """Whether the second can no longer become the first, so that it is time to say so."""
        return bool(self.second) and not self.first.startswith(self.second)


@dataclass(frozen=True)
class CodeQuestion:
    """Two groups of the recovery code that are typed back, to see that it was written down.

    Attributes:
        groups: All groups of the code, in order.
        asked: Which of them are asked for, counted from 0, in order.
    """

    groups: tuple[str, ...]
    asked: tuple[int, ...]

    @classmethod
    def about(cls, code: str) -> "CodeQuestion":
        """A question about a code, different each time."""
        groups = tuple(code.split("-"))
        drawn = secrets.SystemRandom().sample(range(min(CHECKED_GROUPS, len(groups))), GROUPS_ASKED)
        return cls(groups, tuple(sorted(drawn)))

    def wrong(self, typed: Sequence[str]) -> tuple[int, ...]:
        """Which of the groups asked for were not typed as they were shown, counted as in `asked`."""
        return tuple(
            at
            for at, answer in zip(self.asked, typed, strict=True)
            if _read(answer) != _read(self.groups[at])
        )


def _read(group: str) -> str:
    """A group as it is compared: a hand may write O for 0, and I or L for 1."""
    return "".join(filter(str.isalnum, group.upper())).translate(str.maketrans("OIL", "011"))
