from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share import Share
from amp_desktop.storage.store import Store

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)


def test_a_kept_version_comes_back_as_it_was(store: Store) -> None:
    first = Goal(title="one", body="some words", steps=(Step("日記"),), tags=("a",), updated_at=NOON)
    store.save(first)
    store.save(replace(first, title="two", updated_at=NOON + timedelta(hours=1)), keep_version=True)
    store.save(replace(first, title="three"), keep_version=True)
    newest, oldest = store.versions(first.id)
    assert (newest.number, newest.title) == (2, "two")
    assert (oldest.number, oldest.title, oldest.words, oldest.kept_at) == (1, "one", 2, NOON)
    assert store.version(first.id, 1) == first
    with pytest.raises(UnknownEntryError):
        store.version(first.id, 3)
    with pytest.raises(UnknownEntryError):
        store.version(uuid4(), 1)


def test_autosave_keeps_what_came_to_rest_and_what_is_about_to_be_lost(store: Store) -> None:
    entry = Note(title="one", body="x" * 1000, created_at=NOON, updated_at=NOON)
    store.save(entry)
    typed = replace(entry, body="x" * 1001, updated_at=NOON + timedelta(seconds=1))
    store.save(typed)
    assert store.versions(entry.id) == ()
    emptied = replace(typed, body="", updated_at=NOON + timedelta(seconds=2))
    store.save(emptied)
    assert [store.version(entry.id, v.number).body for v in store.versions(entry.id)] == ["x" * 1001]
    store.save(replace(emptied, body="new", updated_at=NOON + timedelta(hours=1)))
    assert len(store.versions(entry.id)) == 2


def test_settings_are_kept_by_name(store: Store) -> None:
    assert store.setting("program") is None
    store.set_setting("program", {"project": "日記", "phases": [1, None, True]})
    store.set_setting("other", "x")
    store.set_setting("program", {"project": "Café"})
    assert store.setting("program") == {"project": "Café"}


def test_the_share_log_tells_what_left_newest_first(store: Store) -> None:
    shares = [
        Share(
            shared_at=NOON,
            to_whom="my mentor",
            template="mentor meeting",
            format="pdf",
            entry_ids=(uuid4(), uuid4()),
            text=f"# Summary {number}",
            sha256="ab" * 32,
            file_name="summary.pdf",
        )
        for number in range(5)
    ]
    for share in shares:
        store.record_share(share)
    first = store.shares(limit=3)
    assert first.items == (shares[4], shares[3], shares[2])
    rest = store.shares(after=first.next, limit=3)
    assert (rest.items, rest.next) == ((shares[1], shares[0]), None)


def test_what_left_in_a_form_of_a_newer_version_is_read_all_the_same(store: Store) -> None:
    share = Share(shared_at=NOON, format="hologram", template="to a crater", text="words", sha256="ab" * 32)
    store.record_share(share)
    assert store.shares().items == (share,)


def test_changes_are_told_apart_from_reading(store: Store) -> None:
    store.rows()
    assert (store.changed, store.commits()) == (False, 0)
    store.save(Note(title="x"))
    assert (store.changed, store.commits()) == (True, 1)
