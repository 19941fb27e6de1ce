"""Pictures and files that belong to entries, and how a text refers to them: `attachment:` and an id.

An attachment is no part of an entry: a text points to it, as it points to an address, and several may.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import CannotAttachError, InvalidValueError
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.text.asides import MARK
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.text.texts import texts_of

SCHEME = "attachment"
LONGEST = 64 * 1024**2
"""How many bytes one attachment may hold."""
LONGEST_NAME = 200
"""How many characters its name may have."""
PICTURE_TYPES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"})
"""What the program can show; any other picture is a file like all others."""
UNKNOWN_TYPE = "application/octet-stream"

REFERENCE = re.compile(rf"\b{SCHEME}:([0-9A-Fa-f-]{{32,36}})(?![0-9A-Za-z-])")
"""Wherever it stands in a text: rather one reference too many than an attachment that is thought unused."""

WORDS = r"[^\[\]\\\n]{0,300}+(?:\\.[^\[\]\\\n]{0,300}+){0,300}+"
"""What may stand in the brackets of a picture or a link; a bracket among it has a backslash before it."""
_POINTER = re.compile(rf"!?\[({WORDS})\]\({SCHEME}:[^()\s]*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_DIGEST = re.compile("[0-9a-f]{64}")
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,99}/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}")
_PATH_ENDS = re.compile(r"[/\\]")
_SUFFIX = re.compile(r"\.[^. ]{1,20}\Z")
_NAMELESS = "file"
_MARKUP = re.compile(r"[\\\[\]*`<>~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!\w)#(?=\S)")


@dataclass(frozen=True)
class Attachment:
    """A picture or a file in the journal, without its content.

    Attributes:
        id: Unique for ever, also across exports.
        name: A clean file name (see `clean_name`).
        media_type: Such as "image/png"; `UNKNOWN_TYPE` where it is not known.
        size: How many bytes it holds.
        width: In pixels, of a picture whose size is known, else None.
        height: The same.
        added_at: UTC, to the second.
        digest: SHA-256 of its content, as 64 hexadecimal digits.
    """

    id: UUID
    name: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    added_at: datetime
    digest: str

    @property
    def is_picture(self) -> bool:
        """Whether the program can show it within a text."""
        return self.media_type in PICTURE_TYPES

    def to_json(self) -> dict[str, Json]:
        """As plain data, for the terminal and for exports."""
        return {
            "id": str(self.id),
            "name": self.name,
            "media_type": self.media_type,
            "size": self.size,
            "width": self.width,
            "height": self.height,
            "added_at": iso_instant(self.added_at),
            "digest": self.digest,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Attachment":
        """The attachment that `to_json` made `data` from.

        Raises:
            InvalidValueError: The data is none: a value missing or of the wrong type.
        """
        try:
            return cls(
                id=UUID(data["id"]),
                name=clean_name(data["name"]),
                media_type=clean_media_type(data["media_type"]),
                size=_size(data["size"]),
                width=None if data["width"] is None else _size(data["width"]),
                height=None if data["height"] is None else _size(data["height"]),
                added_at=datetime.fromisoformat(data["added_at"]).astimezone(UTC),
                digest=_digest(data["digest"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            raise InvalidValueError("This is not an attachment of a journal.") from error


def clean_name(text: str) -> str:
    """A file name that is safe to show and to keep: one line, no path, nothing that cannot be seen.

    Control characters and those that turn the direction of text round are gone, so that no name looks like
    another; a long one is cut before its suffix. What is left of nothing is “file”.
    """
    last = _PATH_ENDS.split(text)[-1]
    seen = "".join(c if unicodedata.category(c)[0] != "C" else " " * c.isspace() for c in last)
    name = " ".join(unicodedata.normalize("NFC", seen).split())
    if not name.strip(". "):
        return _NAMELESS
    if len(name) <= LONGEST_NAME:
        return name
    found = _SUFFIX.search(name)
    suffix = found[0] if found else ""
    return name[: LONGEST_NAME - len(suffix)].rstrip() + suffix


def clean_media_type(text: str) -> str:
    """The media type in small letters, or `UNKNOWN_TYPE` for what is none."""
    wanted = text.strip().lower()
    return wanted if _MEDIA_TYPE.fullmatch(wanted) else UNKNOWN_TYPE


def reference(attachment: Attachment, words: str = "") -> str:
    """The Markdown that stands for the attachment in a text.

    Args:
        attachment: A picture that the program can show becomes one in the text, anything else a link.
        words: What is said for a picture, or what the link reads; a link without reads the file's name.
    """
    if attachment.is_picture:
        return f"![{_escaped(words)}]({SCHEME}:{attachment.id})"
    return f"[{_escaped(words) or _escaped(attachment.name)}]({SCHEME}:{attachment.id})"


def _escaped(words: str) -> str:
    """The words on one line with nothing in them that Markdown, or the mark of an aside, would take apart."""
    line = one_line("".join(c for c in words if c.isspace() or unicodedata.category(c) != "Cc"))
    while MARK.search(line):
        line = MARK.sub(lambda mark: mark[0][0], line)
    return _MARKUP.sub(r"\\\g<0>", line)


def in_words(text: str) -> str:
    """The text with the words of its pointers in their place and without ids: as it is searched, and told."""
    if f"{SCHEME}:" not in text:
        return text
    told = _POINTER.sub(lambda pointer: _ESCAPED.sub(r"\1", pointer[1]), text)
    return REFERENCE.sub("", told)


def without_pointers(text: str) -> str:
    """The text without its pointers, whole ones with their words, and without ids."""
    return REFERENCE.sub("", _POINTER.sub("", text)) if f"{SCHEME}:" in text else text


def referenced_ids(text: str) -> tuple[UUID, ...]:
    """The ids of the attachments that a text refers to, in order, each once."""
    if f"{SCHEME}:" not in text:
        return ()
    return tuple(dict.fromkeys(_ids(text)))


def attachment_ids(entry: Entry) -> tuple[UUID, ...]:
    """The ids of the attachments that an entry refers to: in its body first, then in its own fields."""
    return referenced_ids("\n".join((*texts_of(entry, title=False), entry.title)))


def too_large(what: str) -> CannotAttachError:
    """The error for what holds more than `LONGEST` bytes, and is called `what`."""
    return CannotAttachError(
        f"{what} is larger than {LONGEST // 1024**2} MB, so it was not attached.",
        "Keep it elsewhere, and write down where.",
    )


def _ids(text: str) -> Iterator[UUID]:
    for found in REFERENCE.finditer(text):
        try:
            yield UUID(found[1])
        except ValueError:
            continue


def _size(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError("A size is a whole number.")
    return value


def _digest(value: str) -> str:
    if not _DIGEST.fullmatch(value):
        raise ValueError("A digest has 64 hexadecimal digits.")
    return value
