"""What can go wrong in the world, each as a sentence for a person and what to do next.

These are the errors a caller may show as they are. A fault of ours is never one of them: it stays an
ordinary exception and ends in a report without journal text.
"""

from typing import ClassVar


class JournalError(Exception):
    """Something in the world kept the journal from doing what was asked.

    Attributes:
        sentence: What happened, as one sentence for a person. Never holds journal text or keys.
        advice: What the person can do next, or an empty string.
        exit_status: The terminal's exit status for this family of errors (see the README's table).
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, sentence: str, advice: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


class InvalidValueError(JournalError):
    """A kind, field, date or option that the journal does not know (wrong usage)."""

    exit_status = 2


class UnknownEntryError(JournalError):
    """No entry has the id that was asked for."""


class UnknownAttachmentError(JournalError):
    """No attachment has the id that was asked for."""


class CannotAttachError(JournalError):
    """The file cannot be read, is too large or is no whole picture; nothing of it was stored."""


class NoJournalError(JournalError):
    """There is no journal at the place that was looked at."""


class JournalExistsError(JournalError):
    """A journal, or something else, already stands where a new one was to be made."""


class WrongPassphraseError(JournalError):
    """The passphrase opens no key slot, and the key file itself is whole."""

    exit_status = 3


class WrongRecoveryCodeError(WrongPassphraseError):
    """The recovery code does not open this journal (another journal's code, or a renewed one)."""


class MistypedRecoveryCodeError(WrongPassphraseError):
    """The recovery code's check character or length says that it was mistyped."""


class DamagedError(JournalError):
    """The journal's file or key file is damaged, empty or not one of ours; it was left untouched."""

    exit_status = 4


class LostKeysError(DamagedError):
    """The journal's key files are lost or damaged; a backup of it has them, and no entry is touched."""


class OpenElsewhereError(JournalError):
    """Another process holds the journal."""

    exit_status = 5


class NewerJournalError(JournalError):
    """The journal was written by a newer version of the program; it was left untouched."""


class NotSavedError(JournalError):
    """Nothing was written: the disk is full, failing or read-only. The caller still holds the text."""


class ReadOnlyError(NotSavedError):
    """The journal's file or folder may only be read."""


class NotLoggedError(JournalError):
    """What was to leave cannot be noted in the share log, so it did not leave."""


class NewerEntryError(NotSavedError):
    """A newer version of the program wrote the entry; this one may only show it."""


class SealedError(JournalError):
    """The entry is sealed, and was to leave."""


class DiskFullError(NotSavedError):
    """The disk has no room left."""


class CannotExportError(JournalError):
    """The target of an export, summary or backup cannot be written; nothing half-written stays there."""


class MayHaveLeftError(CannotExportError):
    """The target of an export or summary failed when some or all of it had been written there."""


class CannotImportError(JournalError):
    """What was to be imported cannot be read, or is of no format that is known; nothing was changed."""


class CannotPrintError(JournalError):
    """Standard output is closed, full or refused what a command answered."""


class KeyringError(JournalError):
    """The system's keyring is missing, locked, refused or did not answer in time."""


class CancelledError(JournalError):
    """The person cancelled a long piece of work; nothing was changed."""
