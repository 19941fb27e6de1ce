"""Words are found in what has left as they are in entries."""

from datetime import UTC, datetime

import pytest

from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.share import Share
from amp_desktop.journal import Journal
from tests.stores import store_beside


def left(
    journal: Journal, text: str, whom: str = "Ada", day: int = 1, name: str = "", at: datetime | None = None
) -> Share:
    share = Share(
        shared_at=at or datetime(2026, 7, day, 12, tzinfo=UTC),
        to_whom=whom,
        format="txt",
        text=text,
        sha256="0" * 64,
        file_name=name,
    )
    with store_beside(journal) as store:
        store.record_share(share)
    return share


@pytest.fixture
def shares(journal: Journal) -> list[Share]:
    return [
        left(journal, "The Straße is closed.\nTwo reviews, नमस्ते.", day=1),
        left(journal, "Nothing about roads, but reviews.", "Bob", day=8, name="meeting.pdf"),
        left(journal, "漢字 and more", day=15),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("in:shared review", [1, 0]),
        ("in:shared STRASSE", [0]),
        ("in:shared review -bob", [0]),
        ('in:shared "two reviews"', [0]),
        ("in:shared 漢字", [2]),
        ("in:shared नमस्ते", [0]),
        ("in:shared bob", [1]),
        ("in:shared meeting.pdf", [1]),
        ("in:shared since:2026-07-05", [2, 1]),
        ("in:shared since:2026-07-05 until:2026-07-10 reviews", [1]),
        ("in:shared", [2, 1, 0]),
        ("in:shared unheard", []),
        ("review", []),
        ("", []),
    ],
)
def test_what_left_is_found_newest_first(
    journal: Journal, shares: list[Share], typed: str, found: list[int]
) -> None:
    hits = journal.sharing.search(journal.read_search(typed))
    assert [shares.index(hit.share) for hit in hits] == found


def test_what_left_at_night_left_on_the_day_that_the_night_belongs_to(journal: Journal) -> None:
    share = left(journal, "At night", at=datetime(2026, 7, 18, 2, 30).astimezone(UTC))
    search = journal.read_search("in:shared since:2026-07-18")
    assert not journal.sharing.search(search)
    journal.save_preferences(Preferences(day_ends_at=1))
    assert [hit.share for hit in journal.sharing.search(search)] == [share]


def test_a_hit_shows_the_words_around(journal: Journal, shares: list[Share]) -> None:
    (hit,) = journal.sharing.search(journal.read_search("in:shared strasse"))
    assert hit.snippet == "The Straße is closed. Two reviews, नमस्ते."
    assert [hit.snippet[mark.start : mark.start + mark.length] for mark in hit.marks] == ["Straße"]


def test_entries_are_not_among_them(journal: Journal, shares: list[Share]) -> None:
    from amp_desktop.domain.kinds.note import Note

    journal.save_entry(Note(title="Reviews"))
    search = journal.read_search("in:shared review")
    assert journal.search(search).items == ()
    assert journal.found_ids(search) == ()
    assert not search.problems


def test_the_log_is_read_to_its_end(journal: Journal) -> None:
    first = left(journal, "the very first")
    for _ in range(60):
        left(journal, "another")
    (hit,) = journal.sharing.search(journal.read_search("in:shared first"))
    assert hit.share == first
    assert len(journal.sharing.search(journal.read_search("in:shared"))) == 50
