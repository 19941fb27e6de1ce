"""Where something is being typed that can be completed."""

import pytest

from amp_desktop.ui.completing.context import Completes, CompletionContext, place_at_end, rest_of_link


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("see [[", ""),
        ("see [[Kick", "Kick"),
        ("[[one]] and [[Fix [CI", "Fix [CI"),
        ("[[Fix [CI] no", "Fix [CI] no"),
        ("`code` [[日", "日"),
        ("[[on #ci", "on #ci"),
    ],
)
def test_a_link_is_being_typed(line: str, typed: str) -> None:
    assert place_at_end(line) == CompletionContext(Completes.LINK, typed)


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("#c", "c"),
        ("on #CI", "CI"),
        ("(#हिन्", "हिन्"),
        ("#code-", "code-"),
        ("[[one]] #学", "学"),
        ("#é", "é"),
    ],
)
def test_a_tag_is_being_typed(line: str, typed: str) -> None:
    assert place_at_end(line) == CompletionContext(Completes.TAG, typed)


@pytest.mark.parametrize(
    "line",
    [
        *("", "words", "[one", "[[one]]", "[[one|wor", "`[[one", "`#ci", "#", "# Head", "#12", "a#b", "#ci "),
        *("https://x.y/#ci", "[[one]] two", "[[[[[", "[[[one", "``#ci`` and `#c"),
    ],
)
def test_nothing_is_being_typed_that_could_be_completed(line: str) -> None:
    assert place_at_end(line) is None


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        ("ck-off]] and", "ck-off"),
        ("]]", ""),
        ("off|words]]", "off"),
        ("|words]] b", ""),
        (" and [[one]]", None),
        ("", None),
    ],
)
def test_what_of_a_link_stands_behind_the_cursor(behind: str, rest: str | None) -> None:
    assert rest_of_link(behind) == rest
