"""What stands in a folder where a journal was to be made is left alone, whatever comes of making it."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop import files
from amp_desktop.domain.errors import (
    CannotExportError,
    DiskFullError,
    InvalidValueError,
    JournalError,
    JournalExistsError,
    WrongPassphraseError,
)
from amp_desktop.journal import Journal
from amp_desktop.journal.maintenance import restore
from amp_desktop.storage import backup
from amp_desktop.vault import keyfolder
from tests.conftest import CHEAP, PASSPHRASE

OLD = st.sampled_from(
    [
        *("journal.db.old", "journal.db-old", "journal.db.part", "journal.db-wal.1", "journal.dbx"),
        *("keys.json.old", "keys.json.new", "keys.json.bak.new", "keys.json.damaged", "keys.json~"),
        *("journal.db", "journal.db-wal", "journal.db-shm", "journal.db-journal"),
        *("keys.json", "keys.json.bak", "window.lock", "letter.txt"),
    ]
)
MAKE = (
    "import sys; from pathlib import Path\n"
    "from amp_desktop.journal import Journal; from amp_desktop.vault import Cost\n"
    "print('ready', flush=True); sys.stdin.readline()\n"
    "journal, code = Journal.create(Path(sys.argv[1]), sys.argv[2], cost=Cost(8192, 1, 1))\n"
    "journal.close(); print(code)"
)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    standing=st.dictionaries(OLD, st.binary(max_size=20), max_size=5),
    passphrase=st.sampled_from([PASSPHRASE, ""]),
    fails=st.booleans(),
)
def test_what_stood_in_the_folder_stays_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, standing: dict[str, bytes], passphrase: str, fails: bool
) -> None:
    folder = tmp_path_factory.mktemp("place")
    for name, content in standing.items():
        (folder / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as patched:
        if fails:
            _fill_the_disk_at(patched, keyfolder.SPARE)
        try:
            Journal.create(folder, passphrase, cost=CHEAP)[0].close()
        except JournalError:
            assert _contents(folder) == standing
    assert standing.items() <= _contents(folder).items()


def _fill_the_disk_at(patched: pytest.MonkeyPatch, name: str) -> None:
    """The disk is full when a file of this name is to be made."""
    write = files.write_new_durably

    def full(path: Path, data: bytes) -> None:
        if path.name == name:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    patched.setattr(keyfolder, "write_new_durably", full)


def test_older_copies_outlive_a_journal_that_is_refused(tmp_path: Path) -> None:
    Journal.create(tmp_path, PASSPHRASE, cost=CHEAP)[0].close()
    for name in ("journal.db", "keys.json"):
        (tmp_path / name).rename(tmp_path / f"{name}.old")
    before = _contents(tmp_path)
    with pytest.raises(JournalExistsError, match=r"keys\.json\.bak"):
        Journal.create(tmp_path, PASSPHRASE, cost=CHEAP)
    assert _contents(tmp_path) == before


def test_folders_made_on_the_way_go_again_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    with pytest.raises(InvalidValueError):
        Journal.create(mine / "a" / "b", "", cost=CHEAP)
    assert list(mine.iterdir()) == []
    _fill_the_disk_at(monkeypatch, keyfolder.SPARE)
    with pytest.raises(DiskFullError):
        Journal.create(mine / "a" / "b", PASSPHRASE, cost=CHEAP)
    assert list(mine.iterdir()) == []


def test_of_several_makers_at_once_one_has_the_journal(tmp_path: Path) -> None:
    place = tmp_path / "new"
    command = [sys.executable, "-c", MAKE, str(place), PASSPHRASE]
    makers = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for maker in makers:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "ready\n"
    for maker in makers:
        assert maker.stdin is not None
        maker.stdin.write("\n")
        maker.stdin.flush()
    told = [(maker.communicate()[0], maker.returncode) for maker in makers]
    codes = [code.strip() for code, status in told if status == 0]
    assert len(codes) == 1
    Journal.open(place, recovery_code=codes[0]).close()
    Journal.open(place, passphrase=PASSPHRASE).close()


def test_folders_of_a_backup_that_does_not_come_back_go_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.create(tmp_path / "journal", PASSPHRASE, cost=CHEAP)[0] as journal:
        made = journal.maintenance.back_up().path
    (tmp_path / "mine").mkdir()
    with pytest.raises(WrongPassphraseError):
        restore(made, tmp_path / "mine" / "a" / "b", passphrase="another")
    assert list((tmp_path / "mine").iterdir()) == []

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "put_in_place", full)
    with pytest.raises(CannotExportError, match=r"cannot be written.*The disk is full\."):
        restore(made, tmp_path / "mine" / "a" / "b", passphrase=PASSPHRASE)
    assert list((tmp_path / "mine").iterdir()) == []
