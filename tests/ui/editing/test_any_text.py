"""What holds for every action on every text: nothing is lost, and nothing outside of the edit changes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.ui.editing.actions import ACTIONS
from amp_desktop.ui.editing.continuing import go_on
from amp_desktop.ui.editing.edit import Edit, Selection

MARKS = set("*_~`%#>-+[]().x X0123456789\t ")
"""What marks consist of. An action may add and remove these, and the ends of lines; nothing else."""

LINES = st.sampled_from(
    (
        *("", "words and more", "- item", "  - inner", "* star", "1. one", "2) two", "10. ten", "- [ ] task"),
        *(
            "- [x] done",
            "   1. deep",
            "> said",
            "> > deeper",
            "> - both",
            "# Head",
            "### Third",
            "```",
            "~~~",
        ),
        *(
            "**bold** and *it*",
            "`a`",
            "%%aside",
            "an %%aside%% here",
            "😀 é 語",
            "\t- tab",
            "    four",
            "- - -",
        ),
        *("***both***", "[one](", "](two)"),
    )
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=9).map("\n".join),
    st.text("ab *_`~%-1.[]x>#\n\t😀", max_size=60),
    st.text(max_size=40),
)
PLAIN = st.text(st.sampled_from("abc é語😀\n"), max_size=50)


@st.composite
def selected(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> tuple[str, Selection]:
    text = draw(texts)
    places = st.integers(0, len(text))
    return text, Selection(draw(places), draw(places))


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign not in MARKS and sign not in "\n`")


def check(text: str, edit: Edit | None) -> None:
    if edit is None:
        return
    changed = edit.applied(text)
    assert letters(changed) == letters(text)
    assert changed.startswith(text[: edit.start])
    assert changed.endswith(text[edit.end :])
    assert 0 <= edit.selection.start <= edit.selection.end <= len(changed)


@pytest.mark.parametrize("action", list(ACTIONS))
@given(selected())
def test_an_action_takes_and_gives_marks_alone(action: str, given: tuple[str, Selection]) -> None:
    check(given[0], ACTIONS[action](*given))


@given(selected())
def test_enter_gives_marks_alone(given: tuple[str, Selection]) -> None:
    check(given[0], go_on(*given))


@pytest.mark.parametrize(
    "action", ["bold", "italic", "strike", "code", "heading", "list", "task", "quote", "aside"]
)
@given(selected(PLAIN))
def test_a_mark_set_and_taken_back_leaves_the_text_as_it_was(
    action: str, given: tuple[str, Selection]
) -> None:
    text, selection = given
    once = ACTIONS[action](text, selection)
    assert once is not None
    changed = once.applied(text)
    assert changed != text
    twice = ACTIONS[action](changed, once.selection)
    assert twice is not None
    assert twice.applied(changed) == text


@given(selected())
def test_a_box_ticked_twice_is_as_it_was(given: tuple[str, Selection]) -> None:
    text, selection = given
    once = ACTIONS["tick"](text, selection)
    if once is None:
        return
    changed = once.applied(text)
    twice = ACTIONS["tick"](changed, once.selection)
    thrice = ACTIONS["tick"](twice.applied(changed), twice.selection) if twice else None
    assert twice is not None
    assert thrice is not None
    assert thrice.applied(twice.applied(changed)).lower() == changed.lower()


@given(selected())
def test_an_aside_never_lets_out_what_was_not_selected(given: tuple[str, Selection]) -> None:
    """Whatever was private and is not at the cursor or in the selection is private still."""
    from amp_desktop.domain.text.asides import without_asides

    text, selection = given
    if selection.is_empty:
        return
    edit = ACTIONS["aside"](text, selection)
    assert edit is not None
    before, after = without_asides(text)[0], without_asides(edit.applied(text))[0]
    let_out = letters(after) - letters(before)
    assert not let_out - letters(text[selection.start : selection.end])
