from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.query import HitSpan
from amp_desktop.storage.search.fold import FoldedText, folded, folded_words
from amp_desktop.storage.search.terms import SNIPPET_LENGTH, SearchWords, one_line
from tests.storage.search.searching import sought

PLUS, HASH = "\ufdd0", "\ufdd1"
"""How the index knows the signs at the end of C++ and C#."""


def words_of(typed: str) -> SearchWords:
    return SearchWords.of(sought(typed))


MIXED = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            "aAéÉßŁ ıİﬁæ+#\\🎉€\n\t-_'\"%*() 日記あガｶﾞ한국어ไทยहिन्दीकَتبـأ\u0301\u3099\u1160\u200b\ue000"
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Straße", ["strasse"]),
        ("ŁÓDŹ", ["lodz"]),
        ("Ærø, þorn", ["aero", "thorn"]),
        ("İstanbul ılık", ["istanbul", "ilik"]),
        ("don't stop-word a_b", ["don", "t", "stop", "word", "a", "b"]),
        ("كَتَبْتُ", ["كتبت"]),
        ("كـتـب أحمد", ["كتب", "احمد"]),
        ("שָׁלוֹם", ["שלום"]),
        ("हिन्दी", ["हिन्दी"]),
        ("今天写日記", ["今", "天", "写", "日", "記"]),
        ("ｶﾞガが", ["カ", "゙", "ガ", "が"]),
        ("한국", ["한", "국"]),
        ("Ｆｕｌｌ ①", ["full", "1"]),
        ("ΌΣΟΣ", ["οσοσ"]),
        ("", []),
        ("\ue000kind \ud800", ["kind"]),
        ("soft\u00adware ze\u200bro wi\u2060dth \ufeffmark", ["software", "zero", "width", "mark"]),
        ("donʼt don’t don't", ["don", "t"] * 3),
        ("علی علي کتاب كتاب خانۀ خانه", ["علي", "علي", "كتاب", "كتاب", "خانه", "خانه"]),
        ("می\u200cخواهم Auf\u200clage", ["مي", "خواهم", "auflage"]),
        ("٢٠٢٦ ۲۰۲۶ २०२६ ๒๐๒๖ ２０２６", ["2026"] * 5),
        ("🎉party 👍🏽 ❤️ ❤ 1️⃣ \U0001fae8", ["🎉", "party", "👍", "❤", "❤", "1", "\U0001fae8"]),
        ("20° → €5 − ½ tree├──", ["20", "°", "→", "€", "5", "1", "2", "tree"]),
        ("C++ C\\#, # + A+", ["c", PLUS, PLUS, "c", HASH, "a", PLUS]),
    ],
)
def test_texts_fold_to_what_people_type(text: str, words: list[str]) -> None:
    assert [word for word in folded_words(text) if word != "゙"] == [word for word in words if word != "゙"]


@given(MIXED)
def test_folding_twice_changes_nothing_and_lets_nothing_special_through(text: str) -> None:
    once = folded(text)
    assert folded_words(once) == once.split()
    assert not set(once) & set('"*()-\n\ue000')


@given(MIXED)
def test_the_pieces_of_a_folded_text_come_from_where_they_stand(text: str) -> None:
    fold = FoldedText(text)
    assert fold.text == folded(text)
    for at in range(len(fold.text)):
        start, end = fold.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert fold.text[at] in folded("a" + text[start:end])  # + and # stand behind a letter


@given(MIXED, st.data())
def test_a_word_of_a_text_is_marked_in_it(text: str, data: st.DataObject) -> None:
    words = folded_words(text)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    marks = words_of(word).marks(text)
    assert marks
    for mark in marks:
        assert 0 <= mark.start < mark.start + mark.length <= len(text)
        found = "a" * (word in (PLUS, HASH)) + text[mark.start : mark.start + mark.length]
        assert word in folded(found).replace(" ", "") or " " in word
    assert all(one.start + one.length <= other.start for one, other in pairwise(marks))


@given(MIXED, MIXED)
def test_no_input_breaks_the_search_words(typed: str, text: str) -> None:
    words = words_of(typed)
    found = words.snippet(text)
    if found:
        line, marks = found
        assert marks
        assert len(line) <= SNIPPET_LENGTH
        assert "\n" not in line
        assert all(mark.start + mark.length <= len(line) for mark in marks)
        assert words.marks(text)


@given(MIXED, st.integers(60, 300))
def test_one_line_is_one_short_line(text: str, length: int) -> None:
    line = one_line(text, length)
    assert len(line) <= length
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("stra", "Die Straße ist lang", ["Stra"]),
        ("strasse", "Die STRASSE, die Straße", ["STRASSE", "Straße"]),
        ("lodz", "nach Łódź", ["Łódź"]),
        ("cafe\u0301", "cafe and cafe\u0301s", ["cafe", "cafe\u0301"]),
        ("日記", "今天写日記。日 記", ["日記", "日 記"]),
        ("كتبت", "اليوم كَتَبْتُ الوثائق", ["كَتَبْتُ"]),
        ("आज", "आज मैंने", ["आज"]),
        ("가", "\u1100\u1161 loose", ["\u1100\u1161"]),
        ("ガ", "カ\u3099ス", ["カ\u3099"]),
        ('"two words"', "two words, two wordsmiths", ["two words"]),
        ("two words", "words two", ["words", "two"]),
        ("on one", "one on two", ["one", "on"]),
        ("art", "start art party", ["art"]),
        ("don't", "don't", ["don't"]),
        ('* ( "', '* ( "', []),
        ("", "anything", []),
    ],
)
def test_marks_stand_on_what_was_looked_for(typed: str, text: str, marked: list[str]) -> None:
    marks = words_of(typed).marks(text)
    assert [text[mark.start : mark.start + mark.length] for mark in marks] == marked


def test_a_snippet_shows_the_first_find_in_the_middle_of_its_words() -> None:
    text = "before " * 100 + "\n\nthe perihelion\nis here " + "after " * 100
    found = words_of("periheli").snippet(text)
    assert found is not None
    line, marks = found
    assert line.startswith("…before before")
    assert line.endswith("after…")
    assert marks == (HitSpan(line.index("perihelion"), len("periheli")),)


def test_a_snippet_finds_what_is_written_differently_deep_in_a_long_text() -> None:
    found = words_of("lodz").snippet("x\n" * 20_000 + "Łódź")
    assert found is not None
    line, (mark,) = found
    assert line[mark.start :][: mark.length] == "Łódź"


def test_a_word_within_a_word_does_not_lead_the_snippet_astray() -> None:
    found = words_of("art").snippet("start " * 60 + "art")
    assert found is not None
    assert found[0].endswith(" art")
