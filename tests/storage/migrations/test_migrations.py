import os
import textwrap
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import KEYS, driver, migrations, names, open_store, rotation
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.migrations import VERSIONS, migrate, upgrade
from amp_desktop.storage.names import SCHEMA_VERSION, SchemaVersion
from amp_desktop.storage.tables import METADATA
from tests.storage.keys import KEY, SALT
from tests.storage.search.searching import sought

NEXT = SchemaVersion(SCHEMA_VERSION.major, SCHEMA_VERSION.minor + 1)


def _asked(path: Path, sql: str) -> list[Any]:
    connection = driver.connect(path, KEY, SALT)
    try:
        rows: list[Any] = connection.execute(sql).fetchall()
        return rows
    finally:
        connection.close()


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """A file whose tables were made by running every migration, from nothing."""
    path = tmp_path / "100% migrated.db"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    engine = make_engine(lambda: driver.connect(path, KEY, SALT))
    with engine.connect() as connection, transaction(connection, for_writing=True):
        upgrade(connection, SCHEMA_VERSION)
    engine.dispose()
    return path


def test_migrations_lead_to_the_tables_of_a_new_journal(closed: Path, migrated: Path) -> None:
    # A table made anew keeps the quotation marks of its renaming.
    tables = """SELECT name, replace(sql, '"entry"', 'entry') FROM sqlite_schema
        WHERE name NOT LIKE 'entry_text%' ORDER BY name"""
    assert _asked(migrated, tables) == _asked(closed, tables)
    version = "SELECT version_num FROM alembic_version"
    assert _asked(migrated, version) == _asked(closed, version) == [(str(SCHEMA_VERSION),)]


def test_nothing_is_left_to_migrate(closed: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def compare(connection: Connection) -> list[Any]:
        ours = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("entry_text")}
        return list(compare_metadata(MigrationContext.configure(connection, opts=ours), METADATA))

    engine = make_engine(lambda: driver.connect(closed, KEY, SALT))
    with engine.connect() as connection, transaction(connection):
        assert compare(connection) == []
    engine.dispose()


def _toy(folder: Path, body: str) -> tuple[Path, ...]:
    """The migrations, and one more after the last, in a folder of its own."""
    folder.mkdir()
    header = textwrap.dedent(
        f"""
        from alembic import op
        import sqlalchemy as sa
        revision = "{NEXT}"
        down_revision = "{SCHEMA_VERSION}"
        """
    )
    (folder / "toy.py").write_text(
        header + "def upgrade():\n" + textwrap.indent(textwrap.dedent(body), "    ")
    )
    return (*VERSIONS, folder)


def _filled(path: Path) -> Entry:
    path.with_name(KEYS).write_bytes(b"{}")
    entry = Note(title="Straße", body="[[elsewhere]] 日記", tags=("docs",))
    with open_store(path, KEY, SALT) as store:
        store.save(entry)
        store.save(
            Note(id=entry.id, title="Straße", body="[[elsewhere]] 日記 two", tags=("docs",)),
            keep_version=True,
        )
        return store.entry(entry.id)


TABLE_MADE_ANEW = """
    with op.batch_alter_table("entry", recreate="always") as entry:
        entry.add_column(sa.Column("weather", sa.String))
    op.execute("UPDATE entry SET weather = 'fair', body = body || ' perihelion'")
"""


def test_an_older_journal_is_migrated_whole_after_a_verified_backup(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = _filled(closed)
    migrate(closed, KEY, SALT, target=NEXT, versions=_toy(tmp_path / "toy", TABLE_MADE_ANEW))
    assert _asked(closed, "SELECT weather FROM entry") == [("fair",)]
    assert _asked(closed, "PRAGMA user_version") == [(NEXT.number,)]
    with open_store(closed, KEY, SALT) as store:
        assert store.entry(entry.id) == replace(entry, body=f"{entry.body} perihelion")
        assert [version.title for version in store.versions(entry.id)] == ["Straße"]
        assert [hit.row.id for hit in store.search(sought("strasse 日記 perihelion")).items] == [entry.id]
        assert store.tags()[0].tag == "docs"
        assert store.check().is_whole
    (made,) = rotation.listed(closed.parent / names.BACKUPS)
    assert (made.occasion, made.schema_version, made.entries) == ("migration", str(SCHEMA_VERSION), 1)


def test_opening_migrates_what_is_older(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = _filled(closed)
    connection = driver.connect(closed, KEY, SALT)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION.number - 1}")
    connection.close()
    with open_store(closed, KEY, SALT) as store:
        assert store.entry(entry.id) == entry
    assert _asked(closed, "PRAGMA user_version") == [(SCHEMA_VERSION.number,)]
    assert len(rotation.listed(closed.parent / names.BACKUPS)) == 1


@pytest.mark.parametrize(
    "body",
    [
        'op.drop_table("share")\nraise RuntimeError("broken halfway")',
        'op.execute("DELETE FROM entry")',  # with foreign keys off, the versions of the entry stay behind
    ],
)
def test_a_migration_that_fails_changes_nothing(closed: Path, tmp_path: Path, body: str) -> None:
    entry = _filled(closed)
    with pytest.raises((RuntimeError, JournalError)):
        migrate(closed, KEY, SALT, target=NEXT, versions=_toy(tmp_path / "toy", body))
    with open_store(closed, KEY, SALT) as store:
        assert store.entry(entry.id) == entry
        assert store.shares().items == ()
        assert store.check().is_whole
    assert _asked(closed, "PRAGMA user_version") == [(SCHEMA_VERSION.number,)]


def test_nothing_else_writes_while_it_is_migrated(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process wrote between the first look and the first change would end it halfway."""
    _filled(closed)
    tried = []

    def try_to_write(*_: object) -> None:
        other = driver.connect(closed, KEY, SALT)
        with closing(other), pytest.raises(driver.load().OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        tried.append(True)

    monkeypatch.setattr(driver, "BUSY_SECONDS", 0)
    monkeypatch.setattr(migrations, "upgrade", try_to_write)
    migrate(closed, KEY, SALT)
    assert tried


def test_without_a_backup_nothing_is_migrated(closed: Path, tmp_path: Path) -> None:
    _filled(closed)
    (closed.parent / names.BACKUPS).write_bytes(b"a file where the folder should be")
    with pytest.raises(JournalError):
        migrate(closed, KEY, SALT, target=NEXT, versions=_toy(tmp_path / "toy", TABLE_MADE_ANEW))
    assert _asked(closed, "PRAGMA user_version") == [(SCHEMA_VERSION.number,)]
