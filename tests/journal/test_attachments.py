"""Pictures and files of a journal: kept, found, let go of."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from amp_desktop.domain.attachment import LONGEST, reference
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import (
    CancelledError,
    CannotAttachError,
    InvalidValueError,
    NotSavedError,
    UnknownAttachmentError,
    UnknownEntryError,
)
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.maintenance import restore
from tests.conftest import PASSPHRASE, MakeEntry, SetClock
from tests.stores import database_beside, store_beside

AT_ONCE = timedelta()


def test_what_is_added_comes_back_byte_for_byte(journal: Journal) -> None:
    data = os.urandom(700_000)
    added = journal.attachments.add(data, "../a/Board.PNG", "Image/PNG", width=640, height=480)
    assert (added.name, added.media_type, added.size) == ("Board.PNG", "image/png", 700_000)
    assert (added.width, added.height, added.is_picture) == (640, 480, True)
    assert journal.attachments.get(added.id) == added
    assert journal.attachments.data(added.id) == data
    parts = list(journal.attachments.parts(added.id))
    assert (len(parts), b"".join(parts)) == (3, data)
    assert journal.attachments.all() == (added,)
    assert journal.attachments.total_size() == 700_000


def test_an_empty_file_is_a_file(journal: Journal) -> None:
    added = journal.attachments.add(b"", "empty.txt", "text/plain")
    assert (journal.attachments.data(added.id), list(journal.attachments.parts(added.id))) == (b"", [])


def test_the_same_bytes_are_kept_once(journal: Journal) -> None:
    first = journal.attachments.add(b"bytes", "one.txt", "text/plain")
    again = journal.attachments.add(b"bytes", "two.txt", "text/plain")
    assert (again.id, again.name) == (first.id, "two.txt")  # a name belongs to the place
    assert len(journal.attachments.all()) == 1


def test_what_is_not_there_is_said(journal: Journal) -> None:
    kept, nowhere = journal.attachments, uuid4()
    for ask in (kept.get, kept.data, lambda wanted: list(kept.parts(wanted))):
        with pytest.raises(UnknownAttachmentError):
            ask(nowhere)


def test_an_id_is_found_by_its_beginning(journal: Journal) -> None:
    added = journal.attachments.add(b"bytes", "one.txt", "text/plain")
    assert journal.attachments.find_id(str(added.id)[:8].upper()) == added.id
    for beginning in ("", "%", "zz", "x" * 500):
        with pytest.raises(UnknownAttachmentError):
            journal.attachments.find_id(beginning)
    for number in range(20):
        journal.attachments.add(b"%d" % number, "x", "text/plain")
    first = max("0123456789abcdef", key=[str(a.id)[0] for a in journal.attachments.all()].count)
    with pytest.raises(InvalidValueError):
        journal.attachments.find_id(first)


def test_an_entry_knows_what_it_refers_to_in_the_order_of_its_text(journal: Journal) -> None:
    one, two, three = (journal.attachments.add(bytes([n]), f"{n}.bin", "x/y") for n in range(3))
    gone = f"![gone](attachment:{uuid4()})"
    entry = Challenge(
        body=f"{reference(two)} {gone} {reference(one)} {reference(two)}", tried=reference(three)
    )
    assert journal.attachments.of(entry) == (two, one, three)
    assert journal.attachments.of(Note()) == ()


def test_too_many_bytes_are_refused_and_nothing_is_stored(journal: Journal) -> None:
    with pytest.raises(CannotAttachError, match="64 MB"):
        journal.attachments.add(bytes(LONGEST + 1), "big.bin", "x/y")
    assert journal.attachments.all() == ()


def test_work_that_is_called_off_stores_nothing(journal: Journal, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise CancelledError("Stopped.")

    (tmp_path / "file").write_bytes(bytes(1_000_000))
    with pytest.raises(CancelledError):
        journal.attachments.add_file(tmp_path / "file", stop)
    assert journal.attachments.all() == ()
    assert journal.attachments.add_file(tmp_path / "file").size == 1_000_000


def test_somebody_else_can_write_while_a_large_file_is_stored(journal: Journal) -> None:
    written = []

    def write(done: int, total: int) -> None:
        written.append(journal.save_entry(Note(title=f"{done} of {total}")))

    added = journal.attachments.add(bytes(1_500_000), "film", "x/y", progress=write)
    assert [entry.title for entry in written] == [f"{n} of 1500000" for n in (524288, 1048576, 1500000)]
    assert journal.attachments.data(added.id) == bytes(1_500_000)


def test_what_was_swept_away_while_it_was_stored_is_not_attached(journal: Journal) -> None:
    def sweep(done: int, total: int) -> None:
        if done == total:
            journal.attachments.sweep(older_than=AT_ONCE)

    with pytest.raises(NotSavedError):
        journal.attachments.add(bytes(2 * 1024**2), "film", "x/y", progress=sweep)
    assert journal.attachments.all() == ()
    assert journal.maintenance.check().is_whole


# Letting go


def _stored_parts(journal: Journal) -> int:
    with database_beside(journal) as database, database.raw_connection() as connection:
        count: int = connection.execute("SELECT count(*) FROM attachment_part").fetchone()[0]
        return count


def test_bytes_of_what_is_gone_leave_the_file_in_their_time(timed_journal: Journal, clock: SetClock) -> None:
    journal = timed_journal
    kept = journal.attachments.add(os.urandom(300_000), "kept", "x/y")
    gone = journal.attachments.add(os.urandom(3_000_000), "gone", "x/y")
    journal.save_entry(Note(body=reference(kept)))
    assert journal.attachments.let_go([gone.id, kept.id]) == 1
    journal.attachments.sweep()
    assert _stored_parts(journal) == 14
    clock.go_on(hours=2)
    journal.maintenance.back_up()
    assert _stored_parts(journal) == 2
    assert journal.attachments.data(kept.id)


def test_what_nothing_refers_to_goes_once_it_is_a_day_old(journal: Journal) -> None:
    used = journal.attachments.add(b"used", "a", "x/y")
    journal.attachments.add(b"unused", "b", "x/y")
    journal.save_entry(Note(body=reference(used)))
    assert [one.name for one in journal.attachments.unused()] == ["b"]
    assert journal.attachments.clear_unused() == 0
    assert journal.attachments.clear_unused(older_than=AT_ONCE) == 1
    assert journal.attachments.all() == (used,)


@pytest.mark.parametrize("where", ["bin", "version", "template", "field"])
def test_what_anything_refers_to_stays(journal: Journal, where: str) -> None:
    added = journal.attachments.add(b"bytes", "a", "x/y")
    pointing = reference(added)
    entry = Challenge(need=pointing) if where == "field" else Note(title="one", body=pointing)
    if where == "template":
        journal.templates.save(EntryTemplate(id="own", name="Own", kind="note", body=pointing))
    else:
        journal.save_entry(entry)
    if where == "bin":
        journal.put_in_bin([entry.id])
    if where == "version":
        with store_beside(journal) as store:
            store.save(Note(id=entry.id, title="two"), keep_version=True)
        assert journal.attachments.of(journal.entry(entry.id)) == ()
    assert journal.attachments.clear_unused(older_than=AT_ONCE) == 0
    assert journal.attachments.data(added.id) == b"bytes"


def test_deleting_for_ever_takes_along_what_nothing_else_refers_to(journal: Journal) -> None:
    both, only, former = (journal.attachments.add(name, "a", "x/y") for name in (b"both", b"only", b"former"))
    unused = journal.attachments.add(b"pasted a moment ago", "a", "x/y")
    entry, other = Note(body=reference(former)), Note(body=reference(both))
    journal.save_entry(entry)
    with store_beside(journal) as store:
        store.save(Note(id=entry.id, body=f"{reference(both)}{reference(only)}"), keep_version=True)
    journal.save_entry(other)
    journal.delete_for_ever([entry.id])
    journal.attachments.clear_unused()
    assert set(journal.attachments.all()) == {both, unused}
    journal.delete_for_ever([other.id])
    journal.attachments.clear_unused()
    assert journal.attachments.all() == (unused,)


def test_what_an_undo_may_refer_to_again_outlives_the_entry(journal: Journal) -> None:
    added = journal.attachments.add(b"bytes", "a", "x/y")
    cut, other = (journal.save_entry(Note(title=title, body=reference(added))) for title in "PQ")
    journal.save_entry(replace(cut, body=""))
    journal.delete_for_ever([other.id])
    journal.save_entry(cut)
    journal.attachments.clear_unused()
    assert journal.attachments.data(added.id) == b"bytes"


def test_what_is_pasted_again_is_new_again(timed_journal: Journal, clock: SetClock) -> None:
    journal = timed_journal
    first = journal.attachments.add(b"bytes", "a", "x/y")
    clock.go_on(days=3)
    again = journal.attachments.add(b"bytes", "a", "x/y")
    assert (again.id, again.added_at) == (first.id, clock.now)
    assert journal.attachments.clear_unused() == 0
    assert journal.attachments.get(first.id) == again


def test_emptying_the_bin_takes_along_what_was_attached(journal: Journal) -> None:
    added = journal.attachments.add(b"bytes", "a", "x/y")
    entry = journal.save_entry(Note(body=reference(added)))
    journal.put_in_bin([entry.id])
    journal.bin.empty()
    journal.attachments.clear_unused()
    assert journal.attachments.all() == ()


# Finding


def test_an_entry_is_found_by_what_is_attached_to_it(journal: Journal, make_entry: MakeEntry) -> None:
    board = journal.attachments.add(b"1", "Straße 日記 whiteboard.png", "image/png")
    plan = journal.attachments.add(b"2", "plan.pdf", "application/pdf")
    pictured = journal.save_entry(make_entry(title="one", body=reference(board, "what we drew")))
    planned = journal.save_entry(make_entry(title="two", body=reference(plan, "how we go on")))
    for typed in ("whiteboard", "strasse", "日記", "has:picture"):
        assert [hit.row.id for hit in journal.search(typed).items] == [pictured.id]
    for typed in ("plan.pdf", "has:file", "-has:picture has:file"):
        assert [hit.row.id for hit in journal.search(typed).items] == [planned.id]
    assert journal.search("has:link").items == ()


def test_no_part_of_an_id_is_found_or_shown(journal: Journal, make_entry: MakeEntry) -> None:
    board = journal.attachments.add(b"1", "a.png", "image/png")
    body = f"We met. {reference(board, 'the [board]')} Then <attachment:{board.id}> went home."
    entry = journal.save_entry(make_entry("challenge", body=body, need=reference(board, "chalk")))
    for typed in ("attachment", *str(board.id).split("-")):
        assert journal.search(typed).items == ()
    for typed, snippet in {"home": "We met. the [board] Then <> went home.", "chalk": "chalk"}.items():
        (hit,) = journal.search(typed).items
        assert (hit.row.id, hit.snippet, len(hit.marks)) == (entry.id, snippet, 1)
    assert journal.rows().items[0].excerpt == "We met. the [board] Then <> went home."


# Keeping


def test_a_backup_brings_attachments_back(journal: Journal, tmp_path: Path) -> None:
    data = os.urandom(300_000)
    added = journal.attachments.add(data, "a.bin", "x/y")
    journal.save_entry(Note(body=reference(added)))
    made = journal.maintenance.back_up(tmp_path / "copies")
    restore(made.path, tmp_path / "back", passphrase=PASSPHRASE)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE) as back:
        assert back.attachments.data(added.id) == data
        assert back.attachments.all() == (added,)
        assert back.maintenance.check().is_whole


def test_an_entry_may_refer_to_what_there_is_not(journal: Journal) -> None:
    entry = journal.save_entry(Note(body=f"![x](attachment:{uuid4()})"))
    journal.delete_for_ever([entry.id])
    with pytest.raises(UnknownEntryError):
        journal.entry(entry.id)
