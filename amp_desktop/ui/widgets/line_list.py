"""A short list that one types into: steps of a goal, links that show something."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.text.one_line import one_line
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.text_box import TextBox
from amp_desktop.ui.widgets.tips import plain_tip

_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class Line:
    """One line, and whether it is ticked where lines can be."""

    text: str
    done: bool = False


class LineList(QWidget):
    """Lines to write, tick, take away and put in order, all by keyboard.

    Enter in the last line adds one. Up and Down go from line to line, Alt+Up and Alt+Down move the line,
    Backspace in an empty one takes it away.

    Attributes:
        edited: The person changed something.
    """

    edited = Signal()

    def __init__(
        self, name: str, add_words: str, parent: QWidget | None = None, *, ticks: bool = False
    ) -> None:
        """Make an empty list.

        Args:
            name: What one line is, for the screen reader: "Step".
            add_words: What stands in the line where one is added.
            parent: The widget it stands on.
            ticks: Whether lines can be ticked.
        """
        super().__init__(parent)
        self._name = name
        self._ticks = ticks
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 4)
        self._new = QLineEdit()
        self._new.setPlaceholderText(add_words)
        self._new.setAccessibleName(add_words)
        self._new.textEdited.connect(self.edited)
        self._new.returnPressed.connect(self._add)
        self._new.editingFinished.connect(self._add)
        self._column.addWidget(self._new)

    def lines(self) -> tuple[Line, ...]:
        """The lines as they stand, the one being added too; those without a word are left out."""
        begun = Line(self._new.text().strip())
        return tuple(line for line in (*(row.line() for row in self._rows), begun) if line.text)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines without telling anybody."""
        if tuple(lines) == self.lines():
            return
        self._new.clear()
        for row, line in zip(self._rows, lines, strict=False):
            row.show_line(line)
        for row in self._rows[len(lines) :]:
            self._drop(row)
        for line in lines[len(self._rows) :]:
            self._insert(line)

    def _insert(self, line: Line) -> None:
        row = _Row(line, self._name, ticks=self._ticks)
        row.edited.connect(self.edited)
        row.removed.connect(self._remove)
        row.moved.connect(self._move)
        row.stepped.connect(self._step)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    @Slot()
    def _add(self) -> None:
        text = self._new.text().strip()
        if text:
            self._new.clear()
            self._insert(Line(text))
            self.edited.emit()

    @Slot(object)
    def _remove(self, row: "_Row") -> None:
        self._focus(self._rows.index(row) + 1)
        self._drop(row)
        self.edited.emit()

    def _drop(self, row: "_Row") -> None:
        """Take a line away; if it has the keyboard, the line where one is added gets it."""
        if row.isAncestorOf(self.focusWidget()):
            self._new.setFocus()
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot(object, int)
    def _move(self, row: "_Row", by: int) -> None:
        at = self._rows.index(row)
        to = at + by
        if not 0 <= to < len(self._rows):
            return
        self._rows.insert(to, self._rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)
        row.focus()
        self.edited.emit()

    @Slot(object, int)
    def _step(self, row: "_Row", by: int) -> None:
        self._focus(max(self._rows.index(row) + by, 0))

    def _focus(self, at: int) -> None:
        if at < len(self._rows):
            self._rows[at].focus()
        else:
            self._new.setFocus()


class _Row(QWidget):
    """One line of the list."""

    edited = Signal()
    removed = Signal(object)
    moved = Signal(object, int)
    stepped = Signal(object, int)

    def __init__(self, line: Line, name: str, *, ticks: bool) -> None:
        super().__init__()
        self._name = name
        self._tick = QCheckBox()
        self._tick.clicked.connect(self.edited)
        self._text = _Box(name, lines=1, most_lines=6)
        self._text.edited.connect(self.edited)
        self._text.asked.connect(self._do)
        self._text.resized.connect(self._stand_in_first_line)
        self._cross = cross = icon_button("x", "", look="small")
        cross.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Backspace in an empty line does the same
        cross.clicked.connect(self._remove)
        self.show_line(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 3)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self._tick.setVisible(ticks)  # without a place it would be a window
        row.addWidget(self._text, 1)
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, line: Line) -> None:
        self._tick.setAccessibleName(self.tr("{name} done: {text}").format(name=self._name, text=line.text))
        self._tick.setChecked(line.done)
        self._text.set_text(line.text)
        words = self.tr("Remove: {text}").format(text=line.text)
        self._cross.setToolTip(plain_tip(words))
        self._cross.setAccessibleName(words)

    def line(self) -> Line:
        return Line(one_line(self._text.text()), self._tick.isChecked())

    def focus(self) -> None:
        self._text.setFocus()

    @Slot()
    def _stand_in_first_line(self) -> None:
        """Keep tick and cross in the middle of the first line of the words, however many follow."""
        for part in (self._tick, self._cross):
            part.setFixedHeight(self._text.height_of_one_line())

    @Slot(str, int)
    def _do(self, what: str, by: int) -> None:
        if what == "move":
            self.moved.emit(self, by)
        elif what == "step":
            self.stepped.emit(self, by)
        else:
            self.removed.emit(self)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)


class _Box(TextBox):
    """The words of one line, broken where the panel is narrow; Enter and the arrows lead on."""

    asked = Signal(str, int)
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _BY.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit("move", by)
        elif event.key() in _ENTER or (by and self._at_edge(by)):
            self.asked.emit("step", by or 1)
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.asked.emit("remove", 0)
        else:
            super().keyPressEvent(event)

    def _at_edge(self, by: int) -> bool:
        """Whether the cursor is in the first or last line that is shown, so that an arrow leads out."""
        way = QTextCursor.MoveOperation.Up if by < 0 else QTextCursor.MoveOperation.Down
        return not self.textCursor().movePosition(way)
