"""Beside the day: points for the next meeting and next small steps, and what is done to them there."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.today.gestures import Back, Gestures
from amp_desktop.ui.today.presenter import NextStep
from amp_desktop.ui.today.rows import AgendaRow, NextStepRow
from amp_desktop.ui.today.section import RowSection
from amp_desktop.ui.widgets.buttons import secondary_button

MOST_POINTS = 8


class AgendaSection(RowSection):
    """What is to be talked about, while no meeting is planned that would show it.

    Attributes:
        changed: Something was put on the agenda or taken off.
        prepare: The button that leads to a summary for the meeting.
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
        self.set_heading(self.tr("For the next meeting"))
        self.set_more(self.tr("All points"))
        self._gestures, self._remember, self._undo = gestures, remember, undo
        self.prepare = secondary_button(self.tr("Prepare"), "arrow-right")
        self.prepare.setAccessibleName(self.tr("Prepare the meeting"))
        self.add_action(self.prepare)

    def show_points(self, points: Sequence[EntryRow], day: date) -> None:
        """Show these; the way to a summary is there only with them."""
        self.show_rows(points, day, MOST_POINTS)
        self.prepare.setVisible(bool(points))

    @Slot(object)
    def put_on(self, entry_id: UUID) -> None:
        """Have an entry talked about at the next meeting."""
        self._change(entry_id, on=True)

    @Slot(object)
    def _take_off(self, entry_id: UUID) -> None:
        self._change(entry_id, on=False)

    def _row(self, row: EntryRow, day: date) -> AgendaRow:
        made = AgendaRow(row, day)
        made.removal_requested.connect(self._take_off)
        return made

    def _change(self, entry_id: UUID, *, on: bool) -> None:
        back = self._gestures.put_on_agenda(entry_id, on=on)
        if callable(back):
            self._remember(back)
            words = self.tr("Put on the agenda.") if on else self.tr("Taken off the agenda.")
            self.done.show_done(words, self._undo)
            self.changed.emit()


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

    def _row(self, row: EntryRow, day: date) -> NextStepRow:
        made = NextStepRow(row, day)
        made.step_done.connect(self._tick)
        return made

    @Slot(object, object)
    def _tick(self, goal_id: UUID, step: NextStep) -> None:
        back = self._gestures.tick_step(goal_id, step, done=True)
        if callable(back):
            self._remember(back)
            self.done.show_done(self.tr("Step done."), self._undo)
        self.changed.emit()
