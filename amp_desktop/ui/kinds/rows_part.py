"""A part of a page that is a list of values, each read as a line and opened to be written in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.kinds.opened_text import texts_in
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.widgets.opening_rows import OpeningRows
from amp_desktop.ui.widgets.reading_line import LineWords

if TYPE_CHECKING:
    from uuid import UUID

V = TypeVar("V")


class RowsPart(Part, Generic[V]):
    """A line for each value, and one that adds the next; without values, its heading goes.

    Attributes:
        rows: The list, which a kind's own part makes and hands to `hold`.
    """

    rows: OpeningRows[V]

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self._of: UUID | None = None
        self.column.setContentsMargins(0, 0, 0, 0)

    def hold(self, rows: OpeningRows[V], first: LineWords, following: LineWords) -> None:
        """Have this list stand in the part.

        Args:
            rows: The list.
            first: What invites to the first value.
            following: What invites to one more.
        """
        self.rows = rows
        rows.filled_changed.connect(self._open_or_close)
        rows.set_invitations(first, following)
        rows.left_upwards.connect(self.left_upwards)
        rows.left_downwards.connect(self.left_downwards)
        self.column.addWidget(rows)

    def show_values(self, entry: Entry, values: Sequence[V]) -> bool:
        """Show the values of an entry; of the same one, a line that was begun stays.

        Returns:
            Whether it is another entry than before.
        """
        is_another = entry.id != self._of
        if is_another:
            self.rows.forget_begun()
        self._of = entry.id
        self.rows.show_values(values)
        return is_another

    def is_empty(self) -> bool:
        """Whether there is no value, and none is being written."""
        return self.rows.is_empty()

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed."""
        self.rows.set_writable(writable=writable)

    def focus_first(self) -> None:
        """The first line."""
        self.rows.focus_first()

    def focus_last(self) -> None:
        """The line that adds one."""
        self.rows.focus_last()

    def focus_near(self, y: int) -> None:
        """The line that is there."""
        self.rows.focus_near(y - self.rows.y())

    def row_texts(self) -> Sequence[RowText]:
        """The texts of the values, top to bottom."""
        return texts_in(self.rows)

    @Slot()
    def _open_or_close(self) -> None:
        self.heading.setHidden(self.rows.is_empty())
