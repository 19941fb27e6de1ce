"""What is exported comes back the same."""

import errno
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import CancelledError, CannotExportError, InvalidValueError, NewerJournalError
from amp_desktop.domain.fields import to_json
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.program import default_program
from amp_desktop.exchange.export.archive import archive_from, write_archive
from amp_desktop.exchange.export.export import ExportFormat, export
from amp_desktop.exchange.export.markdown_folder import (
    entry_from_text,
    file_name,
    file_text,
    read_folder,
    read_templates,
    template_from_text,
    template_text,
)
from amp_desktop.exchange.sample import sample_entries, sample_program
from tests.domain.test_fields import ENTRIES as EVERY_KIND
from tests.hostile import HOSTILE, showing

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ENTRIES = st.builds(
    lambda kind, title, body, tags: ENTRY_TYPES[kind](title=title, body=body, tags=tuple(tags)),
    st.sampled_from(list(ENTRY_TYPES)),
    _TEXT,
    _TEXT,
    st.lists(_TEXT, max_size=3),
)
PROGRAM = default_program(2026, project="CLI", mentor="my mentor")


TEMPLATES = st.builds(
    EntryTemplate,
    id=_TEXT.filter(str.strip),
    name=_TEXT.filter(str.strip),
    kind=st.sampled_from([None, *ENTRY_TYPES]),
    title=_TEXT,
    body=_TEXT,
    tags=st.lists(_TEXT, max_size=3).map(tuple),
)
KEPT = st.builds(
    KeptTemplates,
    templates=st.lists(TEMPLATES, max_size=4).map(lambda made: {template.id: template for template in made}),
    removed=st.frozensets(_TEXT, max_size=3),
    defaults=st.dictionaries(st.sampled_from(list(ENTRY_TYPES)), _TEXT),
)


@given(st.lists(ENTRIES, max_size=5), KEPT)
def test_json_brings_everything_back(entries: list[Entry], templates: KeptTemplates) -> None:
    out = io.StringIO()
    write_archive(out, PROGRAM, entries, templates)
    archive = archive_from(json.loads(out.getvalue()))
    assert (archive.program, list(archive.entries), archive.templates) == (PROGRAM, entries, templates)


def test_an_export_of_before_there_were_templates_is_read() -> None:
    data = {"format": "amp-journal", "version": 1, "program": PROGRAM.to_json(), "entries": []}
    assert archive_from(data).templates == KeptTemplates()


@given(TEMPLATES)
def test_markdown_brings_a_template_back(template: EntryTemplate) -> None:
    assert template_from_text(template_text(template)) == template


@settings(max_examples=30)
@given(st.lists(TEMPLATES, max_size=6).map(lambda made: {template.id: template for template in made}))
def test_a_folder_brings_every_template_back(
    tmp_path_factory: pytest.TempPathFactory, made: dict[str, EntryTemplate]
) -> None:
    out = tmp_path_factory.mktemp("export") / "out"
    export(out, ExportFormat.MARKDOWN, PROGRAM, (), total=0, templates=KeptTemplates(templates=made))
    assert read_templates(out).templates == made
    assert read_folder(out) == ()


@given(ENTRIES)
def test_markdown_brings_everything_back(entry: Entry) -> None:
    assert entry_from_text(file_text(entry)) == entry


@given(st.lists(ENTRIES, max_size=20))
def test_file_names_suit_every_system(entries: list[Entry]) -> None:
    taken: set[str] = set()
    names = [file_name(entry, taken) for entry in entries]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert len(name.encode()) <= 120
        assert not set(name) & set('<>:"/\\|?*\0\n')
        assert name.endswith(".md")
        assert not name.startswith(".")


@pytest.mark.parametrize("form", list(ExportFormat))
def test_the_sample_comes_back_from_the_disk(tmp_path: Path, form: ExportFormat) -> None:
    entries = sample_entries()
    export(tmp_path / "out", form, sample_program(), entries, total=len(entries))
    if form is ExportFormat.JSON:
        back = archive_from(json.loads((tmp_path / "out" / "journal.json").read_text("utf-8"))).entries
    else:
        back = read_folder(tmp_path / "out")
    assert sorted(back, key=lambda e: e.id) == sorted(entries, key=lambda e: e.id)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_cancelled_export_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 3:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        export(tmp_path / "out", ExportFormat.MARKDOWN, PROGRAM, sample_entries(), total=9, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CannotExportError):
        export(tmp_path / "file" / "out", ExportFormat.JSON, PROGRAM, (), total=0)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"format": "amp-journal"}, {"format": "other", "version": 1, "entries": []},
     {"format": "amp-journal", "version": 1, "program": {}, "entries": []},
     {"format": "amp-journal", "version": 1, "program": PROGRAM.to_json(), "entries": [{}]},
     {"format": "amp-journal", "version": 1, "program": PROGRAM.to_json(), "entries": ["text"]},
     {"format": "amp-journal", "version": 2, "entries": []},
     {"format": "amp-journal", "version": 2, "program": PROGRAM.to_json(), "entries": [], "attachments": 1},
     {"format": "amp-journal", "version": 2, "program": PROGRAM.to_json(), "entries": [], "attachments": [1]},
     *({"format": "amp-journal", "version": 1, "program": PROGRAM.to_json(), "entries": [], "templates": bad}
       for bad in ([], {"templates": 1}, {"templates": [{}]}, {"removed": [1]}, {"defaults": {"note": 2}}))],
)  # fmt: skip
def test_what_is_no_export_is_refused(data: object) -> None:
    with pytest.raises(InvalidValueError):
        archive_from(data)


def test_an_export_of_a_newer_version_is_refused() -> None:
    with pytest.raises(NewerJournalError):
        archive_from({"format": "amp-journal", "version": 4, "entries": []})


@given(EVERY_KIND)
def test_every_field_of_every_kind_comes_back_by_both_ways(entry: Entry) -> None:
    out = io.StringIO()
    write_archive(out, PROGRAM, [entry])
    assert archive_from(json.loads(out.getvalue())).entries == (entry,)
    assert entry_from_text(file_text(entry)) == entry


def test_an_export_of_before_facts_had_days_reads_the_same_twice() -> None:
    fields = {
        "goal": {"steps": [{"text": "ask", "done": True}, {"text": "ask", "done": False}]},
        "challenge": {"asked": [{"whom": "Ada", "day": None, "where": "", "answer": "yes"}]},
        "milestone": {"evidence": ["https://example.org"]},
    }
    entries = [to_json(ENTRY_TYPES[kind]()) | {"fields": values} for kind, values in fields.items()]
    data = {"format": "amp-journal", "version": 2, "program": PROGRAM.to_json(), "entries": entries}
    goal, stuck, milestone = archive_from(data).entries
    assert archive_from(data).entries == (goal, stuck, milestone)
    assert isinstance(goal, Goal)
    assert [(step.text, step.done, step.done_on) for step in goal.steps] == [
        ("ask", True, None),
        ("ask", False, None),
    ]
    assert len({step.id for step in goal.steps}) == 2
    assert isinstance(milestone, Milestone)
    assert milestone.evidence == (Evidence("https://example.org"),)


@pytest.mark.parametrize("text", ["", "no front matter", "---\n", "---\nid: 1\n", "---\nid\n---\n\nbody"])
def test_a_foreign_markdown_file_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        entry_from_text(text)


@pytest.mark.parametrize("form", list(ExportFormat))
def test_what_is_hostile_comes_back_the_same_and_brings_no_file_with_it(
    tmp_path: Path, form: ExportFormat
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("only on this disk")
    texts = (*HOSTILE, *showing(secret), "../../out", "/etc/passwd", "..\\..\\out", "CON", "~", "-rf")
    entries = [Note(title=text, body=text, tags=(text,)) for text in texts]
    export(tmp_path / "a" / "out", form, PROGRAM, entries, total=len(entries))
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path != secret]
    assert {path.parent for path in written} == {tmp_path / "a" / "out"}
    assert not [path for path in written if b"only on this disk" in path.read_bytes()]
    if form is ExportFormat.JSON:
        back = archive_from(json.loads((tmp_path / "a" / "out" / "journal.json").read_text("utf-8"))).entries
    else:
        back = read_folder(tmp_path / "a" / "out")
    assert sorted(back, key=lambda e: e.id) == sorted(entries, key=lambda e: e.id)


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_folder_that_is_there_stays_for_it_may_be_a_disk(tmp_path: Path, form: ExportFormat) -> None:
    disk, link = tmp_path / "disk", tmp_path / "link"
    (disk / "lost+found").mkdir(parents=True)
    link.symlink_to(disk)
    before = disk.stat()
    entries = sample_entries()
    export(link, form, PROGRAM, entries, total=len(entries))
    assert (disk.stat().st_ino, disk.stat().st_mode) == (before.st_ino, before.st_mode)
    assert link.is_symlink()
    assert len(list(disk.glob("*.*"))) == (1 if form is ExportFormat.JSON else len(entries))


def test_a_link_to_nowhere_leads_to_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("new")
    export(tmp_path / "link", ExportFormat.JSON, PROGRAM, [], total=0)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["journal.json"]


def test_a_cancelled_export_leaves_an_empty_folder_empty(tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        if done:
            raise CancelledError("Stopped.")

    entries = sample_entries()
    with pytest.raises(CancelledError):
        export(tmp_path, ExportFormat.MARKDOWN, PROGRAM, entries, total=len(entries), progress=cancel)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_empty_again_where_the_disk_stops_to_move_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, moved = Path.rename, list[Path]()

    def stop_in_the_middle(path: Path, target: Path) -> Path:
        if len(moved) == 3:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        moved.append(target)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stop_in_the_middle)
    with pytest.raises(CannotExportError):
        export(tmp_path, ExportFormat.MARKDOWN, PROGRAM, sample_entries(), total=9)
    assert len(moved) == 3
    assert list(tmp_path.iterdir()) == []
