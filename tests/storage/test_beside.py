"""A journal's file whose first bytes are wrong, or beside which something stands that is not its own."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.errors import DamagedError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import open_store
from amp_desktop.storage.opening import MENDED, open_database
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

PLAIN = b"SQLite format 3\0"


@pytest.fixture
def kept(store: Store) -> Path:
    """The file of a closed journal with one entry."""
    store.save(Note(title="kept"))
    store.close()
    return store.path


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.binary(min_size=1, max_size=16))
def test_wrong_first_bytes_are_mended_and_nothing_else_is_touched(kept: Path, head: bytes) -> None:
    assume(head != PLAIN)  # what says that it is a plain database is refused as one, and left alone
    whole = kept.read_bytes()
    kept.write_bytes(head + whole[len(head) :])
    with open_store(kept, KEY, SALT) as store:
        assert [entry.title for entry in store.entries()] == ["kept"]
        assert store.findings == ((MENDED,) if head != SALT[: len(head)] else ())
        assert store.check().is_whole
    assert kept.read_bytes() == whole
    with open_store(kept, KEY, SALT) as store:
        assert store.findings == ()


def test_another_journals_file_is_not_mended(kept: Path, tmp_path: Path) -> None:
    with Store.create(tmp_path / "other" / "journal.db", bytes(32), bytes(16)) as other:
        other.save(Note(title="another's"))
    kept.write_bytes(other.path.read_bytes())
    with pytest.raises(DamagedError, match="another journal's file"):
        open_store(kept, KEY, SALT)
    assert kept.read_bytes() == other.path.read_bytes()


def _hot_journal(folder: Path) -> bytes:
    """The rollback journal of another, plain database, as it stands while a transaction is under way."""
    path = folder / "plain.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE t (a)")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 3000,) for _ in range(20)])
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.execute("UPDATE t SET a = 'y'")
    content = path.with_name("plain.db-journal").read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    return content


@pytest.mark.parametrize("content", ["words", "junk", "another database's"])
def test_a_journal_of_another_file_beside_it_is_put_away_and_told(
    kept: Path, tmp_path: Path, content: str
) -> None:
    stray = kept.with_name("journal.db-journal")
    written = {"words": b"junk\n", "junk": bytes(range(1, 256)) * 20}.get(content) or _hot_journal(tmp_path)
    stray.write_bytes(written)
    with open_store(kept, KEY, SALT) as store:
        assert "journal.db-journal.stray" in "".join(store.findings)
        store.save(Note(title="written"))
        assert store.count() == 2
        assert store.check().is_whole
    assert not stray.exists()
    assert stray.with_name("journal.db-journal.stray").read_bytes() == written
    stray.write_bytes(b"again")
    open_store(kept, KEY, SALT).close()
    assert stray.with_name("journal.db-journal.stray").read_bytes() == written
    assert stray.with_name("journal.db-journal.stray-2").read_bytes() == b"again"


def test_an_empty_one_is_nobodys(kept: Path) -> None:
    kept.with_name("journal.db-journal").touch()
    with open_store(kept, KEY, SALT) as store:
        assert store.findings == ()
        assert store.count() == 1


def test_who_only_reads_leaves_it_where_it_is(kept: Path) -> None:
    stray = kept.with_name("journal.db-journal")
    stray.write_bytes(b"junk\n")
    before = sorted(path.name for path in kept.parent.iterdir())
    open_database(kept, KEY, SALT, read_only=True).close()
    assert sorted(path.name for path in kept.parent.iterdir()) == before
    assert stray.read_bytes() == b"junk\n"
