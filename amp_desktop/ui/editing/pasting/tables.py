"""Tables: from the tree of a paste to rows of Markdown, each value under its heading."""

from collections.abc import Iterator

from amp_desktop.ui.editing.pasting.inline import PLAIN, Words, flat_line
from amp_desktop.ui.editing.pasting.tree import Node

MOST_CELLS = 50_000
"""A table that would have more is read cell by cell."""
MOST_SPANNED = 1_000
"""Columns or rows that one cell may reach over; HTML has the same bound for columns."""


def table_of(node: Node, like: Words = PLAIN) -> str | None:
    """The table with its first row as the heading; None where it only arranges what no cell can hold.

    Words in it look like `like` where it does not say otherwise.
    """
    rows = [_cells(row) for row in _rows(node)]
    if any(_arranges(cell) for row in rows for cell in row):
        return None
    grid = _grid(rows, like)
    columns = max(map(len, grid), default=0)
    if columns < 2 or columns * len(grid) > MOST_CELLS:
        return None
    lines = [_row(cells, columns) for cells in grid]
    return "\n".join([lines[0], _row(["---"] * columns, columns), *lines[1:]])


def parts_of(node: Node) -> Iterator[Node]:
    """What a table consists of, one after the other: its caption and its cells."""
    for child in node.children:
        if isinstance(child, Node) and not child.is_hidden:
            if child.tag in ("thead", "tbody", "tfoot", "tr"):
                yield from parts_of(child)
            else:
                yield child


def captions_of(node: Node) -> Iterator[Node]:
    """What stands over the table."""
    return (part for part in parts_of(node) if part.tag == "caption")


def _rows(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node) and not child.is_hidden:
            if child.tag == "tr":
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(child)


def _cells(row: Node) -> list[Node]:
    return [child for child in row.children if isinstance(child, Node) and not child.is_hidden]


def _grid(rows: list[list[Node]], like: Words) -> list[list[str]]:
    """The words of each place. A cell that reaches over several has its words in the first of them."""
    grid: list[list[str]] = []
    taken: dict[int, int] = {}  # columns that cells from above reach into, and for how many rows yet
    places = 0
    for row in rows:
        line: list[str] = []
        above, taken = taken, {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row:
            while len(line) in above:
                line.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            if high > 1:
                taken |= {len(line) + column: high - 1 for column in range(wide)}
            line += [flat_line(cell, like).replace("|", r"\|"), *[""] * (wide - 1)]
        places += len(line)
        if places > MOST_CELLS:
            return [[""] * (MOST_CELLS + 1)]
        if row:
            grid.append(line)
    return grid


def _span(cell: Node, name: str) -> int:
    value = cell.attributes.get(name, "1")
    return min(max(int(value), 1), MOST_SPANNED) if value.isascii() and value.isdigit() else 1


def _arranges(cell: Node) -> bool:
    """Whether a cell holds what no cell of Markdown can."""
    blocks = [child for child in cell.children if isinstance(child, Node) and child.is_block]
    return any(block.tag not in ("p", "div") or _arranges(block) for block in blocks)


def _row(cells: list[str], columns: int) -> str:
    return f"| {' | '.join(cells + [''] * (columns - len(cells)))} |"
