"""What one does in a list of steps: write, tick, part, join, move."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.text.pasted_lines import pasted_lines
from amp_desktop.ui.kinds.goal.steps import edits
from amp_desktop.ui.kinds.goal.steps.add_row import AddRow
from amp_desktop.ui.kinds.goal.steps.edits import Caret, Edited, Steps, has_words, new_step
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from amp_desktop.ui.kinds.goal.steps.rows import StepRows
from amp_desktop.ui.kinds.goal.steps.step_text import StepText
from amp_desktop.ui.widgets.drop_mark import DropMark

_PAUSE_MS = 40
"""Between two rows, while a step is held at the edge of the page."""


class StepList(StepRows):
    """Rows of steps that one changes; what becomes of them is reckoned by `edits`.

    Attributes:
        edited: The person changed something.
        left_upwards: Up in the first row.
        left_downwards: Down in the last.
        offered: Pictures or files were pasted or dropped; carries the offers.
    """

    edited = Signal()
    offered = Signal(object)
    left_upwards = Signal()
    left_downwards = Signal()

    def __init__(self, today: Callable[[], date], gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(today, gutter, parent)
        self._mark = DropMark(self)
        self._carried_to = QPoint()
        self._goes_on = QTimer(self, interval=_PAUSE_MS)
        self._goes_on.timeout.connect(self._drag_on)
        self._events.ticked.connect(self._tick)
        self._events.walked.connect(self._walk_ticks)
        self._events.left_back.connect(self._step_back)
        editor = self._editor
        editor.written.connect(self._written_to)
        editor.parted.connect(self._part)
        editor.joined.connect(self._join)
        editor.moved.connect(self._move)
        editor.indented.connect(self._indent)
        editor.ticked.connect(self._tick_written)
        editor.walked.connect(self._walk)
        editor.stepped.connect(self._step)
        editor.pasted.connect(self._paste)
        editor.offered.connect(self.offered)
        self._handle.pressed.connect(self._hold)
        self._handle.closed.connect(self._let_go)
        self._handle.cancelled.connect(self._let_go)
        self._handle.dragged.connect(self._drag)
        self._handle.dropped.connect(self._drop)
        self._handle.cancelled.connect(self._end_drag)
        self._handle.asked.connect(self._do_to_held)

    # What is found

    def texts(self) -> tuple[StepText, ...]:
        """The words of the steps, as finding looks into them."""
        return tuple(StepText(self, row) for row in self._rows)

    def put_words(self, row: StepRow, text: str) -> None:
        """Let a step have other words, as the person's own change."""
        if row not in self._rows or not self._is_writable:
            return
        row.step = edits.with_text(row.step, text)
        self._refresh()
        if row is not self._written:
            self._drop_empty(row)
        self.edited.emit()

    # The arrow keys

    @Slot(int)
    def _walk(self, by: int) -> None:
        rows = self._all_rows()
        assert self._written is not None
        to = rows.index(self._written) + by
        if to < 0:
            self.left_upwards.emit()
        elif to >= len(rows):
            self.left_downwards.emit()
        else:
            x = self._editor.cursorRect().center().x() + self._editor.x()
            row = rows[to]
            self._write(row, -1 if by < 0 else 0, x - row.words_place().x())

    @Slot(int)
    def _step(self, by: int) -> None:
        """An arrow key leads out of the words: back to their tick, or on to that of the next row."""
        row = self._written
        if by < 0:
            if isinstance(row, StepRow):
                row.setFocus(Qt.FocusReason.OtherFocusReason)
            elif self._rows:
                self._write(self._rows[-1], -1)
        elif isinstance(row, StepRow):
            following = self._all_rows()[self._rows.index(row) + 1 :]
            if following:
                following[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _step_back(self, row: StepRow) -> None:
        at = self._rows.index(row)
        if at:
            self._write(self._rows[at - 1], -1)

    @Slot(object, int)
    def _walk_ticks(self, row: StepRow, by: int) -> None:
        to = self._rows.index(row) + by
        if to < 0:
            self.left_upwards.emit()
        elif to >= len(self._rows) and not self._is_writable:
            self.left_downwards.emit()
        else:
            self._all_rows()[to].setFocus(Qt.FocusReason.OtherFocusReason)

    # What is changed

    def _become(self, steps: Steps, caret: Caret | None = None) -> None:
        """The person made this of the list, and writes on there."""
        before = self.steps()
        self._show(steps)
        row = self._row_of(caret.id) if caret is not None else None
        if row is not None and caret is not None:
            self._write(row, caret.at)
        if self.steps() != before:
            self.edited.emit()

    def _become_edited(self, edited: Edited | None) -> None:
        if edited is not None:
            self._become(edited.steps, edited.caret)

    @Slot(str)
    def _written_to(self, text: str) -> None:
        row = self._written
        if row is None:
            return
        if isinstance(row, AddRow):
            if text:
                self._begin(text)
                self.edited.emit()
            return
        had = has_words(row.step)
        row.step = edits.with_text(row.step, text)
        if had != has_words(row.step):
            self._refresh()
        else:
            self._reworded(row)
        self._bring_into_view()
        self.edited.emit()

    def _reworded(self, row: StepRow) -> None:
        """Only this row's words are others: the rows below move where it is higher now."""
        at = self._rows.index(row)
        row.show_step(at + 1, len(self._rows), is_next=row.is_next, today=self._today())
        self._editor.setAccessibleName(row.accessibleName())
        if row.fit(self.width()) != row.height():
            self._place()

    def _begin(self, text: str) -> None:
        """The first letters in the row below the steps make it one."""
        step = new_step(text)
        self._show((*self._raw(), step), written=step.id)
        self._bring_into_view()

    @Slot()
    def _part(self) -> None:
        row = self._written
        if isinstance(row, StepRow) and has_words(row.step):
            self._become_edited(edits.parted(self._raw(), self._rows.index(row), *self._editor.selection()))
        elif isinstance(row, StepRow) and edits.indent_of(self._raw(), self._rows.index(row)):
            self._indent(-1)
        elif row is self._add or (self._rows and row is self._rows[-1]):
            self.left_downwards.emit()

    @Slot(int)
    def _join(self, by: int) -> None:
        row = self._written
        if isinstance(row, AddRow):
            if by < 0 and self._rows:
                self._write(self._rows[-1], -1)
        elif row is not None:
            at = self._rows.index(row)
            if not has_words(row.step):
                self._remove_empty(at, by)
            elif at + (by > 0) < len(self._rows):
                self._become_edited(edits.joined(self._raw(), at + (by > 0)))

    def _remove_empty(self, at: int, by: int) -> None:
        """Take an empty row away; write on above it, or below where it went by Delete."""
        rows = self._all_rows()
        to = at + 1 if by > 0 or not at else at - 1
        self._write(rows[to], 0 if to > at else -1)  # the empty row goes when it is left

    @Slot(int)
    def _move(self, by: int) -> None:
        if isinstance(self._written, StepRow):
            self._become(edits.moved(self._raw(), self._rows.index(self._written), by))
            self._bring_into_view()

    @Slot(int)
    def _indent(self, by: int) -> None:
        if isinstance(self._written, StepRow):
            self._become(edits.indented(self._raw(), self._rows.index(self._written), by))

    @Slot(str)
    def _paste(self, text: str) -> None:
        lines = pasted_lines(text)
        row = self._written
        if not lines or row is None:
            return
        steps = self._raw()
        if isinstance(row, AddRow):
            steps = (*steps, new_step())
            at, selection = len(steps) - 1, (0, 0)
        else:
            at, selection = self._rows.index(row), self._editor.selection()
        self._become_edited(edits.pasted(steps, at, *selection, lines))

    @Slot()
    def _tick_written(self) -> None:
        if isinstance(self._written, StepRow) and has_words(self._written.step):
            self._tick(self._written, not self._written.step.done)

    @Slot(object, bool)
    def _tick(self, row: StepRow, done: bool) -> None:
        at = self._rows.index(row)
        steps = self._raw()
        self._become((*steps[:at], edits.ticked(row.step, done=done), *steps[at + 1 :]))

    def tick_at(self, at: int) -> None:
        """Tick or untick the step at that place among those of `steps`."""
        read = [row for row in self._rows if has_words(row.step) or row.is_as_it_came()]
        if self._is_writable and 0 <= at < len(read):
            self._tick(read[at], not read[at].step.done)

    @Slot(str)
    def _do_to_held(self, what: str) -> None:
        row = self._row_of(self._held)
        if row is None:
            return
        self._have_keyboard(row)
        at = self._rows.index(row)
        if what == "tick":
            self._tick(row, not row.step.done)
        elif what == "remove":
            self._become(edits.removed(self._raw(), at))
        elif what in ("up", "down"):
            self._become(edits.moved(self._raw(), at, -1 if what == "up" else 1))
        else:
            self._become(edits.indented(self._raw(), at, 1 if what == "in" else -1))

    # The pointer

    @Slot()
    def _hold(self) -> None:
        """The handle was pressed: whatever is done with it is done to this step."""
        row = self._pointed or self._written
        self._held = row.step.id if isinstance(row, StepRow) else ""

    def _have_keyboard(self, row: StepRow) -> None:
        """What the pointer did here is undone by the keyboard; one who writes in the list goes on writing."""
        if not self.isAncestorOf(self.window().focusWidget()):
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _let_go(self) -> None:
        """The pointer may be elsewhere by now."""
        if not self.underMouse():
            self._point_at(None)

    @Slot(QPoint)
    def _drag(self, place: QPoint) -> None:
        """Show where the row would be put, and scroll the page to it."""
        y = self.mapFromGlobal(place).y()
        gap = sum(1 for row in self._rows if row.geometry().center().y() < y)
        top = self._rows[gap].y() if gap < len(self._rows) else self._rows[-1].geometry().bottom() + 1
        self._mark.show_at(gap, QRect(self._gutter, top - 1, self.width() - 2 * self._gutter, 2))
        before = self.mapToGlobal(QPoint())
        self._bring_into_view(QPoint(self.width() // 2, y))
        self._carried_to = place
        if self.mapToGlobal(QPoint()) == before:  # within the page, or at its end: nothing to go on to
            self._goes_on.stop()
        elif not self._goes_on.isActive():
            self._goes_on.start()

    @Slot()
    def _drag_on(self) -> None:
        """Who holds a step at the edge of the page goes on through it, without moving the pointer."""
        self._drag(self._carried_to)

    @Slot()
    def _end_drag(self) -> None:
        self._goes_on.stop()
        self._mark.hide()

    @Slot()
    def _drop(self) -> None:
        self._end_drag()
        row = self._row_of(self._held)
        if row is not None:
            self._have_keyboard(row)
            self._become(edits.dropped(self._raw(), self._rows.index(row), self._mark.gap))
