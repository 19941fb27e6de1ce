"""Exports made to do harm, and what another process or a newer version does meanwhile."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.errors import CancelledError, CannotImportError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.query import EntryQuery
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from tests.conftest import SetClock
from tests.exchange.pictures.pictures_to_read import SECRET, jpeg
from tests.stores import set_beside, setting_of

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def export(journal: Journal, tmp_path: Path) -> Path:
    """A full export of one note with a file; the note is in the journal no more."""
    file = journal.attachments.add(b"points", "board.bin", "application/x-board")
    note = journal.save_entry(Note(title="Pictured", body=reference(file, "drawn")))
    journal.maintenance.export(tmp_path / "export", ExportFormat.JSON)
    journal.delete_for_ever([note.id])
    journal.attachments.let_go([file.id])
    return tmp_path / "export"


def _changed(export: Path, change: Change) -> Path:
    file = export / "journal.json"
    data = json.loads(file.read_text("utf-8"))
    change(data)
    file.write_text(json.dumps(data), "utf-8")
    return export


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_never_waited_for(journal: Journal, export: Path) -> None:
    attached = next((export / "attachments").iterdir())
    attached.unlink()
    os.mkfifo(attached)
    done = journal.importing.carry_out(journal.importing.plan(export))
    assert [problem.where for problem in done.problems] == ["file 1"]
    (export / "journal.json").unlink()
    os.mkfifo(export / "journal.json")
    for form in ("json", ""):
        with pytest.raises(CannotImportError):
            journal.importing.plan(export, form)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_never_read(journal: Journal, export: Path) -> None:
    (export / "journal.json").unlink()
    (export / "journal.json").symlink_to("/dev/zero")
    with pytest.raises(CannotImportError):
        journal.importing.plan(export, "json")


def _set(name: str, value: Any) -> Change:
    return lambda data: data["entries"][0].update({"body": "plain", name: value})


@pytest.mark.parametrize(
    "change",
    [_set("zone", "\ud800"), _set("kind", "\ud800"), _set("sharing", "\ud800"), _set("body", "x\ud800")],
    ids=["zone", "kind", "sharing", "body"],
)
def test_half_a_character_does_no_harm_anywhere(journal: Journal, export: Path, change: Change) -> None:
    done = journal.importing.carry_out(journal.importing.plan(_changed(export, change)))
    assert len(done.entries) == 1
    assert journal.importing.plan(export).present == 1
    assert journal.importing.take_back(done) == 1
    assert journal.count() == 0


@pytest.mark.parametrize("kind", ["../../out", "..\\..\\out", "a\0b", "a\nb", "/out"])
def test_the_name_of_an_unknown_kind_leads_nowhere(
    journal: Journal, export: Path, tmp_path: Path, kind: str
) -> None:
    def change(data: dict[str, Any]) -> None:
        data["entries"][0].update(kind=kind, title="")

    journal.importing.carry_out(journal.importing.plan(_changed(export, change)))
    journal.maintenance.export(tmp_path / "in" / "markdown", ExportFormat.MARKDOWN)
    (file,) = (tmp_path / "in" / "markdown").glob("*.md")
    assert not set(file.name) & set("/\\\0\n")


def test_a_phase_without_a_name_in_words_is_refused(journal: Journal, export: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        data["program"]["phases"] = [{"name": 0, "starts": "2026-01-01", "ends": "2026-02-01"}]

    with pytest.raises(CannotImportError):
        journal.importing.plan(_changed(export, change))


def test_calling_off_leaves_what_another_process_attaches_meanwhile(journal: Journal, export: Path) -> None:
    others = []

    def stop(done: int, _total: int) -> None:
        if done:
            raise CancelledError("Stopped.")
        others.append(journal.attachments.add(b"just dropped", "theirs.bin", "application/x-board"))

    with pytest.raises(CancelledError):
        journal.importing.carry_out(journal.importing.plan(export), stop)
    assert [one.name for one in journal.attachments.all()] == ["theirs.bin"]


def test_settings_that_cannot_be_read_do_not_undo_what_was_imported(journal: Journal, export: Path) -> None:
    theirs = {"project": {"name": "as a newer version has it"}}
    set_beside(journal, "program", theirs)
    plan = journal.importing.plan(
        _changed(export, lambda data: data["program"].__setitem__("project", "Mine"))
    )
    done = journal.importing.carry_out(plan)
    assert [problem.where for problem in done.problems] == ["program"]
    assert journal.count(EntryQuery()) == 1
    assert setting_of(journal, "program") == theirs


@pytest.mark.parametrize(
    ("data", "expected"),
    [(jpeg(), ("image/jpeg", True)), (b"no picture", ("application/octet-stream", False))],
    ids=["with notes on its maker", "no picture at all"],
)
def test_pictures_come_in_as_what_they_show(
    journal: Journal, export: Path, data: bytes, expected: tuple[str, bool]
) -> None:
    def change(archive: dict[str, Any]) -> None:
        said = {"media_type": "image/jpeg", "width": 2**62, "height": 1, "size": len(data)}
        archive["attachments"][0].update(said, digest=hashlib.sha256(data).hexdigest())

    next((export / "attachments").iterdir()).write_bytes(data)
    (entry,) = journal.importing.carry_out(journal.importing.plan(_changed(export, change))).entries
    (kept,) = journal.attachments.of(entry)
    assert (kept.media_type, kept.width is not None) == expected
    assert kept.width != 2**62
    assert SECRET not in journal.attachments.data(kept.id)
    assert journal.attachments.data(kept.id).startswith(data[:3])


def test_what_lies_in_an_imported_bin_was_put_there_by_the_import(
    timed_journal: Journal, clock: SetClock, tmp_path: Path
) -> None:
    thrown = timed_journal.save_entry(Note(title="Thrown away"))
    timed_journal.put_in_bin([thrown.id])
    timed_journal.maintenance.export(tmp_path / "export", ExportFormat.JSON)
    timed_journal.delete_for_ever([thrown.id])
    monthly = Preferences(empty_bin_after=30)
    clock.go_on(days=50)
    timed_journal.put_in_bin([timed_journal.save_entry(Note(title="Thrown away today")).id])
    timed_journal.importing.carry_out(timed_journal.importing.plan(tmp_path / "export"))
    gone = []
    for _ in range(32):  # it is used every day, so that its clock is believed
        emptied = timed_journal.bin.empty_when_due(monthly)
        gone.append(emptied.gone)
        clock.go_on(days=1)
    assert gone == [*[0] * 31, 2]
