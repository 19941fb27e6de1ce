from datetime import UTC, date, datetime, timedelta
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery, HitSpan
from amp_desktop.storage.store import Store
from tests.storage.search.searching import sought


def _found(store: Store, typed: str, query: EntryQuery = EntryQuery()) -> list[str]:  # noqa: B008
    return [hit.row.title for hit in store.search(sought(typed, query)).items]


@pytest.fixture
def filled(store: Store) -> Store:
    store.save_many(
        [
            Note(title="German", body="Die Straße nach Łódź, naïve Façade."),
            Note(title="Chinese", body="今天写日記，晚上和導師讨论。"),
            Note(title="Japanese", body="明日は会議があるので、ノートを書く。"),
            Note(title="Korean", body="오늘은 일기를 썼다"),
            Note(title="Hindi", body="आज मैंने दस्तावेज़ लिखे और समीक्षा का उत्तर दिया।"),
            Note(title="Arabic", body="اليوم كَتَبْتُ الوثائق"),
            Note(title="Thai", body="วันนี้ฉันเขียนบันทึก"),
            Goal(title="Steps", steps=(Step("write the perihelion page"),)),
            Challenge(title="Stuck", need="somebody who knows SQLite", tags=("Hard-Won",)),
            SelfCareNote(title="Rest", what_did_me_good="a nap in the hammock"),
            Milestone(
                title="Merged",
                evidence=(Evidence("https://example.org/pull/4711"),),
                whom_to_thank="my mentor",
            ),
        ]
    )
    return store


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("strasse", ["German"]),
        ("STRAẞE", ["German"]),
        ("stra", ["German"]),
        ("rasse", []),
        ("lodz naive facade", ["German"]),
        ("lodz today", []),
        ("日記", ["Chinese"]),
        ("记", []),
        ("会議", ["Japanese"]),
        ("ノート", ["Japanese"]),
        ("일기", ["Korean"]),
        ("समीक्षा", ["Hindi"]),
        ("दस्ता", ["Hindi"]),
        ("كتبت", ["Arabic"]),
        ("كَتَب", ["Arabic"]),
        ("บันทึก", ["Thai"]),
        ("perihelion", ["Steps"]),
        ("sqlite", ["Stuck"]),
        ("hard-won", ["Stuck"]),
        ("hammock", ["Rest"]),
        ("4711", ["Merged"]),
        ('"my mentor"', ["Merged"]),
        ('"mentor my"', []),
        ('"my ment"', []),
        ("my ment", ["Merged"]),
        ('"unbalanced ( * quote', []),
        ('"straße nach', ["German"]),
        ("", []),
        ("()*\"'^:-", []),
        ("title:German", []),
        ("German OR Chinese", []),
        ("NEAR(a b)", []),
        ("kind", []),
        ("\ue000kind", []),
    ],
)
def test_the_search_finds_what_was_written(filled: Store, typed: str, titles: list[str]) -> None:
    assert _found(filled, typed) == titles


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("aA \"'*()^:-+{}日記\ue000\0\ud800ا\u0301"))))
def test_nothing_that_can_be_typed_raises(filled: Store, typed: str) -> None:
    for hit in (
        filled.search(sought(typed, EntryQuery(tags=(typed,)))).items + filled.search(sought(typed)).items
    ):
        assert all(mark.start + mark.length <= len(hit.snippet) for mark in hit.marks)


@pytest.mark.parametrize(
    "pasted", ["word " * 20_000, "日記" * 20_000, '"' + "word " * 20_000 + '"', '"' * 20_000]
)
def test_a_pasted_page_does_not_hold_up_the_search(filled: Store, pasted: str) -> None:
    begun = process_time()
    filled.search(sought(pasted))
    assert process_time() - begun < 5


def test_filters_narrow_the_search(filled: Store) -> None:
    assert _found(filled, "s") == ["Stuck", "Steps", "German"]
    assert _found(filled, "s", EntryQuery(kinds=frozenset({"goal", "note"}))) == ["Steps", "German"]
    assert _found(filled, "s", EntryQuery(states=frozenset({"open"}), tags=("hard-won",))) == ["Stuck"]
    assert _found(filled, "s", EntryQuery(until=date(2000, 1, 1))) == []
    assert _found(filled, "s", EntryQuery(binned=True)) == []


def test_finds_come_newest_first_and_page_by_page(store: Store) -> None:
    first = date(2020, 1, 1)
    entries = [Note(title=f"apple {n}", day=first + timedelta(days=n * 37 % 101)) for n in range(101)]
    store.save_many(entries)
    found, after = [], None
    while True:
        page = store.search(sought("app"), after=after, limit=10)
        found += [hit.row.day for hit in page.items]
        if page.next is None:
            break
        after = page.next
    assert found == sorted((entry.day for entry in entries), reverse=True)


def test_a_find_shows_where_it_was_found(store: Store) -> None:
    store.save(Note(title="Apple pie", body="Nothing\n\n" + "more " * 100 + "an apple."))
    store.save(
        Challenge(title="No", need="an apple", body="first words", binned_at=datetime(2026, 7, 1, tzinfo=UTC))
    )
    (hit,) = store.search(sought("appl")).items
    assert hit.title_marks == (HitSpan(0, 4),)
    assert hit.snippet.endswith("an apple.")
    assert [hit.snippet[m.start : m.start + m.length] for m in hit.marks] == ["appl"]
    (hit,) = store.search(sought("appl", EntryQuery(binned=True))).items
    assert (hit.snippet, hit.marks) == ("an apple", (HitSpan(3, 4),))
    (hit,) = store.search(sought("pie")).items
    assert (hit.snippet, hit.marks) == (hit.row.excerpt, ())


def test_what_is_not_wanted_is_left_out(filled: Store) -> None:
    assert _found(filled, "s -perihelion") == ["Stuck", "German"]
    assert _found(filled, 's -"nach łódź"') == ["Stuck", "Steps"]
    assert _found(filled, "s -nowhere -(") == ["Stuck", "Steps", "German"]
    assert _found(filled, "-s -kind:note") == ["Merged", "Rest"]
    assert _found(filled, "s -kind:goal -tag:hard-won") == ["German"]
    assert _found(filled, "-kind:note -status:open -status:active") == ["Merged", "Rest"]
    assert _found(filled, "日記 -kind:note") == []


def test_filters_alone_are_a_list(filled: Store) -> None:
    assert _found(filled, "kind:goal") == ["Steps"]
    assert _found(filled, "is:open") == ["Stuck", "Steps"]
    assert _found(filled, "has:evidence") == _found(filled, "kind:milestone") == ["Merged"]
    assert _found(filled, "has:task -has:link") == ["Steps"]
    assert _found(filled, "-is:open kind:challenge") == []
    assert _found(filled, "before:2000") == []
    assert [hit.marks for hit in filled.search(sought("kind:goal")).items] == [()]
    assert _found(filled, "sort:best") == []


def test_as_many_filters_as_can_be_typed_do_no_harm(filled: Store) -> None:
    assert _found(filled, " ".join(f"tag:t{n} -tag:u{n}" for n in range(2000))) == []
    assert _found(filled, "s " + " ".join(f"-w{n}" for n in range(2000)))


def test_the_best_comes_first_when_asked_for(store: Store) -> None:
    first = date(2026, 1, 1)
    filler = "other words " * 20
    store.save(Note(title="once", body=f"a comet {filler}", day=first + timedelta(days=3)))
    store.save(Note(title="often", body=f"comet, comet, comet {filler}", day=first + timedelta(days=2)))
    store.save(Note(title="The comet", body=filler, day=first))
    store.save(Note(title="none", body=filler, day=first))
    assert _found(store, "comet") == ["once", "often", "The comet"]
    assert _found(store, "comet sort:best") == ["The comet", "often", "once"]
    assert _found(store, "comet sort:best after:2026-01-01") == ["often", "once"]
    assert _found(store, "is:private sort:best") == _found(store, "is:private")


def test_the_best_come_page_by_page(store: Store) -> None:
    entries = [Note(title=f"n{n}", body="apple " * (n * 37 % 101 + 1)) for n in range(45)]
    store.save_many(entries)
    whole = [hit.row.title for hit in store.search(sought("apple sort:best"), limit=100).items]
    assert sorted(whole) == sorted(entry.title for entry in entries)
    paged, after = [], None
    while True:
        page = store.search(sought("apple sort:best"), after, limit=10)
        paged += [hit.row.title for hit in page.items]
        if page.next is None:
            break
        after = page.next
    assert paged == whole


def test_the_best_is_looked_for_among_the_newest_thousand(store: Store) -> None:
    first = date(2026, 1, 1)
    store.save_many(
        [Note(title="An apple", day=first), Note(title="The apple", day=first + timedelta(days=1))]
    )
    store.save_many([Note(body=f"an apple, {n}", day=first + timedelta(days=2)) for n in range(999)])
    found = store.search(sought("apple sort:best"), limit=2000).items
    assert (len(found), found[0].row.title) == (1000, "The apple")


def test_pinned_entries_are_told_in_rows_and_found(store: Store) -> None:
    store.save(Note(title="pinned", pinned=True))
    store.save(Note(title="other"))
    assert [row.pinned for row in store.rows().items] == [False, True]
    assert _found(store, "is:pinned") == ["pinned"]
    assert _found(store, "-is:pinned") == ["other"]


def test_the_ids_of_all_that_is_found(filled: Store) -> None:
    found = filled.found_ids(sought("s -kind:goal"))
    assert [filled.entry(entry_id).title for entry_id in found] == ["Stuck", "German"]
    assert len(filled.found_ids(sought(""))) == filled.count()
    assert filled.found_ids(sought("(")) == ()
    assert set(filled.found_ids(sought("s sort:best"))) == set(filled.found_ids(sought("s")))


READ_ALIKE = [
    ("soft\u00adware ze\u200bro", ["software", "zero"]),
    ("don’t stop", ["don't", "donʼt", "don’t"]),
    ("зв’язок", ["зв'язок", "звʼязок"]),
    ("کتاب علی", ["كتاب", "علي", "کتاب", "علی"]),
    ("می‌خواهم", ["می‌خواهم", '"می خواهم"', "خواهم"]),
    ("در ۲۰۲۶", ["2026", "٢٠٢٦", "۲۰۲۶", "２０２６"]),
    ("Merged🎉 at last 👍🏽", ["🎉", "👍", "👍🏿", "merged🎉", "-🎈 merged"]),
    ("C++ or C#, for €50", ["C++", "c+", "C#", "c++ c#", "€50", "50", '"C++ or C#"']),
    ("C\\+\\+ escaped", ["C++"]),
]


@pytest.mark.parametrize(("body", "typed"), [(body, typed) for body, all_ in READ_ALIKE for typed in all_])
def test_what_is_read_is_found_and_marked_in_every_text_of_an_entry(
    store: Store, body: str, typed: str
) -> None:
    store.save(Note(title="In the body", body=body))
    store.save(Note(title=body))
    store.save(Challenge(title="In a field", need=body))
    store.save(Note(title="Something else", body="c and a word"))
    hits = store.search(sought(typed)).items
    assert {hit.row.title for hit in hits} == {"In the body", "In a field", body}
    assert all(hit.marks or hit.title_marks for hit in hits)
    assert store.search(sought(f"{typed} else")).items == ()


@pytest.mark.parametrize(
    ("body", "unwanted"), [("Done 🎉", "🎉"), ("C++", "C++"), ("F# is", "f#"), ("in £", "£")]
)
def test_a_sign_is_left_out_as_a_word_is(store: Store, body: str, unwanted: str) -> None:
    store.save(Note(title="With it", body=body))
    store.save(Note(title="Without", body="Done in C and F"))
    assert _found(store, f"-{unwanted}") == ["Without"]


def test_a_tag_is_found_however_it_is_written(store: Store) -> None:
    store.save(Note(title="Beside the text", tags=("Straße",)))
    store.save(Note(title="In the text", body="along the #STRASSE"))
    for tag in ("Straße", "strasse", "STRASSE", "straẞe"):
        assert set(_found(store, f"tag:{tag}")) == {"Beside the text", "In the text"}
        assert _found(store, f"-tag:{tag}") == []
