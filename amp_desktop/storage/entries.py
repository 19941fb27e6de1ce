"""Entries: writing them, reading one, deleting for ever."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import NewerEntryError, UnknownEntryError
from amp_desktop.domain.merge import Merge, merge
from amp_desktop.domain.text.texts import with_texts
from amp_desktop.domain.versions import contents, keeps_version
from amp_desktop.storage import indexes, positions, versions
from amp_desktop.storage.attachments import attachments
from amp_desktop.storage.own_states import OwnStates
from amp_desktop.storage.rows import storable, to_entry, to_row
from amp_desktop.storage.tables import ENTRY, ENTRY_LINK

E = TypeVar("E", bound=Entry)

_BY_ID = select(ENTRY).where(ENTRY.c.id == bindparam("wanted"))
_INSERT = insert(ENTRY)
_UPDATE = update(ENTRY).where(ENTRY.c.id == bindparam("wanted"))
_LAST_OF_DAY = select(func.max(ENTRY.c.position)).where(
    ENTRY.c.position >= bindparam("first"), ENTRY.c.position < bindparam("stop")
)


def load(connection: Connection, entry_id: UUID) -> Entry:
    """The entry, the bin included.

    Raises:
        UnknownEntryError: There is none with this id.
    """
    return _placed(connection, entry_id)[1]


def save(
    connection: Connection,
    entry: E,
    *,
    base: Entry | None = None,
    keep_version: bool | None = None,
    own: OwnStates | None = None,
) -> Merge[E]:
    """Insert the entry, or put it in place of the one with its id, and answer with it as it stands then.

    Args:
        connection: Within a transaction.
        entry: What is to stand there.
        base: The state it was made from. Where another stands there by now, the changes of both are taken
            (see `domain.merge`), and that other state is kept as a version.
        keep_version: Whether the state that is replaced is kept; None leaves that to
            `domain.versions.keeps_version`.
        own: The states that this process wrote; any other state is another's.

    Raises:
        NewerEntryError: A newer version wrote what stands there, or what is to stand there.
    """
    entry = _storable(entry)
    before = _find(connection, entry.id)
    if before is None:
        _insert(connection, [(_next_position(connection, entry.day), entry)])
        if own is not None:
            own.add(entry)
        return Merge(entry)
    position, previous = before
    if not (previous.IS_KNOWN and entry.IS_KNOWN):
        _set_flags(connection, position, previous, entry)
        return Merge(entry)
    merged = Merge(entry) if base is None else merge(base, entry, previous)
    entry = merged.entry
    if keep_version is None:
        by_another = own is None or not own.hold(previous)
        last_kept = versions.last_kept(connection, entry.id)
        keep_version = keeps_version(previous, entry, last_kept, by_another=by_another)
    if keep_version:
        versions.keep(connection, previous)
    indexes.remove(connection, position, previous)
    if previous.day != entry.day:
        position = _next_position(connection, entry.day)
    connection.execute(_UPDATE, {"wanted": str(entry.id), "position": position, **to_row(entry)})
    indexes.add(connection, [(position, entry)])
    if own is not None and contents(previous) != contents(entry):
        own.add(entry)
    return merged


def save_many(connection: Connection, entries: Sequence[Entry]) -> None:
    """Save entries at once; states they replace are kept. Within a day, the earlier written stand first."""
    known = _known_ids(connection, [entry.id for entry in entries])
    for entry in entries:
        if entry.id in known:
            save(connection, entry, keep_version=True)
    new = {entry.id: entry for entry in entries if entry.id not in known}.values()
    _insert(connection, _place(connection, sorted(new, key=lambda entry: (entry.day, entry.created_at))))


def holds(connection: Connection, entry_id: UUID) -> bool:
    """Whether there is an entry with this id, in the bin or not."""
    return bool(_known_ids(connection, [entry_id]))


def set_binned(connection: Connection, entry_ids: Iterable[UUID], binned_at: datetime | None) -> None:
    """Move entries to the bin, or back with None.

    Raises:
        UnknownEntryError: There is none with one of these ids; nothing was moved.
    """
    for entry_id in entry_ids:
        save(connection, replace(load(connection, entry_id), binned_at=binned_at), keep_version=False)


def change(
    connection: Connection,
    entry_ids: Iterable[UUID],
    how: Callable[[Entry], Entry],
    *,
    keep_version: bool | None = None,
    own: OwnStates | None = None,
) -> tuple[Change, ...]:
    """Save what `how` makes of entries, and answer with each that became another, before and after.

    An entry of a newer version is passed over, but for the bin and the pin.

    Raises:
        UnknownEntryError: There is none with one of these ids; nothing was changed.
    """
    before = [load(connection, entry_id) for entry_id in dict.fromkeys(entry_ids)]
    changed = [
        (entry, after)
        for entry in before
        if (after := how(entry)) != entry and (entry.IS_KNOWN or _differ_in_flags_alone(entry, after))
    ]
    return tuple(
        (entry, save(connection, after, keep_version=keep_version, own=own).entry) for entry, after in changed
    )


def remove(connection: Connection, entry_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Delete entries for ever, with their versions and the links to them; unknown ids are passed over.

    Returns:
        The ids of what was attached to them, which is still there.
    """
    attached: set[UUID] = set()
    for entry_id in entry_ids:
        found = _find(connection, entry_id)
        if found is not None:
            attached.update(attachments.used_by(connection, entry_id))
            _unlink(connection, entry_id)
            indexes.remove(connection, *_placed(connection, entry_id))
            connection.execute(delete(ENTRY).where(ENTRY.c.id == str(entry_id)))
    return frozenset(attached)


_FLAGS = ("binned_at", "pinned")
"""What may change of an entry that only a newer version understands: where it is kept, never its words."""


def _differ_in_flags_alone(before: Entry, after: Entry) -> bool:
    flags = {name: getattr(after, name) for name in (*_FLAGS, "updated_at")}
    return replace(before, **flags) == after


def _set_flags(connection: Connection, position: int, before: Entry, after: Entry) -> None:
    """Write the flags of an entry that this version may not write.

    Raises:
        NewerEntryError: More than they would change.
    """
    if not _differ_in_flags_alone(before, after):
        raise NewerEntryError(
            "A newer version of AMP Journal wrote this entry, so it was left as it is.",
            "Open the journal with the newer version to change it.",
        )
    indexes.remove(connection, position, before)
    columns = {name: value for name, value in to_row(after).items() if name in _FLAGS}
    connection.execute(update(ENTRY).where(ENTRY.c.position == position).values(columns))
    indexes.add(connection, [(position, after)])


def _storable(entry: E) -> E:
    """The entry as it can be read back, so that nobody takes it for another's work for half a character."""
    return replace(with_texts(entry, storable), tags=tuple(map(storable, entry.tags)))


def _find(connection: Connection, entry_id: UUID) -> tuple[int, Entry] | None:
    row = connection.execute(_BY_ID, {"wanted": str(entry_id)}).mappings().one_or_none()
    return None if row is None else (row["position"], to_entry(row))


def _placed(connection: Connection, entry_id: UUID) -> tuple[int, Entry]:
    found = _find(connection, entry_id)
    if found is None:
        raise UnknownEntryError(f"There is no entry with the id {entry_id}.")
    return found


def _insert(connection: Connection, placed: Sequence[tuple[int, Entry]]) -> None:
    if placed:
        connection.execute(_INSERT, [{"position": at, **to_row(entry)} for at, entry in placed])
        indexes.add(connection, placed)


def _place(connection: Connection, entries: Sequence[Entry]) -> list[tuple[int, Entry]]:
    """A position for each of the new entries."""
    free: dict[date, int] = {}
    placed = []
    for entry in entries:
        position = free.get(entry.day) or _next_position(connection, entry.day)
        free[entry.day] = position + 1
        placed.append((position, entry))
    return placed


def _next_position(connection: Connection, day: date) -> int:
    """The position above everything that stands on `day`."""
    places = positions.of_day(day)
    last: int | None = connection.execute(_LAST_OF_DAY, {"first": places.start, "stop": places.stop}).scalar()
    return places.start if last is None else last + 1


def _known_ids(connection: Connection, entry_ids: Iterable[UUID]) -> set[UUID]:
    known = select(ENTRY.c.id).where(ENTRY.c.id.in_([str(entry_id) for entry_id in entry_ids]))
    return {UUID(entry_id) for entry_id in connection.execute(known).scalars()}


def _unlink(connection: Connection, target: UUID) -> None:
    """Take the link to `target` out of every entry that bears it by hand."""
    pointing = select(ENTRY_LINK.c.source_id).where(ENTRY_LINK.c.target_id == str(target))
    for (source,) in connection.execute(pointing).all():
        entry = load(connection, UUID(source))
        if not entry.IS_KNOWN:
            continue  # it stays as the newer version wrote it; a link that leads nowhere shows nothing
        kept = tuple(link for link in entry.links if link != target)
        save(connection, replace(entry, links=kept), keep_version=False)
