"""A journal as the first version of the program left it, rows and all, opened by this one."""

import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.fields import from_json
from amp_desktop.domain.query import EntryQuery
from amp_desktop.storage import KEYS, driver, names, open_store, rotation, tally
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.migrations import upgrade
from amp_desktop.storage.names import APPLICATION_ID, SCHEMA_VERSION, SchemaVersion
from amp_desktop.storage.search import fulltext
from tests.storage.keys import KEY, SALT
from tests.storage.search.searching import sought

FIRST = SchemaVersion(1, 0)
GOAL, NOTE = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
SEAL = sha256(b"abc").hexdigest()
_INSERT = """INSERT INTO entry VALUES (
    :position, :id, :kind, 'private', 1784746445, 1784746445, 'Asia/Kolkata', NULL,
    :title, :title_key, :tags, :links, :fields, :body
)"""
_INDEX = "INSERT INTO entry_text (rowid, title, body) VALUES (:position, :title, :body)"
_DAY = 739819  # 22 July 2026
_ROWS = (
    {
        "position": _DAY << 20,
        "id": GOAL,
        "kind": "goal",
        "title": "Own the release",
        "title_key": "own the release",
        "tags": '["CLI"]',
        "links": "[]",
        "fields": '{"area":null,"status":"active","target_day":null,"moves":[],"steps":[],"success":""}',
        "body": "- [ ] 今天写日記",
    },
    {
        "position": (_DAY << 20) + 1,
        "id": NOTE,
        "kind": "note",
        "title": "",
        "title_key": "",
        "tags": "[]",
        "links": f'["{GOAL}"]',
        "fields": '{"on_agenda":false}',
        "body": "see [[Own the release]] #plan",
    },
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file of a journal of version 1.0 with two entries, one of them saved twice."""
    path = tmp_path / "journal.db"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    path.with_name(KEYS).write_bytes(b"{}")
    engine = make_engine(lambda: driver.connect(path, KEY, SALT))
    with engine.connect() as connection, transaction(connection, for_writing=True):
        upgrade(connection, FIRST)
        fulltext.create(connection)
        tally.begin(connection)
        for row in _ROWS:
            connection.execute(text(_INSERT), row)
            connection.execute(text(_INDEX), row)
        connection.execute(
            text(f"INSERT INTO entry_version VALUES ('{GOAL}', 1, 1784746400, 'Own', 0, x'78')")
        )
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {FIRST.number}")
    engine.dispose()
    return path


def test_a_journal_of_the_first_version_opens_with_all_that_is_in_it(old: Path) -> None:
    with open_store(old, KEY, SALT) as store:
        note, goal = store.entries()
        assert (str(goal.id), goal.title, goal.tags, goal.pinned) == (
            GOAL,
            "Own the release",
            ("CLI",),
            False,
        )
        assert (note.body, [str(link) for link in note.links]) == ("see [[Own the release]] #plan", [GOAL])
        assert [(one.tag, one.entries) for one in store.tags()] == [("CLI", 1), ("plan", 1)]
        assert [version.title for version in store.versions(goal.id)] == ["Own"]
        assert [row.id for row in store.linked(goal.id).by.items] == [note.id]
        assert [hit.row.id for hit in store.search(sought("日記 has:task is:open tag:cli")).items] == [
            goal.id
        ]
        assert store.check().is_whole
    (made,) = rotation.listed(old.parent / names.BACKUPS)
    assert (made.occasion, made.schema_version, made.entries) == ("migration", "1.0", 2)


def test_then_entries_are_pinned_and_it_is_not_migrated_again(old: Path) -> None:
    with open_store(old, KEY, SALT) as store:
        goal = store.entry(from_json(_pinned()).id)
        store.save(from_json(_pinned() | {"day": goal.day.isoformat()}))
    with open_store(old, KEY, SALT) as store:
        assert [hit.row.title for hit in store.search(sought("is:pinned")).items] == ["Own the release"]
    assert len(rotation.listed(old.parent / names.BACKUPS)) == 1
    connection = driver.connect(old, KEY, SALT)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION.number,)
    connection.close()


def test_then_marks_are_found_apart_from_the_text(old: Path) -> None:
    connection = driver.connect(old, KEY, SALT)
    fields = '{"on_agenda":true}'
    connection.execute("UPDATE entry SET sharing = 'shareable', fields = ? WHERE id = ?", (fields, NOTE))
    connection.execute("UPDATE entry SET binned_at = 1784746445 WHERE id = ?", (GOAL,))
    connection.close()
    with open_store(old, KEY, SALT) as store:
        (note,) = store.search(sought("plan")).items
        assert str(note.row.id) == NOTE
        assert [hit.row.id for hit in store.search(sought("is:agenda")).items] == [note.row.id]
        shareable = EntryQuery(sharing=Sharing.SHAREABLE)
        assert [row.id for row in store.rows(shareable).items] == [note.row.id]
        assert [str(row.id) for row in store.rows(EntryQuery(binned=True)).items] == [GOAL]
        assert store.count() == store.count(shareable) == store.count(EntryQuery(binned=True)) == 1
        store.set_binned([from_json(_pinned()).id], None)
        assert store.count() == 2
        assert [str(hit.row.id) for hit in store.search(sought("release -is:agenda")).items] == [GOAL]


def test_then_pictures_and_files_are_kept_and_found(old: Path) -> None:
    made = Attachment(
        uuid4(), "whiteboard.png", "image/png", 3, 1, 1, datetime(2026, 7, 22, tzinfo=UTC), SEAL
    )
    with open_store(old, KEY, SALT) as store:
        assert store.attachments.every() == ()
        assert store.attachments.add(made, b"abc") == made
        store.save(from_json(_pinned() | {"body": reference(made)}))
    with open_store(old, KEY, SALT) as store:
        assert store.attachments.content(made.id) == b"abc"
        assert [str(hit.row.id) for hit in store.search(sought("whiteboard has:picture")).items] == [GOAL]
        assert store.attachments.unused() == ()
        assert store.check().is_whole


def _pinned() -> dict[str, object]:
    return {
        "id": GOAL, "kind": "goal", "title": "Own the release", "body": "", "day": "2026-07-22", "tags": [],
        "sharing": "private", "created_at": "2026-07-22T19:14:05Z", "updated_at": "2026-07-22T19:14:05Z",
        "fields": {}, "pinned": True,
    }  # fmt: skip


def test_where_no_backup_can_be_made_the_old_journal_stays_as_it_is(old: Path) -> None:
    (old.parent / names.BACKUPS).write_bytes(b"a file where the folder should be")
    with pytest.raises(JournalError):
        open_store(old, KEY, SALT)
    connection = driver.connect(old, KEY, SALT)
    assert connection.execute("PRAGMA user_version").fetchone() == (FIRST.number,)
    assert len(connection.execute("SELECT * FROM entry").fetchall()) == 2
    connection.close()
