"""Self-care notes alone are taken away: no decrypted page of journal or backups holds a word of them."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from amp_desktop import vault
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import DamagedError, JournalError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit, picture_key
from amp_desktop.journal import Journal
from amp_desktop.journal.maintenance import restore
from amp_desktop.storage.store import Store
from tests.conftest import PASSPHRASE
from tests.shares import has_left
from tests.storage.backups import pretend_backup

if TYPE_CHECKING:
    from amp_desktop.vault import Keys

CANARY = "zqcarecanary"
KEPT = "zqkeptword"
DAY = date(2026, 9, 1)
PAGE, RESERVED = 4096, 80
"""How SQLCipher 4 lays out a page: at its end the initialisation vector and the MAC."""


def pages(data: bytes, keys: "Keys") -> Iterator[bytes]:
    """Every page of an encrypted database, decrypted; free ones too."""
    for at in range(0, len(data), PAGE):
        page = data[at : at + PAGE]
        vector = page[-RESERVED : -RESERVED + 16]
        hidden = page[16 if at == 0 else 0 : -RESERVED]
        cipher = Cipher(algorithms.AES(keys.data_key), modes.CBC(vector)).decryptor()
        yield cipher.update(hidden) + cipher.finalize()


def holds(data: bytes, keys: "Keys", words: str) -> bool:
    """Whether words stand anywhere in an encrypted database, across the borders of pages too."""
    return words.encode() in b"".join(pages(data, keys))


def database(folder: Path) -> bytes:
    return (folder / "journal.db").read_bytes()


def log(folder: Path) -> bytes:
    path = folder / "journal.db-wal"
    return path.read_bytes() if path.exists() else b""


def in_backup(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read("journal.db")


@pytest.fixture
def keys(journal: Journal) -> "Keys":
    return vault.open_with_passphrase(journal.folder, PASSPHRASE)


@pytest.fixture
def lived(journal: Journal) -> Journal:
    """A journal with notes, a version, what left, a draft, and a backup, in all of which care stands."""
    journal.save_entry(Note(title="A story", body=f"{KEPT} " * 200, sharing=Sharing.SHAREABLE, day=DAY))
    for number in range(20):
        note = SelfCareNote(title=f"Tired {CANARY}", body=f"{CANARY} {number} " * 300, mood=2, day=DAY)
        saved = journal.save_entry(note)
        journal.save_entry(replace(saved, body=f"Other words, {CANARY} {number}"), saved)
    offer = journal.sharing.offer()
    care = next(one for one in offer.entries if isinstance(one, SelfCareNote))
    door = journal.sharing.disclose(offer, {care.id}, template="story")
    has_left(journal.sharing, door, "md", journal.sharing.render(door, "md"))
    edits = {f"{care.id}:": WordingEdit(f"worded {CANARY}", CANARY), "title": WordingEdit("Mine", "My story")}
    pictures = {picture_key(care.id, uuid4()): f"It shows {CANARY}"}
    journal.sharing.keep_draft(ShareDraft(edits=edits, ticks={care.id: True}, pictures=pictures))
    journal.sharing.keep_picture_words({**pictures, picture_key(uuid4(), uuid4()): f"It shows {KEPT}"})
    journal.maintenance.back_up()
    return journal


def remove(journal: Journal) -> None:
    plan = journal.care_removal.plan()
    journal.put_in_bin(plan.notes)
    journal.care_removal.finish()


def test_no_decrypted_page_holds_a_word_of_them_and_all_else_stays(lived: Journal, keys: "Keys") -> None:
    (backup,) = lived.maintenance.backups()
    assert holds(database(lived.folder), keys, CANARY) or log(lived.folder)
    assert holds(in_backup(backup.path), keys, CANARY)
    remove(lived)
    assert log(lived.folder) == b""
    assert not holds(database(lived.folder), keys, CANARY)
    assert holds(database(lived.folder), keys, KEPT)
    (after,) = lived.maintenance.backups()
    assert not holds(in_backup(after.path), keys, CANARY)
    assert holds(in_backup(after.path), keys, KEPT)
    assert (after.path, after.number, after.made_at, after.occasion) == (
        backup.path,
        backup.number,
        backup.made_at,
        backup.occasion,
    )
    assert [entry.title for entry in lived.entries()] == ["A story"]
    assert lived.maintenance.check().is_whole
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_the_log_says_that_it_left_and_the_draft_keeps_the_rest(lived: Journal) -> None:
    assert lived.care_removal.plan().shared == 1
    remove(lived)
    (share,) = lived.sharing.log().items
    assert share.text == ""
    assert [edit.words for edit in lived.sharing.draft().edits.values()] == ["Mine"]


def test_until_the_last_step_they_can_be_had_back(lived: Journal) -> None:
    plan = lived.care_removal.plan()
    assert (len(plan.notes), plan.binned, plan.backups) == (20, (), 1)
    lived.put_in_bin(plan.notes)
    assert len(lived.care_removal.plan().binned) == 20
    lived.take_from_bin(plan.notes)
    lived.care_removal.finish()
    assert len(lived.care_removal.plan().notes) == 20


def test_the_cleaned_backup_is_restored_with_the_same_passphrase(lived: Journal, tmp_path: Path) -> None:
    remove(lived)
    (backup,) = lived.maintenance.backups()
    assert restore(backup.path, tmp_path / "back", passphrase=PASSPHRASE) == 1


def test_a_backup_that_cannot_be_read_is_named_and_left(
    lived: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = lived.maintenance.backups()

    def refuse(_path: Path, _folder: Path) -> None:
        raise JournalError("It cannot be read.")

    monkeypatch.setattr("amp_desktop.storage.restore_backup", refuse)
    lived.put_in_bin(lived.care_removal.plan().notes)
    assert lived.care_removal.finish().left == (backup.path,)
    assert backup.path.exists()


def test_what_a_repair_once_laid_aside_is_named(lived: Journal) -> None:
    aside = lived.folder / "journal.db-wal.damaged"
    aside.write_bytes(b"frames of before")
    lived.care_removal.finish()
    assert lived.care_removal.finish().left == (aside,)
    assert aside.exists()


def test_what_was_said_of_the_pictures_of_other_entries_stays(lived: Journal) -> None:
    remove(lived)
    assert [*lived.sharing.picture_words().values()] == [f"It shows {KEPT}"]


@pytest.mark.parametrize("step", ["delete_shared_texts", "delete", "scrub", "rewrite_backup"])
def test_a_removal_that_was_cut_off_is_finished_by_the_next(
    lived: Journal, keys: "Keys", monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    lived.put_in_bin(lived.care_removal.plan().notes)
    for when in ("before", "after"):
        with monkeypatch.context() as patch:
            real = getattr(Store, step)
            patch.setattr(Store, step, killed if when == "before" else then(real, killed))
            with pytest.raises(KeyboardInterrupt):
                lived.care_removal.finish()
    lived.care_removal.finish()
    assert not holds(database(lived.folder), keys, CANARY)
    (backup,) = lived.maintenance.backups()
    assert not holds(in_backup(backup.path), keys, CANARY)
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def then(real: Callable[..., object], killed: Callable[..., object]) -> Callable[..., object]:
    def both(*args: object) -> None:
        real(*args)
        killed()

    return both


def test_what_a_removal_that_was_killed_had_laid_out_goes_too(
    lived: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = lived.maintenance.backups()
    lived.put_in_bin(lived.care_removal.plan().notes)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "rewrite_backup", killed)
        patch.setattr("shutil.rmtree", unheard)  # a process that is killed tidies up nothing
        with pytest.raises(KeyboardInterrupt):
            lived.care_removal.finish()
    assert len([*backup.path.parent.iterdir()]) == 2
    lived.care_removal.finish()
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_killed_right_after_it_the_journal_is_whole_and_misses_nothing(
    lived: Journal, tmp_path: Path
) -> None:
    remove(lived)
    left = shutil.copytree(lived.folder, tmp_path / "killed")  # as it lies there, never closed
    with Journal.open(left, passphrase=PASSPHRASE) as again:
        assert again.findings == ()
        assert again.maintenance.check().is_whole
    lived.save_entry(Note(title="And on", day=DAY))
    later = shutil.copytree(lived.folder, tmp_path / "later")
    with Journal.open(later, passphrase=PASSPHRASE) as again:
        assert {entry.title for entry in again.entries()} == {"And on", "A story"}


def test_parts_of_a_backup_that_a_killed_removal_left_hold_up_no_other(lived: Journal) -> None:
    (backup,) = lived.maintenance.backups()
    for name in (".scrubbed.db.part", ".scrubbed.db.part-journal", ".scrubbed.part"):
        backup.path.with_suffix(name).write_bytes(b"half of it")
    lived.put_in_bin(lived.care_removal.plan().notes)
    assert lived.care_removal.finish().left == ()
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def unheard(*_: object, **__: object) -> None:
    pass


def test_of_a_damaged_journal_nothing_is_taken_away(lived: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = replace(lived.maintenance.check(), findings=("A page cannot be read.",))
    assert not damaged.is_whole
    lived.put_in_bin(lived.care_removal.plan().notes)
    monkeypatch.setattr(Store, "check", lambda *_: damaged)

    with pytest.raises(DamagedError):
        lived.care_removal.finish()

    assert len(lived.care_removal.plan().binned) == 20


def test_notes_that_stay_in_the_journal_stay_in_its_backups(lived: Journal, keys: "Keys") -> None:
    lived.put_in_bin(lived.care_removal.plan().notes[1:])

    lived.care_removal.finish()

    assert len(lived.care_removal.plan().notes) == 1
    (backup,) = lived.maintenance.backups()
    assert holds(in_backup(backup.path), keys, CANARY)


def test_what_left_of_a_note_in_the_bin_is_counted_too(lived: Journal) -> None:
    lived.put_in_bin(lived.care_removal.plan().notes)
    assert lived.care_removal.plan().shared == 1


def test_behind_the_curtain_all_of_it_is_taken_away(lived: Journal, keys: "Keys") -> None:
    lived.curtain.drop()
    plan = lived.care_removal.plan()
    assert len(plan.notes) == 20
    remove(lived)
    assert not holds(database(lived.folder), keys, CANARY)


def test_the_backup_of_another_journal_is_left_alone(lived: Journal) -> None:
    (own,) = lived.maintenance.backups()
    other = pretend_backup(own.path.parent, 7, journal_id=str(uuid4()))
    before = other.path.read_bytes()

    assert lived.care_removal.plan().backups == 1
    assert lived.care_removal.finish().left == ()
    assert other.path.read_bytes() == before
