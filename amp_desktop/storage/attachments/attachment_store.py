"""The attachments in a journal's file as the rest of the program sees them."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import count, takewhile
from uuid import UUID

from amp_desktop.domain.attachment import Attachment
from amp_desktop.storage.attachments import attachment_parts, attachments
from amp_desktop.storage.engine import Database

_FOR_OTHERS = 0.001
"""Seconds between two transactions in which somebody else gets a turn."""


def _unheard(_: int) -> None:
    """Nobody asks how much is written."""


class AttachmentStore:
    """Pictures and files of one open journal; where nothing else is said, one method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._left_behind: set[UUID] = set()

    @property
    def left_behind(self) -> frozenset[UUID]:
        """What entries referred to that were deleted for ever since the journal was opened.

        An undo may refer to it again as long as the journal is open, so it does not go with them.
        """
        return frozenset(self._left_behind)

    def leave_behind(self, attachment_ids: Iterable[UUID]) -> None:
        """Note that entries which referred to these were deleted for ever."""
        self._left_behind.update(attachment_ids)

    def add(
        self, attachment: Attachment, data: bytes, stored: Callable[[int], None] = _unheard
    ) -> Attachment:
        """Keep an attachment with its bytes; when this returns, it survives a power cut.

        The bytes are written in several transactions, so that nobody who writes meanwhile waits for long, and
        become an attachment by the last.

        Args:
            attachment: What it is.
            data: Its bytes, whose digest it names.
            stored: Called with the number of bytes written; what it raises ends the work, and nothing is
                attached.

        Returns:
            The attachment that holds these bytes: this one, or that which was there already.

        Raises:
            NotSavedError: They could not be stored.
        """
        if self._database.read(attachments.there, attachment.digest) is None:
            self._write_parts(attachment, memoryview(data), stored)
        return self._database.write(attachments.add, attachment)

    def _write_parts(self, attachment: Attachment, data: memoryview, stored: Callable[[int], None]) -> None:
        size, at_once = attachment_parts.PART_BYTES, attachment_parts.AT_ONCE
        cut = [data[at : at + size] for at in range(0, len(data), size)]
        for first in range(0, len(cut), at_once):
            some = cut[first : first + at_once]
            self._database.write(attachment_parts.add, attachment.id, first, some, attachment.added_at)
            time.sleep(_FOR_OTHERS)
            stored(min((first + at_once) * size, len(data)))

    def load(self, attachment_id: UUID) -> Attachment:
        """What the attachment is.

        Raises:
            UnknownAttachmentError: There is none with this id.
        """
        return self._database.read(attachments.load, attachment_id)

    def several(self, attachment_ids: Iterable[UUID]) -> tuple[Attachment, ...]:
        """Those of the attachments that there are, in the order asked for."""
        return self._database.read(attachments.several, tuple(attachment_ids))

    def every(self) -> tuple[Attachment, ...]:
        """All attachments, the first added first."""
        return self._database.read(attachments.every)

    def find_id(self, beginning: str) -> UUID:
        """The id of an attachment that begins with these characters.

        Raises:
            UnknownAttachmentError: None does.
            InvalidValueError: Several do.
        """
        return self._database.read(attachments.find_id, beginning)

    def content(self, attachment_id: UUID) -> bytes:
        """All bytes of an attachment.

        Raises:
            UnknownAttachmentError: There is none with this id.
        """
        return self._database.read(attachments.content, attachment_id)

    def parts(self, attachment_id: UUID) -> Iterator[bytes]:
        """The bytes of an attachment in parts, each read when it is asked for.

        Raises:
            UnknownAttachmentError: There is none with this id.
        """
        numbered = (self._database.read(attachments.part, attachment_id, number) for number in count())
        return takewhile(bool, numbered)

    def total_size(self) -> int:
        """How many bytes all attachments hold together."""
        return self._database.read(attachments.total_size)

    def unused(self) -> tuple[Attachment, ...]:
        """Those to which no entry, in the bin or not, no kept version and no setting refers."""
        return self._database.read(attachments.unused)

    def remove_unused(self, attachment_ids: Iterable[UUID]) -> int:
        """Let go of those of the attachments that nothing refers to, and answer with how many they were.

        Their bytes go with the next `sweep`: taking away a large one at once would take long.
        """
        return self._database.write(attachments.remove_unused, tuple(attachment_ids))

    def sweep(self, before: datetime) -> None:
        """Take away the bytes that belong to nothing and were written by that instant.

        They are left over from what was let go of or called off. This too is several transactions.
        """
        positions = self._database.read(attachment_parts.left_over, before)
        for first in range(0, len(positions), attachment_parts.AT_ONCE):
            some = positions[first : first + attachment_parts.AT_ONCE]
            self._database.write(attachment_parts.remove, some)
            time.sleep(_FOR_OTHERS)
