"""Counting days, and what is brought back of them."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal

TODAY = date(2026, 7, 22)
BEFORE = date(2026, 6, 22)


def recalled(journal: Journal) -> list[tuple[date, list[str]]]:
    return [(found.day, [row.title for row in found.rows]) for found in journal.calendar.on_this_day(TODAY)]


def test_days_are_counted_without_the_bin(journal: Journal) -> None:
    for title in ("one", "two", "three"):
        kept = journal.save_entry(Note(title=title, day=TODAY))
    journal.save_entry(Goal(title="goal", day=BEFORE))
    journal.put_in_bin([kept.id])
    assert journal.calendar.counts() == {BEFORE: 1, TODAY: 2}
    assert journal.calendar.counts(EntryQuery(since=TODAY)) == {TODAY: 2}
    assert journal.calendar.counts(EntryQuery(until=BEFORE)) == {BEFORE: 1}
    assert journal.calendar.counts(EntryQuery(kinds=frozenset({"goal"}))) == {BEFORE: 1}
    assert journal.calendar.counts(EntryQuery(binned=True)) == {TODAY: 1}


def test_an_empty_journal_has_no_days(journal: Journal) -> None:
    assert journal.calendar.counts() == {}
    assert journal.calendar.on_this_day(TODAY) == ()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)), max_size=20))
def test_counting_is_what_counting_by_hand_gives(journal: Journal, days: list[date]) -> None:
    journal.delete_for_ever([row.id for row in journal.entries()])
    journal.save_entries([Note(title="x", day=day) for day in days])
    counts = journal.calendar.counts()
    assert counts == Counter(days)
    assert list(counts) == sorted(counts)


def test_this_day_recalls_former_years_and_months(journal: Journal) -> None:
    for day in (TODAY, BEFORE, date(2025, 7, 22), date(2024, 7, 22), BEFORE + timedelta(days=1)):
        journal.save_entry(Note(title=day.isoformat(), day=day))
    assert recalled(journal) == [
        (date(2025, 7, 22), ["2025-07-22"]),
        (date(2024, 7, 22), ["2024-07-22"]),
        (BEFORE, ["2026-06-22"]),
    ]


def test_a_few_of_many_are_shown(journal: Journal) -> None:
    journal.save_entries(Note(title=str(number), day=BEFORE) for number in range(9))
    journal.save_entries(Note(title="m", day=date(2026, month, 22)) for month in range(1, 6))
    found = recalled(journal)
    assert len(found) == 3
    assert len(found[0][1]) == 3


def test_a_day_with_very_many_is_left_in_peace(journal: Journal) -> None:
    journal.save_entries(Note(title=str(number), day=BEFORE) for number in range(500))
    assert len(recalled(journal)) == 1
    journal.save_entry(Note(title="one more, which nobody looked at", day=BEFORE))
    assert recalled(journal) == []


@pytest.mark.parametrize(
    "hard",
    [
        SelfCareNote(day=BEFORE, mood=2),
        SelfCareNote(day=BEFORE, mood=4, stress=5),
        Note(title="talk", day=BEFORE, tags=("Hard",)),
        Note(title="talk", day=BEFORE, body="It was %%#hard%%."),
    ],
)
def test_hard_days_never_come_back(journal: Journal, hard: Entry) -> None:
    journal.save_entry(Note(title="a good word on a bad day", day=BEFORE))
    journal.save_entry(hard)
    assert recalled(journal) == []
    journal.put_in_bin([hard.id])
    assert [titles for _, titles in recalled(journal)] == [["a good word on a bad day"]]


def test_a_fine_check_in_hinders_nothing_and_is_not_shown(journal: Journal) -> None:
    journal.save_entry(SelfCareNote(title="slept well", day=BEFORE, mood=4, stress=2))
    assert recalled(journal) == []
    journal.save_entry(Note(title="the first review", day=BEFORE))
    assert recalled(journal) == [(BEFORE, ["the first review"])]


def test_the_bin_is_not_brought_back(journal: Journal) -> None:
    journal.put_in_bin([journal.save_entry(Note(title="gone", day=BEFORE)).id])
    assert recalled(journal) == []
