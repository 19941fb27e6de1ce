"""Titles that fit what is typed, and the two sides of a link."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage.store import Store

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry

DAY = date(2026, 7, 1)


def note(title: str, at: int = 0, body: str = "") -> Note:
    return Note(title=title, body=body, day=DAY + timedelta(days=at))


def offered(store: Store, typed: str, limit: int = 8) -> list[str]:
    return [one.title for one in store.titles_beginning(typed, limit)]


def test_what_begins_so_comes_first_and_the_newest_of_it(store: Store) -> None:
    store.save_many(
        [note("Release notes", 0), note("Release train", 1), note("My release", 2), note("Prerelease", 3)]
    )
    assert offered(store, "rel") == ["Release train", "Release notes", "My release"]
    assert offered(store, "release n") == ["Release notes"]
    assert offered(store, "notes rel") == ["Release notes"]
    assert offered(store, "rel", limit=2) == ["Release train", "Release notes"]


def test_several_words_that_begin_a_title_come_before_those_within_it(store: Store) -> None:
    gone = note("The test that went", 4)
    store.save_many([note("The test", 0), note("Testing the parser", 3), note("the  TEST bench", 2), gone])
    store.set_binned([gone.id], datetime(2026, 7, 9, tzinfo=UTC))
    assert offered(store, "the te") == ["the TEST bench", "The test", "Testing the parser"]
    assert offered(store, "the te", limit=1) == ["the TEST bench"]
    assert offered(store, "the test b") == ["the TEST bench"]


def test_letters_are_compared_as_the_search_compares_them(store: Store) -> None:
    store.save_many([note("Straße nach Łódź"), note("今天写日記", 1), note("كَتَبْتُ", 2), note("समीक्षा", 3)])
    assert offered(store, "strasse nach lodz") == ["Straße nach Łódź"]
    assert offered(store, "日記") == offered(store, "今天") == ["今天写日記"]
    assert offered(store, "كتب") == ["كَتَبْتُ"]
    assert offered(store, "समी") == ["समीक्षा"]


def test_signs_of_any_search_language_are_only_typed(store: Store) -> None:
    store.save(note('Say "hi" AND leave'))
    assert offered(store, '"hi" and') == ['Say "hi" AND leave']
    assert offered(store, "[CI] | `x` * ^ NOT (") == []
    assert offered(store, '"') == ['Say "hi" AND leave']


def test_before_anything_is_typed_the_newest_are_offered(store: Store) -> None:
    store.save_many([note("old"), note("", 1, "no title"), note("new", 2)])
    assert offered(store, "") == ["new", "old"]


def test_what_a_link_does_not_tell_apart_is_offered_once(store: Store) -> None:
    store.save_many([note("Weekly", 0), note("weekly", 1), note("%%secret%%", 2)])
    (offer,) = store.titles_beginning("", 8)
    assert (offer.title, offer.day) == ("weekly", DAY + timedelta(days=1))


def test_the_bin_is_left_out_and_words_of_the_text_are_no_titles(store: Store) -> None:
    binned = note("apple pie")
    store.save_many([binned, note("pear", 1, body="apple")])
    store.set_binned([binned.id], datetime(2026, 7, 1, tzinfo=UTC))
    assert offered(store, "apple") == []


def test_links_in_fields_count_and_links_in_code_do_not(store: Store) -> None:
    target = Goal(title="Own the [release]", day=DAY)
    in_field = Challenge(title="in a field", need="[[own the release]]", day=DAY)
    in_code = note("in code", body="`[[own the release]]`")
    for entry in (target, in_field, in_code):
        store.save(entry)
    assert [row.title for row in store.linked(target.id).by.items] == ["in a field"]
    assert store.ids_by_title(["OWN the release", "%%x%%", ""]) == {"OWN the release": target.id}


def test_of_each_side_of_a_link_the_newest_come_and_that_there_are_more(store: Store) -> None:
    target: Entry = note("Target", body="".join(f"[[n{at}]]" for at in range(25)))
    store.save_many([target, *(note(f"n{at}", at, "[[target]]") for at in range(25))])
    some, all_of_them = store.linked(target.id, limit=20), store.linked(target.id, limit=25)
    for side in (some.to, some.by):
        assert [row.title for row in side.items] == [f"n{at}" for at in range(24, 4, -1)]
        assert side.next is not None
    assert [len(side.items) for side in (all_of_them.to, all_of_them.by)] == [25, 25]
    assert all_of_them.to.next is all_of_them.by.next is None


def test_the_tags_of_texts_are_found_and_counted(store: Store) -> None:
    from tests.storage.search.searching import sought

    both = Note(title="both", body="#CI and #docs", tags=("ci",), day=DAY)
    store.save_many(
        [both, note("text", 1, "about #ci"), note("code", 2, "`#ci`"), note("aside", 3, "%%#ci%%")]
    )
    found = [hit.row.title for hit in store.search(sought("tag:ci")).items]
    assert found == ["aside", "text", "both"]
    assert {count.tag.casefold(): count.entries for count in store.tags()} == {"ci": 3, "docs": 1}
    assert store.entry(both.id).tags == ("ci",)
