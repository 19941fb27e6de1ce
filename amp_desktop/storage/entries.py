"""Entries: writing them, reading one, deleting for ever."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Update, bindparam, delete, func, insert, select, update

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import NewerEntryError, UnknownEntryError
from amp_desktop.domain.merge import Merge, merge
from amp_desktop.domain.text.texts import with_texts
from amp_desktop.domain.versions import differing, keeps_version
from amp_desktop.storage import indexes, many, positions, versions
from amp_desktop.storage.attachments import attachments
from amp_desktop.storage.concealment import seen
from amp_desktop.storage.dating import Dated, as_it_is
from amp_desktop.storage.own_states import OwnStates
from amp_desktop.storage.rows import COLUMNS, columns_of, instant, storable, to_entry, to_row, values_of
from amp_desktop.storage.tables import ENTRY, ENTRY_LINK

E = TypeVar("E", bound=Entry)


class _Standing(NamedTuple):
    """An entry as it stands.

    Attributes:
        position: Where.
        entry: The entry.
        last_kept: When the newest former state of it that was kept had been saved, or None if none was kept.
    """

    position: int
    entry: Entry
    last_kept: datetime | None


_Changed: TypeAlias = tuple[_Standing, Entry]
"""An entry as it stands, and as it is to stand."""

_STANDING = select(ENTRY, versions.LAST_KEPT.label("last_kept"))
_BY_ID = _STANDING.where(ENTRY.c.id == bindparam("wanted"), seen())
_INSERT = insert(ENTRY)
_FLAGS = ("binned_at", "pinned")
"""What may change of an entry that only a newer version understands: where it is kept, never its words."""
_WORDLESS = {f.name for f in fields(Entry)} - {"title", "body"}
"""The fields of every entry without its texts; those of its kind may hold some."""
_MANY = _STANDING.where(many.among(ENTRY.c.id), seen())
_KNOWN = select(ENTRY.c.id).where(many.among(ENTRY.c.id), seen())
_DELETE = delete(ENTRY).where(many.among(ENTRY.c.id))
_POINTING = select(ENTRY_LINK.c.source_id).where(many.among(ENTRY_LINK.c.target_id)).distinct()
_AT_ONCE = 1000
"""So many entries are in memory twice, before and after, while many are changed."""
_LAST_OF_DAY = select(func.max(ENTRY.c.position)).where(
    ENTRY.c.position >= bindparam("first"), ENTRY.c.position < bindparam("stop")
)


def load(connection: Connection, entry_id: UUID) -> Entry:
    """The entry, the bin included.

    Raises:
        UnknownEntryError: There is none with this id.
    """
    return _placed(connection, entry_id).entry


def several(connection: Connection, entry_ids: Iterable[UUID]) -> tuple[Entry, ...]:
    """These entries, the bin included, in this order and each once.

    Raises:
        UnknownEntryError: There is none with one of these ids.
    """
    return tuple(one.entry for found in _in_parts(connection, entry_ids) for one in found)


def save(
    connection: Connection,
    entry: E,
    *,
    base: Entry | None = None,
    keep_version: bool | None = None,
    own: OwnStates | None = None,
    dated: Dated | None = None,
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
        dated: Gives an entry the days of what became true of it; as it is without.

    Raises:
        NewerEntryError: A newer version wrote what stands there, or what is to stand there.
    """
    entry, dated = _storable(entry), dated or as_it_is
    before = _find(connection, entry.id)
    if before is None:
        entry = dated(entry, None).with_times_fixed(None)
        _insert(connection, [(_next_position(connection, entry.day), entry)])
        if own is not None:
            own.add(entry)
        return Merge(entry)
    previous = before.entry
    _require_writable(previous, entry)
    merged = Merge(entry) if base is None or not previous.IS_KNOWN else merge(base, entry, previous)
    after = dated(merged.entry, previous).with_times_fixed(previous)
    _replace(connection, [(before, after)], keep_version, own)
    return Merge(after, merged.conflicts)


def save_many(connection: Connection, entries: Sequence[Entry]) -> None:
    """Save entries at once; states they replace are kept. Within a day, the earlier written stand first."""
    known = known_ids(connection, [entry.id for entry in entries])
    for entry in entries:
        if entry.id in known:
            save(connection, entry, keep_version=True)
    new = {entry.id: entry for entry in entries if entry.id not in known}.values()
    _insert(connection, _place(connection, sorted(new, key=lambda entry: (entry.day, entry.created_at))))


def holds(connection: Connection, entry_id: UUID) -> bool:
    """Whether there is an entry with this id, in the bin or not."""
    return bool(known_ids(connection, [entry_id]))


def set_binned(connection: Connection, entry_ids: Iterable[UUID], binned_at: datetime | None) -> None:
    """Move entries to the bin, or back with None.

    Raises:
        UnknownEntryError: There is none with one of these ids; nothing was moved.
    """
    ids = list(entry_ids)
    with many.room_for(connection, ids):
        for found in _in_parts(connection, ids):
            changes = [(one, replace(one.entry, binned_at=binned_at)) for one in found]
            _replace(connection, changes, keep_version=False)


def change(
    connection: Connection,
    entry_ids: Iterable[UUID],
    how: Callable[[Entry], Entry],
    *,
    keep_version: bool | None = None,
    own: OwnStates | None = None,
    dated: Dated | None = None,
) -> tuple[Change, ...]:
    """Save what `how` makes of entries, and answer with each that became another, before and after.

    An entry of a newer version is passed over, but for the bin and the pin.

    Raises:
        UnknownEntryError: There is none with one of these ids; nothing was changed.
    """
    ids = list(entry_ids)
    written: list[Change] = []
    dated = dated or as_it_is
    with many.room_for(connection, ids):
        for found in _in_parts(connection, ids):
            changes = [
                (one, dated(_storable(after, entry), entry).with_times_fixed(entry))
                for one in found
                if (after := how(entry := one.entry)) != entry
                and (entry.IS_KNOWN or _differ_in_flags_alone(entry, after))
            ]
            _replace(connection, changes, keep_version, own)
            written += [(before.entry, after) for before, after in changes]
    return tuple(written)


def remove(connection: Connection, entry_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Delete entries for ever, with their versions and the links to them; unknown ids are passed over.

    Returns:
        The ids of what was attached to them, which is still there.
    """
    ids = frozenset(entry_ids)
    attached = frozenset(attachments.used_by(connection, ids))
    _unlink(connection, ids)
    indexes.remove(connection, [(one.position, one.entry) for one in _several(connection, ids).values()])
    connection.execute(_DELETE, many.ids(ids))
    return attached


def _differ_in_flags_alone(before: Entry, after: Entry) -> bool:
    flags = {name: getattr(after, name) for name in (*_FLAGS, "updated_at")}
    return replace(before, **flags) == after


def _require_writable(before: Entry, after: Entry) -> None:
    """Leave alone what a newer version wrote, but for where it is kept.

    Raises:
        NewerEntryError: More would change of such an entry, or it would come to stand in another's place.
    """
    if not (before.IS_KNOWN and after.IS_KNOWN) and not _differ_in_flags_alone(before, after):
        raise NewerEntryError(
            "A newer version of AMP Journal wrote this entry, so it was left as it is.",
            "Open the journal with the newer version to change it.",
        )


def _replace(
    connection: Connection,
    changes: Sequence[_Changed],
    keep_version: bool | None = None,
    own: OwnStates | None = None,
) -> None:
    """Put states of entries in the place of others: in as many statements for one as for hundreds."""
    places = _places(connection, changes)
    moved = [
        indexes.Rewritten.of(before.position, before.entry, place, after)
        for (before, after), place in zip(changes, places, strict=True)
    ]
    known = [one for one in moved if one.before.IS_KNOWN]
    if keep_version is not False:
        last_kept = {before.entry.id: before.last_kept for before, _ in changes}
        versions.keep(connection, _to_keep(known, last_kept, own, always=keep_version is True))
    _update(connection, moved)
    indexes.replace(connection, moved)
    if own is not None:
        for one in known:
            if one.is_written:
                own.add(one.after)


def _update(connection: Connection, rewritten: Sequence[indexes.Rewritten]) -> None:
    """Write the columns in which entries have changed: of all of them, those in which any of them has.

    SQLite keeps every index up to date of which a column is written, be it with the value that it had.
    """
    for is_known in (True, False):
        some = [one for one in rewritten if one.before.IS_KNOWN is is_known]
        changed = {name for one in some for name in _changed_columns(one)}
        allowed = ("position", *COLUMNS) if is_known else _FLAGS
        if columns := tuple(name for name in allowed if name in changed):
            connection.execute(_update_of(columns), [_new_row(one, columns) for one in some])


def _changed_columns(one: indexes.Rewritten) -> tuple[str, ...]:
    columns = columns_of(one.changed) if type(one.before) is type(one.after) else COLUMNS
    return columns if one.at == one.was_at else ("position", *columns)


def _new_row(one: indexes.Rewritten, columns: tuple[str, ...]) -> dict[str, object]:
    values = {"position": one.at, **values_of(one.after, (name for name in columns if name != "position"))}
    return {"was_at": one.was_at, **{f"new_{name}": values[name] for name in columns}}


@cache
def _update_of(columns: tuple[str, ...]) -> Update:
    new: dict[str, object] = {name: bindparam(f"new_{name}") for name in columns}
    return update(ENTRY).where(ENTRY.c.position == bindparam("was_at")).values(new)


def _to_keep(
    known: Sequence[indexes.Rewritten],
    last_kept: Mapping[UUID, datetime | None],
    own: OwnStates | None,
    *,
    always: bool,
) -> list[Entry]:
    """The states that are kept before others take their places."""
    if always:
        return [one.before for one in known]
    by_others: list[indexes.Rewritten] = []
    ours: list[indexes.Rewritten] = []
    for one in known:
        if one.is_written:
            (ours if own is not None and own.hold(one.before) else by_others).append(one)
    kept = (one for one in ours if keeps_version(one.before, one.after, last_kept[one.before.id]))
    return [one.before for one in (*by_others, *kept)]


def _places(connection: Connection, changes: Sequence[_Changed]) -> list[int]:
    """The position of each after the change: above all others of its day, where that is another."""
    on_new_day = [after for before, after in changes if before.entry.day != after.day]
    new = {entry.id: position for position, entry in _place(connection, on_new_day)}
    return [new.get(after.id, before.position) for before, after in changes]


def _storable(entry: E, before: Entry | None = None) -> E:
    """The entry as it can be read back, so that nobody takes it for another's work for half a character.

    What is as it was read `before` can be.
    """
    tags = tuple(map(storable, entry.tags))
    retagged = entry if tags == entry.tags else replace(entry, tags=tags)
    if before is not None and not set(differing(before, entry)) - _WORDLESS:
        return retagged
    return with_texts(retagged, storable)


def _find(connection: Connection, entry_id: UUID) -> _Standing | None:
    row = connection.execute(_BY_ID, {"wanted": str(entry_id)}).mappings().first()
    return None if row is None else _standing(row)


def _standing(row: Mapping[Any, Any]) -> _Standing:
    last_kept = row["last_kept"]
    return _Standing(row["position"], to_entry(row), None if last_kept is None else instant(last_kept))


def _several(connection: Connection, entry_ids: Iterable[UUID]) -> dict[UUID, _Standing]:
    """Those of the entries that there are, as they stand, in the order asked for."""
    asked = list(dict.fromkeys(entry_ids))
    rows = connection.execute(_MANY, many.ids(asked)).mappings()
    found = {one.entry.id: one for one in map(_standing, rows)}
    return {one: found[one] for one in asked if one in found}


def _in_parts(connection: Connection, entry_ids: Iterable[UUID]) -> Iterator[list[_Standing]]:
    """Entries as they stand, some hundreds at a time.

    Raises:
        UnknownEntryError: There is none with one of these ids.
    """
    asked = iter(dict.fromkeys(entry_ids))
    while part := list(islice(asked, _AT_ONCE)):
        found = _several(connection, part)
        for entry_id in part:
            if entry_id not in found:
                raise _unknown(entry_id)
        yield list(found.values())


def _placed(connection: Connection, entry_id: UUID) -> _Standing:
    found = _find(connection, entry_id)
    if found is None:
        raise _unknown(entry_id)
    return found


def _unknown(entry_id: UUID) -> UnknownEntryError:
    return UnknownEntryError(f"There is no entry with the id {entry_id}.")


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


def known_ids(connection: Connection, entry_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these ids that entries bear, in the bin or not."""
    return {UUID(entry_id) for entry_id in connection.execute(_KNOWN, many.ids(entry_ids)).scalars()}


def _unlink(connection: Connection, targets: frozenset[UUID]) -> None:
    """Take the links to `targets` out of every other entry that bears them by hand."""
    pointing = map(UUID, connection.execute(_POINTING, many.ids(targets)).scalars())
    found = _several(connection, (source for source in pointing if source not in targets))
    changes = [
        (one, replace(one.entry, links=tuple(link for link in one.entry.links if link not in targets)))
        for one in found.values()
        if one.entry.IS_KNOWN  # others stay as a newer version wrote them; a link to nowhere shows nothing
    ]
    _replace(connection, changes, keep_version=False)
