import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.errors import DamagedError, JournalError, JournalExistsError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share import Share
from amp_desktop.storage import driver, open_store
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT
from tests.storage.search.searching import sought

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
SECRETS = ("Hummingbird", "Zeppelinfahrt", "日記帳面", "lighthouse", "quicksilver", "marmalade", "saffronia")


def _fill(store: Store) -> None:
    note = Note(title=SECRETS[0], body=f"{SECRETS[1]} {SECRETS[2]}", tags=(SECRETS[3],))
    store.save(note)
    store.save(Note(id=note.id, title="else"), keep_version=True)
    store.save(Challenge(need=SECRETS[4], body=f"[[{SECRETS[5]}]]"))
    store.set_setting("program", {"project": SECRETS[6]})
    store.record_share(Share(format="txt", text=" ".join(SECRETS), sha256="0" * 64, file_name=SECRETS[0]))
    kept = _attachment(SECRETS[0], SECRETS[1].encode() * 40_000)
    store.attachments.add(kept, SECRETS[1].encode() * 40_000)
    store.save(Note(title=SECRETS[0], body=reference(kept)))
    store.search(sought(SECRETS[1]))
    store.set_binned([note.id], datetime(2026, 7, 22, tzinfo=UTC))


def _attachment(name: str, data: bytes) -> Attachment:
    digest = sha256(data).hexdigest()
    return Attachment(uuid4(), name, "x/y", len(data), None, None, NOON, digest)


def _assert_unreadable(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        for secret in SECRETS:
            for form in (secret, secret.lower()):
                assert form.encode() not in content, path.name
                assert form.encode("utf-16-le") not in content, path.name


def test_no_written_word_stands_in_any_file(store: Store, folder: Path) -> None:
    _fill(store)
    _assert_unreadable(folder)  # with the WAL beside it
    store.back_up(folder / "backups", b"{}", now=NOON)
    store.close()
    _assert_unreadable(folder)


def test_the_scan_for_words_can_fail(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(SECRETS[2])
    with pytest.raises(AssertionError):
        _assert_unreadable(tmp_path)


def test_files_and_folders_are_the_owners_alone(store: Store, folder: Path) -> None:
    _fill(store)
    store.back_up(folder / "backups", b"{}", now=NOON)
    for path in [folder, *folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name


def test_the_file_begins_with_its_salt_and_opens_with_its_key_only(closed: Path) -> None:
    assert closed.read_bytes()[:16] == SALT
    with pytest.raises(DamagedError):
        open_store(closed, bytes(32), SALT)
    with pytest.raises(DamagedError):
        open_store(closed, KEY, bytes(16))
    open_store(closed, KEY, SALT).close()


@pytest.mark.parametrize(("key", "salt"), [(KEY[:31], SALT), (KEY.hex().encode(), SALT), (KEY, b"")])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(
    closed: Path, key: bytes, salt: bytes
) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        driver.connect(closed, key, salt)


def test_a_driver_that_does_not_encrypt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    class Plain(sqlite3.Connection):
        """What the driver is when another library has taken over its symbols: the key is ignored."""

        def set_key(self, key: str) -> None:
            """Ignore the key, as plain SQLite does."""

        def enable_load_extension(self, enabled: bool, /) -> None:
            """Exist, also where Python was built without it."""

    class Module:
        @staticmethod
        def connect(address: str, **options: Any) -> sqlite3.Connection:
            return sqlite3.connect(address, factory=Plain, **options)

    monkeypatch.setattr(driver, "load", Module)
    path = tmp_path / "journal.db"
    path.touch()
    with pytest.raises(JournalError, match="cannot encrypt"):
        driver.connect(path, KEY, SALT)
    assert path.read_bytes() == b""


def test_nothing_is_left_when_a_new_journal_turns_out_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plain(path: Path, salt: bytes) -> None:
        raise DamagedError("plain")

    monkeypatch.setattr(driver, "require_encrypted", plain)
    with pytest.raises(DamagedError):
        Store.create(tmp_path / "journal.db", KEY, SALT)
    assert list(tmp_path.iterdir()) == []


def test_the_driver_is_its_own_even_after_a_plain_sqlite(tmp_path: Path) -> None:
    script = (
        "import sqlite3; sqlite3.connect(':memory:').execute('select 1')\n"
        "import sys; from pathlib import Path; from amp_desktop import storage\n"
        "storage.create_store(Path(sys.argv[1]), bytes(32), bytes(range(16))).close()"
    )
    path = tmp_path / "journal.db"
    subprocess.run([sys.executable, "-c", script, str(path)], check=True, timeout=60)
    assert path.read_bytes()[:16] == bytes(range(16))


def test_a_new_journal_never_overwrites(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(JournalExistsError):
        Store.create(closed, KEY, SALT)
    assert closed.read_bytes() == before


def test_errors_hold_no_journal_text(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from amp_desktop.storage import tables
    from amp_desktop.storage.search import fulltext

    monkeypatch.setattr(
        fulltext, "_document", lambda placed, names: {"rowid": placed.position, "title": SECRETS[0]}
    )
    monkeypatch.setattr(fulltext, "_PUT", tables.ENTRY.insert())
    with pytest.raises(Exception) as caught:
        store.save(Note(title=SECRETS[1], body=SECRETS[4]))
    said = ""
    error: BaseException | None = caught.value
    while error is not None:
        said += f"{error!s} {error!r} {getattr(error, 'params', '')}"
        error = error.__cause__ or error.__context__
    assert not any(secret in said for secret in SECRETS)


def test_an_engine_hides_the_values_of_a_statement_that_fails(closed: Path) -> None:
    engine = make_engine(lambda: driver.connect(closed, KEY, SALT))
    with pytest.raises(DBAPIError) as caught, engine.connect() as connection, transaction(connection):
        connection.execute(text("SELECT :secret FROM nowhere"), {"secret": SECRETS[0]})
    engine.dispose()
    assert SECRETS[0] not in f"{caught.value!s} {caught.value!r}"


def test_what_storage_needs_is_loaded_with_the_first_journal_only() -> None:
    script = (
        "import sys, amp_desktop.storage as s\n"
        "heavy = {'sqlalchemy', 'alembic', 'sqlcipher3', 'filelock'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "s.preload()\n"
        "assert heavy & set(sys.modules) == {'sqlalchemy', 'sqlcipher3'}, heavy & set(sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", script], check=True, timeout=60, env={**os.environ, "PYTHONPATH": "."}
    )
