"""What is done to a goal from elsewhere: at a meeting, for which an entry is any entry."""

from dataclasses import replace
from datetime import date

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.goal import Goal, PlanOutcome, Step


def with_landed_step(entry: Entry, step: Step) -> Goal:
    """The goal with one step more.

    Raises:
        InvalidValueError: The entry is no goal.
    """
    if not isinstance(entry, Goal):
        raise InvalidValueError("Only a goal has steps.")
    return replace(entry, steps=(*entry.steps, step))


def with_plan_outcome(entry: Entry, outcome: PlanOutcome, day: date) -> Goal:
    """The goal of which it was said on a day whether what could get in the way did.

    Raises:
        InvalidValueError: The entry is no goal.
    """
    if not isinstance(entry, Goal):
        raise InvalidValueError("Only a goal has a plan for what gets in the way.")
    is_said = outcome is not PlanOutcome.NOT_ASKED
    return replace(entry, plan_outcome=outcome, plan_asked_on=day if is_said else None)


def goal_or_none(entry: Entry) -> Goal | None:
    """The entry, if it is a goal."""
    return entry if isinstance(entry, Goal) else None
