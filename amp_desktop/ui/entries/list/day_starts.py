"""Which rows of a list begin a day."""

from bisect import bisect_left
from collections.abc import Sequence

from amp_desktop.domain.query import SearchHit


class DayStarts:
    """The rows whose day is another than that of the row before; each is looked at once."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._seen = 0

    def among(self, hits: Sequence[SearchHit]) -> Sequence[int]:
        """Those rows, in order; only what was not seen yet is looked at."""
        for row in range(self._seen, len(hits)):
            if row == 0 or hits[row].row.day != hits[row - 1].row.day:
                self._rows.append(row)
        self._seen = len(hits)
        return self._rows

    def forget_from(self, row: int) -> None:
        """This row and those after it changed, or are others now."""
        if row < self._seen:
            del self._rows[bisect_left(self._rows, row) :]
            self._seen = row
