"""Where the rows of a list stand, each as high as it asks: measured once, added up, never laid out anew."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class RowLayout(Generic[T]):
    """Rows of any height, one under the other.

    What a height follows from is asked once for each row and kept; heights and places follow from that when
    they are next asked for, from the first row on that is not the same. So a page that is fetched costs what
    it holds, and a list that becomes wider costs a comparison for each row.

    Args:
        measured: Answers with what the height of a row follows from, whatever the width.
        height: Answers with the height of a row of which that is known, in pixels, at least 1.
    """

    def __init__(self, measured: Callable[[int], T], height: Callable[[T], int]) -> None:
        self._measured = measured
        self._height = height
        self._extents: list[T | None] = []
        self._ends: list[int] = []

    # What happens to rows

    def reset(self, rows: int) -> None:
        """All rows are others now."""
        self._extents = [None] * rows
        self._ends.clear()

    def resized(self) -> None:
        """Heights are others now, though rows are the same."""
        self._ends.clear()

    def insert(self, first: int, count: int) -> None:
        """Rows came, the first of them at `first`; the one behind them may stand otherwise now."""
        self._extents[first:first] = [None] * count
        self.change(first, first + count)

    def remove(self, first: int, last: int) -> None:
        """Rows went; the one behind them may stand otherwise now."""
        del self._extents[first : last + 1]
        self.change(first, first)

    def change(self, first: int, last: int) -> None:
        """Rows changed."""
        for row in range(first, min(last + 1, len(self._extents))):
            self._extents[row] = None
        del self._ends[first:]

    # Where rows stand

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._extents)

    @property
    def height(self) -> int:
        """How high all of it is."""
        return self.top(self.rows)

    def top(self, row: int) -> int:
        """Where the row begins."""
        self._reckon()
        return self._ends[row - 1] if row > 0 else 0

    def height_of(self, row: int) -> int:
        """How high the row is."""
        return self.top(row + 1) - self.top(row)

    def row_at(self, place: int) -> int:
        """The row that stands at so many pixels from the top; -1 above all of them, `rows` below."""
        self._reckon()
        return bisect_right(self._ends, place) if place >= 0 or not self._ends else -1

    def _reckon(self) -> None:
        end = self._ends[-1] if self._ends else 0
        for row in range(len(self._ends), len(self._extents)):
            extent = self._extents[row]
            if extent is None:
                self._extents[row] = extent = self._measured(row)
            end += self._height(extent)
            self._ends.append(end)
