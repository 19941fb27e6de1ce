"""What buttons and Enter do to the text: shown as text with the selection between ‹ and ›."""

import pytest

from amp_desktop.ui.entries.list_lines import deeper, is_list_item, next_item, shallower
from amp_desktop.ui.entries.marking import MARKINGS, Marked


def read(shown: str) -> Marked:
    start = shown.index("‹")
    end = shown.index("›") - 1
    return Marked(shown.replace("‹", "").replace("›", ""), start, end)


def show(marked: Marked) -> str:
    return f"{marked.text[: marked.start]}‹{marked.selected}›{marked.text[marked.end :]}"


@pytest.mark.parametrize(
    ("marking", "before", "after"),
    [
        ("bold", "a ‹word› b", "a **‹word›** b"),
        ("bold", "a **‹word›** b", "a ‹word› b"),
        ("bold", "a ‹**word**› b", "a ‹word› b"),
        ("bold", "a wo‹›rd b", "a **‹word›** b"),
        ("bold", "a ‹› b", "a **‹›** b"),
        ("bold", "a‹ word ›b", "a **‹word›** b"),
        ("italic", "a **‹word›** b", "a ***‹word›*** b"),
        ("italic", "a ***‹word›*** b", "a **‹word›** b"),
        ("heading", "He‹›ad", "## He‹›ad"),
        ("heading", "## Head‹›", "Head‹›"),
        ("list", "‹one\ntwo›", "‹- one\n- two›"),
        ("list", "‹- one\n- two›", "‹one\ntwo›"),
        ("list", "‹- one\n\n1. two›", "‹- one\n\n- two›"),
        ("task", "- one‹›", "- [ ] one‹›"),
        ("task", "- [x] one‹›", "one‹›"),
        ("quote", "said‹›", "> said‹›"),
        ("code", "run ‹node -v›", "run `‹node -v›`"),
        ("code", "‹one\ntwo›", "```\n‹one\ntwo›\n```"),
        ("code", "‹```\none\ntwo\n```›", "‹one\ntwo›"),
        ("link", "see ‹docs› now", "see [docs](‹›) now"),
        ("link", "‹https://example.org›", "[‹›](https://example.org)"),
        ("link", "a ‹›", "a [‹›]()"),
        ("aside", "‹I am afraid›", "%%‹I am afraid›%%"),
        ("aside", "%%‹I am afraid›%%", "‹I am afraid›"),
    ],
)
def test_marking(marking: str, before: str, after: str) -> None:
    assert show(MARKINGS[marking](read(before))) == after


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("- one", "- "),
        ("  * one", "  * "),
        ("- [x] one", "- [ ] "),
        ("9. nine", "10. "),
        ("> said", "> "),
        ("- ", ""),
        ("- [ ] ", ""),
        ("words", None),
        ("-no item", None),
    ],
)
def test_enter_goes_on_with_a_list(line: str, begin: str | None) -> None:
    assert next_item(line) == begin


def test_items_move_in_and_out() -> None:
    assert deeper("- one") == "  - one"
    assert shallower("  - one") == "- one"
    assert shallower("- one") == "- one"
    assert is_list_item("1) one")
    assert not is_list_item("> said")
