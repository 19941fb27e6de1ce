"""A layout that fills lines like text does, from the left or, mirrored, from the right."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Puts widgets beside each other and goes on in the next line where there is no room."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something becomes another
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None if there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one that is `index`th now."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower layout is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are together at this width; layouts ask for it again and again."""
        height = self._heights.get(width)
        if height is None:
            edges = self.contentsMargins()
            places = self._places(QRect(0, 0, width, 0).marginsRemoved(edges))
            below = max((place.bottom() + 1 for _, place in places), default=edges.top())
            height = self._heights[width] = below + edges.bottom()
        return height

    def invalidate(self) -> None:
        """An item became another size, came or went."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """No wider than its widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for its largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in lines."""
        super().setGeometry(rect)
        for item, place in self._places(rect.marginsRemoved(self.contentsMargins())):
            item.setGeometry(place)

    def _places(self, rect: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            used = 0
            for item, size in line:
                left = rect.right() + 1 - used - size.width() if mirrored else rect.left() + used
                yield item, QRect(QPoint(left, top + (height - size.height()) // 2), size)
                used += size.width() + self.spacing()
            top += height + self.spacing()

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line and how large they are; each is asked once, for most answer in Python."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint()
            if line and used + wanted.width() > width:
                yield line
                line, used = [], 0
            line.append((item, _size(item, wanted, width)))
            used += wanted.width() + self.spacing()
        if line:
            yield line


def flowing(spacing: int, *widgets: QWidget) -> QWidget:
    """What holds widgets in a line, or in as many lines as they need.

    Args:
        spacing: Logical pixels between them.
        widgets: In their order.
    """
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    flow = FlowLayout(holder, spacing)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _size(item: QLayoutItem, wanted: QSize, room: int) -> QSize:
    """How large an item is where there is so much room: one that breaks its lines becomes higher."""
    if wanted.width() <= room:
        return wanted
    height = item.heightForWidth(room) if item.hasHeightForWidth() else wanted.height()
    return QSize(max(room, 1), height)
