"""What the gate decides, without a widget: which page comes first, what went wrong, what is asked back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from amp_desktop.domain.errors import (
    DamagedError,
    JournalError,
    NewerJournalError,
    NoJournalError,
    OpenElsewhereError,
)
from amp_desktop.journal.location import BACKUPS, holds_journal

GROUPS_ASKED = 2
PLACE_NAME = "amp-journal"
CHECKED_GROUPS = 8
"""The check character behind the eighth group is too short a thing to ask for."""


class Step(Enum):
    """Where the gate begins."""

    WELCOME = auto()
    UNLOCK = auto()
    TROUBLE = auto()


class Keyring(Enum):
    """What is done about the keyring when the passphrase page shows."""

    LEAVE = auto()
    OFFER = auto()
    ASK = auto()


class Remedy(Enum):
    """What the mentee can do about a journal that does not open; each becomes a button."""

    LOOK_AGAIN = auto()
    OPEN_ANOTHER = auto()
    MAKE_NEW = auto()
    RESTORE = auto()


def first_step(folder: Path, *, expected: bool) -> Step:
    """The page to begin with.

    Args:
        folder: Where the journal is or would be.
        expected: Whether there was a journal the last time; that it is gone then must not look like a
            first start. Backups without a journal must not either.
    """
    if holds_journal(folder):
        return Step.UNLOCK
    return Step.TROUBLE if expected or (folder / BACKUPS).is_dir() else Step.WELCOME


def missing(folder: Path) -> NoJournalError:
    """What is said when the journal is not where it was."""
    return NoJournalError(
        f"The journal is not in {folder} any more.",
        "If it stands on a disk that can be taken out, put that in and look again.",
    )


def is_trouble(error: JournalError) -> bool:
    """Whether the journal itself is in the way, so that typing something else cannot help."""
    return isinstance(error, NoJournalError | DamagedError | NewerJournalError | OpenElsewhereError)


def remedies(error: JournalError, *, has_backups: bool) -> tuple[Remedy, ...]:
    """What can be done, the most likely first."""
    if isinstance(error, NewerJournalError):
        return (Remedy.OPEN_ANOTHER,)
    if isinstance(error, OpenElsewhereError):
        return (Remedy.LOOK_AGAIN, Remedy.OPEN_ANOTHER)
    restore = (Remedy.RESTORE,) if has_backups else ()
    if isinstance(error, NoJournalError):
        return (Remedy.LOOK_AGAIN, *restore, Remedy.OPEN_ANOTHER, Remedy.MAKE_NEW)
    return (*restore, Remedy.LOOK_AGAIN, Remedy.OPEN_ANOTHER)


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
        import secrets  # and with it hashes and MACs, which only this page needs

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


def place_below(folder: Path) -> Path:
    """Where a journal goes that is to stand in `folder`: there if it is empty, else in a new folder below.

    A journal among other files would make their folder private, and be backed up and moved with them.
    """
    try:
        is_empty = not any(folder.iterdir())
    except OSError:
        is_empty = True
    if is_empty:
        return folder
    names = (PLACE_NAME, *(f"{PLACE_NAME}-{number}" for number in range(2, 1000)))
    return next(folder / name for name in names if not (folder / name).exists())
