"""Pictures and files in the journal's file: written in parts, there when whole, gone when not needed."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from uuid import uuid4

import pytest

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.errors import CancelledError, NotSavedError, UnknownAttachmentError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import driver
from amp_desktop.storage.attachments.attachment_parts import PART_BYTES
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
DATA = Random(1).randbytes(3 * PART_BYTES + 1)


def file_of(data: bytes, added_at: datetime = NOON) -> Attachment:
    return Attachment(uuid4(), "board.bin", "x/y", len(data), None, None, added_at, sha256(data).hexdigest())


def parts_there(store: Store) -> int:
    connection = driver.connect(store.path, KEY, SALT)
    try:
        number: int = connection.execute("SELECT count(*) FROM attachment_part").fetchone()[0]
    finally:
        connection.close()
    return number


def test_it_comes_back_whole_and_in_parts(store: Store) -> None:
    kept = store.attachments.add(file_of(DATA), DATA)
    assert store.attachments.load(kept.id) == kept
    assert store.attachments.content(kept.id) == DATA
    parts = list(store.attachments.parts(kept.id))
    assert [len(part) for part in parts] == [PART_BYTES, PART_BYTES, PART_BYTES, 1]
    assert b"".join(parts) == DATA


def test_progress_is_told_after_each_transaction_of_two_parts(store: Store) -> None:
    told: list[int] = []
    store.attachments.add(file_of(DATA), DATA, told.append)
    assert told == [2 * PART_BYTES, len(DATA)]


def test_what_is_called_off_is_no_attachment_and_its_parts_are_swept(store: Store) -> None:
    attachment = file_of(DATA)

    def stop(_: int) -> None:
        raise CancelledError("No longer wanted.")

    with pytest.raises(CancelledError):
        store.attachments.add(attachment, DATA, stop)
    assert store.attachments.every() == ()
    with pytest.raises(UnknownAttachmentError):
        store.attachments.content(attachment.id)
    store.attachments.sweep(NOON - timedelta(seconds=1))  # somebody may still be writing it
    assert parts_there(store) == 2
    store.attachments.sweep(NOON)
    assert parts_there(store) == 0


def test_what_was_swept_away_while_it_was_written_is_not_attached(store: Store) -> None:
    with pytest.raises(NotSavedError):
        store.attachments.add(file_of(DATA), DATA, lambda _: store.attachments.sweep(NOON))
    assert store.attachments.every() == ()


def test_only_what_nothing_refers_to_is_let_go_of(store: Store) -> None:
    used = store.attachments.add(file_of(b"used"), b"used")
    unused = store.attachments.add(file_of(b"unused"), b"unused")
    store.save(Note(title="Pictured", body=reference(used, "what we drew")))
    assert store.attachments.unused() == (unused,)
    assert store.attachments.remove_unused([used.id, unused.id]) == 1
    assert store.attachments.every() == (used,)


def test_the_same_bytes_added_again_are_as_new_where_nothing_refers_to_them(store: Store) -> None:
    first = store.attachments.add(file_of(DATA), DATA)
    later = NOON + timedelta(days=1)
    again = store.attachments.add(file_of(DATA, later), DATA)
    assert (again.id, again.added_at) == (first.id, later)
    assert store.attachments.total_size() == len(DATA)
