"""What a killed export left behind, readable by anyone, goes with the next one; nothing else does."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from amp_desktop.domain.program import Program
from amp_desktop.exchange.export.export import ExportFormat, export, write_file

NAME = ".amp-journal-abcd_123"
DAY = 24 * 3600
KILLED = """
import os, signal, sys
from pathlib import Path
from amp_desktop import files
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.exchange.export.export import ExportFormat, export, write_file

def entries():
    yield Note(title="private")
    os.kill(os.getpid(), signal.SIGKILL)

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[1] == "file":
    files._compare = kill
    write_file(Path(sys.argv[2]), b"private")
export(Path(sys.argv[2]), ExportFormat(sys.argv[1]), Program(), entries(), total=2)
"""


def _age(path: Path, seconds: float = -DAY) -> Path:
    """As if it had been left alone so long."""
    for one in (*path.rglob("*"), path):
        at = one.stat().st_mtime + seconds
        os.utime(one, (at, at))
    return path


def _export(folder: Path) -> None:
    export(folder, ExportFormat.JSON, Program(), [], total=0)


def _hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")
@pytest.mark.parametrize("what", ["json", "markdown", "file"])
@pytest.mark.parametrize("is_there", [False, True])
def test_what_a_kill_left_goes_with_the_next_export(tmp_path: Path, what: str, is_there: bool) -> None:
    target = tmp_path / "out"
    if is_there and what != "file":
        target.mkdir()
    ended = subprocess.run([sys.executable, "-c", KILLED, what, str(target)], check=False)
    assert ended.returncode == -signal.SIGKILL
    home = target if is_there and what != "file" else tmp_path
    (left,) = _hidden(home)
    _age(home / left)
    _export(target) if what != "file" else write_file(target, b"again")
    assert _hidden(home) == []
    assert target.exists()


def _folder(place: Path, name: str = "journal.json") -> Path:
    place.mkdir()
    (place / name).write_text("{}")
    return _age(place)


def _file(place: Path) -> Path:
    place.write_text("x")
    return _age(place)


def _link(place: Path) -> Path:
    kept = place.with_name("kept")
    kept.mkdir()
    (kept / "journal.json").write_text("mine")
    place.symlink_to(kept)
    return place


def _growing(place: Path) -> Path:
    _folder(place)
    (place / "another.md").write_text("just now")
    return place


OTHERS: dict[str, Callable[[Path], Path]] = {
    "one that is being written": lambda home: _age(_folder(home / NAME), DAY),
    "one in which something is being written": lambda home: _growing(home / NAME),
    "a file that is being written": lambda home: _age(_file(home / f"{NAME}.partial"), DAY),
    "a folder with other things": lambda home: _folder(home / NAME, "thesis.tex"),
    "a name of somebody": lambda home: _folder(home / ".amp-journal-backups of mine"),
    "a longer name": lambda home: _file(home / f"{NAME}.partial.kept"),
    "a file of a folder's name": lambda home: _file(home / NAME),
    "a link": lambda home: _link(home / NAME),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_ours_or_not_left_stays(tmp_path: Path, name: str) -> None:
    kept = OTHERS[name](tmp_path)
    _export(tmp_path / "out")
    write_file(tmp_path / "summary.md", b"x")
    assert kept.exists()
    assert not kept.is_dir() or list(kept.iterdir())


def test_a_time_ahead_is_no_younger_than_one_long_ago(tmp_path: Path) -> None:
    left = _age(_folder(tmp_path / NAME), 10 * DAY)
    _export(tmp_path / "out")
    assert not left.exists()
