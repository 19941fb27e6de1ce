"""Pictures as they leave: small enough to be sent, and with nothing but what is seen."""

from collections.abc import Iterable
from uuid import UUID

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.summary import PictureFile
from amp_desktop.journal.attachments import JournalAttachments


class PictureFiles:
    """Makes them once, on whatever thread asks first."""

    def __init__(self, attachments: JournalAttachments) -> None:
        self._attachments = attachments
        self._made: dict[UUID, PictureFile | None] = {}

    def of(self, keys: Iterable[str]) -> dict[str, PictureFile]:
        """The pictures with these keys; what is gone or is no picture is passed over."""
        found = {key: self._file(UUID(key.partition("/")[2])) for key in keys}
        return {key: file for key, file in found.items() if file is not None}

    def forget(self) -> None:
        """Drop every picture."""
        self._made.clear()

    def _file(self, attachment: UUID) -> PictureFile | None:
        if attachment not in self._made:
            self._made[attachment] = self._read(attachment)
        return self._made[attachment]

    def _read(self, attachment: UUID) -> PictureFile | None:
        from amp_desktop.ui.attachments.pictures import as_leaving

        try:
            return as_leaving(self._attachments.data(attachment))
        except JournalError:
            return None
