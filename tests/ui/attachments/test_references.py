"""Where a text refers to an attachment."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.ui.attachments.references import put_in, refer_no_more, say_words, words_for

ID = UUID("12345678-1234-4234-8234-123456789abc")
PICTURE = Attachment(ID, "board.png", "image/png", 9, 4, 3, datetime(2026, 7, 22, tzinfo=UTC), "0" * 64)
FILE = replace(PICTURE, name="minutes.pdf", media_type="application/pdf")
HERE = f"(attachment:{ID})"


@pytest.mark.parametrize("words", ["", "a board", "a [b] *c* `d` \\ _e_ & <f>", "日記 नमस्ते كتاب"])
def test_the_words_come_back_as_they_were_said(words: str) -> None:
    text = f"before {reference(PICTURE, words)} after"
    assert words_for(text, ID) == words


def test_other_words_stand_wherever_it_is_referred_to() -> None:
    text = f"one ![]{HERE}\ntwo ![old]{HERE} end"
    edit = say_words(text, PICTURE, "a b")
    assert edit is not None
    assert edit.applied(text) == f"one ![a b]{HERE}\ntwo ![a b]{HERE} end"


def test_words_for_what_is_not_there_change_nothing() -> None:
    assert say_words("nothing", PICTURE, "a") is None
    assert words_for("nothing", ID) == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"a\n\n![x]{HERE}\n\nb", "a\n\n\nb"),
        (f"see ![x]{HERE} here", "see here"),
        (f"![]{HERE}", ""),
        (f"- ![a]{HERE}\n- b", "-\n- b"),
        (f"![]{HERE}\n![]{HERE}\nb [c]{HERE}.", "b."),
        (f"bare attachment:{ID} so", "bare so"),
        (f"![x](attachment:{str(ID).upper()}) y", " y"),
    ],
)
def test_it_is_taken_out_of_the_text(text: str, left: str) -> None:
    edit = refer_no_more(text, ID)
    assert edit is not None
    assert edit.applied(text) == left


def test_several_stand_below_each_other_and_apart_from_what_was_written() -> None:
    assert put_in("", [PICTURE]) == f"![]{HERE}"
    assert put_in("- ", [PICTURE]) == f"![]{HERE}"
    assert put_in("see", [FILE, PICTURE]) == f" [minutes.pdf]{HERE}\n![]{HERE}"
