"""What happened, by days: an index made from what entries say of themselves (`Entry.facts`)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import whole_text
from amp_desktop.storage.concealment import seen
from amp_desktop.storage.tables import ENTRY, ENTRY_FACT

_KNOWN = frozenset(What)
_LISTED = (
    select(ENTRY_FACT.c.day, ENTRY_FACT.c.what, ENTRY_FACT.c.text, ENTRY.c.id, ENTRY.c.kind, ENTRY.c.title)
    .join_from(ENTRY_FACT, ENTRY, ENTRY.c.id == ENTRY_FACT.c.entry_id)
    .where(
        ENTRY_FACT.c.day >= bindparam("since"),
        ENTRY_FACT.c.day <= bindparam("until"),
        ENTRY.c.binned_at.is_(None),
        seen(),
    )
    .order_by(ENTRY_FACT.c.day, ENTRY.c.position, ENTRY_FACT.c.number)
)


def fact_rows(entry: Entry) -> list[dict[str, Any]]:
    """What happened in the entry on days that are known, in its own order, as the index holds it."""
    return [
        {
            "day": fact.day.toordinal(),
            "entry_id": str(entry.id),
            "number": number,
            "what": fact.what.value,
            "text": whole_text(fact.text),
        }
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
    return tuple(
        Happening(
            day=date.fromordinal(day),
            what=What(what),
            entry=UUID(entry_id),
            kind=kind,
            title=title,
            text=text,
        )
        for day, what, text, entry_id, kind, title in connection.execute(_LISTED, days)
        if what in _KNOWN  # a newer version may tell of more
    )
