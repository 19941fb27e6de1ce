"""What the unlock view decides, without a widget: which page comes first, what is in the way, what helps."""

from enum import Enum, auto
from pathlib import Path

from amp_desktop.domain.errors import (
    DamagedError,
    JournalError,
    LostKeysError,
    NewerJournalError,
    NoJournalError,
    OpenElsewhereError,
)
from amp_desktop.journal.location import BACKUPS, holds_journal, lacks_keys

PLACE_NAME = "amp-journal"


class UnlockStage(Enum):
    """Where the unlock view begins."""

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
    KEYS_FROM_LISTED = auto()
    KEYS_FROM_FILE = auto()


def first_step(folder: Path, *, expected: bool) -> UnlockStage:
    """The page to begin with.

    Args:
        folder: Where the journal is or would be.
        expected: Whether there was a journal the last time; that it is gone then must not look like a
            first start. Backups without a journal must not either. Without keys no passphrase can help.
    """
    if lacks_keys(folder):
        return UnlockStage.TROUBLE
    if holds_journal(folder):
        return UnlockStage.UNLOCK
    return UnlockStage.TROUBLE if expected or (folder / BACKUPS).is_dir() else UnlockStage.WELCOME


def missing(folder: Path) -> JournalError:
    """What is said when the journal, or what opens it, is not where it was."""
    if lacks_keys(folder):
        from amp_desktop.journal.repair import keys_missing

        return keys_missing(folder)
    return NoJournalError(
        f"The journal is no longer in {folder}.",
        "If it is on a removable disk, connect it and look again.",
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
    if isinstance(error, LostKeysError):
        listed = (Remedy.KEYS_FROM_LISTED,) if has_backups else ()
        return (*listed, Remedy.KEYS_FROM_FILE, *restore, Remedy.LOOK_AGAIN, Remedy.OPEN_ANOTHER)
    if isinstance(error, NoJournalError):
        return (Remedy.LOOK_AGAIN, *restore, Remedy.OPEN_ANOTHER, Remedy.MAKE_NEW)
    return (*restore, Remedy.LOOK_AGAIN, Remedy.OPEN_ANOTHER)


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
