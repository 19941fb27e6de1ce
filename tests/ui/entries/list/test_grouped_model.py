"""The grouped rows against a plain list, whatever happens to goals, and whether views are told exactly."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from PySide6.QtCore import QModelIndex

from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.kinds.base import RowGroup
from amp_desktop.ui.kinds.goal.view import GoalView

DAY = date(2026, 9, 1)
GROUPS = GoalView().groups()


class Mirror:
    """What a view knows: the rows as the model's signals tell of them."""

    def __init__(self, model: GroupedModel) -> None:
        self.model = model
        self.rows: list[str] = []
        model.modelReset.connect(self.reset)
        model.rowsInserted.connect(self.insert)
        model.rowsRemoved.connect(self.remove)
        model.rowsMoved.connect(self.move)
        model.dataChanged.connect(self.change)

    def _now(self, row: int) -> str:
        return str(self.model.index(row).data())

    def reset(self) -> None:
        self.rows = [self._now(row) for row in range(self.model.rowCount())]

    def insert(self, _: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = [self._now(row) for row in range(first, last + 1)]

    def remove(self, _: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def move(self, _: QModelIndex, first: int, last: int, __: QModelIndex, to: int) -> None:
        assert first == last
        assert to < first
        self.rows.insert(to, self.rows.pop(first))

    def change(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self._now(row)


@pytest.fixture
def model(qapp: object, journal: Journal) -> Iterator[GroupedModel]:
    made = GroupedModel(lambda: DAY)
    kind = frozenset({"goal"})
    sources = [
        (
            group,
            EntrySource(journal, EntryQuery(kinds=kind, states=frozenset(group.states)), order=group.order),
        )
        for group in GROUPS
    ]
    made.show_groups(sources, {group.name for group in GROUPS if group.folded})
    yield made
    made.deleteLater()


def expected(goals: list[Goal], folded: set[str]) -> list[str]:
    """Headings and titles as they are to stand."""
    rows: list[str] = []
    for group in GROUPS:
        held = [goal for goal in goals if goal.state in group.states]
        if held:
            rows.append(group.label)
        if group.name not in folded:
            rows += [goal.title for goal in sorted(held, key=lambda goal: _place(goal, group))]
    return rows


def _place(goal: Goal, group: RowGroup) -> tuple[bool, int, int]:
    assert group.order is not None
    day = goal.target_day if group.order.field == "target_day" else goal.status_since
    sign = -1 if group.order.newest_first else 1
    return day is None, sign * day.toordinal() if day else 0, -goal.day.toordinal()


@pytest.mark.parametrize("seed", range(4))
def test_rows_are_those_of_a_plain_list(model: GroupedModel, journal: Journal, seed: int) -> None:
    chance, mirror = Random(seed), Mirror(model)
    goals: dict[str, Goal] = {}
    binned: dict[str, Goal] = {}
    for step in range(70):
        match chance.choice(("new", "new", "state", "state", "target", "bin", "back", "fold", "reload")):
            case "new":
                goal = Goal(
                    title=f"Goal {step}", day=DAY + timedelta(days=step), status=chance.choice([*GoalStatus])
                )
                _write(model, journal, goals, goal)
            case "state" if goals:
                goal = goals[chance.choice([*goals])]
                _write(model, journal, goals, replace(goal, status=chance.choice([*GoalStatus])))
            case "target" if goals:
                goal = goals[chance.choice([*goals])]
                day = chance.choice([None, DAY + timedelta(days=chance.randint(0, 9))])
                _write(model, journal, goals, replace(goal, target_day=day))
            case "bin" if goals:
                title = chance.choice([*goals])
                binned[title] = goals.pop(title)
                journal.put_in_bin([binned[title].id])
                model.remove([binned[title].id])
            case "back" if binned:
                title = chance.choice([*binned])
                goals[title] = binned.pop(title)
                journal.bin.take_out([goals[title].id])
                model.refresh(goals[title].id, goals[title].day)
            case "fold" if model.rowCount():
                row = model.heading_of(chance.randrange(model.rowCount()))
                assert row is not None
                heading = model.group_at(row)
                assert heading is not None
                model.set_folded(row, folded=not heading.is_folded)
            case "reload":
                model.reload()
        rows = [str(model.index(row).data()) for row in range(model.rowCount())]
        assert rows == expected([*goals.values()], set(model.folded()))
        assert rows == mirror.rows
        counted = {one.label: one.entries for row in range(len(rows)) if (one := model.group_at(row))}
        assert sum(counted.values()) == len(goals)


def _write(model: GroupedModel, journal: Journal, goals: dict[str, Goal], goal: Goal) -> None:
    journal.save_entry(goal)
    written = journal.entry(goal.id)
    assert isinstance(written, Goal)
    goals[goal.title] = written
    model.refresh(goal.id, goal.day)
