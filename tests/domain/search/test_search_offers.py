import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.search.search_offers import MOST, FilterSuggestions, offers

TAGS = ("ci", "CLI", "docs", "日記")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ()),
        ("k|", ()),
        ("ki|", ("kind:",)),
        ("-KI|", ("-kind:",)),
        ("word |", ()),
        (
            "kind:|",
            (
                "kind:note",
                "kind:goal",
                "kind:challenge",
                "kind:self-care",
                "kind:milestone",
                "kind:meeting",
                "kind:feedback",
                "kind:evaluation",
                "kind:reflection",
                "kind:incident",
            ),
        ),
        ("kind:c|", ("kind:challenge",)),
        ("-kind:c|", ("-kind:challenge",)),
        ("kind:challenge|", ()),
        ("kind:ch|allenge", ()),
        ("kind:c|x", ("kind:challenge",)),
        ("kind:challenge | word", ()),
        ("tag:|", ("tag:ci", "tag:CLI", "tag:docs", "tag:日記")),
        ("tag:#c|", ("tag:ci", "tag:CLI")),
        ("tag:日|", ("tag:日記",)),
        ("has:ta|", ("has:task",)),
        ("on:t|", ("on:today",)),
        ("note:x|", ()),
        ('"kind:c"|', ()),
    ],
)
def test_what_fits_at_the_cursor_is_offered(typed: str, offered: tuple[str, ...]) -> None:
    cursor = typed.find("|") if "|" in typed else len(typed)
    assert offers(typed.replace("|", ""), cursor, TAGS).words == offered


def test_an_offer_says_what_it_takes_the_place_of() -> None:
    assert offers("a kind:cx b", 8, TAGS) == FilterSuggestions(2, 9, ("kind:challenge",))


def test_few_words_are_offered() -> None:
    assert len(offers("tag:", 4, [f"t{n}" for n in range(1000)]).words) == MOST


@given(st.text(), st.integers(0, 50))
def test_nothing_that_can_be_typed_raises(typed: str, cursor: int) -> None:
    offered = offers(typed, min(cursor, len(typed)), TAGS)
    assert 0 <= offered.start <= offered.end <= len(typed)
