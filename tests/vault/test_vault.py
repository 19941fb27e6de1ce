"""Making and opening a journal's keys, and changing what opens them."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from amp_desktop import vault
from amp_desktop.domain.errors import (
    DamagedError,
    InvalidValueError,
    JournalExistsError,
    NoJournalError,
    ReadOnlyError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from tests.vault.conftest import make_keys

if TYPE_CHECKING:
    from tests.vault.conftest import Made


def test_both_ways_open_the_same_keys_and_say_which_way_it_was(made: "Made") -> None:
    by_passphrase = vault.open_with_passphrase(made.folder, made.passphrase)
    by_code = vault.open_with_recovery_code(made.folder, made.code)
    assert by_passphrase.data_key == by_code.data_key == made.keys.data_key
    assert by_passphrase.salt == by_code.salt == made.keys.salt
    assert (len(made.keys.data_key), len(made.keys.salt)) == (32, 16)
    assert (by_passphrase.opened_by, by_code.opened_by) == (vault.Way.PASSPHRASE, vault.Way.RECOVERY_CODE)


def test_no_two_journals_share_a_key_salt_id_or_code(made: "Made", tmp_path: Path, cheap: vault.Cost) -> None:
    other, code = make_keys(tmp_path / "other", made.passphrase)
    assert other.data_key != made.keys.data_key
    assert other.salt != made.keys.salt
    assert other.journal_id != made.keys.journal_id
    assert other.data_key_id != made.keys.data_key_id
    assert code != made.code


@pytest.mark.parametrize(
    "typed", ["", "Four words for testing", "four words for testin", "x" * 100_000, "\ud800"]
)
def test_a_wrong_passphrase_is_told_as_that(made: "Made", typed: str) -> None:
    with pytest.raises(WrongPassphraseError, match="not the passphrase") as told:
        vault.open_with_passphrase(made.folder, typed)
    assert type(told.value) is WrongPassphraseError
    assert told.value.exit_status == 3


def test_an_empty_passphrase_makes_no_journal_and_changes_none(made: "Made", tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError):
        make_keys(tmp_path / "other", "")
    assert not (tmp_path / "other").exists()
    with pytest.raises(InvalidValueError):
        vault.change_passphrase(made.folder, made.keys, "")
    vault.open_with_passphrase(made.folder, made.passphrase)


def test_a_passphrase_opens_however_the_keyboard_composes_it(tmp_path: Path, cheap: vault.Cost) -> None:
    make_keys(tmp_path, "caf\u00e9 \uff11\u00a0ﬁn")
    assert vault.open_with_passphrase(tmp_path, "cafe\u0301 1 fin").opened_by is vault.Way.PASSPHRASE


def test_a_changed_passphrase_leaves_key_and_code_and_ends_the_old_one(
    made: "Made", cheap: vault.Cost
) -> None:
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    opened = vault.open_with_passphrase(made.folder, "another one")
    assert opened.data_key == made.keys.data_key
    assert opened.generation == made.keys.generation + 1
    assert vault.open_with_recovery_code(made.folder, made.code).data_key == made.keys.data_key
    with pytest.raises(WrongPassphraseError):
        vault.open_with_passphrase(made.folder, made.passphrase)


def test_the_old_passphrase_does_not_open_the_spare_copy_either(made: "Made", cheap: vault.Cost) -> None:
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    made.first.unlink()
    with pytest.raises(WrongPassphraseError):
        vault.open_with_passphrase(made.folder, made.passphrase)


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_code(made: "Made", cheap: vault.Cost) -> None:
    keys = vault.open_with_recovery_code(made.folder, made.code)
    vault.change_passphrase(made.folder, keys, "a new start", cost=cheap)
    assert vault.open_with_passphrase(made.folder, "a new start").data_key == made.keys.data_key


def test_a_renewed_code_opens_and_the_old_one_is_told_apart_from_a_mistyped_one(made: "Made") -> None:
    code = vault.renew_recovery_code(made.folder, made.keys)
    assert vault.open_with_recovery_code(made.folder, code).data_key == made.keys.data_key
    with pytest.raises(WrongRecoveryCodeError, match="another journal's, or it was replaced"):
        vault.open_with_recovery_code(made.folder, made.code)
    vault.open_with_passphrase(made.folder, made.passphrase)


def test_another_journals_code_is_told_as_that(made: "Made", tmp_path: Path, cheap: vault.Cost) -> None:
    _, foreign = make_keys(tmp_path / "other", made.passphrase)
    with pytest.raises(WrongRecoveryCodeError, match="another journal's"):
        vault.open_with_recovery_code(made.folder, foreign)


def test_keys_of_another_journal_change_nothing(made: "Made", tmp_path: Path, cheap: vault.Cost) -> None:
    foreign, _ = make_keys(tmp_path / "other", "whatever it is")
    before = made.first.read_bytes()
    with pytest.raises(DamagedError):
        vault.change_passphrase(made.folder, foreign, "mine now", cost=cheap)
    with pytest.raises(DamagedError):
        vault.renew_recovery_code(made.folder, foreign)
    assert made.first.read_bytes() == before


def test_a_second_journal_is_not_made_over_the_first(made: "Made", cheap: vault.Cost) -> None:
    before = made.first.read_bytes()
    with pytest.raises(JournalExistsError):
        make_keys(made.folder, "another one")
    made.first.rename(made.folder / "moved away")
    with pytest.raises(JournalExistsError):  # the spare copy alone is a journal's, too
        make_keys(made.folder, "another one")
    assert made.spare.read_bytes() == before


def test_a_file_where_the_folder_should_be_is_left_alone(tmp_path: Path, cheap: vault.Cost) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(JournalExistsError):
        make_keys(tmp_path / "taken", "another one")
    with pytest.raises(NoJournalError):
        vault.open_with_passphrase(tmp_path / "taken", "another one")
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_folder_without_a_journal_is_named(tmp_path: Path) -> None:
    for nowhere in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NoJournalError) as told:
            vault.open_with_passphrase(nowhere, "whatever")
        assert str(nowhere) in told.value.sentence


def test_the_header_is_read_without_any_key(made: "Made") -> None:
    header = vault.read_header(made.folder)
    assert header.journal_id == made.keys.journal_id
    assert isinstance(header.journal_id, UUID)
    assert header.data_key_id == made.keys.data_key_id
    assert (header.generation, header.keyring) == (1, False)


def test_a_backups_key_file_opens_elsewhere_with_its_own_passphrase(
    made: "Made", tmp_path: Path, cheap: vault.Cost
) -> None:
    backup = vault.key_file_bytes(made.folder)
    assert backup == made.first.read_bytes()
    vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    vault.restore_key_file(tmp_path / "restored", backup)
    assert vault.open_with_passphrase(tmp_path / "restored", made.passphrase).data_key == made.keys.data_key
    lost = made.first.read_bytes()
    vault.restore_key_file(made.folder, backup)
    made.assert_passphrase_opens()
    assert (made.folder / "keys.json.old").read_bytes() == lost
    with pytest.raises(DamagedError):
        vault.restore_key_file(tmp_path / "third", backup[:-100])
    assert not (tmp_path / "third").exists()


def test_neither_repr_nor_errors_tell_a_secret(made: "Made") -> None:
    assert made.keys.data_key.hex() not in repr(made.keys)
    assert repr(made.keys.data_key) not in repr(made.keys)
    with pytest.raises(WrongPassphraseError) as told:
        vault.open_with_passphrase(made.folder, "my secret typing")
    assert "my secret typing" not in str(told.value)
    for path in made.folder.iterdir():
        assert made.keys.data_key.hex() not in path.read_text()
        assert made.code not in path.read_text()


def test_files_and_folder_are_for_the_owner_alone(made: "Made") -> None:
    assert made.folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in made.folder.iterdir()} == {
        "keys.json": 0o600,
        "keys.json.bak": 0o600,
    }


def test_a_folder_that_may_only_be_read_says_so(
    made: "Made", cheap: vault.Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    def refuse(path: object, *rest: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:  # root may write anywhere, so the refusal is played
        patch.setattr(os, "open", refuse)
        with pytest.raises(ReadOnlyError):
            vault.change_passphrase(made.folder, made.keys, "another one", cost=cheap)
    made.assert_passphrase_opens()


def test_importing_the_vault_loads_nothing_heavy() -> None:
    script = (
        "import sys, amp_desktop.vault;"
        "print([name for name in ('argon2', 'cryptography', 'keyring', 'zxcvbn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_backups_key_file_tells_the_same_as_one_in_a_folder(made: "Made") -> None:
    assert vault.header_of(made.first.read_bytes()) == vault.read_header(made.folder)
    assert vault.read_header(made.folder).database_salt == made.keys.salt
