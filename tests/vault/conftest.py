"""A small, real key file for every test, at the lowest cost that is accepted on reading."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from amp_desktop import vault

CHEAP = vault.Cost(memory_kib=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four words for testing"


@dataclass(frozen=True)
class Made:
    """A journal's keys as just made: where, the passphrase, the keys and the code that was shown."""

    folder: Path
    passphrase: str
    keys: vault.Keys
    code: str

    @property
    def first(self) -> Path:
        return self.folder / "keys.json"

    @property
    def spare(self) -> Path:
        return self.folder / "keys.json.bak"

    def file_names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}

    def assert_passphrase_opens(self) -> None:
        assert vault.open_with_passphrase(self.folder, self.passphrase).data_key == self.keys.data_key


def make_keys(folder: Path, chosen: str) -> tuple[vault.Keys, str]:
    """A key file in a folder: its keys, and the recovery code."""
    drawn = vault.draw_keys(chosen, cost=CHEAP)
    drawn.write(folder)
    return drawn.keys, drawn.recovery_code


@pytest.fixture
def cheap() -> vault.Cost:
    return CHEAP


@pytest.fixture
def made(tmp_path: Path) -> Made:
    folder = tmp_path / "my journal # 日記"
    keys, code = make_keys(folder, PASSPHRASE)
    return Made(folder, PASSPHRASE, keys, code)
