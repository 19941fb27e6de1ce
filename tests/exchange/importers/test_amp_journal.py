"""The program's own full export, read back without a journal."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import CannotImportError, InvalidValueError
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.domain.progress import unheard
from amp_desktop.exchange.export.archive import FILE_NAME, write_archive
from amp_desktop.exchange.importers.amp_journal import AmpJournalImporter
from amp_desktop.exchange.importers.base import ImportProblem
from amp_desktop.exchange.importers.registry import find_importer, importer_for

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
ENTRIES: tuple[Entry, ...] = (
    Note(title="Kept", body="words", created_at=NOON, updated_at=NOON),
    Goal(title="Ship", steps=(Step("one", done=True),), created_at=NOON, updated_at=NOON),
    replace(Note(title="Binned", created_at=NOON, updated_at=NOON), binned_at=NOON),
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The folder of an export."""
    with (tmp_path / FILE_NAME).open("w", encoding="utf-8") as out:
        write_archive(out, Program(project="CLI"), ENTRIES)
    return tmp_path


def _changed(export: Path, **values: Any) -> Path:
    file = export / FILE_NAME
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **values}), "utf-8")
    return file


def test_entries_and_program_come_back_the_same_from_the_folder_and_from_the_file(export: Path) -> None:
    for path in (export, export / FILE_NAME):
        read = AmpJournalImporter().read(path, unheard)
        assert (read.entries, read.problems) == (ENTRIES, ())
        assert read.program == Program(project="CLI")


def test_an_export_that_an_editor_of_windows_has_saved_is_read(export: Path) -> None:
    file = export / FILE_NAME
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert importer_for(file).read(file, unheard).entries == ENTRIES


def test_it_takes_its_own_and_nothing_else(export: Path, tmp_path: Path) -> None:
    importer = AmpJournalImporter()
    assert importer.sniff(export)
    assert importer.sniff(export / FILE_NAME)
    other = tmp_path / "diary.json"
    other.write_text('{"format": "diary"}', "utf-8")
    assert not importer.sniff(other)
    assert not importer.sniff(tmp_path / "nowhere")
    assert importer_for(export).name == "json"
    with pytest.raises(CannotImportError):
        importer_for(other)
    with pytest.raises(InvalidValueError):
        find_importer("papyrus")


def test_what_is_no_entry_is_told_by_its_place_and_without_a_word_of_it(export: Path) -> None:
    items = json.loads((export / FILE_NAME).read_text("utf-8"))["entries"]
    damaged = {**items[1], "day": "the day of the secret"}
    read = AmpJournalImporter().read(
        _changed(export, entries=[items[0], damaged, items[0], "words"]), unheard
    )
    assert read.entries == ENTRIES[:1]
    assert read.problems == (
        ImportProblem("entry 2", "It is damaged, or not an entry."),
        ImportProblem("entry 3", "It has the id of one before it."),
        ImportProblem("entry 4", "It is damaged, or not an entry."),
    )


def test_progress_is_told_up_to_the_last_entry(export: Path) -> None:
    told: list[tuple[int, int]] = []
    AmpJournalImporter().read(export, lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (3, 3)]
