"""Some whole lines of a text while an action works on them; the selection follows whatever is done."""

from amp_desktop.ui.editing.edit import Edit, Selection


class _Place:
    """One end of the selection: in which line, and at which character of it."""

    def __init__(self, row: int, column: int) -> None:
        self.row = row
        self.column = column


class SelectedLines:
    """The lines that a selection touches, or more of them, to be changed in place.

    Attributes:
        lines: The lines, without their ends.
    """

    def __init__(self, text: str, selection: Selection, start: int, end: int) -> None:
        """Take up the lines from the one in which `start` lies to the one in which `end` does."""
        self._base = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        self._old = text[self._base : last if last >= 0 else len(text)]
        self.lines = self._old.split("\n")
        self._anchor = self._place(selection.anchor)
        self._position = self._place(selection.position)

    @classmethod
    def of_selection(cls, text: str, selection: Selection) -> "SelectedLines":
        """Take up the lines that the selection touches."""
        return cls(text, selection, selection.start, selection.end)

    @property
    def original(self) -> list[str]:
        """The lines as they were."""
        return self._old.split("\n")

    @property
    def rows(self) -> range:
        """The lines that are selected; not one of which only the beginning is reached."""
        first, last = self._ends()
        touched = last.row if last.column or last.row == first.row else last.row - 1
        return range(first.row, touched + 1)

    @property
    def cursor(self) -> tuple[int, int]:
        """The line in which the cursor stands, and at which character of it."""
        return self._position.row, self._position.column

    def columns(self, row: int) -> tuple[int, int]:
        """What is selected of one of `rows`, as characters of that line."""
        first, last = self._ends()
        return (
            first.column if row == first.row else 0,
            last.column if row == last.row else len(self.lines[row]),
        )

    def replace(self, row: int, start: int, end: int, new: str, *, pushes: bool = True) -> None:
        """Put `new` in the place of some characters of a line.

        Args:
            row: Which line.
            start: The first character that goes.
            end: The first that stays.
            new: What comes; no line end.
            pushes: Whether what is selected right from here on begins behind it.
        """
        self.lines[row] = self.lines[row][:start] + new + self.lines[row][end:]
        for place in (self._anchor, self._position):
            if place.row != row:
                continue
            if place.column > end or (place.column == end and (pushes or start < end)):
                place.column += len(new) - (end - start)
            elif place.column > start:
                place.column = min(place.column, start + len(new))

    def break_line(self, prefix: str) -> None:
        """Begin a new line with `prefix` at the cursor, which then stands behind it."""
        row, column = self.cursor
        line = self.lines[row]
        self.lines[row : row + 1] = [line[:column], prefix + line[column:].lstrip(" ")]
        self.select(row + 1, len(prefix), len(prefix))

    def add(self, row: int, line: str) -> None:
        """Put a whole line before another, or behind the last."""
        self.lines.insert(row, line)
        for place in (self._anchor, self._position):
            place.row += place.row >= row

    def drop(self, row: int) -> None:
        """Take a whole line out, which must not be the last there is."""
        del self.lines[row]
        for place in (self._anchor, self._position):
            if place.row > row:
                place.row -= 1
            elif place.row == row:
                place.row, place.column = min(row, len(self.lines) - 1), 0

    def move(self, by: int) -> None:
        """Let the selected lines change places with the one above (-1) or below (1), which must be here."""
        rows = self.rows
        passed = self.lines.pop(rows[0] - 1 if by < 0 else rows[-1] + 1)
        self.lines.insert(rows[-1] if by < 0 else rows[0], passed)
        for place in (self._anchor, self._position):
            place.row += by
            if place.row == len(self.lines):  # it reached to the beginning of a line that is not there now
                place.row, place.column = place.row - 1, len(self.lines[-1])

    def tighten(self) -> None:
        """Let the selection end with the last of `rows` that something stands in."""
        last_row = self.rows[-1]
        while last_row > self.rows[0] and not self.lines[last_row].strip():
            last_row -= 1
        for place in (self._anchor, self._position):
            if place.row > last_row:
                place.row, place.column = last_row, len(self.lines[last_row])

    def select(self, row: int, start: int, end: int) -> None:
        """Select some characters of a line."""
        self._anchor, self._position = _Place(row, start), _Place(row, end)

    def select_lines(self, first: int, last: int) -> None:
        """Select whole lines."""
        self._anchor, self._position = _Place(first, 0), _Place(last, len(self.lines[last]))

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the character at a place of the text, as long as nothing before it changed."""
        place = self._place(offset)
        return place.row, place.column

    def edit(self) -> Edit:
        """All that was done, as one edit."""
        selection = Selection(self._offset(self._anchor), self._offset(self._position))
        return Edit.between(self._old, "\n".join(self.lines), self._base, selection)

    def _ends(self) -> tuple[_Place, _Place]:
        first, last = sorted((self._anchor, self._position), key=lambda place: (place.row, place.column))
        return first, last

    def _place(self, at: int) -> _Place:
        before = self._old[: max(at - self._base, 0)]
        return _Place(before.count("\n"), len(before) - before.rfind("\n") - 1)

    def _offset(self, place: _Place) -> int:
        return self._base + sum(len(line) + 1 for line in self.lines[: place.row]) + place.column
