import unicodedata
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amp_desktop.domain.attachment import (
    LONGEST_NAME,
    UNKNOWN_TYPE,
    Attachment,
    attachment_ids,
    clean_media_type,
    clean_name,
    in_words,
    reference,
    referenced_ids,
)
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.asides import has_aside
from amp_desktop.domain.text.links import link_places
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.text.text_tags import text_tags
from amp_desktop.domain.traits import Trait, traits_of

ONE, TWO = UUID("3f2a1c9b-0000-4000-8000-000000000001"), UUID("3f2a1c9b-0000-4000-8000-000000000002")
NAMES = st.text() | st.text("%％[]()\\*_`<>~#&;!|a1 ./\u202e\u0301é日", max_size=40)


def made(name: str, media_type: str = "application/pdf", attachment_id: UUID = ONE) -> Attachment:
    added_at = datetime(2026, 7, 22, 19, 14, 5, tzinfo=UTC)
    return Attachment(attachment_id, clean_name(name), media_type, 1, None, None, added_at, "0" * 64)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("board.png", "board.png"),
        ("/home/me/board.png", "board.png"),
        ("C:\\Users\\me\\board.png", "board.png"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\x1b[31m.png", "ab[31m.png"),
        ("two\nlines.txt", "two lines.txt"),
        ("invoice\u202egnp.exe", "invoicegnp.exe"),
        ("  much   room .txt ", "much room .txt"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("日記 ملف फ़ाइल.pdf", "日記 ملف फ़ाइल.pdf"),
        ("", "file"),
        ("..", "file"),
        ("folder/", "file"),
        (".gitignore", ".gitignore"),
        ("\ud800.png", ".png"),
        ("x" * 300 + ".tar", "x" * 196 + ".tar"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_name_becomes_one_that_is_safe_to_show(name: str, clean: str) -> None:
    assert clean_name(name) == unicodedata.normalize("NFC", clean)


@given(NAMES)
def test_every_name_is_clean_and_stays_so(name: str) -> None:
    clean = clean_name(name)
    assert clean_name(clean) == clean == unicodedata.normalize("NFC", clean)
    assert 0 < len(clean) <= LONGEST_NAME
    assert not set(clean) & set("/\\\n\r")
    assert all(unicodedata.category(c)[0] != "C" for c in clean)


@pytest.mark.parametrize(
    ("text", "clean"),
    [("Image/PNG ", "image/png"), ("text/plain; charset=utf-8", UNKNOWN_TYPE), ("", UNKNOWN_TYPE),
     ("image/svg+xml", "image/svg+xml"), ("image/../x", UNKNOWN_TYPE), ("image", UNKNOWN_TYPE)],
)  # fmt: skip
def test_a_media_type_is_one_or_unknown(text: str, clean: str) -> None:
    assert clean_media_type(text) == clean


def test_a_picture_is_shown_in_the_text_and_anything_else_is_a_link() -> None:
    assert reference(made("a.png", "image/png")) == f"![](attachment:{ONE})"
    assert reference(made("a.png", "image/png"), "the [board]") == f"![the \\[board\\]](attachment:{ONE})"
    assert reference(made("my_plan (2).pdf")) == f"[my_plan (2).pdf](attachment:{ONE})"
    assert reference(made("a.svg", "image/svg+xml"), "the drawing") == f"[the drawing](attachment:{ONE})"


@given(NAMES, NAMES, st.sampled_from(["image/png", "application/pdf"]))
def test_whatever_it_is_called_a_pointer_points_and_does_nothing_else(
    name: str, words: str, media_type: str
) -> None:
    pointer = reference(made(name, media_type), words)
    assert "\n" not in pointer
    assert referenced_ids(pointer) == (ONE,)
    assert not has_aside(pointer)
    assert text_tags(pointer) == ()
    assert not list(link_places(pointer))
    if len(words) <= 100:
        expected = Trait.PICTURE if media_type == "image/png" else Trait.FILE
        assert traits_of(Note(body=pointer)) - {Trait.LINK} == {expected}


@given(NAMES, NAMES)
def test_in_words_a_pointer_is_its_words(before: str, words: str) -> None:
    line = one_line("".join(c for c in words if c.isspace() or unicodedata.category(c) != "Cc"))
    assume(not has_aside(line) and len(words) < 100)
    told = in_words(f"{before} {reference(made('a.png', 'image/png'), words)}!")
    assert told.endswith(f" {line}!")
    assert "attachment" not in told


def test_ids_are_found_in_order_each_once() -> None:
    text = f"![a](attachment:{TWO}) <attachment:{str(ONE).upper()}> attachment:{TWO.hex} attachment:{ONE}x"
    assert referenced_ids(text) == (TWO, ONE)
    assert referenced_ids("attachment:board attachment: attachment:" + "-" * 36) == ()
    assert referenced_ids("") == ()


def test_an_entry_refers_by_its_body_first_and_then_by_its_fields() -> None:
    third = uuid4()
    entry = Challenge(title=f"attachment:{third}", body=f"attachment:{TWO}", need=f"attachment:{ONE}")
    assert attachment_ids(entry) == (TWO, ONE, third)
    assert attachment_ids(Note()) == ()


def test_an_attachment_comes_back_from_json() -> None:
    attachment = made("日記.png", "image/png")
    assert Attachment.from_json(attachment.to_json()) == attachment
