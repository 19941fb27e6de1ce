"""What is being attached, and what becomes of it where the journal is locked before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError, UnknownEntryError
from amp_desktop.domain.progress import Progress
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.ui.attachments.references import put_in
from amp_desktop.ui.attachments.storing import StoredFile, keep_all
from amp_desktop.ui.editing.offered import Offer

if TYPE_CHECKING:
    from amp_desktop.journal import Journal

LONGEST_WAIT = 120.0
"""Seconds that the closing of a journal waits for a file that is still being read."""


@dataclass(frozen=True)
class AttachTarget:
    """The entry that something is being attached to.

    Attributes:
        entry: Its id.
        begun: The entry as it was begun, where it did not exist yet.
    """

    entry: UUID
    begun: Entry | None = None

    def refer(self, journal: "Journal", attachments: Sequence[Attachment]) -> tuple[Entry, ...]:
        """Have the end of the entry's text refer to attachments, and answer with what changed.

        Raises:
            JournalError: The entry is gone, or could not be written; the attachments are let go of.
        """
        try:
            if self.begun is not None and not is_stored(journal, self.begun.id):
                return (journal.save_entry(_at_the_end(self.begun, attachments)),)
            changed = journal.change_entries([self.entry], lambda entry: _at_the_end(entry, attachments))
        except JournalError:
            journal.attachments.let_go(one.id for one in attachments)
            raise
        return tuple(after for _, after in changed)


class Attaching:
    """Offers that a worker keeps in the journal.

    Usually the window has the text refer to them afterwards. Where the journal is locked meanwhile, the work
    goes on, and `finish` does so in its place.
    """

    def __init__(self, offers: Sequence[Offer], home: AttachTarget) -> None:
        self._offers = offers
        self._home = home
        self._goes_on = False
        self._kept: StoredFile | None = None
        self._over = Event()

    def keep(self, attachments: JournalAttachments, progress: Progress) -> StoredFile:
        """Keep the offers; this is the worker's.

        Raises:
            CancelledError: `progress` called it off; nothing was kept.
        """

        def told(done: int, total: int) -> None:
            if not self._goes_on:  # once the window has gone, there is nobody who could call it off
                progress(done, total)

        try:
            self._kept = keep_all(self._offers, attachments, told)
            return self._kept
        finally:
            self._over.set()

    def go_on(self) -> None:
        """The journal is being locked: do not stop for it."""
        self._goes_on = True

    def finish(self, journal: "Journal") -> bool:
        """Wait until the offers are kept, and have their entry refer to them; False where any is not.

        It is for whoever closes the journal.
        """
        self._over.wait(LONGEST_WAIT)
        kept = self._kept
        if kept is None:
            return False
        try:
            if kept.attachments:
                self._home.refer(journal, kept.attachments)
        except JournalError:
            return False
        return not kept.refused


def _at_the_end(entry: Entry, attachments: Sequence[Attachment]) -> Entry:
    between = "\n\n" if entry.body else ""
    return replace(entry, body=f"{entry.body.rstrip()}{between}{put_in('', attachments)}")


def is_stored(journal: "Journal", entry_id: UUID) -> bool:
    """Whether an entry exists by now, in the bin or not."""
    try:
        return bool(journal.entry(entry_id))
    except UnknownEntryError:
        return False
