"""Copies for other programs: asked for, private, and gone."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.errors import CannotExportError
from amp_desktop.journal import Journal
from amp_desktop.ui.attachments.strip import AttachmentStrip
from amp_desktop.ui.attachments.tile import AttachmentTile
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.platform.temporary_copies import TemporaryCopies, can_open_externally, take_back_left_over
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.workspace import Workspace
from tests.conftest import MakeEntry
from tests.ui.attachments.conftest import drawn, in_file
from tests.ui.entries.pages import part
from tests.ui.people import press, seen, shows

LEAVES_A_COPY = """
import os
from amp_desktop.ui.platform.temporary_copies import TemporaryCopies
print(TemporaryCopies().lend("left.txt", b"secret"), flush=True)
os._exit(1)
"""


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is emptied when the mentee logs out."""
    place = tmp_path / "run"
    place.mkdir(mode=0o700)
    for name in ("XDG_RUNTIME_DIR", "TMPDIR", "TEMP", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(place))
    return place


class OtherProgram(QObject):
    """What opens files on this machine."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def show(self, address: QUrl) -> None:
        self.files.append(Path(address.toLocalFile()))


@pytest.fixture
def other_program() -> Iterator[OtherProgram]:
    program = OtherProgram()
    QDesktopServices.setUrlHandler("file", program, "show")
    yield program
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def attached(journal: Journal) -> Attachment:
    return journal.attachments.add(in_file(drawn()), "board.png", "image/png", width=400, height=300)


@pytest.fixture
def writing(session: Session, page: EntriesPage, attached: Attachment, make_entry: MakeEntry) -> EntriesPage:
    entry = session.save(make_entry(title="Day", body=f"Look: {reference(attached)}"))
    page.show_entry(entry.id)
    return page


def calm(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


def copies(runtime: Path) -> list[Path]:
    return [path for path in runtime.rglob("*") if path.is_file() and path.suffix in {".png", ".txt"}]


def test_another_program_gets_a_private_copy_after_a_question(
    qtbot: QtBot, writing: EntriesPage, other_program: OtherProgram, runtime: Path, session: Session
) -> None:
    press(writing, "Open board.png…")
    assert shows(writing, "Open “board.png” in another program?")
    assert other_program.files == []
    assert copies(runtime) == []
    press(writing, "Open")
    calm(qtbot)
    (file,) = other_program.files
    assert file.name == "board.png"
    assert file.read_bytes().startswith(b"\x89PNG")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    own = [folder for folder in file.parents if runtime in folder.parents]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in own} == {0o700}
    session.forget()
    assert copies(runtime) == []


def test_who_closes_the_question_keeps_it_to_themselves(
    qtbot: QtBot, writing: EntriesPage, other_program: OtherProgram, runtime: Path
) -> None:
    press(writing, "Open board.png…")
    press(part(writing, AttachmentStrip), "Close this message")
    calm(qtbot)
    assert other_program.files == []
    assert copies(runtime) == []


def test_another_entry_is_not_asked_about_what_the_former_was(
    qtbot: QtBot, writing: EntriesPage, other_program: OtherProgram, session: Session, make_entry: MakeEntry
) -> None:
    press(writing, "Open board.png…")
    writing.show_entry(session.save(make_entry(title="Other", body="x")).id)
    assert not shows(writing, "Open “board.png” in another program?")


@pytest.mark.parametrize(
    "name",
    [
        *("run.sh", "run.desktop", "run.exe", "page.html", "page.svg", "book.docm", "no suffix", "a.png.bat"),
        *("x.jar", "x.py", "x.zip", "x.lnk", "x.pdf.js", ".png"),
    ],
)
def test_what_could_be_run_is_only_saved(
    qtbot: QtBot,
    page: EntriesPage,
    session: Session,
    make_entry: MakeEntry,
    other_program: OtherProgram,
    name: str,
) -> None:
    kept = session.journal.attachments.add(b"#!/bin/sh", name, "text/plain")
    assert not can_open_externally(kept)
    page.show_entry(session.save(make_entry(body=reference(kept))).id)
    press(page, f"Save a copy of {kept.name}…")
    dialog = part(page, QFileDialog)
    dialog.reject()
    calm(qtbot)
    assert other_program.files == []


def ask_for_a_copy(page: EntriesPage, attached: Attachment) -> None:
    press(page, f"More for {attached.name}")
    (menu,) = (menu for menu in part(page, AttachmentTile).findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == "Save a copy…").trigger()
    menu.close()


def test_a_saved_copy_is_what_was_attached(
    qtbot: QtBot, writing: EntriesPage, session: Session, attached: Attachment, tmp_path: Path
) -> None:
    ask_for_a_copy(writing, attached)
    dialog = part(writing, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.png"))
    dialog.reject()
    calm(qtbot)
    assert (tmp_path / "copy.png").read_bytes() == session.journal.attachments.data(attached.id)
    assert shows(writing, "“copy.png” was saved. That copy is not encrypted.")


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, writing: EntriesPage, attached: Attachment, tmp_path: Path
) -> None:
    ask_for_a_copy(writing, attached)
    dialog = part(writing, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "copy.png"))
    dialog.reject()
    calm(qtbot)
    assert shows(writing, "cannot be written")


def test_what_a_crash_left_is_removed_at_the_next_start_and_what_others_lend_stays(runtime: Path) -> None:
    mine = TemporaryCopies()
    kept = mine.lend("mine.txt", b"mine")
    left = Path(
        subprocess.run([sys.executable, "-c", LEAVES_A_COPY], capture_output=True, text=True).stdout.strip()
    )
    assert left.read_bytes() == b"secret"
    take_back_left_over()
    assert not left.exists()
    assert kept.read_bytes() == b"mine"
    mine.take_back()
    assert copies(runtime) == []


def test_a_folder_that_cannot_be_looked_into_stops_no_start(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary_copies = TemporaryCopies()
    lent = temporary_copies.lend("kept.txt", b"mine")

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", refuse)
        take_back_left_over()
    assert lent.exists()
    temporary_copies.take_back()


def test_after_the_lock_nothing_is_lent(runtime: Path) -> None:
    temporary_copies = TemporaryCopies()
    temporary_copies.take_back()
    with pytest.raises(CannotExportError):
        temporary_copies.lend("late.txt", b"secret")
    assert copies(runtime) == []


def test_a_folder_that_others_may_read_is_not_used(runtime: Path) -> None:
    place = runtime / "amp-journal-lent"
    place.mkdir(parents=True)
    place.chmod(0o755)
    with pytest.raises(CannotExportError, match="private"):
        TemporaryCopies().lend("x.txt", b"secret")
    assert copies(runtime) == []


@pytest.mark.parametrize(
    "name", ["../../up.txt", "a/b\\c:d*?.txt", "-rf .txt", "日記 😀.txt", "x" * 300 + ".txt"]
)
def test_no_name_leads_elsewhere(runtime: Path, name: str) -> None:
    temporary_copies = TemporaryCopies()
    file = temporary_copies.lend(name, b"x")
    assert runtime in file.resolve().parents
    assert file.suffix == ".txt"
    temporary_copies.take_back()


@pytest.mark.parametrize("name", ["con.txt", "LPT1.txt", "nul.png"])
def test_no_name_is_a_device_of_windows(runtime: Path, name: str) -> None:
    temporary_copies = TemporaryCopies()
    assert temporary_copies.lend(name, b"x").stem == f"{Path(name).stem}_"
    temporary_copies.take_back()


def test_the_same_is_lent_twice_without_touching_the_first(runtime: Path) -> None:
    temporary_copies = TemporaryCopies()
    first, second = temporary_copies.lend("a.txt", b"1"), temporary_copies.lend("a.txt", b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    temporary_copies.take_back()


def test_the_window_says_where_nothing_shows_the_file(
    qtbot: QtBot, writing: EntriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    seen(writing, QToolButton, "Open board.png…").click()
    press(writing, "Open")
    calm(qtbot)
    assert shows(writing, "There is no program here that shows this file.")
    writing.session.forget()


def test_the_lock_takes_everything_back(qtbot: QtBot, session: Session, runtime: Path) -> None:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    session.temporary_copies.lend("letter.txt", b"secret")
    assert len(copies(runtime)) == 1
    workspace.forget()
    assert copies(runtime) == []
