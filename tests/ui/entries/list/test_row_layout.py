"""Where rows with and without headings stand."""

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.ui.entries.list.row_layout import RowLayout

LAYOUTS = st.integers(0, 40).flatmap(
    lambda rows: st.builds(
        RowLayout,
        st.just(rows),
        st.sets(st.integers(0, max(rows - 1, 0)), max_size=rows).map(sorted),
        st.integers(1, 50),
        st.integers(0, 30),
    )
)


@given(LAYOUTS)
def test_rows_stand_one_under_the_other(rows: RowLayout) -> None:
    place = 0
    for row in range(rows.rows):
        assert rows.top(row) == place
        assert rows.height_of(row) == rows.row_height + (rows.heading_height if row in rows.headed else 0)
        assert rows.row_at(place) == rows.row_at(place + rows.height_of(row) - 1) == row
        place += rows.height_of(row)
    assert rows.height == place
    assert rows.row_at(place) == rows.rows
    assert rows.row_at(-1) == (-1 if rows.rows else rows.rows if place <= -1 else -1)
