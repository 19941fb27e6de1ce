"""Entries that a newer version wrote: where they are kept may change, never what stands in them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import Connection

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import NewerEntryError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import entries, indexes
from amp_desktop.storage.engine import Database
from amp_desktop.storage.store import Store
from tests.storage.search.searching import sought

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
RITUAL = UUID(int=1)


@pytest.fixture
def ritual(store: Store, database: Database) -> Entry:
    """An entry of a kind that this version does not know, linked to a note."""
    target = Note(title="target", day=date(2026, 7, 1))
    store.save(target)
    store.save(Note(id=RITUAL, title="Morning", body="a gong #tea", links=(target.id,), day=date(2026, 7, 2)))

    def as_a_newer_version(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE entry SET kind = 'ritual' WHERE id = ?", (str(RITUAL),))
        indexes.rebuild(connection)

    database.write(as_a_newer_version)
    return store.entry(RITUAL)


def raw(database: Database) -> tuple[object, ...]:
    """All that the file holds of it but for the flags."""
    sql = (
        "SELECT position, kind, title, body, tags, links, sharing, updated_at, fields FROM entry WHERE id = ?"
    )
    return tuple(database.read(lambda c: c.exec_driver_sql(sql, (str(RITUAL),)).one()))


def test_bin_and_pin_are_the_only_things_to_change(store: Store, database: Database, ritual: Entry) -> None:
    before = raw(database)
    store.set_binned([RITUAL], NOON)
    assert store.entry(RITUAL).binned_at == NOON
    assert store.search(sought("gong")).items == ()
    store.set_binned([RITUAL], None)
    store.save(replace(ritual, pinned=True, updated_at=NOON))
    assert store.entry(RITUAL).pinned
    assert [hit.row.id for hit in store.search(sought("gong")).items] == [RITUAL]
    assert raw(database) == before
    assert store.check().is_whole


@pytest.mark.parametrize(
    "change", [{"title": "Evening"}, {"body": ""}, {"tags": ("a",)}, {"day": date(2026, 7, 3)}]
)
def test_anything_else_is_refused_and_changes_nothing(
    store: Store, database: Database, ritual: Entry, change: dict[str, object]
) -> None:
    before = raw(database)
    with pytest.raises(NewerEntryError, match="newer version") as told:
        store.save(replace(ritual, pinned=True, **change))
    assert "newer version" in told.value.advice
    with pytest.raises(NewerEntryError):
        store.save(Note(id=RITUAL, title="Morning"))
    assert raw(database) == before
    assert not store.entry(RITUAL).pinned


def test_a_known_entry_never_becomes_one_of_a_newer_version(store: Store, ritual: Entry) -> None:
    note = Note(title="plain")
    store.save(note)
    with pytest.raises(NewerEntryError):
        store.save(replace(ritual, id=note.id))
    assert store.entry(note.id) == note


def test_a_change_of_many_passes_it_over_but_for_its_flags(store: Store, ritual: Entry) -> None:
    note = Note(title="plain")
    store.save(note)
    changed = store.change([RITUAL, note.id], lambda entry: replace(entry, tags=("new",)))
    assert [after.id for _, after in changed] == [note.id]
    changed = store.change([RITUAL, note.id], lambda entry: replace(entry, pinned=True))
    assert {after.id for _, after in changed} == {RITUAL, note.id}
    assert store.entry(RITUAL).tags == ritual.tags
    assert store.entry(RITUAL).pinned


def test_it_keeps_its_link_to_what_is_deleted_for_ever(
    store: Store, database: Database, ritual: Entry
) -> None:
    before = raw(database)
    store.delete(ritual.links)
    assert raw(database) == before
    assert store.check().is_whole


def test_without_a_memory_of_its_own_states_every_state_is_anothers(store: Store, database: Database) -> None:
    """Who saves without one keeps what stands there, since nobody can say whose it is."""
    note = Note(title="one", created_at=NOON, updated_at=NOON)

    def twice(connection: Connection) -> None:
        entries.save(connection, note)
        entries.save(connection, replace(note, title="two"))

    database.write(twice)
    assert [version.title for version in store.versions(note.id)] == ["one"]
