"""One archive of everything is saved from the settings, and opens with its passphrase alone."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import WrongPassphraseError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.archive_dialog import ArchiveDialog
from amp_desktop.ui.settings.archive_section import ArchiveSection
from amp_desktop.vault import age_files
from tests.ui.people import press, seen, shows, write

PASSPHRASE = "violet anchor seventeen pelicans"


@pytest.fixture
def section(qtbot: QtBot, journal: Journal) -> Iterator[ArchiveSection]:
    journal.save_entries([Note(title="Story"), SelfCareNote(mood=2, body="Tired").as_sealed()])
    journal.put_in_bin([journal.save_entry(Note(title="Binned")).id])
    shown = ArchiveSection(Session(journal))
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)


@pytest.fixture
def dialog(section: ArchiveSection) -> ArchiveDialog:
    press(section, "Save an archive…")
    asked = section.findChild(ArchiveDialog)
    assert isinstance(asked, ArchiveDialog)
    return asked


def choose(dialog: ArchiveDialog, qtbot: QtBot, file: Path) -> str:
    """Give the passphrase, and that file; the name that was suggested."""
    write(dialog, "New passphrase", PASSPHRASE)
    write(dialog, "Repeat the passphrase", PASSPHRASE)
    press(dialog, "Save…")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)))
    asked = dialog.findChildren(QFileDialog)[-1]
    suggested = Path(asked.selectedFiles()[0]).name
    asked.fileSelected.emit(str(file))
    asked.close()
    return suggested


def test_it_holds_everything_and_opens_with_its_passphrase_alone(
    dialog: ArchiveDialog, qtbot: QtBot, tmp_path: Path, journal: Journal
) -> None:
    target = tmp_path / "all.zip.age"
    assert choose(dialog, qtbot, target) == f"journal-{journal.today().isoformat()}.zip.age"
    assert seen(dialog, QProgressBar, "Progress of the archive").isVisible()
    qtbot.waitUntil(lambda: shows(dialog, "Saved as all.zip.age."), timeout=20_000)
    assert shows(dialog, "age -d -o all.zip all.zip.age")
    with zipfile.ZipFile(io.BytesIO(age_files.decrypt(target.read_bytes(), PASSPHRASE))) as archive:
        entries = json.loads(archive.read("journal.json"))["entries"]
        assert {entry["title"] for entry in entries} >= {"Story", "Binned"}
        assert "Tired" in {entry["body"] for entry in entries}
        assert sum(name.startswith("markdown/") for name in archive.namelist()) == len(entries)
    with pytest.raises(WrongPassphraseError):
        age_files.decrypt(target.read_bytes(), "another")
    assert not seen(dialog, QPushButton, "Save…").isEnabled()


def test_one_that_is_stopped_leaves_nothing_behind(
    dialog: ArchiveDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "out"
    place.mkdir()
    choose(dialog, qtbot, place / "all.zip.age")
    press(dialog, "Stop")
    qtbot.waitUntil(lambda: shows(dialog, "Stopped. Nothing was changed."), timeout=20_000)
    assert list(place.iterdir()) == []
    assert seen(dialog, QPushButton, "Save…").isEnabled()


def test_closing_the_dialog_stops_it(dialog: ArchiveDialog, qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.mkdir()
    choose(dialog, qtbot, place / "all.zip.age")
    press(dialog, "Close")
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    assert list(place.iterdir()) == []


def test_a_name_gets_what_says_that_it_is_protected(
    dialog: ArchiveDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, qtbot, tmp_path / "all")
    qtbot.waitUntil(lambda: shows(dialog, "Saved as all.zip.age."), timeout=20_000)
    assert [one.name for one in tmp_path.glob("all*")] == ["all.zip.age"]


def test_a_passphrase_that_cannot_be_typed_elsewhere_is_refused_before_a_file_is_asked_for(
    dialog: ArchiveDialog, qtbot: QtBot
) -> None:
    for line in dialog.findChildren(QLineEdit):
        line.setText(f"{PASSPHRASE}\u200b")  # as pasted
        line.textEdited.emit(line.text())
    press(dialog, "Save…")
    qtbot.waitUntil(lambda: shows(dialog, "Choose words that any keyboard has."))
    assert not dialog.findChildren(QFileDialog)


def test_a_place_that_cannot_be_written_is_told(dialog: ArchiveDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog, qtbot, tmp_path / "nowhere" / "all.zip.age")
    qtbot.waitUntil(lambda: shows(dialog, "Choose another place."), timeout=20_000)


def test_it_is_not_offered_while_the_curtain_is_down(section: ArchiveSection) -> None:
    section.session.journal.curtain.drop()
    section.show_values()
    assert not seen(section, QPushButton, "Save an archive…").isEnabled()
    assert shows(section, "an archive holds what it covers")
    section.session.journal.curtain.lift()
    section.show_values()
    assert not shows(section, "an archive holds what it covers")
    press(section, "Save an archive…")
