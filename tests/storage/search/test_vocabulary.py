"""A long beginning of a word is asked for as the words that begin so, and finds what it found before."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage.engine import Database
from amp_desktop.storage.search.terms import Term
from amp_desktop.storage.search.vocabulary import MOST_WORDS, spelled_out
from amp_desktop.storage.store import Store
from tests.storage.search.searching import sought


def _found(store: Store, typed: str, at_most: int = 50) -> set[str]:
    return {hit.row.title for hit in store.search(sought(typed), limit=at_most).items}


def _spelled_out(database: Database, *words: str, is_prefix: bool = True) -> list[tuple[str, ...]]:
    term = Term(words, is_prefix, typed=" ".join(words))

    def work(connection: Connection) -> tuple[Term, ...]:
        return spelled_out(connection, term)

    return [one.words for one in database.read(work)]


@pytest.fixture
def filled(store: Store) -> Store:
    for title, body in (
        ("whole", "my mentor said so"),
        ("longer", "she is mentoring, mentors do"),
        ("within", "a memento of the tormentor"),
        ("folded", "MENTÓRED"),
        ("phrase", "two pull requests"),
        ("apart", "the request was no pull"),
    ):
        store.save(Note(title=title, body=body, tags=("mentorship",) if title == "apart" else ()))
    return store


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("mento", {"whole", "longer", "folded", "apart"}),
        ("mentor", {"whole", "longer", "folded", "apart"}),
        ("mentori", {"longer"}),
        ("mentorx", set()),
        ('"pull reque"', set()),  # words in quotes are whole
        ('"pull requests', {"phrase"}),
        ("reque pull", {"phrase", "apart"}),
        ("pull -reque", set()),
        ("the -mento", {"within"}),
    ],
)
def test_a_long_beginning_finds_what_begins_so(filled: Store, typed: str, titles: set[str]) -> None:
    assert _found(filled, typed) == titles


def test_it_is_asked_for_as_the_words_of_the_index(filled: Store, database: Database) -> None:
    words = ["mentor", "mentored", "mentoring", "mentors", "mentorship"]

    assert _spelled_out(database, "mento") == [(word,) for word in words]
    assert _spelled_out(database, "pull", "reque") == [("pull", "request"), ("pull", "requests")]


@pytest.mark.parametrize(
    ("words", "is_prefix"), [(("ment",), True), (("mento",), False), (("mentorx",), True)]
)
def test_short_whole_and_unknown_words_stay_as_they_are(
    filled: Store, database: Database, words: tuple[str, ...], is_prefix: bool
) -> None:
    assert _spelled_out(database, *words, is_prefix=is_prefix) == [words]


@pytest.mark.parametrize("number", [MOST_WORDS, MOST_WORDS + 1])
def test_what_very_many_words_begin_with_is_found_too(store: Store, database: Database, number: int) -> None:
    titles = {f"note {one}" for one in range(number)}
    for one, title in enumerate(sorted(titles)):
        store.save(Note(title=title, body=f"window{one:03}"))

    assert len(_spelled_out(database, "windo")) == (number if number <= MOST_WORDS else 1)
    assert _found(store, "windo") == titles


def test_a_word_is_looked_up_as_it_stands_now(store: Store) -> None:
    saved = store.save(Note(title="one", body="perihelion")).entry
    assert _found(store, "perihe") == {"one"}
    store.save(Note(title="two", body="perihelia"))
    assert _found(store, "perihe") == {"one", "two"}
    store.delete([saved.id])
    assert _found(store, "perihe") == {"two"}


_LETTERS = ["".join(word) for length in (4, 5, 6, 7) for word in product("ab", repeat=length)]


@pytest.fixture
def lettered(store: Store) -> Store:
    store.save_many([Note(title=f"no. {number}", body=word) for number, word in enumerate(_LETTERS)])
    return store


@given(st.text("ab", min_size=1, max_size=8))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_it_finds_as_much_as_every_word_looked_at(lettered: Store, typed: str) -> None:
    begin_so = {f"no. {number}" for number, word in enumerate(_LETTERS) if word.startswith(typed)}

    assert _found(lettered, typed, at_most=len(_LETTERS)) == begin_so
