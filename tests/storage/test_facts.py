"""The list of what happened is an index: a check compares it with the entries, and makes it anew."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.storage import driver
from amp_desktop.storage.integrity import WRONG_FACTS
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

DAY = date(2026, 7, 22)
GOALS = tuple(
    Goal(title=f"Goal {number}", steps=(Step("a", done=True, done_on=DAY), Step("b", done=True, done_on=DAY)))
    for number in range(3)
)


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM entry_fact WHERE number = 1",
        "UPDATE entry_fact SET day = day + 1 WHERE number = 0",
        "UPDATE entry_fact SET text = 'c' WHERE number = 0",
        "INSERT INTO entry_fact SELECT day, entry_id, 9, what, text FROM entry_fact WHERE number = 0",
    ],
)
def test_a_list_that_does_not_match_is_told_and_made_anew(store: Store, harm: str) -> None:
    store.save_many(GOALS)
    before = store.happened(None, None)
    assert len(before) == 6
    connection = driver.connect(store.path, KEY, SALT)
    connection.execute(harm)
    connection.close()
    assert store.happened(None, None) != before
    assert store.check().findings == (WRONG_FACTS,)
    assert store.happened(None, None) == before
    assert store.check().is_whole


def test_what_a_newer_version_tells_of_is_passed_over(store: Store) -> None:
    store.save_many(GOALS)
    before = store.happened(None, None)
    connection = driver.connect(store.path, KEY, SALT)
    connection.execute(
        "INSERT INTO entry_fact SELECT day, entry_id, 9, 'celebrated', text FROM entry_fact WHERE number = 0"
    )
    connection.close()
    assert store.happened(None, None) == before


def test_what_happened_on_one_day_stands_together_by_entry(store: Store) -> None:
    store.save_many(GOALS)
    assert [one.text for one in store.happened(DAY, DAY)] == ["a", "b"] * 3
    store.set_binned([GOALS[1].id], datetime(2026, 7, 23, tzinfo=UTC))
    assert [one.title for one in store.happened(DAY, DAY)] == ["Goal 0"] * 2 + ["Goal 2"] * 2


def test_the_newest_are_those_of_the_whole_list_read_from_its_end(store: Store) -> None:
    days = (DAY, DAY - timedelta(days=9), DAY + timedelta(days=1))
    later = (replace(one, id=uuid4(), day=day) for one, day in zip(GOALS, days, strict=True))
    steps = (Step(text, done=True, done_on=day) for text, day in zip(("Ab", "b", "c"), days, strict=True))
    store.save_many([*GOALS, *later, Goal(title="Other", steps=tuple(steps))])
    every = tuple(reversed(store.happened(None, None)))
    for words in ([], ["B"], ["b", "GOAL 1"], ["other"], ["nowhere"]):
        told = [
            one
            for one in every
            if all(word.casefold() in f"{one.title} {one.text}".casefold() for word in words)
        ]
        for limit in (0, 1, 4, 99):
            assert store.newest_happened(What, words, limit) == tuple(told[:limit])
    assert store.newest_happened([What.ACHIEVED], [], 9) == ()
    store.set_binned([one.id for one in GOALS], datetime(2026, 7, 23, tzinfo=UTC))
    assert len(store.newest_happened(What, ["goal"], 99)) == 6
