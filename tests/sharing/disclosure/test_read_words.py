"""Words are cut out of every block in which words can stand, and nothing else is touched."""

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.summary import (
    Break,
    CodeBlock,
    NoteMark,
    Notes,
    Paragraph,
    PictureFile,
    Rule,
    SummaryItem,
    SummaryPicture,
    Text,
)
from amp_desktop.sharing.disclosure.read_words import WordCutter, asides_read
from tests.sharing.conftest import Share

STAYING = Note(title="Burnout talk")


def item_of(share: Share, body: str) -> SummaryItem:
    (item,) = share(Note(title="Goes", body=body), unticked=(STAYING,)).summary.items
    return item


@pytest.mark.parametrize(
    "frame",
    [
        "{}",
        "# {}",
        "> {}",
        "- {}\n- after",
        "1. {}",
        "- [ ] {}",
        "a[^n]\n\n[^n]: {}",
        "| a | {} |\n|---|---|\n| b | c |",
        "| a | b |\n|---|---|\n| b | {} |",
        "```\n{}\n```",
        "**{}**",
        "~~{}~~ after",
        "[{}](https://e.org)",
    ],
)
def test_a_title_that_stays_is_told_nowhere(share: Share, frame: str) -> None:
    item = item_of(share, "before\n\n---\n\n" + frame.format("[[Burnout&#32;talk]]") + "\n\nafter")
    assert "talk" not in repr(item)
    assert repr(item).count("another entry") == 1
    assert Rule() in item.body
    assert "before" in repr(item)
    assert "after" in repr(item)


def test_a_line_end_and_a_note_count_as_what_they_read(share: Share) -> None:
    item = item_of(share, "one[^n]\ntwo [[Burnout&#32;talk]] three\n\n[^n]: note")
    first, notes = item.body
    assert first == Paragraph((Text("one"), NoteMark(1), Break(), Text("two another entry three")))
    assert notes == Notes(((Paragraph((Text("note"),)),),))


def test_an_aside_that_came_about_by_reading_is_cut_over_line_ends_and_notes(share: Share) -> None:
    item = item_of(share, "a %&#37;b[^n]\nc%&#37; d\n\n[^n]: note")
    assert item.body[0] == Paragraph((Text("a "), Text(" d")))


def test_code_is_read_as_it_stands(share: Share) -> None:
    item = item_of(share, "```py\nx = 5\n```")
    assert item.body == (CodeBlock("x = 5", "py"),)
    cut = WordCutter(asides_read, lambda _: True).item(item)
    assert cut == item


def test_what_a_picture_shows_is_read_and_the_picture_stays() -> None:
    picture = PictureFile(b"...", "image/png", 8, 8)
    item = SummaryItem(title="A talk", body=(SummaryPicture("A board %%of Ada%%", 1, picture),))
    cut = WordCutter(asides_read, lambda _: True).item(item)
    assert cut.body == (SummaryPicture("A board", 1, picture),)
