"""Attachments: what they are, their bytes in parts, and which of them nothing refers to any more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, bindparam, delete, func, insert, select, update

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.errors import InvalidValueError, UnknownAttachmentError
from amp_desktop.storage.rows import instant, seconds, storable
from amp_desktop.storage.tables import ATTACHMENT, ATTACHMENT_PART, ATTACHMENT_USE, SETTING

PART_BYTES = 256 * 1024

_BY_ID = select(ATTACHMENT).where(ATTACHMENT.c.id == bindparam("wanted"))
_BY_DIGEST = select(ATTACHMENT).where(ATTACHMENT.c.digest == bindparam("wanted"))
_ADD_PART = insert(ATTACHMENT_PART)
_PARTS = (
    select(ATTACHMENT_PART.c.content)
    .where(ATTACHMENT_PART.c.attachment_id == bindparam("wanted"))
    .order_by(ATTACHMENT_PART.c.number)
)
_PART = _PARTS.where(ATTACHMENT_PART.c.number == bindparam("number"))
_USED = (
    select(ATTACHMENT_USE.c.version).where(ATTACHMENT_USE.c.attachment_id == ATTACHMENT.c.id).exists()
    | select(SETTING.c.name).where(func.instr(SETTING.c.value, ATTACHMENT.c.id) > 0).exists()
)
"""Some entry, in the bin or not, a kept version or a setting, such as a template, refers to it."""
_UNUSED: ColumnElement[bool] = ~_USED


def add(
    connection: Connection, attachment: Attachment, data: bytes, stored: Callable[[int], None]
) -> Attachment:
    """Keep the attachment with its bytes, unless the same bytes are there already.

    Args:
        connection: In a transaction.
        attachment: What it is; its digest is that of `data`.
        data: All of its bytes.
        stored: Called with the number of bytes written; what it raises ends the transaction.

    Returns:
        The attachment that holds the bytes: this one, or that which was there.
    """
    there = connection.execute(_BY_DIGEST, {"wanted": attachment.digest}).mappings().one_or_none()
    if there is not None:
        return _renewed(connection, _attachment(there), attachment.added_at)
    connection.execute(insert(ATTACHMENT), _row(attachment))
    whole = memoryview(data)
    for number, at in enumerate(range(0, len(data), PART_BYTES)):
        part = whole[at : at + PART_BYTES]
        row = {"attachment_id": str(attachment.id), "number": number, "content": part}
        connection.execute(_ADD_PART, row)
        stored(at + len(part))
    return attachment


def load(connection: Connection, attachment_id: UUID) -> Attachment:
    """What the attachment is.

    Raises:
        UnknownAttachmentError: There is none with this id.
    """
    row = connection.execute(_BY_ID, {"wanted": str(attachment_id)}).mappings().one_or_none()
    if row is None:
        raise _unknown()
    return _attachment(row)


def several(connection: Connection, attachment_ids: Iterable[UUID]) -> tuple[Attachment, ...]:
    """Those of the attachments that there are, in the order asked for."""
    wanted = ({"wanted": str(attachment_id)} for attachment_id in attachment_ids)
    rows = (connection.execute(_BY_ID, one).mappings().one_or_none() for one in wanted)
    return tuple(_attachment(row) for row in rows if row is not None)


def every(connection: Connection) -> tuple[Attachment, ...]:
    """All attachments, the first added first."""
    rows = connection.execute(select(ATTACHMENT).order_by(ATTACHMENT.c.added_at, ATTACHMENT.c.id))
    return tuple(map(_attachment, rows.mappings()))


def find_id(connection: Connection, beginning: str) -> UUID:
    """The id that begins with these characters.

    Raises:
        UnknownAttachmentError: None does.
        InvalidValueError: Several do.
    """
    start = storable(beginning.strip().lower())
    found = select(ATTACHMENT.c.id).where(func.substr(ATTACHMENT.c.id, 1, len(start)) == start).limit(2)
    ids = connection.execute(found).scalars().all() if start else []
    if not ids:
        raise _unknown()
    if len(ids) > 1:
        raise InvalidValueError("Several attachments have ids that begin so.", "Give more of the id.")
    return UUID(ids[0])


def content(connection: Connection, attachment_id: UUID) -> bytes:
    """All bytes of an attachment.

    Raises:
        UnknownAttachmentError: There is none with this id.
    """
    load(connection, attachment_id)
    whole = BytesIO()
    for part in connection.execute(_PARTS, {"wanted": str(attachment_id)}).scalars():
        whole.write(part)
    return whole.getvalue()


def part(connection: Connection, attachment_id: UUID, number: int) -> bytes:
    """A part of an attachment, counted from 0; nothing after the last.

    Raises:
        UnknownAttachmentError: There is no attachment with this id.
    """
    values = {"wanted": str(attachment_id), "number": number}
    found: bytes | None = connection.execute(_PART, values).scalar()
    if found is None:
        load(connection, attachment_id)
    return found or b""


def total_size(connection: Connection) -> int:
    """How many bytes all attachments hold together."""
    size: int = connection.execute(select(func.coalesce(func.sum(ATTACHMENT.c.size), 0))).scalar_one()
    return size


def names(connection: Connection, attachment_ids: Iterable[UUID]) -> Iterator[str]:
    """The names of those of the attachments that there are."""
    return (attachment.name for attachment in several(connection, attachment_ids))


def unused(connection: Connection) -> tuple[Attachment, ...]:
    """Those to which no entry, kept version or setting refers."""
    return tuple(map(_attachment, connection.execute(select(ATTACHMENT).where(_UNUSED)).mappings()))


def remove_unused(connection: Connection, attachment_ids: Iterable[UUID]) -> int:
    """Let go of those of the attachments that nothing refers to, and answer with how many they were."""
    ids = [str(attachment_id) for attachment_id in attachment_ids]
    return connection.execute(delete(ATTACHMENT).where(ATTACHMENT.c.id.in_(ids), _UNUSED)).rowcount


def used_by(connection: Connection, entry_id: UUID) -> tuple[UUID, ...]:
    """Ids of what an entry or one of its kept versions refers to."""
    found = select(ATTACHMENT_USE.c.attachment_id).where(ATTACHMENT_USE.c.entry_id == str(entry_id))
    return tuple(map(UUID, connection.execute(found.distinct()).scalars()))


def _renewed(connection: Connection, there: Attachment, added_at: datetime) -> Attachment:
    """The same, as if added just now where nothing refers to it: it is about to be used, so it must stay."""
    this = ATTACHMENT.c.id == str(there.id)
    renewed = update(ATTACHMENT).where(this, _UNUSED).values(added_at=seconds(added_at))
    return replace(there, added_at=added_at) if connection.execute(renewed).rowcount else there


def _row(attachment: Attachment) -> dict[str, object]:
    return {
        "id": str(attachment.id),
        "name": storable(attachment.name),
        "media_type": attachment.media_type,
        "size": attachment.size,
        "width": attachment.width,
        "height": attachment.height,
        "added_at": seconds(attachment.added_at),
        "digest": attachment.digest,
    }


def _attachment(row: RowMapping) -> Attachment:
    return Attachment(
        id=UUID(row["id"]),
        name=row["name"],
        media_type=row["media_type"],
        size=row["size"],
        width=row["width"],
        height=row["height"],
        added_at=instant(row["added_at"]),
        digest=row["digest"],
    )


def _unknown() -> UnknownAttachmentError:
    return UnknownAttachmentError("This picture or file is not in the journal any more.")
