"""The bytes of attachments, in parts.

They are written before the attachment that they belong to, and taken away after it, a few at a time: whoever
saves an entry meanwhile waits for some of them and never for a whole film. Parts of which no attachment tells
are left over from what was called off or deleted; nobody sees them, and they are swept away in time.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from amp_desktop.storage.rows import seconds
from amp_desktop.storage.tables import ATTACHMENT, ATTACHMENT_PART

PART_BYTES = 256 * 1024
AT_ONCE = 2
"""How many parts are written or taken away in one transaction: half a megabyte takes some 10 ms."""

_ADD = insert(ATTACHMENT_PART)
_OF = ATTACHMENT_PART.c.attachment_id == bindparam("wanted")
_CONTENTS = select(ATTACHMENT_PART.c.content).where(_OF).order_by(ATTACHMENT_PART.c.number)
_CONTENT = _CONTENTS.where(ATTACHMENT_PART.c.number == bindparam("number"))
_SIZE = select(func.coalesce(func.sum(func.length(ATTACHMENT_PART.c.content)), 0)).where(_OF)
_OWNER = select(ATTACHMENT.c.id).where(ATTACHMENT.c.id == ATTACHMENT_PART.c.attachment_id).exists()
_ROW = ATTACHMENT_PART.c.position
_LEFT_OVER = select(_ROW).where(~_OWNER, ATTACHMENT_PART.c.stored_at <= bindparam("before"))


def add(
    connection: Connection, attachment_id: UUID, first: int, contents: Sequence[memoryview], now: datetime
) -> None:
    """Write some parts of an attachment, the first of which has the number `first`."""
    of_all = {"attachment_id": str(attachment_id), "stored_at": seconds(now)}
    rows = [{**of_all, "number": first + at, "content": content} for at, content in enumerate(contents)]
    connection.execute(_ADD, rows)


def whole(connection: Connection, attachment_id: UUID) -> bytes:
    """All bytes that are there of an attachment."""
    joined = BytesIO()
    for content in connection.execute(_CONTENTS, {"wanted": str(attachment_id)}).scalars():
        joined.write(content)
    return joined.getvalue()


def part(connection: Connection, attachment_id: UUID, number: int) -> bytes | None:
    """The part with this number, counted from 0, or None where there is none."""
    values = {"wanted": str(attachment_id), "number": number}
    content: bytes | None = connection.execute(_CONTENT, values).scalar()
    return content


def size(connection: Connection, attachment_id: UUID) -> int:
    """How many bytes are there of an attachment."""
    found: int = connection.execute(_SIZE, {"wanted": str(attachment_id)}).scalar_one()
    return found


def left_over(connection: Connection, before: datetime) -> tuple[int, ...]:
    """Where the parts stand that belong to nothing and were written by that instant."""
    return tuple(connection.execute(_LEFT_OVER, {"before": seconds(before)}).scalars())


def remove(connection: Connection, positions: Sequence[int]) -> None:
    """Take away the parts at these positions, unless what they belong to has come meanwhile."""
    connection.execute(delete(ATTACHMENT_PART).where(_ROW.in_(positions), ~_OWNER))
