"""Attachments in an export: plain files in a folder `attachments`, and what says which file is which.

The list names a file by its place within the export, and nothing is read by that name before it was looked
at: a list that somebody else wrote leads to no other place, and only the bytes that it promises are taken.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from amp_desktop.domain.attachment import LONGEST, Attachment
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.json_value import Json
from amp_desktop.exchange.export.file_names import free_name, is_plain, parted, words_of
from amp_desktop.files import open_ordinary

FOLDER = "attachments"


@dataclass(frozen=True)
class Source:
    """Where an export gets the attachments from.

    Attributes:
        several: Those of the attachments with these ids that there are.
        parts: The bytes of the attachment with an id, in parts.
    """

    several: Callable[[tuple[UUID, ...]], tuple[Attachment, ...]]
    parts: Callable[[UUID], Iterable[bytes]]


NOTHING_ATTACHED = Source(lambda _: (), lambda _: ())


@dataclass(frozen=True)
class Packed:
    """An attachment of an export.

    Attributes:
        attachment: What it is.
        file: The name of its file in the folder `attachments`.
    """

    attachment: Attachment
    file: str

    @property
    def place(self) -> str:
        """Where its file is, seen from the export's folder, as JSON and Markdown write it."""
        return f"{FOLDER}/{self.file}"

    def to_json(self) -> dict[str, Json]:
        """As plain data."""
        return {**self.attachment.to_json(), "file": self.place}

    @classmethod
    def from_json(cls, data: Any) -> "Packed":
        """From plain data.

        Raises:
            InvalidValueError: The data is no such thing, or its file would be elsewhere.
        """
        place = data.get("file") if isinstance(data, Mapping) else None
        if not isinstance(place, str):
            raise _not_one()
        folder, _, file = place.partition("/")
        if folder != FOLDER or not is_plain(file):
            raise _not_one()
        return cls(Attachment.from_json(data), file)

    def read(self, folder: Path) -> bytes:
        """The bytes of its file in an export that stands in `folder`.

        Raises:
            InvalidValueError: The file is missing, or is another than was exported.
        """
        try:
            with open_ordinary(folder / FOLDER / self.file) as file:
                data = file.read(min(self.attachment.size, LONGEST) + 1)
        except OSError as error:
            raise InvalidValueError("A file of this export is missing or cannot be read.") from error
        if hashlib.sha256(data).hexdigest() != self.attachment.digest:
            raise InvalidValueError("A file of this export was changed.")
        return data


class Packer:
    """Writes what entries refer to into an export's folder, each attachment once."""

    def __init__(self, folder: Path, source: Source) -> None:
        self._folder = folder / FOLDER
        self._source = source
        self._taken: set[str] = set()
        self._packed: dict[UUID, Packed] = {}

    @property
    def packed(self) -> tuple[Packed, ...]:
        """All that was written."""
        return tuple(self._packed.values())

    def pack(self, ids: tuple[UUID, ...]) -> tuple[Packed, ...]:
        """Write what a text refers to, unless it is written already, and answer with all of it.

        Raises:
            OSError: The folder cannot be written.
        """
        wanted = self._source.several(ids) if ids else ()
        return tuple(self._packed.get(one.id) or self._write(one) for one in wanted)

    def _write(self, attachment: Attachment) -> Packed:
        packed = self._named(attachment)
        self._folder.mkdir(exist_ok=True)
        with (self._folder / packed.file).open("xb") as file:
            for part in self._source.parts(attachment.id):
                file.write(part)
        return packed

    def _named(self, attachment: Attachment) -> Packed:
        """The attachment under a name of its own, counted as written."""
        stem, suffix = parted(words_of(attachment.name))
        packed = Packed(attachment, free_name(stem, suffix, self._taken))
        self._packed[attachment.id] = packed
        return packed


def _not_one() -> InvalidValueError:
    return InvalidValueError("This is not an attachment of a journal's export.")
