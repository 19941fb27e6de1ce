"""The start of the program: what it loads, what it refuses, and what it leaves readable for others."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from amp_desktop.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE

HEAVY = (
    "alembic",
    "argon2",
    "argparse",
    "asyncio",
    "bz2",
    "click",
    "cryptography",
    "datetime",
    "gettext",
    "html",
    "jinja2",
    "json",
    "keyring",
    "logging",
    "lzma",
    "markdown",
    "platformdirs",
    "pyrage",
    "rich",
    "sqlalchemy",
    "sqlcipher3",
    "tempfile",
    "typst",
    "uuid",
    "zxcvbn",
)

SHOW = """
import sys
from amp_desktop import __main__ as program, app
from functools import partial

def shown(window):
    loaded = (name for name, module in sys.modules.items() if type(module).__name__ != "LazyModule")
    print(*sorted({name if name.startswith("PySide6.Qt") else name.partition(".")[0] for name in loaded}))
    window.close()

app.start = partial(app.start, on_shown=shown)
sys.argv = ["amp-desktop", *sys.argv[1:]]
sys.exit(program.main())
"""
STAYS = SHOW.replace("window.close()", "sys.stdout.flush()")
"""The same, but nobody closes the window."""

LETTERS = "from amp_desktop.app import application; print(application().font().pointSizeF())"

ASKED_TO_END = """
import sys
from pathlib import Path
from amp_desktop import app
from amp_desktop.domain.kinds.note import Note
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def shown(window):
    session = window.workspace.session
    for number in range(40):
        session.save(Note(title=f"A note {number}", body="word " * 2000, day=session.today()))
    QTimer.singleShot(0, QApplication.quit)

sys.exit(app.start(Path(sys.argv[1]), sys.argv[2], on_shown=shown))
"""
"""Asked to end as a desktop asks at logging out, a dock, or the menu of a Mac."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed journal in a folder whose name trips up the careless."""
    made = tmp_path / "my # journal 日記"
    Journal.create(made, PASSPHRASE, cost=CHEAP)[0].close()
    return made


def run(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["-c", code] if code else ["-m", "amp_desktop"]
    return subprocess.run(
        [sys.executable, *command, *arguments],
        env=_environment(environment),
        capture_output=True,
        text=True,
        timeout=60,
    )


def _environment(changes: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)} | changes


def test_the_unlock_page_loads_nothing_that_it_does_not_need(folder: Path) -> None:
    done = run("--journal", str(folder), code=SHOW)
    loaded = done.stdout.split()
    assert done.returncode == 0, done.stderr
    qt = {name for name in loaded if name.startswith("PySide6.")}
    assert qt == {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize(("kept", "times"), [("100", 1.0), ("130", 1.3), ("9000", 1.0), ("large", 1.0)])
def test_letters_are_as_large_as_was_chosen(tmp_path: Path, kept: str, times: float) -> None:
    settings = tmp_path / "amp-journal" / "window.ini"
    settings.parent.mkdir()
    settings.write_text(f"[General]\nletter_size={kept}\n", encoding="utf-8")
    usual, chosen = (
        run(code=LETTERS, XDG_CONFIG_HOME=str(home)) for home in (tmp_path / "nothing", tmp_path)
    )
    assert float(chosen.stdout) == pytest.approx(float(usual.stdout) * times), chosen.stderr


def test_what_a_crash_left_for_other_programs_goes_at_the_next_start(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / "run" / "amp-journal-lent" / "tmpcrash" / "one" / "letter.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"secret")
    (tmp_path / "run").chmod(0o700)
    later = "    from PySide6.QtCore import QTimer\n    QTimer.singleShot(500, window.close)\n"
    code = SHOW.replace("    window.close()\n", later).replace("app.start =", "app.CALM_MS = 0\napp.start =")
    done = run("--journal", str(folder), code=code, XDG_RUNTIME_DIR=str(tmp_path / "run"))
    assert done.returncode == 0, done.stderr
    assert not left.exists()


def test_the_program_ends_well_after_a_visit_to_every_page(folder: Path) -> None:
    visit = """
    from amp_desktop.journal import Journal
    from amp_desktop.ui.pages import PAGES
    window.open_journal(Journal.open(window._folder, passphrase=PASSPHRASE))
    for name in PAGES:
        window.workspace.go_to(name)
        window.grab()
    window.close()
"""
    code = SHOW.replace("    window.close()\n", visit.replace("PASSPHRASE", repr(PASSPHRASE)))
    done = run("--journal", str(folder), code=code)
    assert done.returncode == 0, done.stderr
    assert len(list((folder / "backups").iterdir())) == 1


@pytest.mark.parametrize("there", [True, False])
def test_a_passphrase_in_a_file_opens_the_window_on_the_journal_if_there_is_one(
    folder: Path, tmp_path: Path, there: bool
) -> None:
    (tmp_path / "file").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    code = SHOW.replace("    print(", "    print(window.workspace is not None) #")
    place = folder if there else tmp_path / "none"
    done = run("--journal", str(place), "--passphrase-file", str(tmp_path / "file"), code=code)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{there}\n"


def test_the_sample_leaves_no_trace(tmp_path: Path) -> None:
    """What the window remembers of a sample is not what it remembers of the own journal."""
    visit = """
import sys
from amp_desktop import __main__ as program, app

def shown(window):
    window.workspace.go_to("goals")
    print(window.workspace.page_name())
    window.close()

run = app._run_window
app._run_window = lambda folder, passphrase, told: run(folder, passphrase, shown)
sys.argv = ["amp-desktop", "demo"]
sys.exit(program.main())
"""
    done = run(code=visit, TMPDIR=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout == "goals\n"
    assert list(tmp_path.iterdir()) == []


def test_a_command_loads_no_qt() -> None:
    code = "import sys; from amp_desktop.__main__ import main; sys.argv[1:] = ['--help']; main()"
    code += "; print(*sys.modules)"
    assert "PySide6" not in run(code=code).stdout.split()


def test_without_a_display_it_says_so() -> None:
    done = run(QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display")
    assert len(done.stderr.splitlines()) == 1


def test_a_second_start_says_where_the_journal_is_open(folder: Path) -> None:
    first = _started(folder)
    try:
        second = run("--journal", str(folder))
        assert second.returncode == 5
        assert second.stderr == "The journal is open in another window. Use that window, or close it first.\n"
    finally:
        first.terminate()
        assert first.wait(20) == 0


def test_the_sources_of_modules_are_not_read_at_the_start(folder: Path) -> None:
    """PySide would read the source of each module that comes after it, and keep it."""
    lines = [line for line in SHOW.splitlines() if "print" not in line]
    code = "\n".join(["import linecache", *lines])
    told = code.replace("window.close()", "print(*linecache.cache, sep='\\n'); window.close()")
    done = run("--journal", str(folder), code=told)
    assert done.returncode == 0, done.stderr
    assert not [file for file in done.stdout.splitlines() if "amp_desktop" in file and "plain" not in file]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_closes_the_window_properly(folder: Path, name: str) -> None:
    started = _started(folder)
    try:
        started.send_signal(signal.Signals[name])
        _, complaints = started.communicate(timeout=60)
    finally:
        started.kill()
    assert started.returncode == 0
    assert "Traceback" not in complaints


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_window_that_is_to_outlive_its_terminal_does(folder: Path) -> None:
    """As `nohup` begins it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        started = _started(folder)
    finally:
        signal.signal(signal.SIGHUP, before)
    try:
        started.send_signal(signal.SIGHUP)
        started.send_signal(signal.SIGTERM)
        started.communicate(timeout=60)
    finally:
        started.kill()
    assert started.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other rights")
def test_what_is_written_is_for_the_owner_alone_and_no_core_is_left(folder: Path, tmp_path: Path) -> None:
    code = SHOW.replace(
        "window.close()", "import resource; print(resource.getrlimit(resource.RLIMIT_CORE)); window.close()"
    )
    done = run("--journal", str(folder), code=code, XDG_CONFIG_HOME=str(tmp_path / "settings"))
    assert "(0, 0)" in done.stdout
    kept = [path for path in (tmp_path / "settings").rglob("*") if path.is_file()]
    assert kept
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)


def _started(folder: Path) -> subprocess.Popen[str]:
    """The program with its window shown; it stays so until somebody ends it."""
    process = subprocess.Popen(
        [sys.executable, "-c", STAYS, "--journal", str(folder)],
        env=_environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert "PySide6" in process.stdout.readline()  # told when the window has been painted
    return process


def test_asked_to_end_by_the_desktop_it_finishes_its_backup_first(folder: Path) -> None:
    done = run(str(folder), PASSPHRASE, code=ASKED_TO_END)
    assert done.returncode == 0, done.stderr
    assert not list(folder.rglob("*.part*"))
    assert not list(folder.glob("*-wal"))
    assert len(list(folder.rglob("*.ampbackup"))) == 1
