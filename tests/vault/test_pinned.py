"""A key file as the first version wrote it: whatever is changed here, it opens, and is written the same."""

import shutil
from pathlib import Path

import pytest

from amp_desktop import vault
from amp_desktop.vault import cipher
from amp_desktop.vault.derivation import Argon2id, Cost
from amp_desktop.vault.keyfile import KeyFile, associated_data

PINNED = Path(__file__).parent / "pinned" / "keys.json"
PASSPHRASE = "four words for testing"
CODE = "C08D-N2FT-8QDH-6GC5-5T98-N2AQ-1EH8-JJYM-0"
DATA_KEY = bytes.fromhex("6fd3f49f90a020e3c29a8e426e740971e0e2e34f5f8ff023bf05c03a6f970147")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(PINNED, tmp_path / "keys.json")
    return tmp_path


def test_passphrase_and_code_of_the_first_version_open(folder: Path) -> None:
    by_passphrase = vault.open_with_passphrase(folder, PASSPHRASE)
    assert by_passphrase.data_key == DATA_KEY
    assert by_passphrase.salt.hex() == "42ba7bbcce5b0f63f926cef8547b83f4"
    assert vault.open_with_recovery_code(folder, CODE).data_key == DATA_KEY
    assert (folder / "keys.json.bak").read_bytes() == PINNED.read_bytes()


def test_it_is_written_letter_by_letter_as_it_was() -> None:
    key_file = KeyFile.from_bytes(PINNED.read_bytes())
    assert key_file.to_bytes() == PINNED.read_bytes()
    assert key_file.sealed(DATA_KEY) == key_file


def test_what_a_slot_is_bound_to_is_spelt_as_it_was() -> None:
    key_file = KeyFile.from_bytes(PINNED.read_bytes())
    bound = associated_data(key_file.journal_id, "passphrase", Argon2id(bytes(16), Cost(8192, 1, 1)))
    assert bound == (
        b'{"derivation":{"lanes":1,"memory_kib":8192,"name":"argon2id","passes":1,'
        b'"salt":"00000000000000000000000000000000"},"format":1,'
        b'"journal_id":"a7fc2c59-cc3a-4ca9-814b-7793d22f839a","slot":"passphrase"}'
    )


def test_each_purpose_has_a_key_of_its_own() -> None:
    """HKDF with SHA-256 (RFC 5869); OpenSSL's `kdf` gives the same."""
    secret, salt = bytes(range(32)), bytes(range(16))
    assert cipher.derive(secret, None, b"a", 8).hex() == "f4e3224e2bcf55d8"
    assert cipher.derive(secret, salt, b"a", 8).hex() == "3f3d1a0caf9fcabe"
    assert cipher.data_key_id(DATA_KEY) == "5c5866bdc46121a100772f3c53f8f4a4"
    assert cipher.mac(secret, b"content")[:8].hex() == "1dfb196cd5b423c4"
