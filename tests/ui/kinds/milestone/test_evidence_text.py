"""What is typed or pasted as evidence, read as address and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.milestone import Evidence
from amp_desktop.ui.kinds.milestone.evidence_text import read_all, read_evidence, short_address, web_address

WIKI = "https://en.wikipedia.org/wiki/Rust_(programming_language)"


@pytest.mark.parametrize(
    ("text", "url", "words"),
    [
        ("https://example.org/pull/1", "https://example.org/pull/1", ""),
        (" <https://example.org/a> ", "https://example.org/a", ""),
        ("see https://example.org/a.", "https://example.org/a", "see"),
        ("The ten: https://example.org/a", "https://example.org/a", "The ten"),
        ("https://example.org/a - the ten", "https://example.org/a", "the ten"),
        ("[the ten](https://example.org/a)", "https://example.org/a", "the ten"),
        ("[the (ten)!](https://example.org/a) merged", "https://example.org/a", "the (ten)! merged"),
        (f"[Rust]({WIKI})", WIKI, "Rust"),
        ("[a [b] c](www.example.org)", "www.example.org", "a [b] c"),
        ("a talk in the call", "a talk in the call", ""),
        ("", "", ""),
    ],
)
def test_a_link_is_taken_apart(text: str, url: str, words: str) -> None:
    assert read_evidence(text) == Evidence(url, words)


def test_pasted_lines_become_one_link_each() -> None:
    pasted = "- [one](https://example.org/1)\n\n2. https://example.org/2\n* three https://example.org/3\n"
    assert [(one.url, one.words) for one in read_all(pasted)] == [
        ("https://example.org/1", "one"),
        ("https://example.org/2", ""),
        ("https://example.org/3", "three"),
    ]


@given(st.text())
def test_no_word_is_lost_whatever_is_pasted(text: str) -> None:
    found = read_evidence(text)
    kept = set(f"{found.words} {found.url}")
    assert {letter for letter in text if letter.isalnum()} <= kept
    assert read_evidence(found.url).url == found.url


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("https://www.example.org/", "example.org"),
        ("https://github.com/org/repo/pull/2261", "github.com/org/repo/pull/2261"),
        ("https://me:word@example.org/a", "example.org/a"),
        ("https://example.org/a/very/long/way/that/goes/on/and/on/to/the/end.html", "example.org/…/end.html"),
        ("https://[", "https://["),
        ("a talk", "a talk"),
    ],
)
def test_an_address_is_shown_short(url: str, short: str) -> None:
    assert short_address(url) == short


@given(st.text() | st.from_regex(r"https?://.{1,80}"))
def test_whatever_stands_for_an_address_is_shown_in_one_line(url: str) -> None:
    assert len(short_address(url)) <= 60


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("www.example.org", "https://www.example.org"),
        *(
            (odd, "")
            for odd in ("file:///etc/passwd", "javascript:alert(1)", "a talk", "https://", "ssh://x")
        ),
    ],
)
def test_only_web_addresses_lead_out(url: str, address: str) -> None:
    assert web_address(url) == address
