"""The rows of a goal's steps: which there are, where they stand, which of them is written in."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.domain.kinds.goal import Step
from amp_desktop.ui.kinds.goal.steps import edits
from amp_desktop.ui.kinds.goal.steps.add_row import AddRow
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from amp_desktop.ui.kinds.goal.steps.edits import Steps, has_words
from amp_desktop.ui.kinds.goal.steps.handle import StepHandle
from amp_desktop.ui.kinds.goal.steps.measures import Measures
from amp_desktop.ui.kinds.goal.steps.row import RowEvents, StepRow
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.scrolling import bring_into_view

Row: TypeAlias = StepRow | AddRow


class StepRows(QWidget):
    """Steps below each other, and below them a row to begin the next.

    Rows only paint; one editor goes to the row that has the keyboard, so that sixty steps cost no more than
    they show. Whatever becomes of the list is shown by the rows that are there already.
    """

    def __init__(self, today: Callable[[], date], gutter: int, parent: QWidget | None = None) -> None:
        """Make an empty list.

        Args:
            today: Says which day it is; asked when something is shown.
            gutter: How many pixels of the page's margin it has at both sides.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._today = today
        self._gutter = gutter
        self._zoom = 1.0
        self._measures = Measures.of(self.font(), gutter, self._zoom)
        self._rows: list[StepRow] = []
        self._spare: list[StepRow] = []
        self._events = RowEvents(self)
        self._add = AddRow(self, self._measures)
        self._editor = StepEditor(self)
        self._handle = StepHandle(self)
        self._written: Row | None = None
        self._pointed: StepRow | None = None
        self._held = ""  # the id of the step whose handle was pressed
        self._is_writable = True
        self._marks_next = True
        self._editor.hide()
        self._handle.hide()
        self._handle.fit(self._measures.em)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._events.write_wanted.connect(self._write_wanted)
        self._events.pointer_event.connect(self._editor.take_pointer)
        self._events.pointed_at.connect(self._point_at)
        self._add.write_wanted.connect(self._write_wanted)
        self._add.pointed_at.connect(self._point_at)
        self._editor.left.connect(self._leave)
        self._editor.pointed_at.connect(self._point_at_written)
        theme().theme_changed.connect(self._measure)
        self._place()

    def steps(self) -> Steps:
        """The steps as they stand; rows without a word are left out, unless the journal has them so."""
        return tuple(row.clean() for row in self._rows if has_words(row.step) or row.is_as_it_came())

    def set_steps(self, steps: Sequence[Step], *, anew: bool = False) -> None:
        """Show these steps without telling anybody; whoever writes in one that stays goes on there.

        Args:
            steps: The steps.
            anew: They are another goal's, where no row has been begun yet.
        """
        steps = tuple(steps)
        if steps == self.steps():
            return
        begun = None if anew else self._begun()
        self._show(edits.with_begun(self._raw(), begun, steps) if begun else steps)
        for row in self._rows:
            if row.step is not begun:
                row.take_as_it_is()

    def _begun(self) -> Step | None:
        """The step of the row in which nothing has been written yet: the journal knows none of it."""
        row = self._written
        if not isinstance(row, StepRow) or has_words(row.step) or row.is_as_it_came():
            return None
        return row.step

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        self._is_writable = writable
        self._editor.setReadOnly(not writable)
        for row in (*self._rows, *self._spare):
            row.set_writable(writable)
        self._place()

    def set_zoom(self, zoom: float) -> None:
        """Show the steps so many times as large as usual."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._measure()

    def focus_first(self) -> None:
        """Write in the first row."""
        self._write(self._all_rows()[0], 0)

    def focus_last(self) -> None:
        """Write in the last row, where the next step is begun."""
        rows = self._all_rows()
        self._write(rows[-1], -1)

    def focus_near(self, y: int) -> None:
        """Write in the row that is so many pixels below the top, or is the nearest."""
        rows = self._all_rows()
        self._write(next((row for row in rows if row.geometry().bottom() >= y), rows[-1]), 0)

    # What is shown

    def _made_row(self) -> StepRow:
        row = StepRow(self, self._measures, self._events)
        row.set_writable(self._is_writable)
        return row

    def _show(self, steps: Steps, written: str = "") -> None:
        """Show these steps in the rows that are there already, each in the one that it had.

        Args:
            steps: The steps.
            written: The id of one that becomes the row that is written in, with what stands in the editor:
                to show other words there would end what an input method is composing.
        """
        ids = [row.step.id for row in self._rows]
        known = {row.step.id: row for row in self._rows}
        kept = [known.pop(step.id, None) for step in steps]
        taken = {id(row) for row in kept if row is not None}
        free = [row for row in self._rows if id(row) not in taken]
        at = self._rows.index(self._written) if self._written in free else -1
        self._spare += free
        former = self._rows
        self._rows = [row or (self._spare.pop() if self._spare else self._made_row()) for row in kept]
        for row, step in zip(self._rows, steps, strict=True):
            row.step = step
        for row in self._spare:
            row.hide()
        if self._rows != former:
            self._put_in_order(former)
        self._pointed = self._pointed if self._pointed in self._rows else None
        self._keep_hold(ids)
        if written:
            self._set_written(self._row_of(written))
        if at >= 0:
            self._write_elsewhere(at)
        self._refresh()

    def _keep_hold(self, former: Sequence[str]) -> None:
        """What is dragged while others move steps would fall elsewhere, or be another one."""
        ids = [row.step.id for row in self._rows]
        if self._held not in ids or (self._handle.is_dragged and ids != former):
            self._handle.cancel()

    def _row_of(self, step_id: str) -> StepRow | None:
        return next((row for row in self._rows if row.step.id == step_id), None)

    def _put_in_order(self, former: Sequence[StepRow]) -> None:
        """Screen readers go through what stands here in Qt's order, which is that of lying on top."""
        pairs = zip(self._rows, former, strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))
        for part in (*self._rows[alike:], self._add, self._editor, self._handle):
            part.raise_()
        if self._written is not None:
            self._read_after(self._written)

    def _write_elsewhere(self, at: int) -> None:
        """The row that was written in is gone: go on in the one that stands there now."""
        had_keyboard = self._editor.hasFocus()
        self._set_written(None)
        if had_keyboard and self._rows:
            self._written = None
            self._refresh()
            self._write(self._rows[max(min(at, len(self._rows)) - 1, 0)], -1)
        elif had_keyboard:
            self._write(self._add, 0)

    def set_marks_next(self, marks_next: bool) -> None:
        """Whether one of the steps is the next one to be done; none is where the goal is over."""
        if marks_next != self._marks_next:
            self._marks_next = marks_next
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Number the rows, mark the next one, and place them."""
        following = edits.next_step(self._raw()) if self._marks_next else None
        total, today = len(self._rows), self._today()
        for number, row in enumerate(self._rows, start=1):
            row.show_step(number, total, is_next=row.step is following, today=today)
        self._show_written()
        self._place()

    def _place(self) -> None:
        """Put the rows below each other, as high as their words want them."""
        y = 0
        for row in self._all_rows():
            place = QRect(0, y, self.width(), row.fit(self.width()))
            if row.geometry() != place:
                row.setGeometry(place)
            if row.isHidden():
                row.show()
            y += place.height()
        self._add.setVisible(self._is_writable)
        self._place_editor()
        self._place_handle()
        if y != self.height() or self.minimumHeight() != y:
            self.setFixedHeight(y)

    def _show_written(self) -> None:
        if self._written is not None:
            self._editor.show_row(self._written)

    def _place_editor(self) -> None:
        if self._written is not None:
            self._editor.lie_over(self._written)

    def _place_handle(self) -> None:
        row = self._pointed or (self._written if isinstance(self._written, StepRow) else None)
        shown = row is not None and self._is_writable and has_words(row.step)
        if row is not None and shown:
            self._handle.stand_beside(row, round(0.3 * self._measures.em))
        self._handle.setVisible(shown)
        for other in self._rows:
            other.set_tinted(other is self._pointed or other is self._written)

    @Slot()
    def _measure(self) -> None:
        self._measures = Measures.of(self.font(), self._gutter, self._zoom)
        rows: list[Row] = [*self._rows, *self._spare, self._add]
        for row in rows:
            row.set_measures(self._measures)
        self._handle.fit(self._measures.em)
        self._refresh()

    def _all_rows(self) -> list[Row]:
        return [*self._rows, self._add] if self._is_writable or not self._rows else [*self._rows]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere where it is wider."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, or another way of reading."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._measure()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went elsewhere."""
        super().leaveEvent(event)
        self._point_at(None)

    # Where one writes

    def _write(self, row: Row, at: int, x: int | None = None) -> None:
        """Give a row the keyboard, before that character; the last place is -1."""
        self._open(row)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if x is None:
            self._editor.go_to(at)
        else:
            self._editor.go_below(x, last_line=at < 0)
        self._pointed = None
        self._place_handle()
        self._bring_into_view()

    def _open(self, row: Row) -> None:
        """Let the editor lie over a row."""
        left = self._written
        self._set_written(row)
        if left is not row:
            self._drop_empty(left)
        self._show_written()
        self._place_editor()
        self._editor.show()

    def selection_in(self, row: StepRow) -> tuple[int, int] | None:
        """What is selected in a row, in characters; None where the keyboard is elsewhere."""
        return self._editor.selection() if self._written is row and self._editor.hasFocus() else None

    def show_selected(self, row: StepRow, start: int, end: int, *, with_keyboard: bool = False) -> None:
        """Open a row with something selected in it, in characters."""
        if row in self._rows:
            self._open(row)
            if with_keyboard:
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._editor.select(start, end)
            self._place_handle()

    def leave_shown(self, row: StepRow) -> None:
        """Close a row that was opened without the keyboard."""
        if self._written is row and not self._editor.hasFocus():
            self._leave()

    def _set_written(self, row: Row | None) -> None:
        if self._written is row:
            return
        if self._written is not None:
            self._written.set_written_in(False)
        self._written = row
        if row is not None:
            row.set_written_in(True)
            self._read_after(row)
        else:
            self._editor.hide()

    def _read_after(self, row: Row) -> None:
        """Let screen readers come to the words of a row where it stands, and not after all of them."""
        rows = self._all_rows()
        following = rows[rows.index(row) + 1 :] if row in rows else []
        if following:
            self._editor.stackUnder(following[0])
        else:
            self._editor.raise_()

    def _bring_into_view(self, place: QPoint | None = None) -> None:
        """Scroll the page to that place in the list, or to where one writes."""
        if place is None:
            place = self._editor.viewport().mapTo(self, self._editor.cursorRect().center())
        bring_into_view(self, place, self._measures.least_height)

    @Slot()
    def _leave(self) -> None:
        """The keyboard went elsewhere: a row in which nothing was written goes."""
        left = self._written
        self._set_written(None)
        self._drop_empty(left)
        self._refresh()

    def _drop_empty(self, row: Row | None) -> None:
        """A row that is left without a word goes."""
        if not isinstance(row, StepRow) or has_words(row.step) or row not in self._rows:
            return
        self._show(edits.removed(self._raw(), self._rows.index(row)))

    @Slot(object, object)
    def _write_wanted(self, row: Row, event: QMouseEvent | None) -> None:
        if event is None:
            self._write(row, 0)
            return
        self._write(row, 0)
        self._editor.take_pointer(event)

    # The pointer

    @Slot(object)
    def _point_at(self, row: Row | None) -> None:
        if not self._handle.is_held:
            self._pointed = row if isinstance(row, StepRow) else None
            self._place_handle()

    @Slot()
    def _point_at_written(self) -> None:
        self._point_at(self._written)

    def _raw(self) -> Steps:
        """The steps as the rows have them, empty ones too."""
        return tuple(row.step for row in self._rows)
