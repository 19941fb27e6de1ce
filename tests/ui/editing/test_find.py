"""Finding and replacing within one text."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.storage.search.plain import Folding, plain
from amp_desktop.ui.editing.edit import Selection
from amp_desktop.ui.editing.find import (
    Needle,
    find_all,
    replace_all,
    replace_match,
)

READ = Folding(plain)
READ_ALIKE = [
    ("soft\u00adware ze\u200bro", ["software", "zero", "soft\u00adware"]),
    ("don’t", ["don't", "donʼt", "don’t"]),
    ("کتاب علی", ["كتاب", "علي"]),
    ("در ۲۰۲۶", ["2026", "٢٠٢٦"]),
    ("Merged🎉 👍🏽", ["🎉", "👍", "👍🏿", "d🎉"]),
    ("C++ or “A”", ["C++", "c+", "+", '"A"']),
    ("no\u00a0break", ["no break"]),
    ("2026‑08−01", ["2026-08-01"]),
]
"""Texts, and what each is found by though it is written otherwise."""

TEXT = "Café, cafe and CAFÉ; a cafeteria. Łódź, Straße, strasse."


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        (Needle("cafe"), "Café cafe CAFÉ cafe"),
        (Needle("café"), "Café cafe CAFÉ cafe"),
        (Needle("cafe\u0301"), "Café cafe CAFÉ cafe"),
        (Needle("cafe", match_accents=True), "cafe cafe"),
        (Needle("Café", match_case=True), "Café"),
        (Needle("cafe", whole_words=True), "Café cafe CAFÉ"),
        (Needle("lodz"), "Łódź"),
        (Needle("strasse"), "Straße strasse"),
        (Needle("straße"), "Straße strasse"),
        (Needle("straße", match_accents=True), "Straße"),
        (Needle("."), ". ."),
        (Needle(""), ""),
        (Needle("nowhere"), ""),
    ],
)
def test_what_is_found(needle: Needle, found: str) -> None:
    assert [TEXT[match.start : match.end] for match in find_all(TEXT, needle)] == found.split()


def test_loose_accents_count_as_little_as_those_on_a_letter() -> None:
    text = "cafe\u0301 here"
    assert [text[match.start : match.end] for match in find_all(text, Needle("cafe"))] == ["cafe\u0301"]


@pytest.mark.parametrize(("text", "typed"), [(body, typed) for body, all_ in READ_ALIKE for typed in all_])
def test_what_the_search_finds_is_found_in_the_text(text: str, typed: str) -> None:
    assert find_all(f"before {text} after", Needle(typed))


def test_half_of_a_letter_is_not_found() -> None:
    assert find_all("aß æ", Needle("s")) == []
    assert find_all("aß æ", Needle("as")) == []
    assert find_all("aß æ", Needle("ss")) == [(1, 2)]
    assert find_all("sß", Needle("ss")) == [(1, 2)]


@given(
    st.text(st.sampled_from("aÁßſé\u0301\u00ad\u200b'’ʼکك٢2🎉👍🏽 \u00a0각\u1100\u1161\u11a8")),
    st.text(max_size=3),
)
def test_every_match_reads_as_what_is_looked_for(text: str, typed: str) -> None:
    for part in (typed, text[:2], text[-3:]):
        for start, end in find_all(text, Needle(part)):
            assert READ.of(text[start:end]) == READ.of(part) or part.casefold() in text[start:end].casefold()


def test_replacing() -> None:
    text = "one two one"
    matches = find_all(text, Needle("one"))
    assert replace_match(matches[1], "three").applied(text) == "one two three"
    edit = replace_all(text, matches, "three", Selection.at(11))
    assert edit is not None
    assert edit.applied(text) == "three two three"
    assert edit.selection == Selection.at(15)
    assert replace_all(text, [], "three", Selection.at(0)) is None


@given(
    st.text("abcÄé ß\u0301😀", max_size=80), st.text("abé😀 ", min_size=1, max_size=3), st.text(max_size=4)
)
def test_replacing_all_touches_nothing_else(text: str, words: str, new: str) -> None:
    matches = find_all(text, Needle(words))
    edit = replace_all(text, matches, new, Selection(0, len(text)))
    if edit is not None:
        between = [a.end for a in matches], [b.start for b in matches[1:]] + [len(text)]
        kept = [text[start:end] for start, end in zip(*between, strict=True)]
        assert edit.applied(text) == text[: matches[0].start] + new + new.join(kept)
        assert edit.selection == Selection(0, len(edit.applied(text)))


def test_a_long_entry_is_searched_at_once() -> None:
    text = "Ein Wort, eine Straße, ein Café und noch mehr. " * 6_000
    find_all(text, Needle("x"))
    began = process_time()
    assert len(find_all(text, Needle("strasse"))) == 6_000
    assert process_time() - began < 2
