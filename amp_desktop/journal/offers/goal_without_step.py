"""An active goal that has no next small step: flexible is not vague."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, cast

from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.offers import Offer
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.journal import Journal

SETTLES_IN = timedelta(days=2)
"""A goal that was only just written down may be left without a step for so long."""
MOST_GOALS = 50


def goals_without_step(journal: Journal, day: date) -> Iterator[Offer]:
    """Active goals all of whose steps are done, or that never had one; the oldest first."""
    active = EntryQuery(kinds=frozenset({Goal.KIND}), states=frozenset({GoalStatus.ACTIVE.value}))
    rows = journal.rows(active, limit=MOST_GOALS).items
    for row in reversed(rows):
        if day - row.day >= SETTLES_IN and not has_open_step(row):
            yield Offer("goal-without-step", str(row.id), row)


def has_open_step(goal: EntryRow) -> bool:
    """Whether something small is still to be done for it."""
    steps = cast("list[dict[str, Any]]", goal.values.get("steps") or [])
    return any(not step["done"] for step in steps)
