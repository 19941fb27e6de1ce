"""What is evidence for which topic: an index made from the pins of entries (`Entry.pins`)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, literal_column, select

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evidence import PinnedEvidence
from amp_desktop.domain.json_value import whole_text
from amp_desktop.domain.pins import Pin
from amp_desktop.storage.concealment import seen
from amp_desktop.storage.positions import day_at
from amp_desktop.storage.rows import stored_values
from amp_desktop.storage.tables import ENTRY, ENTRY_PIN

_KNOWN = frozenset(What)
_IN_USE = and_(ENTRY.c.binned_at.is_(None), seen())
_FROM_PIN = ENTRY.c.id == literal_column("+entry_pin.entry_id")
"""Joins each pin's entry. The sign keeps SQLite from looking for pins entry by entry: pins are few."""

_LISTED = (
    select(
        *(ENTRY_PIN.c[name] for name in ("topic", "fact", "day", "what", "text")),
        *(ENTRY.c[name] for name in ("id", "kind", "title", "position", "fields")),
    )
    .join_from(ENTRY_PIN, ENTRY, _FROM_PIN)
    .where(_IN_USE)
    .order_by(ENTRY_PIN.c.topic, ENTRY_PIN.c.day, ENTRY.c.position, ENTRY_PIN.c.fact)
)
_PINNED = select(ENTRY.c.id).join_from(ENTRY_PIN, ENTRY, _FROM_PIN).where(_IN_USE).distinct()


def pin_rows(entry: Entry) -> list[tuple[Any, ...]]:
    """The pins of the entry as the index holds them; one of a fact that is not true of it is left out."""
    if not entry.pins:
        return []
    facts = {fact.key: fact for fact in entry.facts()}
    rows = []
    for pin in entry.pins:
        fact = facts.get(pin.fact)
        if pin.fact and fact is None:
            continue
        day = entry.day if fact is None else fact.day
        rows.append(
            (
                whole_text(pin.topic),
                str(entry.id),
                whole_text(pin.fact),
                None if day is None else day.toordinal(),
                fact.what.value if fact is not None and fact.what is not None else "",
                whole_text(fact.text) if fact is not None else "",
            )
        )
    return rows


def listed(connection: Connection) -> tuple[PinnedEvidence, ...]:
    """All that is pinned in entries outside the bin: of one topic together, the oldest day first."""
    rows = connection.execute(_LISTED)
    return tuple(
        PinnedEvidence(
            pin=Pin(topic, fact),
            day=None if day is None else date.fromordinal(day),
            what=What(what) if what in _KNOWN else None,
            text=text,
            entry=UUID(entry_id),
            kind=kind,
            title=title,
            entry_day=day_at(position),
            values=stored_values(fields),
        )
        for topic, fact, day, what, text, entry_id, kind, title, position, fields in rows
    )


def pinned_ids(connection: Connection) -> frozenset[UUID]:
    """The entries outside the bin that are evidence for something."""
    return frozenset(map(UUID, connection.execute(_PINNED).scalars()))
