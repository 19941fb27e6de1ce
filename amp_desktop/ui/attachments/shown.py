"""The pictures of the journal as they are seen: unpacked by a worker, and kept while there is room."""

from collections import OrderedDict
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from amp_desktop.domain.errors import JournalError, UnknownAttachmentError
from amp_desktop.domain.progress import Progress
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.ui.attachments.pictures import LONGEST_SIDE, plain, read
from amp_desktop.ui.platform.jobs import run_job

MOST_BYTES = 48_000_000
"""Of all unpacked pictures together."""

_Key = tuple[UUID, int]


class ShownPictures(QObject):
    """Pictures by the id of their attachment, each in the widths that it was asked for.

    Attributes:
        came: A picture is there that was not before, or is finer; carries the id.
    """

    came = Signal(object)

    def __init__(self, attachments: JournalAttachments, parent: QObject) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self._sizes: dict[UUID, QSize | None] = {}
        self._images: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: dict[UUID, QSize] = {}
        self._under_way: set[UUID] = set()
        self._unreadable: set[UUID] = set()

    def size_of(self, picture: UUID) -> QSize | None:
        """How large it is in its own pixels; None where the journal has no such picture."""
        if picture not in self._sizes:
            self._sizes[picture] = _size_in(self._attachments, picture)
        return self._sizes[picture]

    def image(self, picture: UUID, room: QSize) -> QImage | None:
        """The picture as it fits into a room of so many pixels, or what there is of it meanwhile.

        It comes later where it is not there yet (`came`).
        """
        key = (picture, room.width())
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        if picture not in self._unreadable:
            self._wanted[picture] = room
            self._begin(picture)
        others = [image for (other, _), image in self._images.items() if other == picture]
        return max(others, key=QImage.width, default=None)

    def forget(self) -> None:
        """Drop every picture."""
        self._images.clear()
        self._sizes.clear()
        self._wanted.clear()
        self._unreadable.clear()
        self._bytes = 0

    def _begin(self, picture: UUID) -> None:
        """One width of a picture at a time: while a window is drawn larger, only the last counts."""
        room = self._wanted.get(picture)
        if picture in self._under_way or room is None:
            return
        self._under_way.add(picture)
        run_job(
            self,
            partial(_unpacked, self._attachments, picture, room),
            partial(self._take, picture, room),
            partial(self._give_up, picture),
        )

    def _take(self, picture: UUID, room: QSize, image: QImage) -> None:
        self._under_way.discard(picture)
        if picture not in self._wanted:  # everything was forgotten meanwhile
            return
        self._images[picture, room.width()] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._images) > 1:
            self._bytes -= self._images.popitem(last=False)[1].sizeInBytes()
        if self._wanted[picture] == room:
            del self._wanted[picture]
        self._begin(picture)
        self.came.emit(picture)

    def _give_up(self, picture: UUID, _: JournalError) -> None:
        self._under_way.discard(picture)
        self._wanted.pop(picture, None)
        self._unreadable.add(picture)


class WholePictures:
    """Pictures as finely as the journal has them, for paper: each is there when it is asked for."""

    def __init__(self, attachments: JournalAttachments) -> None:
        self._attachments = attachments

    def size_of(self, picture: UUID) -> QSize | None:
        """How large it is in its own pixels; None where the journal has no such picture."""
        return _size_in(self._attachments, picture)

    def image(self, picture: UUID, _: QSize) -> QImage | None:
        """The picture; None where it cannot be read."""
        try:
            return plain(read(self._attachments.data(picture), QSize(LONGEST_SIDE, LONGEST_SIDE)))
        except JournalError:
            return None


def _size_in(attachments: JournalAttachments, picture: UUID) -> QSize | None:
    try:
        attachment = attachments.get(picture)
    except UnknownAttachmentError:
        return None
    if not (attachment.is_picture and attachment.width and attachment.height):
        return None
    return QSize(attachment.width, attachment.height)


def _unpacked(attachments: JournalAttachments, picture: UUID, room: QSize, _: Progress) -> QImage:
    size = room.expandedTo(QSize(1, 1))
    return plain(read(attachments.data(picture), size))
