"""What the full text is made of inside, where it decides how long work on many entries takes."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import Connection, text

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage.engine import Database
from amp_desktop.storage.store import Store
from tests.storage.search.searching import sought

MANY = 60


def _pieces(database: Database) -> set[int]:
    def read(connection: Connection) -> set[int]:
        return set(connection.execute(text("SELECT DISTINCT segid FROM entry_text_idx")).scalars())

    return database.read(read)


@pytest.fixture
def ids(store: Store) -> list[UUID]:
    """Newest first, as a list hands over what is chosen in it."""
    store.save_many([Note(title=f"Note {number}", body="words " * 100) for number in range(MANY)])
    return [row.id for row in store.rows(limit=MANY).items]


def _tagged(entry: Entry) -> Entry:
    return replace(entry, tags=("plan",))


def test_many_texts_become_one_piece_of_the_index_in_whatever_order_they_are_given(
    store: Store, database: Database, ids: list[UUID]
) -> None:
    before = _pieces(database)
    store.change(ids, _tagged)
    assert len(_pieces(database) - before) == 1


def test_many_texts_are_found_by_what_they_were_tagged_with_and_by_their_words(
    store: Store, ids: list[UUID]
) -> None:
    store.change(ids, _tagged)
    assert len(store.found_ids(sought("plan words"))) == MANY
    store.change(ids, lambda entry: replace(entry, tags=()))
    assert store.found_ids(sought("plan")) == ()
