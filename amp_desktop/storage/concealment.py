"""The one rule by which readers do not see what is sealed, or what the inner curtain hides.

A connection knows how much is concealed from the one who reads by it, as the SQL function `concealment()`,
and every statement that reads entries asks for what is `seen`. Nothing is concealed from what writes, so that
a tag gets its new name, and a link follows, behind the curtain too. The function is called only for the few
rows that could be concealed at all; the full text, which knows no rows, asks `level_of` beforehand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, and_, event, func, literal_column, not_, or_, select

from amp_desktop.domain.concealment import Concealment, open_kinds
from amp_desktop.storage.tables import ENTRY, SHARE

P = ParamSpec("P")
T = TypeVar("T")

_KEY = "amp_concealment"
_FUNCTION = "concealment"

_OPEN_KINDS = tuple(f"'{kind}'" for kind in open_kinds())
OPEN_KIND = f"kind IN ({', '.join(_OPEN_KINDS)})"
"""Says of a row of `entry` that its kind is one that the curtain leaves open."""


@dataclass
class ConcealmentState:
    """How much is concealed."""

    value: Concealment = Concealment.NOTHING


def know_levels(engine: Engine) -> None:
    """Have the engine's connections know how much is concealed from their reader."""
    event.listen(engine, "connect", _teach)


def _teach(connection: Any, record: Any) -> None:
    level = record.info[_KEY] = ConcealmentState()
    connection.create_function(_FUNCTION, 0, lambda: int(level.value))


def level_of(connection: Connection) -> Concealment:
    """How much is concealed from the one who reads by this connection."""
    level: ConcealmentState = connection.info[_KEY]
    return level.value


def reading(
    connection: Connection,
    concealed: Concealment,
    work: Callable[Concatenate[Connection, P], T],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Do `work`, from which so much is concealed."""
    level: ConcealmentState = connection.info[_KEY]
    level.value = concealed
    try:
        return work(connection, *args, **kwargs)
    finally:
        level.value = Concealment.NOTHING


def seen(entry: Any = ENTRY) -> ColumnElement[bool]:
    """Whether a row of `entry`, or of an alias of it, is to be seen by the reader."""
    level = func.concealment()
    is_sealed = and_(entry.c.sharing == literal_column("'sealed'"), level >= int(Concealment.SEALED))
    is_private = and_(not_(_has_open_kind(entry)), level >= int(Concealment.CURTAIN))
    return not_(or_(is_sealed, is_private))


def _has_open_kind(entry: Any) -> ColumnElement[bool]:
    has_open_kind: ColumnElement[bool] = entry.c.kind.in_([literal_column(kind) for kind in _OPEN_KINDS])
    return has_open_kind


def seen_at(position: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the reader sees the entry that stands at a position."""
    shown = ENTRY.alias("shown")
    return select(shown.c.position).where(shown.c.position == position, seen(shown)).exists()


def seen_with(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the reader sees the entry with an id, or there is none any more."""
    hidden = ENTRY.alias("hidden")
    return not_(select(hidden.c.id).where(hidden.c.id == entry_id, not_(seen(hidden))).exists())


def share_seen() -> ColumnElement[bool]:
    """Whether a line of the share log holds nothing that is concealed from the reader."""
    held = func.json_each(SHARE.c.entry_ids).table_valued("value").alias("held")
    hidden = ENTRY.alias("hidden")
    concealed = select(held.c.value).join(hidden, hidden.c.id == held.c.value).where(not_(seen(hidden)))
    return not_(concealed.correlate(SHARE).exists())
