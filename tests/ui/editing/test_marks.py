"""What buttons do to words and lines, shown with the selection between ‹ and ›."""

import pytest

from amp_desktop.ui.editing.actions import ACTIONS
from amp_desktop.ui.editing.link_marks import is_address, paste_address
from amp_desktop.ui.editing.tasks import toggle_box_of_line
from tests.ui.editing.shown import read, show

TABLE = [
    ("bold", "a ‹word› b", "a **‹word›** b"),
    ("bold", "a **‹word›** b", "a ‹word› b"),
    ("bold", "a ‹**word**› b", "a ‹word› b"),
    ("bold", "a __‹word›__ b", "a ‹word› b"),
    ("bold", "a wo‹›rd b", "a **wo‹›rd** b"),
    ("bold", "a **some wo‹›rds** b", "a some wo‹›rds b"),
    ("bold", "a ‹› b", "a **‹›** b"),
    ("bold", "a **‹›** b", "a ‹› b"),
    ("bold", "a‹ word ›b", "a‹ **word** ›b"),
    ("bold", "‹one\n\ntwo›", "**‹one**\n\n**two›**"),
    ("bold", "**‹one**\n\n**two›**", "‹one\n\ntwo›"),
    ("bold", "**‹one**\ntwo›", "**‹one**\n**two›**"),
    ("bold", "‹- one\n- two›", "‹- **one**\n- **two›**"),
    ("bold", "‹**a** b **c**›", "**‹a b c›**"),
    ("bold", "**a** ‹b› **c**", "**a** **‹b›** **c**"),
    ("italic", "a **‹word›** b", "a ***‹word›*** b"),
    ("italic", "a ***‹word›*** b", "a **‹word›** b"),
    ("bold", "a ***‹word›*** b", "a *‹word›* b"),
    ("italic", "* an ‹item›", "* an *‹item›*"),
    ("italic", "2 * 3 ‹four› * 5", "2 * 3 *‹four›* * 5"),
    ("strike", "‹old›", "~~‹old›~~"),
    ("strike", "~~‹old›~~", "‹old›"),
    ("code", "run ‹node -v›", "run `‹node -v›`"),
    ("code", "run `‹node -v›`", "run ‹node -v›"),
    ("code", "‹a`b›", "``‹a`b›``"),
    ("code", "``‹a`b›``", "‹a`b›"),
    ("code", "‹one\ntwo›", "```\n‹one\ntwo›\n```"),
    ("code", "```\n‹one\ntwo›\n```", "‹one\ntwo›"),
    ("code", "‹```\none\ntwo\n```›", "‹one\ntwo›"),
    ("heading", "He‹›ad", "## He‹›ad"),
    ("heading", "## Head‹›", "Head‹›"),
    ("heading-1", "### Head‹›", "# Head‹›"),
    ("heading", "- Head‹›", "## Head‹›"),
    ("list", "‹one\ntwo›", "- ‹one\n- two›"),
    ("list", "- ‹one\n- two›", "‹one\ntwo›"),
    ("list", "‹- one\n\n1. two›", "‹- one\n\n- two›"),
    ("list", "- [ ] o‹›ne", "- o‹›ne"),
    ("list", "> o‹›ne", "> - o‹›ne"),
    ("list", "‹›", "- ‹›"),
    ("numbers", "‹one\ntwo\nthree›", "1. ‹one\n2. two\n3. three›"),
    ("numbers", "1. ‹one\n2. two\n3. three›", "‹one\ntwo\nthree›"),
    ("numbers", "1. one\n2. two\n- three‹›", "1. one\n2. two\n3. three‹›"),
    ("task", "- one‹›", "- [ ] one‹›"),
    ("task", "- [x] one‹›", "one‹›"),
    ("quote", "said‹›", "> said‹›"),
    ("quote", "> said‹›", "said‹›"),
    ("quote", "‹one\n\n  two›", "> ‹one\n>\n>   two›"),
    ("quote", "> ‹one\n>\n>   two›", "‹one\n\n  two›"),
    ("quote", "> > a‹›", "> a‹›"),
    ("link", "see ‹docs› now", "see [docs](‹›) now"),
    ("link", "‹https://example.org›", "[‹›](https://example.org)"),
    ("link", "a ‹›", "a [‹›]()"),
    ("link", "see [do‹›cs](https://example.org) now", "see do‹›cs now"),
    ("link", "a![‹›x](attachment:1)", "a![‹›x](attachment:1)".replace("‹›x", "[x](‹›)")),
    ("aside", "‹I am afraid›", "%%‹I am afraid›%%"),
    ("aside", "%%‹I am afraid›%%", "‹I am afraid›"),
    ("aside", "‹%%I am afraid%%›", "‹I am afraid›"),
    ("aside", "a %%I am af‹›raid%% b", "a I am af‹›raid b"),
    ("aside", "‹one\n\ntwo›", "%%‹one\n\ntwo›%%"),
    ("aside", "- ‹one\n- two›", "- %%‹one\n- two›%%"),
    ("aside", "%%I am ‹not› afraid%%", "%%I am %%‹not›%% afraid%%"),
    ("aside", "%%‹I› am%%", "‹I›%% am%%"),
    ("aside", "‹a %%b%% c›", "%%‹a b c›%%"),
    ("aside", "a ‹b %%c› d%% e", "a %%‹b c› d%% e"),
    ("aside", "a %%b ‹c%% d› e", "a %%b ‹c d›%% e"),
    ("aside", "a ‹b %%c› d", "a %%‹b c› d"),
    ("aside", "a %%b c ‹›d", "a b c ‹›d"),
]


@pytest.mark.parametrize(("action", "before", "after"), TABLE)
def test_marking(action: str, before: str, after: str) -> None:
    text, selection = read(before)
    assert show(text, ACTIONS[action](text, selection)) == after


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("see ‹the docs› now", "https://example.org/a", "see [the docs](https://example.org/a)‹› now"),
        ("see‹ docs ›now", "mailto:a@example.org", "see [docs](mailto:a@example.org)‹› now"),
        ("‹x›", "https://example.org/a_(b)", "[x](https://example.org/a_%28b%29)‹›"),
    ],
)
def test_a_pasted_address_becomes_the_link_of_what_is_selected(before: str, pasted: str, after: str) -> None:
    text, selection = read(before)
    assert show(text, paste_address(text, selection, pasted)) == after


@pytest.mark.parametrize(
    ("before", "pasted"),
    [
        ("see ‹› now", "https://example.org"),
        ("‹https://example.com›", "https://example.org"),
        ("‹two\nlines›", "https://example.org"),
        ("‹words›", "no address"),
        ("‹words›", "javascript:alert(1)"),
        ("‹words›", "file:///etc/passwd"),
        ("```\n‹words›\n```", "https://example.org"),
    ],
)
def test_elsewhere_an_address_is_pasted_as_it_is(before: str, pasted: str) -> None:
    text, selection = read(before)
    assert paste_address(text, selection, pasted) is None


def test_what_an_address_is() -> None:
    assert is_address(" https://example.org/?q=1#x ")
    assert not is_address("https://example.org and more")
    assert not is_address("https://" + "x" * 5000)


def test_a_box_is_ticked_by_its_line() -> None:
    text = "- [ ] one\n- [x] two\nno box"
    first, second = toggle_box_of_line(text, 0), toggle_box_of_line(text, 1)
    assert first is not None
    assert second is not None
    assert first.applied(text) == "- [x] one\n- [x] two\nno box"
    assert second.applied(text) == "- [ ] one\n- [ ] two\nno box"
    assert toggle_box_of_line(text, 2) is None
    assert toggle_box_of_line(text, 99) is None
