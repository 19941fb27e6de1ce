"""The ways into a journal: each is tried only when it was given, and what is given is what is tried."""

from pathlib import Path

import pytest

from amp_desktop import vault
from amp_desktop.domain.errors import KeyringError, MistypedRecoveryCodeError, WrongPassphraseError
from amp_desktop.exchange.sample import SAMPLE_TODAY
from amp_desktop.journal import Journal
from amp_desktop.vault import Keys


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """For which folders the keyring, of which this machine has none, was asked."""
    folders: list[Path] = []

    def ask(folder: Path) -> Keys | None:
        folders.append(folder)
        return None

    monkeypatch.setattr(vault, "open_with_keyring", ask)
    return folders


@pytest.mark.parametrize("keyring", [False, True])
def test_an_empty_passphrase_is_a_wrong_one_and_no_reason_to_ask_the_keyring(
    journal: Journal, journal_folder: Path, asked: list[Path], keyring: bool
) -> None:
    journal.close()
    with pytest.raises(WrongPassphraseError):
        Journal.open(journal_folder, passphrase="", keyring=keyring)
    with pytest.raises(MistypedRecoveryCodeError):
        Journal.open(journal_folder, recovery_code="", keyring=keyring)
    assert asked == []


def test_the_keyring_is_asked_only_where_it_was_wanted(
    journal: Journal, journal_folder: Path, asked: list[Path]
) -> None:
    journal.close()
    for keyring, folders in ((False, []), (True, [journal_folder])):
        with pytest.raises(KeyringError):
            Journal.open(journal_folder, keyring=keyring)
        assert asked == folders


def test_the_sample_is_marked_and_lives_on_its_own_day(sample_journal: Journal) -> None:
    assert sample_journal.preferences.is_sample
    assert sample_journal.today() == SAMPLE_TODAY
    assert sample_journal.count() > 100
