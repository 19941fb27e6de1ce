"""Reading a file that is to be attached: looked at before it is read, its kind told by its content."""

import mimetypes
import os
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from amp_desktop.domain.attachment import LONGEST, PICTURE_TYPES, UNKNOWN_TYPE, too_large
from amp_desktop.domain.errors import CannotAttachError
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.exchange.pictures import MalformedPictureError, may_tell_of_its_maker, read_picture
from amp_desktop.files import NotAFileError, open_ordinary

_CHUNK = 1 << 20
_BEGINNINGS = ((b"%PDF-", "application/pdf"), (b"\x1f\x8b", "application/gzip"))


@dataclass(frozen=True)
class ReadFile:
    """A file's content, ready to be kept.

    Attributes:
        data: As in the file; of a picture, without what it says about its maker.
        media_type: By its content, or else by its name.
        width: In pixels, of a picture.
        height: The same.
    """

    data: bytes
    media_type: str
    width: int | None = None
    height: int | None = None


def read_file(path: Path, progress: Progress = unheard) -> ReadFile:
    """Read an ordinary file of at most `LONGEST` bytes.

    Args:
        path: Where it is.
        progress: Called while it is read, with nothing done yet, to be able to call it off.

    Raises:
        CannotAttachError: It is missing, may not be read, is a folder, pipe or device, is too large, or
            begins like a picture and is none, or is a picture of which the journal cannot take out what it
            says about its maker.
        CancelledError: `progress` called it off.
    """
    try:
        data = _content(path, progress)
    except NotAFileError:
        raise _no_file(path) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        picture = read_picture(data)
    except MalformedPictureError:
        raise CannotAttachError(
            f"This picture is damaged, so it was not attached: {path}",
            "Open it in a picture program and save it anew.",
        ) from None
    if picture is None and may_tell_of_its_maker(data):
        raise CannotAttachError(
            f"This picture may say where, when and with what it was taken, and the journal cannot take that "
            f"out of it: {path}",
            "Save it as JPEG or PNG, and attach that.",
        )
    if picture is None:
        return ReadFile(data, media_type_of(data, path.name))
    return ReadFile(picture.data, picture.media_type, picture.width, picture.height)


def without_maker(data: bytes, media_type: str) -> ReadFile:
    """What is attached to entries of elsewhere, without what a picture says about its maker.

    It belongs to an entry that comes with it, so nothing is refused: what is no whole picture of a kind that
    can be taken apart is kept as it is, as a file.

    Args:
        data: Its bytes.
        media_type: What it is said to be.
    """
    with suppress(MalformedPictureError):
        if picture := read_picture(data):
            return ReadFile(picture.data, picture.media_type, picture.width, picture.height)
    return ReadFile(data, UNKNOWN_TYPE if media_type in PICTURE_TYPES else media_type)


def media_type_of(data: bytes, name: str) -> str:
    """The media type of what the program cannot show, by its first bytes, else by its name."""
    by_content = next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)
    by_name, packed = mimetypes.guess_type(name, strict=False)
    if by_content or packed or by_name is None or by_name in PICTURE_TYPES:
        return by_content or UNKNOWN_TYPE
    return by_name


def _content(path: Path, progress: Progress) -> bytes:
    with open_ordinary(path) as file:
        status = os.fstat(file.fileno())
        if status.st_size > LONGEST:
            raise too_large(str(path))
        content = BytesIO()
        while chunk := file.read(_CHUNK):
            content.write(chunk)
            if content.tell() > LONGEST:  # it grows while it is read, or its size was not told
                raise too_large(str(path))
            progress(0, max(status.st_size, content.tell()))
        return content.getvalue()


def _no_file(path: Path) -> CannotAttachError:
    what = "folder" if path.is_dir() else "device or a pipe"
    return CannotAttachError(f"This is a {what}, not a file: {path}", "Choose a file.")


def _unreadable(path: Path, error: OSError) -> CannotAttachError:
    if isinstance(error, FileNotFoundError):
        return CannotAttachError(f"There is no file here: {path}")
    why = os.strerror(error.errno) if error.errno else "the disk refused"
    return CannotAttachError(f"This file cannot be read ({why}): {path}")
