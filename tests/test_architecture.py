"""The house stands as docs/architecture.md says."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = sorted(p.parent.name for p in (ROOT / "amp_desktop").glob("*/__init__.py"))

SCRIPT = """
import sys
from pathlib import Path
from amp_desktop.domain import Note
from amp_desktop.journal import Journal

with Journal.open(Path(sys.argv[1]), passphrase=sys.argv[2]) as journal:
    journal.save_entry(Note(title="From a script"))
    assert [row.title for row in journal.rows().items] == ["From a script"]

strangers = {name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6"}
assert not strangers, strangers
"""


def test_imports_point_down() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_house_has_the_rooms_that_its_plan_names() -> None:
    assert PACKAGES == ["cli", "domain", "exchange", "journal", "sharing", "storage", "ui", "vault"]


def test_a_script_writes_without_qt(journal_folder: Path, journal: object) -> None:
    from tests.conftest import PASSPHRASE

    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, journal_folder, PASSPHRASE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("command", ["list", "--help"])
def test_a_command_needs_neither_qt_nor_what_it_does_not_use(command: str) -> None:
    program = (
        "import sys; from amp_desktop.cli.main import Window, run;"
        "window = Window(open=print, show=print, take_pictures=print);"
        f"run(['--journal', '/nonexistent', {command!r}], window);"
        "loaded = {name.partition('.')[0] for name in sys.modules};"
        "unwanted = loaded & {'PySide6', 'typst', 'jinja2', 'markdown', 'alembic', 'zxcvbn', 'rich'};"
        "assert not unwanted, unwanted"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_references_to_none_are_not_lost() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one with each signal and aborted after some thousand."""
    program = (
        "import sys\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n    rung = Signal(object)\n"
        "bell = Bell(); bell.rung.connect(lambda heard: None)\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(2000): bell.rung.emit(None); bell.rung.emit(True)\n"
        "lost = before - sys.getrefcount(None)\n"
        "assert lost < 100, lost\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
