"""The share log."""

import json
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from amp_desktop.domain.query import Cursor, ResultPage
from amp_desktop.domain.share import Share
from amp_desktop.storage.concealment import share_seen
from amp_desktop.storage.rows import compact_json, instant, seconds, storable
from amp_desktop.storage.tables import SHARE

_DELETE_TEXT = update(SHARE).where(SHARE.c.number == bindparam("of_number")).values(text="")


def record(connection: Connection, share: Share) -> None:
    """Add to the log what left."""
    connection.execute(
        insert(SHARE).values(
            id=str(share.id),
            shared_at=seconds(share.shared_at),
            to_whom=storable(share.to_whom),
            template=share.template,
            format=share.format,
            entry_ids=compact_json([str(entry_id) for entry_id in share.entry_ids]),
            text=storable(share.text),
            sha256=share.sha256,
            file_name=storable(share.file_name),
        )
    )


def take_out(connection: Connection, share_id: UUID) -> None:
    """Take out of the log what was noted and then did not leave."""
    connection.execute(delete(SHARE).where(SHARE.c.id == str(share_id)))


def page(connection: Connection, after: Cursor | None, limit: int) -> ResultPage[Share]:
    """A page of the log, newest first."""
    found = select(SHARE).where(share_seen()).order_by(SHARE.c.number.desc()).limit(limit + 1)
    if after is not None:
        found = found.where(SHARE.c.number < after)
    got = connection.execute(found).mappings().all()
    more = got[limit - 1]["number"] if len(got) > limit else None
    return ResultPage(tuple(_share(row) for row in got[:limit]), more)


def one(connection: Connection, share_id: UUID) -> Share | None:
    """The line of the log with this id, or None where there is none, or none that is to be seen."""
    row = (
        connection.execute(select(SHARE).where(SHARE.c.id == str(share_id), share_seen())).mappings().first()
    )
    return None if row is None else _share(row)


def holding(connection: Connection, entry_ids: Iterable[UUID]) -> list[int]:
    """The numbers of the lines whose text holds any of these entries."""
    meant = {str(entry_id) for entry_id in entry_ids}
    lines = connection.execute(select(SHARE.c.number, SHARE.c.entry_ids).where(SHARE.c.text != ""))
    return [number for number, ids in lines if not meant.isdisjoint(json.loads(ids))]


def newest_holding(connection: Connection, entry_id: UUID, limit: int) -> tuple[Share, ...]:
    """What left with an entry in it, the newest first, its text deleted or not."""
    named = SHARE.c.entry_ids.contains(f'"{entry_id}"', autoescape=True)
    found = select(SHARE).where(named, share_seen()).order_by(SHARE.c.number.desc()).limit(limit)
    return tuple(map(_share, connection.execute(found).mappings()))


def delete_texts(connection: Connection, entry_ids: Iterable[UUID]) -> int:
    """Delete the texts that hold any of these entries; that they left stays. Answers with how many."""
    numbers = holding(connection, entry_ids)
    if numbers:
        connection.execute(_DELETE_TEXT, [{"of_number": number} for number in numbers])
    return len(numbers)


def _share(row: RowMapping) -> Share:
    return Share(
        id=UUID(row["id"]),
        shared_at=instant(row["shared_at"]),
        to_whom=row["to_whom"],
        template=row["template"],
        format=row["format"],
        entry_ids=tuple(map(UUID, json.loads(row["entry_ids"]))),
        text=row["text"],
        sha256=row["sha256"],
        file_name=row["file_name"],
    )
