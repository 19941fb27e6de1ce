"""Many entries at once: asked for in one statement, however many they are, and changed in one go."""

import json
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

MANY = 20
"""From so many on, it pays to make ready for them."""

_EACH = func.json_each(bindparam("ids")).table_valued("value")
_IDS = select(_EACH.c.value)
_ROOM = -16 * 1024
"""Negative as SQLite has it, for KiB."""


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the column holds one of the ids; `ids` gives the parameter."""
    return column.in_(_IDS)


def ids(of: Iterable[UUID | str]) -> dict[str, str]:
    """The parameter that `among` asks for: one JSON text."""
    return {"ids": json.dumps([str(one) for one in of])}


@contextmanager
def room_for(connection: Connection, entries: Sized) -> Iterator[None]:
    """Have more of the file in memory while many entries change.

    A thousand of them are read, replaced and indexed on three thousand pages. Where fewer have room, half of
    those are written early, and decrypted once more.
    """
    if len(entries) < MANY:
        yield
        return
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = {_ROOM}")
    yield  # after a failure it stays as it is, which harms nothing: one more statement might hide what failed
    connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")
