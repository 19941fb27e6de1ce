"""Attachments: what they are, and which of them nothing refers to any more; see `attachment_parts` too."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, bindparam, delete, func, insert, select, update

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.errors import InvalidValueError, NotSavedError, UnknownAttachmentError
from amp_desktop.storage import many
from amp_desktop.storage.attachments import attachment_parts
from amp_desktop.storage.rows import instant, seconds, storable
from amp_desktop.storage.tables import ATTACHMENT, ATTACHMENT_USE, SETTING

_BY_ID = select(ATTACHMENT).where(ATTACHMENT.c.id == bindparam("wanted"))
_SEVERAL = select(ATTACHMENT).where(many.among(ATTACHMENT.c.id))
_NAMES = select(ATTACHMENT.c.id, ATTACHMENT.c.name).where(many.among(ATTACHMENT.c.id))
_USED_BY = select(ATTACHMENT_USE.c.attachment_id).where(many.among(ATTACHMENT_USE.c.entry_id)).distinct()
_BY_DIGEST = select(ATTACHMENT).where(ATTACHMENT.c.digest == bindparam("wanted"))
_USED = (
    select(ATTACHMENT_USE.c.version).where(ATTACHMENT_USE.c.attachment_id == ATTACHMENT.c.id).exists()
    | select(SETTING.c.name).where(func.instr(SETTING.c.value, ATTACHMENT.c.id) > 0).exists()
)
"""Some entry, in the bin or not, a kept version or a setting, such as a template, refers to it."""
_UNUSED: ColumnElement[bool] = ~_USED


def there(connection: Connection, digest: str) -> Attachment | None:
    """The attachment that holds the bytes with this digest, if there is one."""
    row = connection.execute(_BY_DIGEST, {"wanted": digest}).mappings().one_or_none()
    return None if row is None else _attachment(row)


def add(connection: Connection, attachment: Attachment) -> Attachment:
    """Keep an attachment whose parts are written, unless one with the same bytes is there.

    Returns:
        The attachment that holds the bytes: this one, or that which was there. If nothing refers to that one
        yet, it counts as added now: it is about to be used, so it must stay.

    Raises:
        NotSavedError: Parts of it are missing.
    """
    former = there(connection, attachment.digest)
    if former is not None:
        return _renewed(connection, former, attachment.added_at)
    if attachment_parts.size(connection, attachment.id) != attachment.size:
        raise NotSavedError("The picture or file was not stored whole.", "Attach it once more.")
    connection.execute(insert(ATTACHMENT), _row(attachment))
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
    wanted = tuple(attachment_ids)
    rows = connection.execute(_SEVERAL, many.ids(wanted)).mappings()
    found = {one.id: one for one in map(_attachment, rows)}
    return tuple(found[one] for one in wanted if one in found)


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
    return attachment_parts.whole(connection, attachment_id)


def part(connection: Connection, attachment_id: UUID, number: int) -> bytes:
    """A part of an attachment, counted from 0; nothing after the last.

    Raises:
        UnknownAttachmentError: There is no attachment with this id.
    """
    load(connection, attachment_id)
    return attachment_parts.part(connection, attachment_id, number) or b""


def total_size(connection: Connection) -> int:
    """How many bytes all attachments hold together."""
    size: int = connection.execute(select(func.coalesce(func.sum(ATTACHMENT.c.size), 0))).scalar_one()
    return size


def names(connection: Connection, attachment_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of those of the attachments that there are."""
    return {UUID(one): name for one, name in connection.execute(_NAMES, many.ids(attachment_ids))}


def unused(connection: Connection) -> tuple[Attachment, ...]:
    """Those to which no entry, kept version or setting refers."""
    return tuple(map(_attachment, connection.execute(select(ATTACHMENT).where(_UNUSED)).mappings()))


def remove_unused(connection: Connection, attachment_ids: Iterable[UUID]) -> int:
    """Let go of those of the attachments that nothing refers to, and answer with how many they were."""
    ids = [str(attachment_id) for attachment_id in attachment_ids]
    return connection.execute(delete(ATTACHMENT).where(ATTACHMENT.c.id.in_(ids), _UNUSED)).rowcount


def used_by(connection: Connection, entry_ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Ids of what any of these entries, or of their kept versions, refers to."""
    return tuple(map(UUID, connection.execute(_USED_BY, many.ids(entry_ids)).scalars()))


def _renewed(connection: Connection, there: Attachment, added_at: datetime) -> Attachment:
    """The same, as if added just now where nothing refers to it."""
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
    return UnknownAttachmentError("This picture or file is not in the journal.")
