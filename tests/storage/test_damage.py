import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.errors import CancelledError, DamagedError, NewerJournalError, NoJournalError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import driver, open_store
from amp_desktop.storage.names import SCHEMA_VERSION
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
PAGE = 4096


def _flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0x40]))


def _plain_sqlite(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (id)")
    connection.commit()
    connection.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"x"),
    "junk": lambda path: path.write_bytes(Random(1).randbytes(5 * PAGE)),
    "junk behind the salt": lambda path: path.write_bytes(SALT + Random(1).randbytes(5 * PAGE)),
    "plain SQLite": _plain_sqlite,
    "text": lambda path: path.write_text("Dear diary\n" * 1000),
    "a byte of the first page": lambda path: _flip(path, 2000),
    "half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "half a page": lambda path: os.truncate(path, PAGE // 2),
}


SAID = {"empty": "is empty", "plain SQLite": "not an encrypted journal"}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_refused_in_one_sentence_and_left_alone(closed: Path, damage: str) -> None:
    DAMAGES[damage](closed)
    before = closed.read_bytes()
    with pytest.raises(DamagedError) as caught, open_store(closed, KEY, SALT) as store:
        list(store.entries())
    assert str(closed) in caught.value.sentence
    assert SAID.get(damage, "journal's file") in caught.value.sentence
    assert caught.value.advice
    assert closed.read_bytes() == before


def _fill(path: Path) -> None:
    with open_store(path, KEY, SALT) as store:
        store.save_many(Note(title=f"n{number}", body="some words " * 100) for number in range(300))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attachment_part SET content = CAST(x'00' || substr(content, 2) AS BLOB) WHERE number = 1",
        "DELETE FROM attachment_part WHERE number = 2",
        "UPDATE attachment SET size = size + 1",
    ],
)
def test_an_attachment_that_is_not_what_it_was_is_found_by_the_check(closed: Path, change: str) -> None:
    data = Random(1).randbytes(600_000)
    seal = sha256(data).hexdigest()
    attachment = Attachment(uuid4(), "a", "x/y", len(data), None, None, NOON, seal)
    with open_store(closed, KEY, SALT) as store:
        store.attachments.add(attachment, data)
        assert store.check().is_whole
    connection = driver.connect(closed, KEY, SALT)
    connection.execute(change)
    connection.close()
    with open_store(closed, KEY, SALT) as store:
        assert store.check().findings == ("Pictures and files that are not what they were: 1.",)


def test_a_flipped_byte_in_any_page_is_found_by_the_check(closed: Path) -> None:
    _fill(closed)
    whole = closed.read_bytes()
    chance = Random(2)
    for page in [1, *chance.sample(range(2, len(whole) // PAGE), 12)]:
        closed.write_bytes(whole)
        _flip(closed, page * PAGE + chance.randrange(PAGE))
        try:
            with open_store(closed, KEY, SALT) as store:
                assert not store.check().is_whole, page
        except DamagedError:
            continue


def test_a_flipped_byte_where_nothing_stands_is_found_too(closed: Path) -> None:
    _fill(closed)
    with open_store(closed, KEY, SALT) as store:
        store.delete([entry.id for entry in store.entries()])
    pages = closed.stat().st_size // PAGE
    _flip(closed, (pages // 2) * PAGE + 2000)  # the entries stood there
    with open_store(closed, KEY, SALT) as store:
        assert store.check().findings == ("Pages of the file that do not match their seal: 1.",)


def test_what_is_pending_is_not_taken_for_damage(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.05)
    reader = driver.connect(closed, KEY, SALT)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchall()  # holds back what is written from now on
    _fill(closed)
    with open_store(closed, KEY, SALT) as store:
        assert store.check().findings == ()
    reader.close()


def test_a_whole_journal_is_found_whole_while_it_is_being_written(closed: Path) -> None:
    _fill(closed)
    with open_store(closed, KEY, SALT) as writer, open_store(closed, KEY, SALT) as checker:
        for number in range(5):
            writer.save(Note(title=str(number)))
            damage = checker.check()
            assert damage.findings == ()
            assert damage.entries == 301 + number


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM entry_text_docsize WHERE id = (SELECT max(id) FROM entry_text_docsize)",
        "UPDATE entry_text_data SET block = zeroblob(9) WHERE id = (SELECT max(id) FROM entry_text_data)",
        "INSERT INTO entry_version VALUES ('nobody', 1, 0, '', 0, x'')",
        "UPDATE entry SET fields = '[]' WHERE position = (SELECT max(position) FROM entry)",
        "UPDATE entry SET fields = '{' WHERE position = (SELECT max(position) FROM entry)",
    ],
)
def test_a_wrong_record_is_found_by_the_check(closed: Path, sql: str) -> None:
    _fill(closed)
    connection = driver.connect(closed, KEY, SALT)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(sql)
    connection.close()
    with open_store(closed, KEY, SALT) as store:
        damage = store.check()
    assert len(damage.findings) == 1
    assert "n299" not in damage.findings[0]


def test_a_passing_fault_of_the_disk_is_looked_at_twice(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from amp_desktop.domain.query import TagCount
    from amp_desktop.storage import lists

    calls = []

    def once_malformed(*args: object) -> tuple[TagCount, ...]:
        calls.append(args)
        if len(calls) == 1:
            raise DamagedError("malformed, this once")
        return (TagCount("ci", 7),)

    monkeypatch.setattr(lists, "tags", once_malformed)
    assert store.tags() == (TagCount("ci", 7),)


def test_a_check_can_be_called_off(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        store.check(stop)
    assert store.check().is_whole


def _set_version(path: Path, pragma: str, number: int) -> None:
    connection = driver.connect(path, KEY, SALT)
    connection.execute(f"PRAGMA {pragma} = {number}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_a_newer_major_version_is_refused_politely_and_untouched(closed: Path) -> None:
    _set_version(closed, "user_version", SCHEMA_VERSION.number + 1000)
    before = closed.read_bytes()
    with pytest.raises(NewerJournalError, match="Update the program"):
        open_store(closed, KEY, SALT)
    assert closed.read_bytes() == before


def test_a_newer_minor_version_opens(closed: Path) -> None:
    _set_version(closed, "user_version", SCHEMA_VERSION.number + 1)
    with open_store(closed, KEY, SALT) as store:
        store.save(Note(title="fine"))


def test_an_encrypted_file_of_another_program_is_refused(closed: Path) -> None:
    _set_version(closed, "application_id", 1)
    with pytest.raises(DamagedError, match="another program"):
        open_store(closed, KEY, SALT)


def test_a_missing_file_or_a_folder_is_no_journal_and_nothing_is_made(tmp_path: Path) -> None:
    for path in (tmp_path / "journal.db", tmp_path / "none" / "journal.db", tmp_path):
        with pytest.raises(NoJournalError):
            open_store(path, KEY, SALT)
    assert list(tmp_path.iterdir()) == []
