"""Pictures as they leave: small enough to be sent, and with nothing but what is seen."""

from collections.abc import Iterable
from uuid import UUID

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.summary import PictureFile
from amp_desktop.journal.attaching_files import JournalAttachments

LONGEST_SIDE = 1600
"""Pixels; a page of paper shows no more, and a message stays light."""


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
        from amp_desktop.ui.attachments.pictures import prepared

        try:
            made = prepared(self._attachments.data(attachment), LONGEST_SIDE)
        except JournalError:
            return None
        return PictureFile(made.data, made.media_type, made.width, made.height)
