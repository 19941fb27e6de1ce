"""A key file that is damaged, forged, hostile or newer: one sentence, no wrong key, nothing written."""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop import vault
from amp_desktop.domain.errors import DamagedError, NewerJournalError, NoJournalError, WrongPassphraseError
from amp_desktop.vault.keyfile import LARGEST_FILE, KeyFile
from tests.vault.conftest import make_keys

if TYPE_CHECKING:
    from tests.vault.conftest import Made

Forge = Callable[[dict[str, Any]], object]


def forge(path: Path, change: Forge) -> None:
    """Change a key file as somebody who knows the format would: with the right checksum."""
    fields = json.loads(path.read_bytes())
    change(fields)
    fields.pop("checksum")
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
    path.write_text(json.dumps(fields | {"checksum": hashlib.sha256(canonical).hexdigest()}))


@pytest.fixture(scope="module")
def original() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        make_keys(Path(folder), "passphrase")
        return vault.key_file_bytes(Path(folder))


@settings(max_examples=300, deadline=None)
@given(at=st.integers(0, 10_000), mask=st.integers(1, 255))
def test_a_flipped_byte_is_damage_and_never_a_wrong_passphrase(original: bytes, at: int, mask: int) -> None:
    flipped = bytearray(original)
    flipped[at % len(original)] ^= mask
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "keys.json").write_bytes(flipped)
        try:
            opened = vault.open_with_passphrase(folder, "passphrase")
        except DamagedError:
            assert [path.name for path in folder.iterdir()] == ["keys.json"]
            assert (folder / "keys.json").read_bytes() == flipped
        else:  # a blank became another blank, or a hex digit changed its case: the same file in other words
            assert vault.key_file_bytes(folder) == original
            assert opened.data_key_id == json.loads(original)["data_key_id"]


@settings(max_examples=100, deadline=None)
@given(length=st.integers(0, 5_000))
def test_a_file_cut_short_is_damage(original: bytes, length: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "keys.json").write_bytes(original[: length % (len(original) - 2)])
        with pytest.raises(DamagedError, match="damaged"):
            vault.read_header(Path(name))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_whatever_are_damage(junk: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "keys.json").write_bytes(junk)
        with pytest.raises(DamagedError):
            vault.open_with_passphrase(Path(name), "passphrase")


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 16_000,
        b'{"format": ' + b"9" * 16_000 + b"}",
        b" " * 20_000,
        b"null",
        b"NaN",
        b'{"format": 1}',
        b"\0" * 996,
    ],
    ids=["brackets", "long number", "too large", "null", "NaN", "almost nothing", "zeros after a power cut"],
)
def test_what_only_a_hostile_hand_writes_is_refused(made: "Made", content: bytes) -> None:
    made.spare.unlink()
    made.first.write_bytes(content)
    with pytest.raises(DamagedError):
        vault.open_with_passphrase(made.folder, made.passphrase)
    assert made.first.read_bytes() == content


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(memory_kib=2**40),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(memory_kib=2 * 1024 * 1024 + 1),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(memory_kib=1024),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(memory_kib=8192.0),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(memory_kib="8192"),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(passes=17),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(passes=True),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(lanes=9),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(lanes=-1),
        lambda fields: fields["slots"]["passphrase"]["derivation"].update(name="md5"),
        lambda fields: fields["slots"]["passphrase"].update(wrapped=""),
        lambda fields: fields["slots"]["recovery_code"].update(nonce=None),
        lambda fields: fields["slots"].update(third={}),
        lambda fields: fields.update(slots=[]),
        lambda fields: fields.update(journal_id=7),
        lambda fields: fields.update(database_salt="zz" * 16),
        lambda fields: fields.update(keyring="no"),
        lambda fields: fields.update(generation=0),
        lambda fields: fields.update(format=True),
        lambda fields: fields.pop("mac"),
    ],
)
def test_a_hostile_header_is_refused_at_once(made: "Made", change: Forge) -> None:
    made.spare.unlink()
    forge(made.first, change)
    process = psutil.Process()
    memory, begun = process.memory_info().rss, time.process_time()
    with pytest.raises(DamagedError, match="damaged"):
        vault.open_with_passphrase(made.folder, made.passphrase)
    assert time.process_time() - begun < 2
    assert process.memory_info().rss - memory < 8 * 1024 * 1024


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields.update(keyring=True),
        lambda fields: fields.update(generation=9),
        lambda fields: fields.update(database_salt="00" * 16),
        lambda fields: fields.update(data_key_id="00" * 16),
        lambda fields: fields.update(mac="00" * 32),
        lambda fields: fields["slots"]["recovery_code"].update(nonce="00" * 12),
    ],
)
def test_a_forged_field_is_found_by_the_seal(made: "Made", change: Forge) -> None:
    forge(made.first, change)
    forged = made.first.read_bytes()
    with pytest.raises(DamagedError, match="changed by something other"):
        vault.open_with_passphrase(made.folder, made.passphrase)
    assert made.first.read_bytes() == forged


def test_a_slot_opens_in_no_other_journal(made: "Made", tmp_path: Path, cheap: vault.Cost) -> None:
    make_keys(tmp_path / "other", "another one")
    stolen = json.loads((tmp_path / "other" / "keys.json").read_bytes())["slots"]
    forge(made.first, lambda fields: fields.update(slots=stolen))
    with pytest.raises(WrongPassphraseError):
        vault.open_with_passphrase(made.folder, "another one")


def test_a_file_far_too_large_is_refused_though_its_beginning_is_whole(made: "Made") -> None:
    made.spare.unlink()
    with made.first.open("ab") as file:
        file.write(b" " * 20_000)
    with pytest.raises(DamagedError):
        vault.open_with_passphrase(made.folder, made.passphrase)


def test_a_newer_format_is_refused_politely_and_the_spare_copy_not_used(made: "Made") -> None:
    forge(made.first, lambda fields: fields.update(format=2, anything="else"))
    before = made.first.read_bytes()
    with pytest.raises(NewerJournalError, match="newer version"):
        vault.open_with_passphrase(made.folder, made.passphrase)
    assert made.first.read_bytes() == before


def test_a_pipe_or_a_folder_in_its_place_is_not_waited_for(made: "Made") -> None:
    shutil.rmtree(made.folder)
    made.folder.mkdir()
    made.first.mkdir()
    with pytest.raises(DamagedError, match="not a file"):
        vault.open_with_passphrase(made.folder, made.passphrase)
    if hasattr(os, "mkfifo"):
        made.first.rmdir()
        os.mkfifo(made.first)
        with pytest.raises(DamagedError, match="not a file"):
            vault.open_with_passphrase(made.folder, made.passphrase)


def test_a_file_that_may_not_be_read_is_named(made: "Made", monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *rest: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so the refusal is played
    with pytest.raises(NoJournalError, match="could not be read") as told:
        vault.read_header(made.folder)
    assert str(made.first) in told.value.sentence


def test_the_largest_file_is_read_and_one_byte_more_is_not(original: bytes) -> None:
    largest = original + b" " * (LARGEST_FILE - len(original))
    assert KeyFile.from_bytes(largest).to_bytes() == original
    with pytest.raises(DamagedError):
        KeyFile.from_bytes(largest + b" ")


def test_damage_and_a_newer_format_are_told_with_what_to_do(made: "Made") -> None:
    with pytest.raises(DamagedError) as damaged:
        KeyFile.from_bytes(b"{}")
    assert damaged.value.sentence == "The journal's key file is damaged."
    assert damaged.value.advice == "Restore it from one of your backups; your entries were not touched."
    forge(made.first, lambda fields: fields.update(format=2))
    with pytest.raises(NewerJournalError) as newer:
        KeyFile.from_bytes(made.first.read_bytes())
    assert newer.value.sentence == "This journal was made by a newer version of AMP Journal."
    assert newer.value.advice == "Update the program, then open it again."
