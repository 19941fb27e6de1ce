"""Pictures and files of an open journal: taking in, handing out, letting go of what nobody needs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from amp_desktop.domain.attachment import (
    LONGEST,
    Attachment,
    attachment_ids,
    clean_media_type,
    clean_name,
    too_large,
)
from amp_desktop.domain.clock import Clock
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.progress import Progress, unheard

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_FOR_UNDO = timedelta(days=1)
_FOR_STORING = timedelta(hours=1)


class JournalAttachments:
    """The pictures and files of one open journal."""

    def __init__(self, store: "Store", clock: Clock) -> None:
        self._store = store.attachments
        self._clock = clock

    # Taking in

    def add(
        self,
        data: bytes,
        name: str,
        media_type: str,
        *,
        width: int | None = None,
        height: int | None = None,
        progress: Progress = unheard,
    ) -> Attachment:
        """Keep bytes as they are, durable when this returns; a text can then refer to them.

        Args:
            data: The content.
            name: What the file is called; it is cleaned (see `clean_name`).
            media_type: Such as "image/png".
            width: In pixels, of a picture.
            height: The same.
            progress: Told the bytes written and their number.

        Returns:
            The attachment; where the same bytes are in the journal already, the one that holds them, but with
            the name given now: what a file was called elsewhere is no business of this place.

        Raises:
            CannotAttachError: They are too many.
            CancelledError: `progress` called it off; nothing was stored.
        """
        if len(data) > LONGEST:
            raise too_large("This")
        attachment = Attachment(
            id=uuid4(),
            name=clean_name(name),
            media_type=clean_media_type(media_type),
            size=len(data),
            width=width,
            height=height,
            added_at=self._clock(),
            digest=sha256(data).hexdigest(),
        )
        kept = self._store.add(attachment, data, lambda stored: progress(stored, len(data)))
        return replace(kept, name=attachment.name)

    def add_file(self, path: Path, progress: Progress = unheard) -> Attachment:
        """Keep a file, without what a picture says about its maker (see `exchange.pictures`).

        Raises:
            CannotAttachError: It is missing, may not be read, is no ordinary file, too large, or a picture
                that is not whole. Nothing was stored.
            CancelledError: `progress` called it off; nothing was stored.
        """
        from amp_desktop.exchange.attaching import read_file

        read = read_file(path, progress)
        return self.add(
            read.data, path.name, read.media_type, width=read.width, height=read.height, progress=progress
        )

    # Handing out

    def get(self, attachment_id: UUID) -> Attachment:
        """What the attachment is.

        Raises:
            UnknownAttachmentError: It is no longer in the journal.
        """
        return self._store.load(attachment_id)

    def find_id(self, beginning: str) -> UUID:
        """The id that begins so, as people type it in a terminal.

        Raises:
            UnknownAttachmentError: None begins so.
            InvalidValueError: Several begin so.
        """
        return self._store.find_id(beginning)

    def data(self, attachment_id: UUID) -> bytes:
        """All of its bytes.

        Raises:
            UnknownAttachmentError: It is no longer in the journal.
        """
        return self._store.content(attachment_id)

    def parts(self, attachment_id: UUID) -> Iterator[bytes]:
        """Its bytes in parts of some hundred kilobytes, each read when it is asked for.

        Raises:
            UnknownAttachmentError: It is no longer in the journal.
        """
        return self._store.parts(attachment_id)

    def save(self, attachment_id: UUID, path: Path) -> None:
        """Write it to a file, not encrypted, whole or not at all, readable by its owner alone.

        Raises:
            UnknownAttachmentError: It is no longer in the journal.
            CannotExportError: The place cannot be written; what was there still is.
        """
        from amp_desktop.exchange.export.export import write_file

        write_file(path, self.data(attachment_id))

    def of(self, entry: Entry) -> tuple[Attachment, ...]:
        """What the entry refers to, in the order of its text; what is gone is passed over."""
        wanted = attachment_ids(entry)
        return self._store.several(wanted) if wanted else ()

    def all(self) -> tuple[Attachment, ...]:
        """Everything that is attached, the first added first."""
        return self._store.every()

    def total_size(self) -> int:
        """How many bytes all attachments hold together."""
        return self._store.total_size()

    # Letting go

    def unused(self) -> tuple[Attachment, ...]:
        """Those to which no entry, in the bin or not, no kept version and no own template refers."""
        return self._store.unused()

    def clear_unused(self, older_than: timedelta = _FOR_UNDO) -> int:
        """Let go of what nothing refers to and was added longer ago than `older_than`.

        So does what entries that were deleted for ever have left behind, however new it is. It is for the
        moment when the journal is put away: while it is open, undo may refer to any of them again.

        Returns:
            How many they were.
        """
        latest, left_behind = self._clock() - older_than, self._store.left_behind
        gone = self.let_go(one.id for one in self.unused() if one.added_at <= latest or one.id in left_behind)
        self.sweep()
        return gone

    def sweep(self, older_than: timedelta = _FOR_STORING) -> None:
        """Take away the bytes of what was let go of, or was not stored to its end, a few at a time.

        Args:
            older_than: Left alone is what was written later, for somebody may be storing it.
        """
        self._store.sweep(self._clock() - older_than)

    def let_go(self, attachment_ids: Iterable[UUID]) -> int:
        """Let go at once of those of the attachments that nothing refers to.

        Returns:
            How many they were.
        """
        wanted = tuple(attachment_ids)
        return self._store.remove_unused(wanted) if wanted else 0
