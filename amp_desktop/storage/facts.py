"""What happened, by days: an index made from what entries say of themselves (`Entry.facts`)."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.json_value import whole_text
from amp_desktop.storage.concealment import seen
from amp_desktop.storage.tables import ENTRY, ENTRY_FACT

_KNOWN = frozenset(What)
_SEEN = (
    select(ENTRY_FACT.c.day, ENTRY_FACT.c.what, ENTRY_FACT.c.text, ENTRY.c.id, ENTRY.c.kind, ENTRY.c.title)
    .join_from(ENTRY_FACT, ENTRY, ENTRY.c.id == ENTRY_FACT.c.entry_id)
    .where(ENTRY.c.binned_at.is_(None), seen())
)
_ORDER = (ENTRY_FACT.c.day, ENTRY.c.position, ENTRY_FACT.c.number)
_LISTED = _SEEN.where(
    ENTRY_FACT.c.day >= bindparam("since"), ENTRY_FACT.c.day <= bindparam("until")
).order_by(*_ORDER)
_NEWEST = _SEEN.where(ENTRY_FACT.c.what.in_(bindparam("sorts", expanding=True))).order_by(
    *(column.desc() for column in _ORDER)
)


def fact_rows(entry: Entry) -> list[tuple[Any, ...]]:
    """What happened in the entry on days that are known, in its own order, as the index holds it."""
    return [
        (fact.day.toordinal(), str(entry.id), number, fact.what.value, whole_text(fact.text))
        for number, fact in enumerate(entry.facts())
        if fact.what is not None and fact.day is not None
    ]


def happened(connection: Connection, since: date | None, until: date | None) -> tuple[Happening, ...]:
    """What happened on these days in entries outside the bin.

    The oldest stands first; within a day by the days of the entries, and within an entry in its own order.

    Args:
        connection: Within a transaction.
        since: The first day, itself included; None for all before.
        until: The last day, itself included; None for all after.
    """
    days = {"since": (since or date.min).toordinal(), "until": (until or date.max).toordinal()}
    # A newer version may tell of more.
    return tuple(_happening(*row) for row in connection.execute(_LISTED, days) if row.what in _KNOWN)


def newest(
    connection: Connection, sorts: Iterable[What], words: Iterable[str], limit: int
) -> tuple[Happening, ...]:
    """What happened in entries outside the bin that has all these words, the newest first.

    It is read from its end and no further than to the last one that is wanted, however much there is.

    Args:
        connection: Within a transaction.
        sorts: Of what sorts.
        words: Letters that stand, case aside, in the words of what happened or in the title of its entry.
        limit: At most so many.
    """
    wanted = [word.casefold() for word in words]
    with connection.execute(_NEWEST, {"sorts": [sort.value for sort in sorts]}) as rows:
        told = ((row, f"{row.title} {row.text}".casefold()) for row in rows)
        found = (_happening(*row) for row, text in told if all(word in text for word in wanted))
        return tuple(islice(found, limit))


def _happening(day: int, what: str, text: str, entry_id: str, kind: Kind, title: str) -> Happening:
    return Happening(
        day=date.fromordinal(day), what=What(what), entry=UUID(entry_id), kind=kind, title=title, text=text
    )
