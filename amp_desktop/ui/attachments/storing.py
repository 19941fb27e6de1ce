"""From what is offered to what the journal holds. Everything here is a worker's."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

from amp_desktop.domain.attachment import PICTURE_TYPES, Attachment
from amp_desktop.domain.errors import CancelledError, JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.ui.attachments.pictures import FileData, as_file, prepared, read
from amp_desktop.ui.editing.offered import Offer, OfferedFile, OfferedPicture

translate = QCoreApplication.translate

_MOVING = "image/gif"
_SMALL = QSize(64, 64)


@dataclass(frozen=True)
class StoredFile:
    """What became of several offers.

    Attributes:
        attachments: What is in the journal now, in the order of the offers.
        refused: What is not, and why.
    """

    attachments: tuple[Attachment, ...]
    refused: tuple["RefusedFile", ...]


@dataclass(frozen=True)
class RefusedFile:
    """An offer that could not be kept.

    Attributes:
        name: The name of its file; empty where there is none.
        error: Why.
    """

    name: str
    error: JournalError

    def __str__(self) -> str:
        """Which and why, with what can be done, as a line among others."""
        said = f"{self.error.sentence} {self.error.advice}".strip()
        return f"{self.name}: {said}" if self.name and self.name not in said else said


def keep_all(offers: Sequence[Offer], attachments: JournalAttachments, progress: Progress) -> StoredFile:
    """Keep each of the offers; one that cannot be kept does not keep others from it.

    Raises:
        CancelledError: `progress` called it off; nothing was kept.
    """
    kept: list[Attachment] = []
    refused: list[RefusedFile] = []
    for offer in offers:
        try:
            kept.append(_keep(offer, attachments, progress))
        except CancelledError:
            attachments.let_go(one.id for one in kept)
            raise
        except JournalError as error:
            refused.append(RefusedFile(offer.path.name if isinstance(offer, OfferedFile) else "", error))
    return StoredFile(tuple(kept), tuple(refused))


def _keep(offer: Offer, attachments: JournalAttachments, progress: Progress) -> Attachment:
    match offer:
        case OfferedFile(path):
            return _keep_file(path, attachments, progress)
        case OfferedPicture(content):
            data = as_file(content) if isinstance(content, QImage) else content
            return _keep_picture(data, translate("Attachments", "Picture"), attachments, progress)


def _keep_file(path: Path, attachments: JournalAttachments, progress: Progress) -> Attachment:
    """A file as it is; a picture painted anew, but for one that moves, which is kept without its notes."""
    from amp_desktop.exchange.attaching import read_file

    file = read_file(path, progress)
    if file.media_type in PICTURE_TYPES - {_MOVING}:
        return _keep_picture(file.data, path.stem, attachments, progress)
    if file.media_type == _MOVING:
        read(file.data, _SMALL)
    return attachments.add(
        file.data, path.name, file.media_type, width=file.width, height=file.height, progress=progress
    )


def _keep_picture(
    data: FileData, stem: str, attachments: JournalAttachments, progress: Progress
) -> Attachment:
    picture = prepared(data)
    return attachments.add(
        picture.data,
        f"{stem}{picture.suffix}",
        picture.media_type,
        width=picture.width,
        height=picture.height,
        progress=progress,
    )
