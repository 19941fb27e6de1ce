"""What a killed program left beside the key files goes at the next opening, if it is this journal's own."""

import fcntl
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from amp_desktop import vault
from amp_desktop.vault import staging
from amp_desktop.vault.keyfile import LARGEST_FILE, KeyFile
from tests.vault.test_keyfile import forge

if TYPE_CHECKING:
    from tests.vault.conftest import Made

NAMES = ("keys.json.new", "keys.json.bak.new", "keys.json.0123abcd.new", "keys.json.bak.0123abcd.new")


def open_it(made: "Made") -> None:
    assert vault.open_with_passphrase(made.folder, made.passphrase).data_key == made.keys.data_key


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", [0.05, 0.5, 1.0])
def test_what_was_left_half_way_goes(made: "Made", name: str, part: float) -> None:
    whole = made.first.read_bytes()
    (made.folder / name).write_bytes(whole[: round(part * len(whole))])
    open_it(made)
    assert made.file_names() == {"keys.json", "keys.json.bak"}
    assert made.first.read_bytes() == made.spare.read_bytes() == whole


def test_an_older_key_file_does_not_outlive_a_changed_passphrase(made: "Made", cheap: vault.Cost) -> None:
    (made.folder / "keys.json.new").write_bytes(made.first.read_bytes())
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert made.file_names() == {"keys.json", "keys.json.bak"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("keys.json.new", b""),
        ("keys.json.new", b"a list of my keys"),
        ("keys.json.0123abcd.new", b"{}"),
        ("keys.json.new.txt", None),
        ("keys.json.old", None),
        ("my keys.json.new", None),
        ("keys.json.0123ABCD.new", None),
    ],
)
def test_what_is_not_ours_stays(made: "Made", cheap: vault.Cost, name: str, content: bytes | None) -> None:
    kept = made.first.read_bytes() if content is None else content
    (made.folder / name).write_bytes(kept)
    open_it(made)
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert (made.folder / name).read_bytes() == kept


def test_the_key_file_of_another_journal_stays(made: "Made", tmp_path: Path, cheap: vault.Cost) -> None:
    drawn = vault.draw_keys("other", cost=cheap)
    drawn.write(tmp_path / "other")
    theirs = (tmp_path / "other" / "keys.json").read_bytes()
    (made.folder / "keys.json.new").write_bytes(theirs)
    open_it(made)
    assert (made.folder / "keys.json.new").read_bytes() == theirs


def test_a_link_of_that_name_stays_and_so_does_what_it_leads_to(made: "Made", tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(made.first.read_bytes())
    (made.folder / "keys.json.new").symlink_to(elsewhere)
    open_it(made)
    assert (made.folder / "keys.json.new").is_symlink()
    assert elsewhere.exists()


def test_what_another_program_is_writing_at_the_moment_stays(made: "Made") -> None:
    (made.folder / "keys.json.0123abcd.new").write_bytes(made.first.read_bytes())
    descriptor = os.open(made.folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        open_it(made)
        assert (made.folder / "keys.json.0123abcd.new").exists()
    finally:
        os.close(descriptor)
    open_it(made)
    assert made.file_names() == {"keys.json", "keys.json.bak"}


def test_where_there_are_no_locks_nothing_is_taken_away(
    made: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    (made.folder / "keys.json.new").write_bytes(made.first.read_bytes())
    monkeypatch.setattr(fcntl, "flock", refuse)
    open_it(made)
    assert (made.folder / "keys.json.new").exists()
    with staging.alone(made.folder, wait=True) as alone:
        assert not alone


def test_on_a_system_without_such_locks_nobody_is_alone(
    made: "Made", monkeypatch: pytest.MonkeyPatch, cheap: vault.Cost
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    (made.folder / "keys.json.new").write_bytes(made.first.read_bytes())
    with staging.alone(made.folder, wait=True) as alone:
        assert not alone
    open_it(made)
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    assert vault.open_with_passphrase(made.folder, "another one").data_key == made.keys.data_key
    assert (made.folder / "keys.json.new").exists()


def test_a_folder_that_is_gone_is_no_trouble(made: "Made", tmp_path: Path) -> None:
    own = KeyFile.from_bytes(made.first.read_bytes())
    with staging.alone(tmp_path / "gone", wait=True) as alone:
        assert not alone
    assert staging.left_over(tmp_path / "gone", own) == []


def test_one_that_is_alone_keeps_others_out_until_it_ends(made: "Made") -> None:
    with staging.alone(made.folder, wait=True) as first, staging.alone(made.folder, wait=False) as second:
        assert (first, second) == (True, False)
    with staging.alone(made.folder, wait=False) as third:
        assert third


def test_what_cannot_be_read_stays(made: "Made", monkeypatch: pytest.MonkeyPatch) -> None:
    left = made.folder / "keys.json.0123abcd.new"
    left.write_bytes(made.first.read_bytes())
    own = KeyFile.from_bytes(made.first.read_bytes())
    assert staging.left_over(made.folder, own) == [left]

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert staging.left_over(made.folder, own) == []


def test_what_a_newer_version_left_stays(made: "Made") -> None:
    newer = made.folder / "keys.json.0123abcd.new"
    newer.write_bytes(made.first.read_bytes())
    forge(newer, lambda fields: fields.update(format=2))
    open_it(made)
    assert newer.exists()


def test_what_is_no_key_file_by_its_size_stays(made: "Made") -> None:
    large = made.folder / "keys.json.0123abcd.new"
    large.write_bytes(made.first.read_bytes()[:100] + b" " * LARGEST_FILE)
    open_it(made)
    assert large.exists()
