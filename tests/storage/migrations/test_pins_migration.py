"""A journal of the tables before pins had an index: migrated, its pins are listed as its entries say them."""

import os
from pathlib import Path

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.storage import KEYS, driver
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.migrations import migrate, upgrade
from amp_desktop.storage.names import SchemaVersion
from amp_desktop.storage.placed import Placed
from amp_desktop.storage.positions import of_day
from amp_desktop.storage.rows import to_row
from amp_desktop.storage.search import fulltext
from tests.storage.keys import KEY, SALT

BEFORE = SchemaVersion(2, 0)
_COLUMNS = """position, id, kind, sharing, created_at, updated_at, zone, binned_at, pinned,
    title, title_key, tags, links, fields, body"""
"""Of an entry at that version: a row of today's may have more."""
NOTE = Note(title="Review", pins=(Pin("quality"), Pin("gone", "step 1 done")))


def test_pins_that_an_older_program_wrote_back_are_listed_after_migrating(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    (tmp_path / KEYS).write_bytes(b"{}")
    row = {"position": of_day(NOTE.day).start, **to_row(NOTE)}
    engine = make_engine(lambda: driver.connect(path, KEY, SALT))
    with engine.connect() as connection, transaction(connection, for_writing=True):
        upgrade(connection, BEFORE)
        connection.exec_driver_sql(f"PRAGMA user_version = {BEFORE.number}")
        connection.exec_driver_sql(
            f"INSERT INTO entry ({_COLUMNS}) VALUES ({', '.join('?' * 15)})",
            tuple(row[name.strip()] for name in _COLUMNS.split(",")),
        )
        connection.exec_driver_sql("INSERT INTO tally VALUES (0)")
        fulltext.create(connection)
        fulltext.put(connection, [Placed.at(row["position"], NOTE)])
    engine.dispose()
    migrate(path, KEY, SALT)
    opened = driver.connect(path, KEY, SALT)
    assert opened.execute("SELECT topic, entry_id, fact FROM entry_pin").fetchall() == [
        ("quality", str(NOTE.id), "")
    ]
    opened.close()
