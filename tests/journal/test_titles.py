"""Entries by a few letters of their titles."""

from datetime import date

import pytest

from amp_desktop.domain.errors import CancelledError
from amp_desktop.journal import Journal
from tests.conftest import MakeEntry

TITLES = (
    "Stuck on the parser",
    "First review",
    "Łódź in spring",
    "日記をつける",
    "नमस्ते दुनिया",
    "يوم جميل",
    "Standup",
)


@pytest.fixture
def full(journal: Journal, make_entry: MakeEntry) -> Journal:
    """A journal with an entry of each title, on one day after the other."""
    for at, title in enumerate(TITLES, start=1):
        journal.save_entry(make_entry(title=title, day=date(2026, 7, at)))
    return journal


def found(journal: Journal, typed: str) -> list[str]:
    return [one.title for one in journal.titles.find(typed)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("stu", "Stuck on the parser"),
        ("PARS", "Stuck on the parser"),
        ("par stu", "Stuck on the parser"),
        ("lodz", "Łódź in spring"),
        ("記を", "日記をつける"),
        ("नम", "नमस्ते दुनिया"),
        ("جم", "يوم جميل"),
    ],
)
def test_beginnings_are_found_at_once(full: Journal, typed: str, title: str) -> None:
    assert found(full, typed) == [title]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("rvw", "First review"),
        ("view", "First review"),
        ("sotp", "Stuck on the parser"),
        ("नदु", "नमस्ते दुनिया"),
        ("ŁDSP", "Łódź in spring"),
    ],
)
def test_letters_in_order_are_found_once_all_titles_were_read(full: Journal, typed: str, title: str) -> None:
    assert title not in found(full, typed)
    full.titles.gather()
    assert found(full, typed) == [title]
    full.titles.let_go()
    assert title not in found(full, typed)


def test_the_best_come_first_and_the_newest_of_them(full: Journal) -> None:
    full.titles.gather()
    assert found(full, "st") == ["Standup", "Stuck on the parser"]
    assert found(full, "sta") == ["Standup"]  # too far apart in the other one


def test_entries_with_one_title_are_all_found(journal: Journal, make_entry: MakeEntry) -> None:
    days = [date(2026, 7, 1), date(2026, 7, 2)]
    for day in days:
        journal.save_entry(make_entry("goal", title="Standup", day=day))
    assert [one.day for one in journal.titles.find("stand")] == days[::-1]
    assert len(journal.links.offers("stand")) == 1


@pytest.mark.parametrize("typed", ["", " ", "…", '"', "*", "\0"])
def test_nothing_typed_finds_nothing(full: Journal, typed: str) -> None:
    full.titles.gather()
    assert found(full, typed) == []


def test_another_title_holds_from_now_on(full: Journal, make_entry: MakeEntry) -> None:
    full.titles.gather()
    (review,) = full.titles.find("first")
    full.save_entry(make_entry(id=review.id, title="Second look"))
    full.titles.note(review.id, "Second look")
    assert found(full, "rvw") == []
    assert found(full, "slk") == ["Second look"]


def test_what_lies_in_the_bin_is_not_found(full: Journal) -> None:
    full.titles.gather()
    (review,) = full.titles.find("rvw")
    full.put_in_bin([review.id])
    assert found(full, "rvw") == found(full, "rev") == []


def test_reading_can_be_called_off(full: Journal) -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        full.titles.gather(stop)
    assert found(full, "sotp") == []  # only all titles, read, would find it


def test_no_more_than_were_asked_for(journal: Journal, make_entry: MakeEntry) -> None:
    for _ in range(9):
        journal.save_entry(make_entry(title="one river"))
    journal.titles.gather()
    assert len(journal.titles.find("onr", 4)) == len(journal.titles.find("one", 4)) == 4


def test_letters_in_order_fill_what_beginnings_leave_and_name_none_twice(
    journal: Journal, make_entry: MakeEntry
) -> None:
    begins = journal.save_entry(make_entry(title="onr begins so"))
    for _ in range(9):
        journal.save_entry(make_entry(title="one river"))
    journal.titles.gather()
    for limit in (1, 4, 10, 20):
        ids = [one.id for one in journal.titles.find("onr", limit)]
        assert ids[0] == begins.id
        assert len(ids) == len(set(ids)) == min(limit, 10)
