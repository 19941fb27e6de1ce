"""Asides as fingers slip: rows of signs, signs that nobody sees, code within. In doubt it stays in."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.summary import Format
from amp_desktop.sharing import RENDERERS, Disclosure, render

Share = Callable[..., Disclosure]

SECRET = "zebrafish"
UNSEEN = ("", "\ufe0f", "\ufe0e", "\u200b", "\u200d", "\u2060", "\u00ad", "\u034f")


def told(share: Share, body: str, form: Format = "txt", title: str = "A note") -> str:
    return render(share(Note(title=title, body=body, day=date(2026, 7, 22))).summary, form).decode()


@pytest.mark.parametrize(
    "body",
    [
        f"a %%%%{SECRET}%%%% b",
        f"a %%%%%{SECRET}%%%%% b",
        f"a %%%{SECRET}%%% b",
        f"a %%%%{SECRET}",
        f"a %%%%{SECRET}%% b",
        f"a %%x%%%%{SECRET}%% b",
        f"a %\ufe0f%{SECRET}%\ufe0f% b",
        f"a %\u200b%{SECRET}%% b",
        f"a ％\ufe0f％\ufe0f{SECRET}",
        f"a &#37;&#37;{SECRET}&#37;&#37; b",
        f"a &percnt;%{SECRET}%% b",
        f"a \\%\\%{SECRET}",
        f"a %<!-- -->%{SECRET}%% b",
        f"a %**%{SECRET}** b",
        f"- a\n- &#37;%{SECRET}\n",
    ],
)
@pytest.mark.parametrize("form", [form for form in RENDERERS if form != "pdf"])
def test_what_stands_in_an_odd_aside_stays_in(share: Share, body: str, form: Format) -> None:
    assert SECRET not in told(share, body, form)


@given(st.integers(2, 9), st.sampled_from(UNSEEN), st.sampled_from("%％﹪٪"))
def test_a_row_of_signs_of_any_length_opens_and_ends_an_aside(
    share: Share, length: int, between: str, sign: str
) -> None:
    row = between.join(sign * length)
    text = told(share, f"before {row}{SECRET}{row} after")
    assert SECRET not in text
    assert "before" in text
    assert "after" in text


@given(st.lists(st.sampled_from(["%", "%%", "%%%", "%%%%", "%%%%%%", "x"]), min_size=1, max_size=6))
def test_no_row_turns_what_two_signs_enclose_inside_out(share: Share, signs: list[str]) -> None:
    """Whatever stands in an aside, nothing of it leaves unless a row of the same kind ended it before."""
    inside = "".join(signs)
    if "%%" not in inside.replace("%%%%", ""):
        assert SECRET not in told(share, f"a %% {inside}{SECRET}")


@pytest.mark.parametrize(
    "aside",
    [
        "%%\n```\nsecret\n```\n%%",
        "%%```\nsecret\n```%%",
        "%% ```\nsecret\n``` %%",
        "%%\n~~~\nsecret\n```\n~~~\n%%",
        "%%\n````\n```\nsecret\n````\n%%",
        "%%\n- ```\n  secret\n  ```\n%%",
        "%%\n``` not code` \n%%",
    ],
)
def test_an_aside_around_code_does_not_turn_the_rest_into_code(share: Share, aside: str) -> None:
    text = told(share, f"before\n\n{aside}\n\n**after** it", "html")
    assert "secret" not in text
    assert "<strong>after</strong> it" in text


def test_code_that_an_aside_ends_or_begins_is_ended_or_begun(share: Share) -> None:
    ended = told(share, "```\ncode\n%%\n```\nsecret\n%%\n\n**after**", "html")
    assert "<strong>after</strong>" in ended
    begun = told(share, "before\n%%\nsecret\n```\n%%\n**code**\n```\n\n*after*", "html")
    assert "**code**" in begun
    assert "<em>after</em>" in begun
    assert "secret" not in ended + begun
