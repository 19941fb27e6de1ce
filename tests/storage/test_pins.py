"""What is evidence is an index made from entries: a check compares it with them, and makes it anew."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.storage import driver, pins
from amp_desktop.storage.engine import Database
from amp_desktop.storage.integrity import WRONG_PINS
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

DAY = date(2026, 7, 22)
STEP = Step("Draft notes", done=True, done_on=date(2026, 8, 1), id="1")
GOAL = Goal(title="Release", day=DAY, steps=(STEP,), pins=(Pin("quality"), Pin("quality", "step 1 done")))
NOTE = Note(title="Review", day=DAY, pins=(Pin("of a newer version"),))


def _topics(store: Store) -> list[tuple[str, str]]:
    return [one.pin.key for one in store.pinned_evidence()]


def _steps(database: Database) -> int:
    """What finding the pinned entries costs, in steps of SQLite."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    def work(connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection
        raw.set_progress_handler(count, 1)
        pins.pinned_ids(connection)
        raw.set_progress_handler(None, 0)

    database.read(work)
    return steps


def test_what_is_pinned_costs_nothing_of_all_other_entries(store: Store, database: Database) -> None:
    store.save_many([GOAL, NOTE])
    alone = _steps(database)
    store.save_many([Note(title=f"n{number}", day=DAY) for number in range(200)])
    assert _steps(database) <= alone
    assert store.pinned_ids() == {GOAL.id, NOTE.id}


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM entry_pin WHERE fact = ''",
        "UPDATE entry_pin SET day = day + 1",
        "UPDATE entry_pin SET text = 'c'",
        "INSERT INTO entry_pin SELECT 'scope', entry_id, fact, day, what, text FROM entry_pin",
    ],
)
def test_a_list_that_does_not_match_is_told_and_made_anew(store: Store, harm: str) -> None:
    store.save_many([GOAL])
    before = store.pinned_evidence()
    connection = driver.connect(store.path, KEY, SALT)
    connection.execute(harm)
    connection.close()
    assert store.pinned_evidence() != before
    assert store.check().findings == (WRONG_PINS,)
    assert store.pinned_evidence() == before
    assert store.check().is_whole


def test_the_list_tells_entry_and_fact(store: Store) -> None:
    store.save_many([GOAL, NOTE])
    other, whole, step = store.pinned_evidence()
    assert (other.pin.topic, other.entry) == ("of a newer version", NOTE.id)
    assert (whole.title, whole.day, whole.what, whole.text) == ("Release", DAY, None, "")
    assert (step.day, step.what, step.text) == (STEP.done_on, What.STEP_DONE, "Draft notes")
    assert store.pinned_ids() == {GOAL.id, NOTE.id}


def test_a_fact_that_is_gone_is_not_listed_and_comes_back_with_its_step(store: Store) -> None:
    store.save(GOAL)
    store.save(replace(GOAL, steps=()))
    assert _topics(store) == [("quality", "")]
    store.save(replace(GOAL, steps=(replace(STEP, text="Draft the notes"),)))
    assert [one.text for one in store.pinned_evidence()] == ["", "Draft the notes"]


def test_what_lies_in_the_bin_stays_out(store: Store) -> None:
    store.save(GOAL)
    store.set_binned([GOAL.id], datetime(2026, 7, 23, tzinfo=UTC))
    assert (store.pinned_evidence(), store.pinned_ids()) == ((), frozenset())
    assert store.check().is_whole
    store.set_binned([GOAL.id], None)
    assert len(store.pinned_evidence()) == 2
    store.delete([GOAL.id])
    assert store.pinned_evidence() == ()


def test_pinning_indexes_no_text_and_keeps_no_version(store: Store) -> None:
    plain = replace(GOAL, pins=())
    store.save(plain)
    connection = driver.connect(store.path, KEY, SALT)
    count = "SELECT count(*) FROM entry_text_data"
    before = connection.execute(count).fetchone()
    store.change([GOAL.id], lambda entry: replace(entry, pins=GOAL.pins))
    assert connection.execute(count).fetchone() == before
    connection.close()
    assert len(store.pinned_evidence()) == 2
    assert store.versions(GOAL.id) == ()
    assert store.check().is_whole
