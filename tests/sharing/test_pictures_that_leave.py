"""Pictures leave when they are ticked, where they stand, and no other ones do."""

import base64
import re
import struct
import subprocess
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share_draft import ShareDraft, picture_key
from amp_desktop.domain.summary import Level, Paragraph, PictureFile, SummaryPicture
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS, Disclosure
from amp_desktop.sharing.renderers.typesetting import compiler_of

DAY = date(2026, 7, 22)
TEXTS = [form for form, spec in RENDERERS.items() if spec.is_text and form != "html"]


def png(colour: tuple[int, int, int] | bytes, side: int = 8) -> bytes:
    """A square of one colour, or of as many as there are bytes for."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    points = bytes(colour) if isinstance(colour, bytes) else bytes(colour) * side * side
    lines = (b"\x00" + points[at : at + 3 * side] for at in range(0, len(points), 3 * side))
    rows = zlib.compress(b"".join(lines))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


RED, BLUE = png((255, 0, 0)), png((0, 0, 255))
Left = Callable[..., Disclosure]
Shown = tuple[Note, str]


@pytest.fixture
def left(journal: Journal) -> Left:
    """What leaves when these entries, and these pictures of them, are ticked."""

    def disclosed(
        *entries: Entry, words: dict[str, str], levels: dict | None = None, template: str = "story"
    ) -> Disclosure:
        journal.save_entries(entries)
        offer = journal.sharing.offer(always=[entry.id for entry in entries])
        files = {key: PictureFile(RED, "image/png", 8, 8) for key in words}
        draft = ShareDraft(pictures=words, levels=levels or {})
        ticked = [entry.id for entry in entries]
        return journal.sharing.disclose(offer, ticked, template=template, draft=draft, pictures=files)

    return disclosed


@pytest.fixture
def shown(journal: Journal) -> Shown:
    """A note with a picture, and the key of that."""
    board = journal.attachments.add(RED, "hummingbird.png", "image/png")
    body = f"Before.\n\n{reference(board, 'the whiteboard')}\n\nAfter, see {reference(board, 'it')} again."
    note = Note(title="A talk", body=body, day=DAY)
    return note, picture_key(note.id, board.id)


def test_a_ticked_picture_stands_where_it_stood(left: Left, shown: Shown, journal: Journal) -> None:
    note, key = shown
    door = left(note, words={key: "A whiteboard with arrows"})
    (item,) = door.summary.items
    assert [type(block) for block in item.body] == [Paragraph, SummaryPicture, Paragraph, SummaryPicture]
    assert item.body[1] == SummaryPicture("A whiteboard with arrows", 1, PictureFile(RED, "image/png", 8, 8))
    page = journal.sharing.render(door, "html").decode()
    assert (
        f'src="data:image/png;base64,{base64.b64encode(RED).decode()}" alt="A whiteboard with arrows"' in page
    )
    assert "img-src data:" in page
    for form in TEXTS:
        assert "Picture: A whiteboard with arrows" in journal.sharing.render(door, form).decode()
    for form in RENDERERS:
        assert b"hummingbird" not in journal.sharing.render(door, form)
        assert b"attachment" not in journal.sharing.render(door, form)


def test_in_a_pdf_it_is_tagged_with_its_words(
    left: Left, shown: Shown, journal: Journal, tmp_path: Path
) -> None:
    note, key = shown
    door = left(note, words={key: "A whiteboard with arrows"})
    (tmp_path / "page.pdf").write_bytes(data := journal.sharing.render(door, "pdf"))
    assert b"pdfuaid" in data
    images = subprocess.run(
        ["pdfimages", "-list", tmp_path / "page.pdf"], capture_output=True, text=True, check=True
    )
    assert len(images.stdout.splitlines()) == 2 + 2, images.stdout
    tags = subprocess.run(
        ["pdfinfo", "-struct-text", tmp_path / "page.pdf"], capture_output=True, text=True, check=True
    )
    assert tags.stdout.count("Figure") == 2
    assert b"/Alt(A whiteboard with arrows)" in unpacked(data)


def test_a_photograph_takes_little_more_room_on_its_way_to_the_page_than_it_has(
    shown: Shown, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    note, key = shown
    journal.save_entries([note])
    photograph = png(Random(1).randbytes(3 * 200 * 200), 200)
    told: list[str] = []

    def hear(program: str, fonts: object, **inputs: str) -> object:
        told.extend(inputs.values())
        return compiler_of(program, fonts, **inputs)  # type: ignore[arg-type]

    monkeypatch.setattr("amp_desktop.sharing.renderers.pdf.compiler_of", hear)
    offer, draft = journal.sharing.offer(always=[note.id]), ShareDraft(pictures={key: "Noise"})
    files = {key: PictureFile(photograph, "image/png", 200, 200)}
    door = journal.sharing.disclose(offer, [note.id], template="story", draft=draft, pictures=files)
    assert journal.sharing.render(door, "pdf").startswith(b"%PDF")
    assert sum(map(len, told)) < 2 * 1.5 * len(photograph), "it is shown twice"


def test_without_words_it_is_called_by_its_number(left: Left, shown: Shown, journal: Journal) -> None:
    note, key = shown
    door = left(note, words={key: ""})
    assert 'alt="Picture 1"' in journal.sharing.render(door, "html").decode()
    assert "[Picture 1]" in journal.sharing.render(door, "txt").decode()


@pytest.mark.parametrize("form", list(RENDERERS))
def test_one_that_was_not_ticked_stays(left: Left, shown: Shown, journal: Journal, form: str) -> None:
    note, _ = shown
    other = Note(title="Another", day=DAY)
    door = left(note, other, words={picture_key(other.id, uuid4()): "x", picture_key(note.id, uuid4()): "x"})
    data = journal.sharing.render(door, form)
    assert base64.b64encode(RED) not in data
    assert b"/Subtype /Image" not in data
    assert not [
        block for item in door.summary.items for block in item.body if isinstance(block, SummaryPicture)
    ]
    assert [one.words for one in door.pictures] == ["the whiteboard"], "it is offered"


def test_one_in_an_aside_is_not_even_offered(left: Left, journal: Journal) -> None:
    board = journal.attachments.add(RED, "a.png", "image/png")
    note = Note(title="A talk", body=f"Yes. %%{reference(board, 'zqsecret')}%%", day=DAY)
    key = picture_key(note.id, board.id)
    door = left(note, words={key: "zqsecret"})
    assert door.pictures == ()
    assert "zqsecret" not in journal.sharing.render(door, "html").decode()
    assert "<img" not in journal.sharing.render(door, "html").decode()


def test_a_number_that_was_typed_shows_nothing(left: Left, shown: Shown, journal: Journal) -> None:
    note, key = shown
    typed = Note(title="Typed", body="![x](attachment:1) and [y](attachment:1)", day=DAY)
    door = left(note, typed, words={key: "Words"})
    item = next(item for item in door.summary.items if item.title == "Typed")
    assert not [block for block in item.body if isinstance(block, SummaryPicture)]
    assert "attachment" not in journal.sharing.render(door, "md").decode()


def test_signs_that_are_the_id_of_nothing_show_nothing(left: Left, shown: Shown, journal: Journal) -> None:
    note, key = shown
    nothing = "-" * 33
    typed = Note(title="Typed", body=f"Before ![x](attachment:{nothing}) after", day=DAY)
    door = left(note, typed, words={key: "Words"})
    assert [choice.entry for choice in door.pictures] == [note.id]
    text = journal.sharing.render(door, "md").decode()
    assert "Before" in text
    assert nothing not in text


def test_the_same_picture_of_a_private_entry_brings_nothing_of_it(left: Left, journal: Journal) -> None:
    first = journal.attachments.add(RED, "zqprivate.png", "image/png")
    private = Note(title="Private", body=reference(first, "zqprivatewords"), day=DAY)
    journal.save_entry(private)
    second = journal.attachments.add(RED, "plain.png", "image/png")
    note = Note(title="A talk", body=reference(second), day=DAY)
    door = left(
        note, words={picture_key(note.id, second.id): "", picture_key(private.id, first.id): "zqprivate"}
    )
    assert door.pictures[0].words == ""
    assert "zqprivate" not in journal.sharing.render(door, "html").decode()


def test_of_an_entry_told_in_lines_the_picture_stands_after_the_page(left: Left, journal: Journal) -> None:
    board = journal.attachments.add(RED, "a.png", "image/png")
    goal = Goal(title="A goal", body=f"Long story. {reference(board, 'the plan')}", day=DAY)
    key = picture_key(goal.id, board.id)
    door = left(goal, words={key: "The plan"}, template="mentor-meeting")
    assert [(item.title, [*map(type, item.body)]) for item in door.summary.appendix] == [
        ("A goal", [SummaryPicture])
    ]
    assert "Long story" not in journal.sharing.render(door, "txt").decode()
    whole = left(goal, words={key: "The plan"}, template="mentor-meeting", levels={goal.id: Level.WHOLE})
    assert [[*map(type, item.body)] for item in whole.summary.appendix] == [[Paragraph, SummaryPicture]]


def test_words_of_a_picture_pass_the_same_cuts(left: Left, shown: Shown, journal: Journal) -> None:
    note, key = shown
    door = left(note, words={key: "Arrows %%zqaside%%"})
    assert "zqaside" not in journal.sharing.render(door, "html").decode()
    assert re.search(r'alt="Arrows"', journal.sharing.render(door, "html").decode())


def test_what_a_picture_shows_is_asked_once(journal: Journal) -> None:
    journal.sharing.keep_picture_words({"a/b": "Arrows", "c/d": " "})
    assert journal.sharing.picture_words() == {"a/b": "Arrows"}


def unpacked(pdf: bytes) -> bytes:
    """A PDF with the objects that it holds packed."""
    packed = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    made = []
    for stream in packed:
        with suppress(zlib.error):
            made.append(zlib.decompress(stream))
    return pdf + b"".join(made)
