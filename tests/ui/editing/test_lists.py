"""Enter, Tab, Shift+Tab and moved lines, shown with the selection between ‹ and ›."""

import pytest

from amp_desktop.ui.editing.actions import ACTIONS
from amp_desktop.ui.editing.continuing import go_on
from tests.ui.editing.shown import read, show


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one‹›", "- one\n- ‹›"),
        ("  * one‹›", "  * one\n  * ‹›"),
        ("- one‹› two", "- one\n- ‹›two"),
        ("- [x] one‹›", "- [x] one\n- [ ] ‹›"),
        ("9. nine‹›", "9. nine\n10. ‹›"),
        ("1) one‹›\n2) two\n3) three", "1) one\n2) ‹›\n3) two\n4) three"),
        ("1. one‹›\n1. two", "1. one\n1. ‹›\n1. two"),
        ("1. one\n1. two‹›\n1. three", "1. one\n1. two\n1. ‹›\n1. three"),
        ("1. one\n   - inner‹›\n2. two", "1. one\n   - inner\n   - ‹›\n2. two"),
        ("1. one\n   1. inner\n2. two‹›\n3. three", "1. one\n   1. inner\n2. two\n3. ‹›\n4. three"),
        ("> said‹›", "> said\n> ‹›"),
        (">said‹›", ">said\n> ‹›"),
        ("> - said‹›", "> - said\n> - ‹›"),
        ("> > deep‹›", "> > deep\n> > ‹›"),
        # an empty one ends it
        ("- one\n- ‹›", "- one\n\n‹›"),
        ("- [ ] one\n- [ ] ‹›", "- [ ] one\n\n‹›"),
        ("> one\n> ‹›", "> one\n\n‹›"),
        ("> > one\n> > ‹›", "> > one\n> \n> ‹›"),
        ("1. one\n2. ‹›\n3. three", "1. one\n\n‹›\n2. three"),
        ("- one\n  - ‹›", "- one\n- ‹›"),
        ("1. one\n   - ‹›\n2. two", "1. one\n2. ‹›\n3. two"),
        ("> - one\n> - ‹›", "> - one\n> \n> ‹›"),
        ("- ‹›", "‹›"),
        ("words\n\n- ‹›", "words\n\n‹›"),
        ("- one\n\n- ‹›", "- one\n\n‹›"),
        # code keeps its indent
        ("```\n    if x:‹›\n```", "```\n    if x:\n    ‹›\n```"),
    ],
)
def test_enter_goes_on(before: str, after: str) -> None:
    text, selection = read(before)
    assert show(text, go_on(text, selection)) == after


@pytest.mark.parametrize(
    "before",
    ["words‹›", "‹›- one", "-no item‹›", "- - -‹›", "```\n- in code‹›\n```", "- a ‹selection›", "# Head‹›"],
)
def test_elsewhere_enter_is_a_new_line(before: str) -> None:
    text, selection = read(before)
    assert go_on(text, selection) is None


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("in", "- one\n- two‹›", "- one\n  - two‹›"),
        ("in", "‹›- one", "‹›- one"),
        ("in", "1. one\n2. two‹›\n3. three", "1. one\n   1. two‹›\n2. three"),
        ("in", "10. one\n11. t‹›wo", "10. one\n    1. t‹›wo"),
        ("in", "- one\n- ‹two\n- three›\n- four", "- one\n  - ‹two\n  - three›\n- four"),
        (
            "in",
            "- one\n- two‹›\n  - inner\n\n    said\n- three",
            "- one\n  - two‹›\n    - inner\n\n      said\n- three",
        ),
        ("in", "- one\n  - a\n- two‹›", "- one\n  - a\n  - two‹›"),
        ("in", "1. one\n   1. a\n2. two‹›\n3. three", "1. one\n   1. a\n   2. two‹›\n2. three"),
        ("in", "> - one\n> - two‹›", "> - one\n>   - two‹›"),
        ("in", "- one\n\t- two\n\t- three‹›", "- one\n\t- two\n      - three‹›"),
        ("out", "- one\n  - two‹›", "- one\n- two‹›"),
        ("out", "- one‹›", "- one‹›"),
        ("out", "1. one\n   1. two‹›\n2. three", "1. one\n2. two‹›\n3. three"),
        ("out", "- one\n  - ‹two\n    - three›", "- one\n- ‹two\n  - three›"),
        ("up", "one\ntwo‹›\nthree", "two‹›\none\nthree"),
        ("down", "o‹n›e\ntwo", "two\no‹n›e"),
        ("down", "‹one\n›two\nthree", "two\n‹one›\nthree"),
        ("down", "‹one\n›two", "two\n‹one›"),
        ("up", "1. one\n2. two‹›\n3. three", "1. two‹›\n2. one\n3. three"),
        ("up", "zero\none\n‹two\nthree›", "zero\n‹two\nthree›\none"),
        ("down", "text‹›\n- item\n- item", "- item\ntext‹›\n- item"),
        ("tick", "- [ ] o‹›ne", "- [x] o‹›ne"),
        ("tick", "- [X] o‹›ne", "- [ ] o‹›ne"),
        ("tick", "1. [ ] ‹one\n- [x] two›", "1. [x] ‹one\n- [x] two›"),
    ],
)
def test_lines_move(action: str, before: str, after: str) -> None:
    text, selection = read(before)
    assert show(text, ACTIONS[action](text, selection)) == after


@pytest.mark.parametrize(
    ("action", "before"),
    [
        ("in", "words‹›"),
        ("out", "> said‹›"),
        ("in", "```\n- code‹›\n```"),
        ("up", "one‹›\ntwo"),
        ("down", "one\ntwo‹›"),
        ("tick", "- one‹›"),
        ("tick", "```\n- [ ] code‹›\n```"),
    ],
)
def test_where_there_is_nothing_to_move(action: str, before: str) -> None:
    text, selection = read(before)
    assert ACTIONS[action](text, selection) is None
