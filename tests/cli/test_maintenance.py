"""`export`, `backup`, `restore` and `check`, as their users see them."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from amp_desktop.domain.errors import WrongPassphraseError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.exchange.export.markdown_folder import read_folder
from amp_desktop.journal import Journal
from amp_desktop.vault import age_files
from tests.cli.conftest import Amp
from tests.conftest import PASSPHRASE


@pytest.fixture
def filled(amp: Amp) -> Amp:
    amp("add", "note", "First\nbody", "--tag", "cli")
    amp("add", "self-care", "--field", "mood=4")
    return amp


def test_a_json_export_holds_every_entry(filled: Amp, tmp_path: Path) -> None:
    assert filled("export", str(tmp_path / "all of it")).status == 0
    exported = json.loads((tmp_path / "all of it" / "journal.json").read_text(encoding="utf-8"))
    listed = filled("list", "--json").json
    assert sorted(e["id"] for e in exported["entries"]) == sorted(e["id"] for e in listed)


def test_a_markdown_export_holds_every_entry(filled: Amp, tmp_path: Path) -> None:
    assert filled("export", str(tmp_path / "all"), "--format", "markdown").status == 0
    listed = filled("list", "--json").json
    assert sorted(str(e.id) for e in read_folder(tmp_path / "all")) == sorted(e["id"] for e in listed)


def test_an_export_never_writes_into_what_is_there(filled: Amp, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    assert filled("export", str(tmp_path / "full")).status == 1
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_a_backup_comes_back_into_a_new_folder(filled: Amp, tmp_path: Path) -> None:
    made = filled("backup", "--to", str(tmp_path / "elsewhere"))
    assert made.status == 0
    back = tmp_path / "back again"
    assert filled("restore", made.text.strip(), "--to", str(back)).status == 0
    assert filled("--journal", str(back), "list", "--json").json == filled("list", "--json").json


def test_restoring_never_writes_over_a_journal(filled: Amp, journal_folder: Path) -> None:
    made = filled("backup").text.strip()
    filled("add", "note", "written after the backup")
    assert filled("restore", made, "--to", str(journal_folder)).status == 1
    assert "written after the backup" in filled("list").text


def test_check_tells_that_the_journal_is_whole(filled: Amp) -> None:
    checked = filled("check")
    assert (checked.status, checked.err) == (0, "")
    assert "2 entries" in checked.text


@pytest.mark.parametrize(
    ("damage", "status"),
    [(b"", 4), (b"SQLite format 3\x00" + bytes(4080), 4), (b"junk" * 2048, 4), (None, 4)],
)
def test_a_damaged_file_is_said_and_left_alone(
    filled: Amp, journal_folder: Path, journal: object, damage: bytes | None, status: int
) -> None:
    journal.close()  # type: ignore[attr-defined]
    database = journal_folder / "journal.db"
    for side in journal_folder.glob("journal.db-*"):
        side.unlink()
    if damage is None:
        database.unlink()
    else:
        database.write_bytes(damage)
    refused = filled("list")
    assert (refused.status, refused.out) == (status, b"")
    assert len(refused.err.strip().splitlines()) == 1
    assert (database.read_bytes() if database.exists() else None) == damage


def test_a_wrong_passphrase_has_a_status_of_its_own(
    filled: Amp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text(PASSPHRASE + "!")
    monkeypatch.setenv("AMP_PASSPHRASE_FILE", str(wrong))
    refused = filled("list")
    assert (refused.status, refused.out) == (3, b"")
    assert PASSPHRASE not in refused.err


def test_a_missing_journal_is_said_before_a_passphrase_is_asked(filled: Amp, tmp_path: Path) -> None:
    refused = filled("--journal", str(tmp_path / "nowhere"), "list")
    assert refused.status == 1
    assert "nowhere" in refused.err


def test_what_was_wrong_with_the_files_is_said_once(amp: Amp, journal: Journal, journal_folder: Path) -> None:
    journal.close()
    stray = journal_folder / "journal.db-journal"
    stray.write_bytes(b"junk")
    assert "journal.db-journal.stray" in amp("list").err
    assert amp("add", "note", "written").err == ""


def test_lost_keys_are_told_and_brought_back(amp: Amp, journal: Journal, journal_folder: Path) -> None:
    amp("add", "note", "before")
    made = amp("backup").text.strip()
    amp("add", "note", "after")
    assert amp("repair").text == "The key files are whole: nothing was changed.\n"
    journal.close()
    for name in ("keys.json", "keys.json.bak"):
        (journal_folder / name).unlink()
    told = amp("list")
    assert told.status == 4
    assert "key files" in told.err
    assert "amp-desktop repair" in told.err
    for arguments in (("repair",), ("repair", "--keys-from", made)):
        repaired = amp(*arguments)
        assert (repaired.status, repaired.err) == (0, "")
        assert repaired.text.startswith("The keys are back.")
        assert {"before", "after"} <= set(amp("list").text.split())


@pytest.mark.parametrize("command", ["check", "list"])
def test_a_log_that_is_gone_is_told(filled: Amp, journal_folder: Path, command: str) -> None:
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as journal:
        journal.save_entry(Note(title="one"))
        journal.save_entry(Note(title="two"))
        without_its_log = (journal_folder / "journal.db").read_bytes()
    (journal_folder / "journal.db").write_bytes(without_its_log)
    told = filled(command)
    assert "The last changes may be missing" in told.err
    assert told.status == (4 if command == "check" else 0)
    assert filled("check").status == 0


def test_one_archive_of_everything_opens_with_its_passphrase_alone(filled: Amp, tmp_path: Path) -> None:
    key, target = tmp_path / "key", tmp_path / "all.zip.age"
    key.write_text("four uncommon words here\n", encoding="utf-8")
    assert filled("export", str(target), "--protect-with", str(key)).status == 0

    plain = age_files.decrypt(target.read_bytes(), "four uncommon words here")
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        exported = json.loads(archive.read("journal.json"))
        assert len([name for name in archive.namelist() if name.startswith("markdown/")]) == len(
            exported["entries"]
        )
    listed = json.loads(filled("list", "--json").out)
    assert {entry["id"] for entry in listed} <= {entry["id"] for entry in exported["entries"]}
    with pytest.raises(WrongPassphraseError):
        age_files.decrypt(target.read_bytes(), "another passphrase here")


def test_a_name_that_says_so_makes_no_plain_export_where_nobody_can_be_asked(
    filled: Amp, tmp_path: Path
) -> None:
    done = filled("export", str(tmp_path / "all.zip.age"))
    assert done.status == 2
    assert "--protect-with" in done.err
    assert not list(tmp_path.glob("all*"))


def test_an_archive_gets_the_name_that_says_so(filled: Amp, tmp_path: Path) -> None:
    done = filled("export", str(tmp_path / "all"), "--protect-with", "-", stdin="four uncommon words here")
    assert done.status == 0
    assert "all.zip.age" in done.err
    assert [one.name for one in tmp_path.glob("all*")] == ["all.zip.age"]
