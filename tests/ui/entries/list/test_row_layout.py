"""Where rows of different heights stand, whatever comes and goes."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from amp_desktop.ui.entries.list.row_layout import RowLayout

HEIGHTS = st.integers(1, 60)


class Rows(RuleBasedStateMachine):
    """Rows that come, go and change, against a plain list of their heights."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []
        self.zoom = 1
        self.asked: list[int] = []
        self.layout = RowLayout[int](self.measured, lambda height: height * self.zoom)

    def measured(self, row: int) -> int:
        self.asked.append(row)
        return self.heights[row]

    @rule(heights=st.lists(HEIGHTS, max_size=9))
    def reset(self, heights: list[int]) -> None:
        self.heights = heights
        self.layout.reset(len(heights))

    @rule(at=st.integers(0, 20), heights=st.lists(HEIGHTS, min_size=1, max_size=5))
    def insert(self, at: int, heights: list[int]) -> None:
        at = min(at, len(self.heights))
        self.heights[at:at] = heights
        self.layout.insert(at, len(heights))

    @rule(at=st.integers(0, 20), count=st.integers(1, 5))
    def remove(self, at: int, count: int) -> None:
        last = min(at + count, len(self.heights)) - 1
        if at <= last:
            del self.heights[at : last + 1]
            self.layout.remove(at, last)

    @rule(at=st.integers(0, 20), height=HEIGHTS)
    def change(self, at: int, height: int) -> None:
        if at < len(self.heights):
            self.heights[at] = height
            self.layout.change(at, at)

    @rule(zoom=st.integers(1, 3))
    def resize(self, zoom: int) -> None:
        """A list of another width measures no row anew."""
        self.layout.height  # noqa: B018 - all are measured now
        self.zoom, before = zoom, len(self.asked)
        self.layout.resized()
        self.layout.height  # noqa: B018
        assert len(self.asked) == before

    @invariant()
    def rows_stand_one_under_the_other(self) -> None:
        place = 0
        assert self.layout.rows == len(self.heights)
        for row, height in enumerate(self.heights):
            assert self.layout.top(row) == place
            assert self.layout.height_of(row) == height * self.zoom
            assert self.layout.row_at(place) == row
            place += height * self.zoom
            assert self.layout.row_at(place - 1) == row
        assert self.layout.height == place
        assert self.layout.row_at(place) == len(self.heights)
        assert self.layout.row_at(-1) == (-1 if self.heights else 0)


TestRows = Rows.TestCase


def test_a_page_that_is_fetched_measures_its_rows_alone() -> None:
    asked: list[int] = []

    def measured(row: int) -> int:
        asked.append(row)
        return 10

    layout = RowLayout[int](measured, lambda height: height)
    layout.reset(50)
    assert layout.height == 500
    layout.insert(50, 50)
    assert layout.height == 1000
    assert asked == list(range(100))
