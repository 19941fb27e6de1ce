"""Two copies of the key file: one is enough, and no power cut or full disk takes both."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from amp_desktop import vault
from amp_desktop.domain.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    NotSavedError,
    WrongPassphraseError,
)
from amp_desktop.vault import keyfolder
from amp_desktop.vault.keyfile import KeyFile
from tests.conftest import refuse_to_take_away
from tests.vault.test_keyfile import forge

if TYPE_CHECKING:
    from tests.vault.conftest import Made


@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak"])
@pytest.mark.parametrize(
    "content", [None, b"", b"\0" * 900, b"{}"], ids=["missing", "empty", "zeros", "foreign"]
)
def test_either_copy_opens_the_journal_and_the_other_is_mended(
    made: "Made", name: str, content: bytes | None
) -> None:
    whole = made.first.read_bytes()
    (made.folder / name).unlink()
    if content is not None:
        (made.folder / name).write_bytes(content)
    assert vault.key_file_bytes(made.folder) == whole
    assert vault.open_with_passphrase(made.folder, made.passphrase).data_key == made.keys.data_key
    assert made.first.read_bytes() == made.spare.read_bytes() == whole
    if name == "keys.json" and content is not None:
        assert (made.folder / "keys.json.damaged").read_bytes() == content


def test_a_wrong_passphrase_mends_nothing(made: "Made") -> None:
    made.first.unlink()
    with pytest.raises(WrongPassphraseError):
        vault.open_with_passphrase(made.folder, "wrong")
    assert not made.first.exists()


def test_both_copies_damaged_is_damage_and_both_stay(made: "Made") -> None:
    made.first.write_bytes(b"one")
    made.spare.write_bytes(b"two")
    with pytest.raises(DamagedError):
        vault.open_with_passphrase(made.folder, made.passphrase)
    assert (made.first.read_bytes(), made.spare.read_bytes()) == (b"one", b"two")


def test_one_damaged_and_the_other_gone_is_damage_and_no_missing_journal(made: "Made") -> None:
    made.first.unlink()
    made.spare.write_bytes(b"two")
    with pytest.raises(DamagedError):
        vault.open_with_passphrase(made.folder, made.passphrase)


def test_a_spare_copy_left_behind_catches_up_at_the_next_opening(made: "Made", cheap: vault.Cost) -> None:
    old = made.spare.read_bytes()
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    made.spare.write_bytes(old)
    vault.open_with_passphrase(made.folder, "another one")
    assert made.spare.read_bytes() == made.first.read_bytes() != old


CHANGE_AND_LOSE_POWER = """
import os, sys
from pathlib import Path
from amp_desktop import vault

folder, calls_left = Path(sys.argv[1]), int(sys.argv[2])

def until_the_power_goes(call):
    def counted(*arguments, **options):
        global calls_left
        if not calls_left:
            os._exit(9)
        calls_left -= 1
        return call(*arguments, **options)
    return counted

keys = vault.open_with_passphrase(folder, sys.argv[3])
for name in ("open", "fsync", "replace", "unlink"):
    setattr(os, name, until_the_power_goes(getattr(os, name)))
vault.change_passphrase(folder, keys, "another one", cost=vault.Cost(8192, 1, 1))
"""


def test_power_lost_at_any_step_leaves_the_old_or_the_new_passphrase(made: "Made") -> None:
    endings = set()
    for calls in range(30):
        arguments = [str(made.folder), str(calls), made.passphrase]
        done = subprocess.run([sys.executable, "-c", CHANGE_AND_LOSE_POWER, *arguments], check=False)
        try:
            opened = vault.open_with_passphrase(made.folder, made.passphrase)
            endings.add("old")
        except WrongPassphraseError:
            opened = vault.open_with_passphrase(made.folder, "another one")
            vault.change_passphrase(made.folder, opened, made.passphrase, cost=vault.Cost(8192, 1, 1))
            endings.add("new")
        assert opened.data_key == made.keys.data_key
        assert vault.open_with_recovery_code(made.folder, made.code).data_key == made.keys.data_key
        if done.returncode == 0:
            break
        assert done.returncode == 9
    assert done.returncode == 0, "the change never came to its end"
    assert endings == {"old", "new"}
    assert made.file_names() == {"keys.json", "keys.json.bak"}


@pytest.mark.parametrize(("number", "told"), [(errno.ENOSPC, DiskFullError), (errno.EIO, NotSavedError)])
def test_a_disk_that_refuses_changes_nothing_and_leaves_nothing(
    made: "Made", monkeypatch: pytest.MonkeyPatch, cheap: vault.Cost, number: int, told: type[JournalError]
) -> None:
    before = made.first.read_bytes()

    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(told):
            vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert made.first.read_bytes() == made.spare.read_bytes() == before
    assert made.file_names() == {"keys.json", "keys.json.bak"}


@pytest.mark.parametrize("step", ["the second copy's name", "the folder"])
def test_a_disk_that_fails_after_a_copy_was_replaced_leaves_the_old_code_and_passphrase(
    made: "Made", monkeypatch: pytest.MonkeyPatch, cheap: vault.Cost, step: str
) -> None:
    before = made.first.read_bytes()
    write_down, replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        if step == "the folder" and stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write_down(descriptor)

    def rename(one: os.PathLike[str], other: os.PathLike[str]) -> None:
        if step != "the folder" and os.fspath(other) == os.fspath(made.spare):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        replace(one, other)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "replace", rename)
        with pytest.raises(NotSavedError):
            vault.renew_recovery_code(made.folder, made.keys)
        with pytest.raises(NotSavedError):
            vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert made.first.read_bytes() == made.spare.read_bytes() == before
    assert made.file_names() == {"keys.json", "keys.json.bak"}
    assert vault.open_with_recovery_code(made.folder, made.code).data_key == made.keys.data_key


def test_a_passphrase_that_was_changed_is_called_so_though_the_disk_takes_nothing_away(
    made: "Made", monkeypatch: pytest.MonkeyPatch, cheap: vault.Cost
) -> None:
    with monkeypatch.context() as patch:
        refuse_to_take_away(patch)
        vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert vault.open_with_passphrase(made.folder, "another one").data_key == made.keys.data_key
    assert made.file_names() == {"keys.json", "keys.json.bak"}


@pytest.mark.parametrize("lost", ["first", "spare"])
def test_a_copy_that_was_missing_brings_no_new_passphrase_in_where_the_disk_failed(
    made: "Made", monkeypatch: pytest.MonkeyPatch, cheap: vault.Cost, lost: str
) -> None:
    gone, left = (made.first, made.spare) if lost == "first" else (made.spare, made.first)
    gone.unlink()
    before, write_down = left.read_bytes(), os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write_down(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(NotSavedError):
            vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert (gone.exists(), left.read_bytes()) == (False, before)
    assert vault.open_with_recovery_code(made.folder, made.code).data_key == made.keys.data_key
    with pytest.raises(WrongPassphraseError):
        vault.open_with_passphrase(made.folder, "another one")


def test_new_keys_stay_where_the_disk_failed_and_neither_copy_opened_the_journal(
    made: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    key_file = KeyFile.from_bytes(made.first.read_bytes())
    made.first.unlink()
    made.spare.write_bytes(b"{")
    write_down = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write_down(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(NotSavedError):
            keyfolder.write(made.folder, key_file)
    assert keyfolder.read(made.folder) == key_file


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_told_as_that(
    made: "Made", cheap: vault.Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = os.open
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", lambda path, flags, mode=0o777: opens("/dev/full", os.O_WRONLY))
        with pytest.raises(DiskFullError, match="disk is full"):
            vault.renew_recovery_code(made.folder, made.keys)
    assert vault.open_with_recovery_code(made.folder, made.code).data_key == made.keys.data_key


def test_what_cannot_be_mended_opens_all_the_same(made: "Made", monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *rest: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    made.spare.unlink()
    monkeypatch.setattr(os, "open", refuse)
    assert vault.open_with_passphrase(made.folder, made.passphrase).data_key == made.keys.data_key
    assert not made.spare.exists()


def test_keys_are_taken_away_for_who_made_them_and_nothing_else_is(made: "Made") -> None:
    (made.folder / "journal.db").write_bytes(b"mine")
    vault.remove_keys(made.folder)
    assert made.file_names() == {"journal.db"}
    vault.remove_keys(made.folder)
    assert made.file_names() == {"journal.db"}


def test_keys_that_cannot_be_taken_away_are_no_trouble(made: "Made", monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    vault.remove_keys(made.folder)
    assert made.first.exists()


def test_a_spare_copy_of_a_newer_version_is_left_alone(made: "Made") -> None:
    forge(made.spare, lambda fields: fields.update(format=2))
    newer = made.spare.read_bytes()
    made.assert_passphrase_opens()
    assert made.spare.read_bytes() == newer
