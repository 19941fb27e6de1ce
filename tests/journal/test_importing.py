"""What was exported comes back into another journal, is looked at first, and can be taken back as one."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.backup import BEFORE_IMPORT
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import (
    CancelledError,
    CannotImportError,
    DiskFullError,
    InvalidValueError,
    NewerJournalError,
    OpenElsewhereError,
)
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import EntryQuery
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from amp_desktop.storage import driver
from amp_desktop.storage.store import Store
from tests.conftest import CHEAP, PASSPHRASE, SetClock


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Journal]:
    """Another journal, into which is imported."""
    made, _ = Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    with made:
        yield made


@pytest.fixture
def export(journal: Journal, tmp_path: Path) -> Path:
    """A full export: entries of several kinds, one in the bin, a picture's file, a program, a template."""
    picture = journal.attachments.add(b"points", "board.bin", "application/x-board")
    journal.save_entry(Note(title="Pictured", body=f"See {reference(picture, 'what we drew')}", tags=("ci",)))
    journal.save_entry(Goal(title="Ship", steps=(Step("one", done=True), Step("two"))))
    journal.save_entry(SelfCareNote(mood=3))
    binned = journal.save_entry(Note(title="Thrown away"))
    journal.put_in_bin([binned.id])
    journal.save_program(Program(project="CLI"))
    journal.templates.save(EntryTemplate(id="mine", name="Mine", body="## Why"))
    journal.maintenance.export(tmp_path / "export", ExportFormat.JSON)
    return tmp_path / "export"


def _all(journal: Journal) -> dict[Any, Entry]:
    return {e.id: e for query in (EntryQuery(), EntryQuery(binned=True)) for e in journal.entries(query)}


def _broken(export: Path, change: Any) -> Path:
    file = export / "journal.json"
    data = json.loads(file.read_text("utf-8"))
    change(data)
    file.write_text(json.dumps(data), "utf-8")
    return file


def test_what_was_exported_comes_back_the_same(journal: Journal, other: Journal, export: Path) -> None:
    plan = other.importing.plan(export)
    assert (len(plan.new), plan.present, plan.differing, plan.problems) == (4, 0, 0, ())
    assert plan.counts() == {"note": 2, "goal": 1, "self-care": 1}
    assert _all(other) == {}  # so far it was only looked at

    done = other.importing.carry_out(plan)
    assert done.backup.occasion == BEFORE_IMPORT
    # Ids of attachments may differ, and what lies in the bin was put there by now.
    assert {id_: replace(e, body="", binned_at=None) for id_, e in _all(other).items()} == {
        id_: replace(e, body="", binned_at=None) for id_, e in _all(journal).items()
    }
    assert other.bin.ids() == journal.bin.ids()
    pictured = next(e for e in other.entries() if e.title == "Pictured")
    (kept,) = other.attachments.of(pictured)
    assert other.attachments.data(kept.id) == b"points"
    assert other.program.project == "CLI"
    assert "mine" in {template.id for template in other.templates.all()}


def test_it_is_taken_back_as_one_but_for_what_was_written_since(other: Journal, export: Path) -> None:
    before = other.save_entry(Note(title="Was here"))
    done = other.importing.carry_out(other.importing.plan(export))
    goal = next(e for e in other.entries() if isinstance(e, Goal))
    other.save_entry(replace(goal, title="Ship it"))
    assert other.importing.take_back(done) == 3
    assert {e.title for e in _all(other).values()} == {"Was here", "Ship it"}
    assert other.entry(before.id) == before
    assert other.attachments.all() == ()
    assert other.program == Program()
    assert "mine" not in {template.id for template in other.templates.all()}


def test_taking_it_back_leaves_a_program_that_was_written_in_since(other: Journal, export: Path) -> None:
    done = other.importing.carry_out(other.importing.plan(export))
    other.save_program(Program(project="CLI", mentor="Since then"))
    other.importing.take_back(done)
    assert other.program == Program(project="CLI", mentor="Since then")
    assert "mine" not in {template.id for template in other.templates.all()}


def test_what_fails_while_it_is_taken_back_leaves_all_of_it(
    other: Journal, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = other.importing.carry_out(other.importing.plan(export))
    attached, program = other.attachments.all(), other.program

    def full(*_: object) -> None:
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "set_setting", full)
        with pytest.raises(DiskFullError):
            other.importing.take_back(done)
    assert set(_all(other)) == {entry.id for entry in done.entries}
    assert (other.attachments.all(), other.program) == (attached, program)
    assert other.importing.take_back(done) == len(done.entries)
    assert (_all(other), other.attachments.all(), other.program) == ({}, (), Program())


def test_what_is_written_while_it_is_taken_back_is_not_lost(
    other: Journal, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = other.importing.carry_out(other.importing.plan(export))
    goal = next(entry for entry in done.entries if isinstance(entry, Goal))
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0)
    delete, refused = Store.delete, []

    def late(store: Store, ids: Iterable[UUID]) -> None:
        try:
            terminal.save_entry(replace(goal, title="Written just now"), goal)
        except OpenElsewhereError as error:
            refused.append(error)
        delete(store, ids)

    with Journal.open(other.folder, passphrase=PASSPHRASE) as terminal:
        monkeypatch.setattr(Store, "delete", late)
        other.importing.take_back(done)
    assert refused or goal.id in _all(other)


def test_what_is_here_already_stays_as_it_is(journal: Journal, export: Path) -> None:
    goal = next(e for e in journal.entries() if isinstance(e, Goal))
    mine = journal.save_entry(replace(goal, title="Ship later"))
    plan = journal.importing.plan(export)
    assert (plan.new, plan.present, plan.differing) == ((), 3, 1)
    journal.importing.carry_out(plan)
    assert journal.entry(goal.id) == mine


def test_what_came_since_it_was_looked_at_stays_as_it_is(other: Journal, export: Path) -> None:
    plan = other.importing.plan(export)
    goal = next(entry for entry in plan.new if isinstance(entry, Goal))
    mine = other.save_entry(replace(goal, title="Ship later"))
    done = other.importing.carry_out(plan)
    assert other.entry(goal.id) == mine
    assert goal.id not in {entry.id for entry in done.entries}
    assert other.importing.take_back(done) == 3
    assert other.entry(goal.id) == mine


def test_called_off_it_leaves_nothing(other: Journal, export: Path) -> None:
    plan = other.importing.plan(export)

    def stop(done: int, total: int) -> None:
        if done:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        other.importing.carry_out(plan, stop)
    assert _all(other) == {}
    assert other.attachments.all() == ()


def test_called_off_it_lets_go_of_no_file_that_was_here_before(
    tmp_path: Path, export: Path, clock: SetClock
) -> None:
    # A second later a file that nothing uses would count as just added.
    other, _ = Journal.create(tmp_path / "timed", PASSPHRASE, cost=CHEAP, clock=clock)
    with other:
        here = other.attachments.add(b"points", "board.bin", "application/x-board")
        plan = other.importing.plan(export)

        def stop(done: int, total: int) -> None:
            if done == total:
                raise CancelledError("Stopped.")

        with pytest.raises(CancelledError):
            other.importing.carry_out(plan, stop)
        assert other.attachments.data(here.id) == b"points"
        assert other.attachments.all() == (here,)


def test_a_damaged_entry_is_told_and_the_others_come(other: Journal, export: Path) -> None:
    def damage(data: Any) -> None:
        data["entries"][1]["title"] = None
        data["entries"].append(data["entries"][0])

    plan = other.importing.plan(_broken(export, damage))
    assert [problem.where for problem in plan.problems] == ["entry 2", "entry 5"]
    assert len(plan.new) == 3


def test_a_missing_file_is_told_and_the_entries_come(other: Journal, export: Path) -> None:
    next((export / "attachments").iterdir()).unlink()
    done = other.importing.carry_out(other.importing.plan(export))
    assert [problem.where for problem in done.problems] == ["file 1"]
    assert len(done.entries) == 4


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", CannotImportError),
        ("no JSON", CannotImportError),
        ("[" * 100_000, CannotImportError),
        ('{"format": "amp-journal", "version": 2}', CannotImportError),
        ('{"format": "amp-journal", "version": 99, "entries": []}', NewerJournalError),
        ('{"format": "diary", "entries": []}', CannotImportError),
    ],
    ids=lambda one: str(one)[:20],
)
def test_what_is_no_export_is_refused(
    other: Journal, tmp_path: Path, text: str, error: type[Exception]
) -> None:
    file = tmp_path / "file.json"
    file.write_text(text, "utf-8")
    with pytest.raises(error):
        other.importing.plan(file, "json")
    if error is CannotImportError:
        with pytest.raises((CannotImportError, NewerJournalError)):
            other.importing.plan(file)


def test_bytes_that_are_no_text_a_folder_and_nothing_are_refused(other: Journal, tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b'{"format": "amp-journal"\xff')
    for path in (tmp_path / "bytes.json", tmp_path, tmp_path / "nowhere"):
        with pytest.raises(CannotImportError):
            other.importing.plan(path, "json")
    with pytest.raises(InvalidValueError):
        other.importing.plan(tmp_path, "papyrus")


def test_an_export_that_was_imported_is_recognised_with_what_is_attached(
    export: Path, other: Journal
) -> None:
    number = len(other.importing.carry_out(other.importing.plan(export)).entries)
    plan = other.importing.plan(export)
    assert (plan.new, plan.present, plan.differing) == ((), number, 0)


def test_a_picture_that_lost_its_maker_on_the_way_in_is_recognised(
    journal: Journal, other: Journal, tmp_path: Path
) -> None:
    told = _picture_that_tells_its_maker()
    kept = journal.attachments.add(told, "a.png", "image/png", width=1, height=1)
    journal.save_entry(Note(title="Pictured", body=reference(kept, "a")))
    journal.maintenance.export(tmp_path / "export", ExportFormat.JSON)
    other.importing.carry_out(other.importing.plan(tmp_path / "export"))
    assert other.attachments.all()[0].digest != kept.digest
    plan = other.importing.plan(tmp_path / "export")
    assert (plan.present, plan.differing) == (1, 0)


@pytest.mark.parametrize("change", ["another file", "other words", "the file is gone"])
def test_what_points_to_another_file_or_says_other_words_is_another(
    export: Path, other: Journal, change: str
) -> None:
    done = other.importing.carry_out(other.importing.plan(export))
    (pictured,) = [entry for entry in done.entries if entry.title == "Pictured"]
    (kept,) = other.attachments.all()
    another = other.attachments.add(b"other points", "board.bin", "application/x-board")
    body = {
        "another file": pictured.body.replace(str(kept.id), str(another.id)),
        "other words": pictured.body + " more",
        "the file is gone": pictured.body.replace(str(kept.id), str(uuid4())),
    }[change]
    other.save_entry(replace(pictured, body=body))
    plan = other.importing.plan(export)
    assert (plan.new, plan.present, plan.differing) == ((), len(done.entries) - 1, 1)


def _picture_that_tells_its_maker() -> bytes:
    def block(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    head = block(b"IHDR", bytes.fromhex("00000001000000010800000000"))
    points = block(b"IDAT", zlib.compress(bytes(2)))
    return b"\x89PNG\r\n\x1a\n" + head + block(b"tEXt", b"Author\0me") + points + block(b"IEND", b"")
