"""Values under each other on a page, each a line that opens, and a line that adds one."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.layouts import discard
from amp_desktop.ui.widgets.opening_row import OpeningRow
from amp_desktop.ui.widgets.reading_line import LineWords, ReadingLine

V = TypeVar("V")


class OpeningRows(QWidget, Generic[V]):
    """A list that is read as text. A row without a word is no value, and goes once one leaves it.

    Attributes:
        edited: The person changed, added or removed a value.
        followed: What a value leads to is wanted; carries the value.
        pasted: Text was pasted where nothing is being written; carries it.
        left_upwards: Up in the first line.
        left_downwards: Down in the last line.
        filled_changed: It holds values now, or none any more.
        gutter: So many pixels at both sides lie beyond the edges of the page's text.
    """

    edited = Signal()
    followed = Signal(object)
    pasted = Signal(str)
    left_upwards = Signal()
    left_downwards = Signal()
    filled_changed = Signal()

    def __init__(
        self,
        make_row: Callable[[V, int], OpeningRow[V]],
        new_value: Callable[[], V],
        key: Callable[[V], Hashable],
        parent: QWidget | None = None,
        *,
        gutter: int = 0,
    ) -> None:
        """Make an empty list.

        Args:
            make_row: Makes the row of a value, with so many pixels at both sides beyond the text's edges.
            new_value: Makes a value without a word.
            key: By what a value is known again when others changed the list.
            parent: The widget it stands on.
            gutter: So many pixels at both sides lie beyond the edges of the page's text.
        """
        super().__init__(parent)
        self._make_row = make_row
        self._new_value = new_value
        self._key = key
        self.gutter = gutter
        self._rows: list[OpeningRow[V]] = []
        self._first, self._next = LineWords(""), LineWords("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add_line = ReadingLine(self._first, self, gutter=gutter)
        self.add_line.clicked.connect(self.begin)
        self.add_line.stepped.connect(self._step_from_add)
        self.add_line.pasted.connect(self.pasted)
        self.add_line.typed.connect(self._begin_with)
        self._column.addWidget(self.add_line)
        self.setFocusProxy(self.add_line)

    def set_invitations(self, first: LineWords, following: LineWords) -> None:
        """What the line that adds says while there is no value, and while there are some."""
        self._first, self._next = first, following
        self._invite()

    def values(self) -> tuple[V, ...]:
        """What stands in the rows; those without a word are left out."""
        return tuple(row.value() for row in self._rows if not row.blank())

    def is_empty(self) -> bool:
        """Whether no row has a word, and none is open."""
        return all(row.blank() and not row.is_open() for row in self._rows)

    def show_values(self, values: Sequence[V]) -> None:
        """Show these without telling anybody.

        A row whose value is among them stays as it is, cursor and all; others take the values that are left,
        in order. One that was begun and has no word yet stays at the end.
        """
        if tuple(values) == self.values():
            return
        begun = [row for row in self._rows if row.blank()]
        matched = self._matched(values, [row for row in self._rows if row not in begun])
        for row in set(self._rows) - set(begun) - set(matched):
            self._drop(row)
        rows = [row or self._insert(value) for row, value in zip(matched, values, strict=True)]
        self._arrange(rows + begun)
        for row, value in zip(rows, values, strict=True):
            row.show_value(value)
        self._invite()

    def forget_begun(self) -> None:
        """Close every row, and drop those without a word: another entry is shown."""
        for row in tuple(self._rows):
            row.close_fields()
            if row in self._rows and row.blank():
                self._drop(row)
        self._invite()

    def rows(self) -> tuple[OpeningRow[V], ...]:
        """The rows as they stand, those without a word too."""
        return tuple(self._rows)

    @Slot()
    def begin(self) -> None:
        """Open a row for another value; one that was begun is gone on with."""
        self._begun().open()
        self._invite()

    @Slot(str)
    def _begin_with(self, letter: str) -> None:
        """Whoever types where a row can be added has begun one."""
        self._begun().open_and_type(letter)
        self._invite()

    def _begun(self) -> OpeningRow[V]:
        """The row without a word, made if there is none."""
        row = next((one for one in self._rows if one.blank()), None) or self._insert(self._new_value())
        row.setVisible(True)  # a layout shows what it gets later, and until then it cannot have the keyboard
        return row

    def add(self, values: Sequence[V]) -> None:
        """Put these behind the others, as the person does."""
        begun = [row for row in self._rows if row.blank()]
        rows = [self._insert(value) for value in values]
        self._arrange([*(row for row in self._rows if row not in begun and row not in rows), *rows, *begun])
        if rows:
            self._edited()

    def focus_first(self) -> None:
        """Give the keyboard to the first line."""
        (self._rows[0].line if self._rows else self.add_line).setFocus(Qt.FocusReason.TabFocusReason)

    def focus_last(self) -> None:
        """Give the keyboard to the last line."""
        self.add_line.setFocus(Qt.FocusReason.BacktabFocusReason)

    def focus_near(self, y: int) -> None:
        """Give the keyboard to the line that is so many pixels below the top, or is the nearest."""
        row = next((row for row in self._rows if row.geometry().bottom() >= y), None)
        (row.line if row is not None else self.add_line).setFocus(Qt.FocusReason.TabFocusReason)

    def set_writable(self, *, writable: bool) -> None:
        """Whether values may be changed; else they can only be read."""
        for row in tuple(self._rows):
            if not writable:
                row.close_fields()
            row.line.setEnabled(writable)
        self.add_line.setEnabled(writable)

    def _matched(self, values: Sequence[V], free: list[OpeningRow[V]]) -> list[OpeningRow[V] | None]:
        """The row of each value: the one that has it, else the next of those whose value is gone."""
        found: list[OpeningRow[V] | None] = []
        for value in values:
            row = next((one for one in free if self._key(one.value()) == self._key(value)), None)
            if row is not None:
                free.remove(row)
            found.append(row)
        return [row or (free.pop(0) if free else None) for row in found]

    def _insert(self, value: V) -> OpeningRow[V]:
        row = self._make_row(value, self.gutter)
        row.edited.connect(self._edited)
        row.removal_requested.connect(self._remove)
        row.stepped.connect(self._step)
        row.followed.connect(self._follow)
        row.closed.connect(self._row_closed)
        row.line.pasted.connect(self.pasted)
        row.line.setEnabled(self.add_line.isEnabled())
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self.add_line.raise_()
        return row

    def _arrange(self, rows: Sequence[OpeningRow[V]]) -> None:
        self._rows = list(rows)
        for at, row in enumerate(rows):
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
        for line in (*rows, self.add_line):
            line.raise_()  # a screen reader reads them in this order

    def _drop(self, row: OpeningRow[V]) -> None:
        """Take a row away; if it has the keyboard, the line that adds one gets it."""
        held = QApplication.focusWidget()
        self._rows.remove(row)
        if held is not None and row.isAncestorOf(held):
            self.add_line.setFocus(Qt.FocusReason.OtherFocusReason)
        row.close_fields()
        discard(self._column, row)

    def _invite(self) -> None:
        words = self._first if self.is_empty() else self._next
        if words != self.add_line.words():
            self.add_line.say(words)
        self.filled_changed.emit()

    @Slot()
    def _edited(self) -> None:
        self._invite()
        self.edited.emit()

    @Slot(object)
    def _remove(self, row: OpeningRow[V]) -> None:
        at = self._rows.index(row)
        told = not row.blank()
        following = self._rows[at + 1].line if at + 1 < len(self._rows) else self.add_line
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        if row in self._rows:  # a blank one went when the keyboard left it
            self._drop(row)
        self._invite()
        if told:
            self.edited.emit()

    @Slot(object)
    def _row_closed(self, row: OpeningRow[V]) -> None:
        if row in self._rows and row.blank():
            self._drop(row)
        self._invite()

    @Slot(object)
    def _follow(self, row: OpeningRow[V]) -> None:
        self.followed.emit(row.value())

    @Slot(object, int)
    def _step(self, row: OpeningRow[V], by: int) -> None:
        to = self._rows.index(row) + by
        if to < 0:
            self.left_upwards.emit()
        else:
            line = self._rows[to].line if to < len(self._rows) else self.add_line
            line.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _step_from_add(self, by: int) -> None:
        if by > 0:
            self.left_downwards.emit()
        elif self._rows:
            self._rows[-1].line.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            self.left_upwards.emit()
