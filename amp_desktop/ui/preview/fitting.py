"""The last word about the width of a page: what cannot be broken is drawn smaller."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

ROUNDS = 4
"""Drawing something smaller lets other lines come to stand otherwise, at most so often."""

SLACK = 0.98
"""A printer measures letters a little otherwise than the screen."""

SMALLEST = 2.0
"""Points; smaller nobody draws."""


def fit_lines(page: QTextDocument, width: float) -> None:
    """Let no line of a page be wider than its place, and no table wider than the page.

    Lines end where they can before. What is left are signs over nothing, row upon row, and single signs as
    wide as a line, which nothing can part.

    Args:
        page: Its pictures fit already.
        width: Of the page, in pixels of the page's own.
    """
    for _ in range(ROUNDS):
        page.setTextWidth(width)
        layout = page.documentLayout()
        wide = [found for block in _blocks(page) for found in _wide_lines(block, width)]
        if wide:
            for start, length, ratio in wide:
                _shrink(page, start, length, ratio * SLACK)
        elif layout.documentSize().width() > width + 1:
            _shrink_tables(page, SLACK * width / layout.documentSize().width())
        else:
            break
    page.setTextWidth(-1)


def _blocks(page: QTextDocument) -> Iterator[QTextBlock]:
    block = page.begin()
    while block.isValid():
        yield block
        block = block.next()


def _wide_lines(block: QTextBlock, width: float) -> Iterator[tuple[int, int, float]]:
    """Where lines of a block that have no room begin, how long they are, and how much of them has room."""
    layout = block.layout()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        room = min(line.width(), width)
        if 0 < room < line.naturalTextWidth() - 1:
            yield block.position() + line.textStart(), line.textLength(), room / line.naturalTextWidth()


def _shrink_tables(page: QTextDocument, ratio: float) -> None:
    for block in list(_blocks(page)):
        cursor = QTextCursor(block)
        if cursor.currentTable() is not None:
            _shrink(page, block.position(), block.length() - 1, ratio)


def _shrink(page: QTextDocument, start: int, length: int, ratio: float) -> None:
    cursor = QTextCursor(page)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    size = cursor.charFormat().fontPointSize() or page.defaultFont().pointSizeF()
    smaller = QTextCharFormat()
    smaller.setFontPointSize(max(size * ratio, SMALLEST))
    cursor.mergeCharFormat(smaller)
