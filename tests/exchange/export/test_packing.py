"""What is attached goes with what refers to it, named so that every system takes it, and comes back."""

import json
import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.attachment import Attachment, attachment_ids, clean_name, reference
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import default_program
from amp_desktop.exchange.export.archive import archive_from
from amp_desktop.exchange.export.export import ExportFormat, export
from amp_desktop.exchange.export.file_names import free_name, is_plain, parted, words_of
from amp_desktop.exchange.export.markdown_folder import read_attachments, read_folder, read_templates
from amp_desktop.exchange.export.packing import Packed, Source
from amp_desktop.journal import Journal

HOSTILE = [
    "../../etc/passwd", "CON", "con.png", "nul.tar.gz", "COM¹.txt", "a:b.png", "x" * 300 + ".png", "日記.png",
    "Board.PNG", "board.png", "board (2).png", ".bashrc", "-rf", "a b%20c.png", "a](b).png", "%%secret%%.png",
    "\u202egnp.exe", "trailing. ", "a\nb.png", "", "...", "<img src=x>.svg", "e\u0301.png", "é.png",
    "\ud800.png",
]  # fmt: skip
NAMES = st.sampled_from(HOSTILE) | st.text(max_size=40)
AROUND = st.sampled_from(
    [
        "",
        "some words ",
        "](attachments/board.png) ",
        "![x](attachments/board.png)",
        "](",
        ")",
        "](attachments/",
    ]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=10)


def attached(name: str, data: bytes, media_type: str = "image/png") -> Attachment:
    made = datetime(2026, 7, 22, tzinfo=UTC)
    digest = sha256(data).hexdigest()
    return Attachment(uuid4(), clean_name(name), media_type, len(data), None, None, made, digest)


@st.composite
def journals(draw: st.DrawFn) -> tuple[list[Entry], dict[UUID, tuple[Attachment, bytes]]]:
    """Entries that refer to attachments in many ways, and attachments that nothing refers to."""
    kept = [
        (attached(draw(NAMES), data, draw(st.sampled_from(["image/png", "application/pdf"]))), data)
        for data in draw(st.lists(st.binary(max_size=50), max_size=5, unique=True))
    ]
    entries: list[Entry] = []
    for _ in range(draw(st.integers(0, 3))):
        used = draw(st.lists(st.sampled_from(kept), max_size=4)) if kept else []
        body = "".join(draw(AROUND) + reference(one) + draw(AROUND) for one, _ in used)
        entries.append(Note(title=draw(st.text(max_size=5).map(clean_name)), body=body))
    return entries, {one.id: (one, data) for one, data in kept}


def exported(folder: Path, form: ExportFormat, made: tuple[list[Entry], dict[UUID, Any]]) -> Path:
    entries, kept = made
    source = Source(
        several=lambda ids: tuple(kept[one][0] for one in ids if one in kept),
        parts=lambda wanted: (kept[wanted][1][at : at + 7] for at in range(0, len(kept[wanted][1]), 7)),
    )
    export(folder / "out", form, default_program(2026), entries, total=len(entries), attached=source)
    return folder / "out"


@given(journals())
@pytest.mark.parametrize("form", list(ExportFormat))
def test_all_comes_back_and_only_what_is_used_goes_out(
    form: ExportFormat, made: tuple[list[Entry], dict[UUID, Any]]
) -> None:
    entries, kept = made
    used = {one for entry in entries for one in attachment_ids(entry)} & kept.keys()
    with TemporaryDirectory() as folder:
        out = exported(Path(folder), form, made)
        packed: tuple[Packed, ...]
        if form is ExportFormat.JSON:
            archive = archive_from(json.loads((out / "journal.json").read_text("utf-8")))
            packed, back = archive.attachments, list(archive.entries)
        else:
            packed, back = read_attachments(out), list(read_folder(out))
        assert sorted(back, key=lambda e: e.id) == sorted(entries, key=lambda e: e.id)
        assert {one.attachment.id: (one.attachment, one.read(out)) for one in packed} == {
            one: kept[one] for one in used
        }
        files = out / "attachments"
        assert len(list(files.iterdir()) if files.exists() else []) == len(used)


@given(st.lists(NAMES | st.text(), max_size=20))
def test_names_suit_every_system(names: list[str]) -> None:
    taken: set[str] = set()
    free = [free_name(*parted(words_of(clean_name(name))), taken) for name in names]
    assert len({name.casefold() for name in free}) == len(names)
    for name in free:
        assert is_plain(name)
        assert len(name.encode()) <= 120
        assert not set(name) & set('<>:"/\\|?*\0\n')
        assert name[0] != "."
        assert name[-1] not in ". "


@pytest.mark.parametrize("form", list(ExportFormat))
def test_names_that_differ_in_case_alone_become_two_files(tmp_path: Path, form: ExportFormat) -> None:
    both = (attached("a.png", b"1"), b"1"), (attached("A.PNG", b"2"), b"2")
    kept = {one.id: (one, data) for one, data in both}
    entry = Note(body=" ".join(reference(one) for one, _ in kept.values()))
    out = exported(tmp_path, form, ([entry], kept))
    assert sorted(path.name.casefold() for path in (out / "attachments").iterdir()) == ["a (2).png", "a.png"]


def test_a_markdown_file_points_to_the_file_beside_it(tmp_path: Path) -> None:
    board = attached("white board (1) 日記.png", b"bytes")
    note = Note(title="One", body=f"See {reference(board, 'the board')}.")
    out = exported(tmp_path, ExportFormat.MARKDOWN, ([note], {board.id: (board, b"bytes")}))
    (written,) = (path.read_text("utf-8") for path in out.glob("*.md"))
    assert written.endswith("See ![the board](attachments/white%20board%20%281%29%20日記.png).")
    assert (out / "attachments" / "white board (1) 日記.png").read_bytes() == b"bytes"


def test_a_place_that_stood_in_the_text_all_along_stays_one(tmp_path: Path) -> None:
    board = attached("board.png", b"bytes")
    body = f"![mine](attachments/board.png) and {reference(board)}"
    note = Note(body=body)
    out = exported(tmp_path, ExportFormat.MARKDOWN, ([note], {board.id: (board, b"bytes")}))
    assert read_folder(out) == (note,)
    assert [one.read(out) for one in read_attachments(out)] == [b"bytes"]


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_template_takes_along_what_it_refers_to(
    journal: Journal, tmp_path: Path, form: ExportFormat
) -> None:
    form_to_fill = journal.attachments.add(b"bytes", "form.pdf", "application/pdf")
    template = EntryTemplate(id="own", name="Own", body=f"Fill in {reference(form_to_fill)}.")
    journal.templates.save(template)
    journal.maintenance.export(tmp_path / "out", form)
    assert (tmp_path / "out" / "attachments" / "form.pdf").read_bytes() == b"bytes"
    if form is ExportFormat.MARKDOWN:
        written = (tmp_path / "out" / "templates" / "Template Own.md").read_text("utf-8")
        assert written.endswith("[form.pdf](../attachments/form.pdf).")
        assert read_templates(tmp_path / "out").templates == {"own": template}
        assert [one.attachment for one in read_attachments(tmp_path / "out")] == [form_to_fill]


@pytest.mark.parametrize(
    "place",
    ["/etc/passwd", "attachments/../../x", "attachments/..", "attachments/", "x/a.png", "attachments\\a.png",
     "attachments/con", "attachments/a:b", "attachments/a\0", "attachments/a.", 1, None, "../attachments/a"],
)  # fmt: skip
def test_a_list_that_leads_elsewhere_is_refused(place: object) -> None:
    with pytest.raises(InvalidValueError):
        Packed.from_json(attached("a", b"").to_json() | {"file": place})


@pytest.mark.parametrize(
    "wrong",
    [{"id": "1"}, {"digest": "x"}, {"digest": 1}, {"size": "1"}, {"size": -1}, {"size": True}, {"width": "x"},
     {"added_at": "soon"}, {"name": 1}, {"media_type": None}],
)  # fmt: skip
def test_what_is_no_attachment_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        Attachment.from_json(attached("a", b"").to_json() | wrong)


def test_a_file_that_was_changed_is_not_taken(tmp_path: Path) -> None:
    one = Packed(attached("a", b"bytes"), "a")
    (tmp_path / "attachments").mkdir()
    with pytest.raises(InvalidValueError):
        one.read(tmp_path)
    (tmp_path / "attachments" / "a").write_bytes(b"other")
    with pytest.raises(InvalidValueError):
        one.read(tmp_path)
    (tmp_path / "attachments" / "a").write_bytes(b"bytes")
    assert one.read(tmp_path) == b"bytes"


@pytest.mark.parametrize("form", list(ExportFormat))
def test_chosen_entries_take_along_what_is_theirs_alone(
    journal: Journal, tmp_path: Path, form: ExportFormat
) -> None:
    mine, others = os.urandom(600_000), os.urandom(1000)
    first = journal.save_entry(Note(body=reference(journal.attachments.add(mine, "mine.bin", "x/y"))))
    journal.save_entry(Note(body=reference(journal.attachments.add(others, "others.bin", "x/y"))))
    journal.maintenance.export(tmp_path / "chosen", form, ids=[first.id])
    assert [path.read_bytes() for path in (tmp_path / "chosen" / "attachments").iterdir()] == [mine]
    journal.maintenance.export(tmp_path / "all", form)
    assert {path.read_bytes() for path in (tmp_path / "all" / "attachments").iterdir()} == {mine, others}
