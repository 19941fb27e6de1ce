"""Beside the day: next small steps, and what is done to them there."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.today.gestures import Back, Gestures
from amp_desktop.ui.today.presenter import NextStep
from amp_desktop.ui.today.rows import NextStepRow
from amp_desktop.ui.today.section import RowSection


class StepsSection(RowSection):
    """The next small step of each goal, to be ticked.

    Attributes:
        changed: A step was ticked, or could not be and stands as it was.
    """

    changed = Signal()

    def __init__(
        self,
        gestures: Gestures,
        remember: Callable[[Back], None],
        undo: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", self._row, parent)
        self.set_heading(self.tr("Next small steps"))
        self.set_more(self.tr("All goals"))
        self._gestures, self._remember, self._undo = gestures, remember, undo

    def _row(self, row: EntryRow, day: date, parent: QWidget) -> NextStepRow:
        made = NextStepRow(row, day, parent)
        made.step_done.connect(self._tick)
        return made

    @Slot(object, object)
    def _tick(self, goal_id: UUID, step: NextStep) -> None:
        back = self._gestures.tick_step(goal_id, step, done=True)
        if callable(back):
            self._remember(back)
            self.done.show_done(self.tr("Step done."), self._undo)
        self.changed.emit()
