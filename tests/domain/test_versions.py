from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.versions import keeps_version

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
SAVED = Note(title="one", body="x" * 900, created_at=NOON, updated_at=NOON)


def _after(seconds: int, **changes: object) -> Entry:
    return replace(SAVED, updated_at=NOON + timedelta(seconds=seconds), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        (_after(1, body="x" * 901), False),
        (_after(120, body="x" * 901), False),
        (_after(121, body="x" * 901), True),
        (_after(1, body="x" * 700), False),
        (_after(1, body="x" * 699), True),
        (_after(1, body=""), True),
        (_after(9999), False),
        (_after(9999, binned_at=NOON), False),
        (_after(9999, title="two"), True),
    ],
)
def test_a_state_is_kept_when_it_came_to_rest_or_much_is_lost(new: Entry, kept: bool) -> None:
    assert keeps_version(SAVED, new) is kept


def test_a_short_text_is_kept_when_a_third_of_it_goes() -> None:
    saved = replace(SAVED, body="x" * 90)
    assert not keeps_version(saved, _after(1, body="x" * 60))
    assert keeps_version(saved, _after(1, body="x" * 59))


def test_steady_writing_is_kept_every_two_minutes() -> None:
    began = NOON - timedelta(minutes=3)
    steady = replace(SAVED, created_at=began)
    new = _after(1, body="x" * 901)
    assert keeps_version(steady, new)
    assert not keeps_version(steady, new, last_kept=NOON - timedelta(minutes=1))
    assert keeps_version(steady, new, last_kept=began)


def test_a_changed_field_counts_as_a_change() -> None:
    goal = Goal(title="x", created_at=NOON, updated_at=NOON)
    later = NOON + timedelta(hours=1)
    assert keeps_version(goal, replace(goal, status=GoalStatus.LET_GO, updated_at=later))
