"""What a killed program left beside the key files goes at the next opening, if it is this journal's own."""

import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from amp_desktop import vault
from amp_desktop.vault import staging

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
