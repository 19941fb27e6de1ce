"""The steps of a goal as a part of its page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.kinds.goal.labels import steps_words
from amp_desktop.ui.kinds.goal.steps.list import StepList
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.labels import label


class StepsPart(Part):
    """The heading with how many are done, and the rows; without steps it is one faint line."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Steps"))
        self._progress = label("", "small")
        self._progress.setWordWrap(False)
        self.head.addWidget(self._progress)
        gutter = getattr(self, "gutter", 0)
        self._list = StepList(session.today, gutter)
        self._goal = ""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.head.setContentsMargins(gutter, 0, gutter, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._list)
        self._list.edited.connect(self._edited)
        self._list.offered.connect(self.offered)
        self._list.left_upwards.connect(self.left_upwards)
        self._list.left_downwards.connect(self.left_downwards)
        self._show_progress()

    def show_entry(self, entry: Entry) -> None:
        """Show a goal's steps."""
        assert isinstance(entry, Goal)
        self._list.set_steps(entry.steps, anew=str(entry.id) != self._goal)
        self._goal = str(entry.id)
        self.follow(entry.status)
        self._show_progress()

    @Slot(object)
    def follow(self, status: GoalStatus) -> None:
        """Mark the next step as long as the goal is not over."""
        self._list.set_marks_next(status in {GoalStatus.PLANNED, GoalStatus.ACTIVE})

    def tick(self, at: int) -> None:
        """Tick or untick the step at that place, as they are read."""
        self._list.tick_at(at)

    def filled(self, entry: Entry) -> Entry:
        """The goal with the steps as they stand here."""
        assert isinstance(entry, Goal)
        steps = self._list.steps()
        return entry if steps == entry.steps else replace(entry, steps=steps)

    def is_empty(self) -> bool:
        """Whether there is no step."""
        return not self._list.steps()

    def set_writable(self, writable: bool) -> None:
        """Whether steps may be changed."""
        self._list.set_writable(writable)

    def set_zoom(self, zoom: float) -> None:
        """Show the steps so many times as large as usual."""
        self._list.set_zoom(zoom)

    def focus_first(self) -> None:
        """Write in the first step."""
        self._list.focus_first()

    def focus_last(self) -> None:
        """Begin another one."""
        self._list.focus_last()

    def focus_near(self, y: int) -> None:
        """Write in the step that is there."""
        self._list.focus_near(y - self._list.y())

    def row_texts(self) -> Sequence[RowText]:
        """The words of each step."""
        return self._list.texts()

    @Slot()
    def _edited(self) -> None:
        self._show_progress()
        self.edited.emit()

    def _show_progress(self) -> None:
        steps = self._list.steps()
        done = sum(step.done for step in steps)
        self.heading.setVisible(bool(steps))
        self._progress.setVisible(bool(steps))
        self._progress.setText(self.tr("{done} of {total}").format(done=done, total=len(steps)))
        self._progress.setAccessibleName(steps_words(done, len(steps)))
