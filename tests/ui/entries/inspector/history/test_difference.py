"""What changed from one text to another."""

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from amp_desktop.ui.entries.inspector.history.difference import Change, ComparedParagraph, difference_of_parts
from amp_desktop.ui.entries.inspector.history.difference_view import DifferenceView


def between(old: str, new: str) -> tuple[ComparedParagraph, ...]:
    return difference_of_parts([old], [new])


def show(paragraphs: tuple[ComparedParagraph, ...]) -> str:
    """Added words in {+…+}, removed ones in [-…-]; a whole line with its sign before it."""
    signs = {Change.KEPT: "{}", Change.ADDED: "{{+{}+}}", Change.REMOVED: "[-{}-]"}
    return "\n".join("".join(signs[run.change].format(run.text) for run in p.runs) for p in paragraphs)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("same", "same", "same"),
        ("I was stuck.", "I was not stuck.", "I was {+not +}stuck."),
        ("I was very stuck.", "I was stuck.", "I was [-very -]stuck."),
        ("The red house", "The blue house", "The [-red-]{+blue+} house"),
        ("one\ntwo", "one\nnew\ntwo", "one\n{+new+}\ntwo"),
        ("one\ngone\ntwo", "one\ntwo", "one\n[-gone-]\ntwo"),
        ("nothing alike here", "Ganz andere Worte", "[-nothing alike here-]\n{+Ganz andere Worte+}"),
        ("", "text", "\n{+text+}"),
    ],
)
def test_how_it_reads(old: str, new: str, shown: str) -> None:
    assert show(between(old, new)).lstrip("\n") == shown.lstrip("\n")


def side(paragraphs: tuple[ComparedParagraph, ...], exclusions: Change) -> str:
    return "\n".join(
        "".join(run.text for run in paragraph.runs if run.change is not exclusions)
        for paragraph in paragraphs
        if paragraph.change is not exclusions
    )


TEXTS = st.one_of(
    st.text("ab c.\n", max_size=60),
    st.lists(st.sampled_from(["", "one two", "one 2 two", "three", "- [ ] é 😀", "x"]), max_size=12).map(
        "\n".join
    ),
    st.text(max_size=40),
)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_it(old: str, new: str) -> None:
    paragraphs = between(old, new)
    assert side(paragraphs, Change.ADDED) == old
    assert side(paragraphs, Change.REMOVED) == new


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(paragraph.is_changed for paragraph in between(text, text))


def test_words_are_counted() -> None:
    [paragraph] = between("I was stuck today.", "I was not stuck.")
    assert paragraph.is_changed
    assert (paragraph.words(Change.ADDED), paragraph.words(Change.REMOVED)) == (1, 1)


PICTURE = "![white board 2.jpg](attachment:e5b7f070-2978-4e1a-ab5a-4cf2bffe5a3e)"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"We drew this.\n\n{PICTURE}", "We drew this."),
        (f"We drew this: {PICTURE} together", "We drew this: together"),
    ],
)
def test_a_picture_is_one_picture_and_no_words(old: str, new: str) -> None:
    paragraphs = between(old, new)
    assert sum(paragraph.words(Change.REMOVED) for paragraph in paragraphs) == 0
    assert sum(paragraph.attached(Change.REMOVED) for paragraph in paragraphs) == 1
    assert sum(paragraph.attached(Change.ADDED) for paragraph in paragraphs) == 0


def test_another_picture_is_one_come_and_one_gone() -> None:
    [paragraph] = between(PICTURE, PICTURE.replace("e5b7", "0000"))
    assert [paragraph.attached(change) for change in (Change.ADDED, Change.REMOVED)] == [1, 1]
    assert [paragraph.words(change) for change in (Change.ADDED, Change.REMOVED)] == [0, 0]


def test_a_removed_picture_is_told_as_one(qtbot: QtBot) -> None:
    view = DifferenceView()
    qtbot.addWidget(view)
    view.show_difference(between(f"here\n{PICTURE}", "here"))
    assert view.summary() == "1 picture or file removed."
    view.show_difference(between(f"here {PICTURE}", f"here now {PICTURE} {PICTURE}"))
    assert view.summary() == "1 word added, 0 words removed, 1 picture or file added."


def fifty_thousand_words(seed: int) -> list[str]:
    chance = random.Random(seed)
    words = [f"word{number}" for number in range(3_000)]
    return [" ".join(chance.choices(words, k=50)) for _ in range(1_000)]


def test_long_texts_take_no_time_however_they_differ() -> None:
    text, other = fifty_thousand_words(1), fifty_thousand_words(2)
    edited = [line.replace("word7", "changed") for line in text]
    same_line = ["the same line again and again"] * 5_000
    shuffled = random.Random(3).sample(text, len(text))
    pairs = [
        ("\n".join(text), "\n".join(edited)),
        ("\n".join(text), "\n".join(other)),
        (" ".join(text), " ".join(other)),
        (" ".join(text), " ".join(edited)),
        ("\n".join(same_line), "\n".join([*same_line[:2_000], "x", *same_line])),
        ("\n".join(text), "\n".join(shuffled)),
        ("a b " * 25_000, "b a " * 25_000),
        ("\n".join(["a", "b"] * 10_000), "\n".join(["b", "c", "a"] * 7_000)),
    ]
    for old, new in pairs:
        began = process_time()
        between(old, new)
        assert process_time() - began < 20
