"""Asking for many ids in one statement, however many they are: they go in as one JSON text."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select

_EACH = func.json_each(bindparam("ids")).table_valued("value")
_IDS = select(_EACH.c.value)


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the column holds one of the ids; `ids` gives the parameter."""
    return column.in_(_IDS)


def ids(of: Iterable[UUID | str]) -> dict[str, str]:
    """The parameter that `among` asks for."""
    return {"ids": json.dumps([str(one) for one in of])}
