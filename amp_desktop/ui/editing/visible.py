"""Which lines of a text box one can see."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit


def visible_blocks(box: QTextEdit) -> Iterator[QTextBlock]:
    """The blocks in sight from top to bottom; on a page what is not cut off."""
    viewport = box.viewport().visibleRegion().boundingRect() if box.isVisible() else box.viewport().rect()
    if viewport.isEmpty():
        return
    block = box.cursorForPosition(QPoint(viewport.left() + 1, viewport.top() + 1)).block()
    last = box.cursorForPosition(QPoint(viewport.right() - 1, viewport.bottom() - 1)).block().blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()
