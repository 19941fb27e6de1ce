"""What the page of a goal consists of."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.goal.labels import area_words, status_words
from amp_desktop.ui.kinds.goal.target_field import TargetField
from amp_desktop.ui.kinds.part import FieldsPart, TextPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.line_list import Line, LineList


class GoalForm(KindForm):
    """State, steps, target day, what success looks like; notes last."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        success, obstacle = self.tr("What success looks like"), self.tr("What could come in between")
        plan, learned = self.tr("What I do then"), self.tr("What I learned")
        self.compose(
            above=(
                GoalFields(session),
                TextPart("success", success, success),
                TextPart("obstacle", obstacle, obstacle),
                TextPart("plan", plan, plan),
                TextPart("learned", learned, learned),
            ),
            heading=self.tr("Notes"),
            invitation=self.tr("Write notes"),
        )


class GoalFields(FieldsPart):
    """State, area, steps, target day."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = choice_field(
            self.tr("State"), [(status_words(status), status.value) for status in GoalStatus]
        )
        areas = [(area_words(area), area.value) for area in Area]
        self._area = choice_field(self.tr("Area"), [(self.tr("None in particular"), ""), *areas])
        self._shown_steps: tuple[Step, ...] = ()
        self._steps = LineList(self.tr("Step"), self.tr("Add a step"), ticks=True)
        self._target = TargetField(session.today)
        self._lay_out()
        self._status.activated.connect(self.edited)
        self._area.activated.connect(self.edited)
        self._steps.edited.connect(self.edited)
        self._target.edited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show a goal."""
        assert isinstance(entry, Goal)
        self._status.setCurrentIndex(self._status.findData(entry.status.value))
        self._area.setCurrentIndex(self._area.findData(entry.area.value if entry.area else ""))
        self._steps.set_lines([Line(step.text, step.done) for step in entry.steps])
        self._target.show_goal(entry)
        self._shown_steps = entry.steps

    def filled(self, entry: Entry) -> Entry:
        """The goal as it stands in the fields."""
        assert isinstance(entry, Goal)
        area = self._area.currentData()
        changed = replace(
            entry,
            status=GoalStatus(self._status.currentData()),
            area=Area(area) if area else None,
            steps=tuple(
                replace(former, text=line.text, done=line.done) if former else Step(line.text, line.done)
                for line, former in self._with_former()
            ),
        )
        return self._target.filled(changed)

    def _with_former(self) -> Iterator[tuple[Line, Step | None]]:
        """Each line with the step that it was: the one of its words, else the one that stood at its place."""
        lines = self._steps.lines()
        steps = self._shown_steps
        left = list(steps)
        same: dict[int, Step] = {}
        for at, line in enumerate(lines):
            found = next((step for step in left if step.text == line.text), None)
            if found is not None:
                left.remove(found)
                same[at] = found
        for at, line in enumerate(lines):
            former = same.get(at) or (steps[at] if at < len(steps) and steps[at] in left else None)
            if former in left:
                left.remove(former)
            yield line, former

    def _lay_out(self) -> None:
        self.rows.addWidget(Field(self.tr("State"), self._status))
        self.rows.addWidget(Field(self.tr("Steps"), self._steps))
        self.rows.addWidget(Field(self.tr("Target day"), self._target))
        self.rows.addWidget(Field(self.tr("Area"), self._area))
