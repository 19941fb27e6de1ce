"""A table in letters of a fixed width."""

from collections.abc import Callable, Iterable

from amp_desktop.domain.summary import Inline, Side, Table
from amp_desktop.sharing.renderers.formatting import width


def table_lines(table: Table, columns: int, words: Callable[[Iterable[Inline]], str]) -> list[str]:
    """The table in aligned columns; when it is wider than `columns`, each row as lines of “header: cell”."""
    header, *rows = (
        [" ".join(words(cell).split()) for cell in row]
        for row in (table.header or ((),) * len(table.sides), *table.rows)
    )
    widths = [max(map(width, column)) for column in zip(header, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > columns:
        return _row_by_row(header, rows)
    lines = [_line(row, widths, table.sides) for row in rows]
    above = [_line(header, widths, table.sides), "  ".join("-" * w for w in widths)]
    return [*above, *lines] if table.header else lines


def _line(row: list[str], widths: list[int], sides: tuple[Side | None, ...]) -> str:
    cells = (_padded(cell, w, side) for cell, w, side in zip(row, widths, sides, strict=True))
    return "  ".join(cells).rstrip()


def _padded(cell: str, columns: int, side: Side | None) -> str:
    space = columns - width(cell)
    match side:
        case Side.END:
            return " " * space + cell
        case Side.CENTRE:
            return " " * (space // 2) + cell + " " * (space - space // 2)
        case _:
            return cell + " " * space


def _row_by_row(header: list[str], rows: list[list[str]]) -> list[str]:
    """Each row's cells after the headings of their columns; a column without a cell is told of once."""
    empty = [not any(column) for column in zip(*rows, strict=True)]
    lines: list[str] = []
    for number, row in enumerate(rows):
        lines += [""] if lines else []
        for name, cell, is_empty in zip(header, row, empty, strict=True):
            if cell:
                lines.append(f"{name}: {cell}" if name else cell)
            elif name and is_empty and not number:
                lines.append(f"{name}:")
    return lines or [", ".join(filter(None, header))]
