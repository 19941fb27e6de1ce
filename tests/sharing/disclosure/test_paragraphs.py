"""The paragraphs before and after all else: the mentee's own, else the template's, or worded anew."""

from dataclasses import replace
from typing import Any

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Place, Wording
from amp_desktop.sharing import Period, disclose
from amp_desktop.sharing.disclosure.lines import PARAGRAPH
from amp_desktop.sharing.renderers.formatting import plain
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING

NOTE = Note(title="Read the workflow", body="It runs at night.")
WHERE = pytest.mark.parametrize("where", ["greeting", "closing"])


def paragraph(
    where: str, own: str = "", usual: str = "", edit: WordingEdit | None = None
) -> tuple[str, Place]:
    """What stands there, and where it could be worded anew."""
    draft: dict[str, Any] = {where: own}
    made: dict[str, Any] = {where: usual}
    summary = disclose(
        [NOTE],
        ticked={NOTE.id},
        template=replace(MENTOR_MEETING, **made),
        period=Period(None, None),
        draft=ShareDraft(edits={} if edit is None else {where: edit}, **draft),
    ).summary
    return plain(getattr(summary, where)), getattr(summary, f"{where}_place")


@WHERE
def test_where_nobody_wrote_any_there_is_none(where: str) -> None:
    assert paragraph(where) == ("", Place())


@WHERE
def test_the_templates_own_can_be_worded_anew(where: str) -> None:
    usual = "Is it **right** so?"

    assert paragraph(where, usual=usual) == ("Is it right so?", Place(key=where, source="Is it right so?"))
    words, place = paragraph(where, usual=usual, edit=WordingEdit("Have a *look*", "Is it right so?"))
    assert (words, place.wording) == ("Have a look", Wording.EDITED)
    assert paragraph(where, usual=usual, edit=WordingEdit("", "Is it right so?"))[0] == ""


@WHERE
def test_the_mentees_own_stands_before_the_templates_and_any_other_wording(where: str) -> None:
    edit = WordingEdit("Have a look", "Is it right so?")

    assert paragraph(where, "Dear *Ada*", "Is it right so?", edit) == ("Dear Ada", Place())


@WHERE
def test_blanks_are_no_words_of_the_mentee(where: str) -> None:
    assert paragraph(where, " \n\t ", "Is it right so?")[0] == "Is it right so?"


@WHERE
@pytest.mark.parametrize("whose", ["own", "usual", "edited"])
def test_it_is_cut_to_a_paragraph_whoever_wrote_it(where: str, whose: str) -> None:
    long = "word " * PARAGRAPH
    given: dict[str, tuple[str, str, WordingEdit | None]] = {
        "own": (long, "", None),
        "usual": ("", long, None),
        "edited": ("", "Hello", WordingEdit(long, "Hello")),
    }
    words, _ = paragraph(where, *given[whose])

    assert PARAGRAPH - len("word ") <= len(words) <= PARAGRAPH + 1


@WHERE
@pytest.mark.parametrize("whose", ["own", "usual", "edited"])
def test_no_aside_is_in_it_whoever_wrote_it(where: str, whose: str) -> None:
    secret = "Hello %%not for you%% there"
    given: dict[str, tuple[str, str, WordingEdit | None]] = {
        "own": (secret, "", None),
        "usual": ("", secret, None),
        "edited": ("", "Hi", WordingEdit(secret, "Hi")),
    }

    assert paragraph(where, *given[whose])[0].split() == ["Hello", "there"]


@WHERE
@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("Hello %%x%% there", "Hello there"),
        ("Hello %%x%%, there", "Hello, there"),
        ("Hello %%x%%", "Hello"),
        ("%%x%% Hello", "Hello"),
        ("Hello **%%x%%** there", "Hello there"),
        ("Hello %%never closed", "Hello"),
    ],
)
def test_it_closes_up_around_an_aside(where: str, written: str, leaves: str) -> None:
    assert paragraph(where, own=written)[0] == leaves
    assert paragraph(where, usual=written)[0] == leaves
    edit = WordingEdit(written, "Usual words")
    assert paragraph(where, usual="Usual words", edit=edit)[0] == leaves
