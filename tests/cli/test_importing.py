"""`import` in the terminal."""

from pathlib import Path

from amp_desktop.domain.kinds.note import Note
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


def test_import_tells_first_then_adds(journal: Journal, amp: Amp, tmp_path: Path) -> None:
    kept = journal.save_entry(Note(title="First"))
    gone = journal.save_entry(Note(title="Second"))
    journal.maintenance.export(tmp_path / "out", ExportFormat.JSON)
    journal.delete_for_ever([gone.id])

    told = amp("import", "json", str(tmp_path / "out"), "--dry-run")
    assert told.status == 0
    assert "1 entry would be added (1 note); 1 already here." in told.err
    assert [entry["id"] for entry in amp("list", "--json").json] == [str(kept.id)]

    done = amp("import", "json", str(tmp_path / "out" / "journal.json"))
    assert (done.status, done.out) == (0, b"")
    assert "1 entry was added (1 note); 1 already here." in done.err
    assert {entry["title"] for entry in amp("list", "--json").json} == {"First", "Second"}


def test_import_refuses_what_it_does_not_know(amp: Amp, tmp_path: Path) -> None:
    file = tmp_path / "diary.txt"
    file.write_text("Dear diary", encoding="utf-8")
    assert amp("import", "json", str(file)).status == 1
    assert amp("import", "papyrus", str(file)).status == 2
