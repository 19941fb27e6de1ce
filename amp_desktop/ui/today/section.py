"""A heading, some rows, and a way to the rest."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.rows import DayRow
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.labels import SectionLabel
from amp_desktop.ui.widgets.layouts import discard, set_shown

if TYPE_CHECKING:
    from uuid import UUID


class RowSection(QWidget):
    """Rows of one sort under their heading, without a frame; hidden while there are none.

    A row that stays is kept, so that the keyboard stays in it.

    Attributes:
        opened: An entry is to be shown; carries its id.
        more_requested: The rest is to be shown.
        done: Says what was done here.
    """

    opened = Signal(object)
    more_requested = Signal()

    def __init__(
        self,
        heading: str,
        more: str,
        make_row: Callable[[EntryRow, date, QWidget], DayRow],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty one.

        Args:
            heading: What the rows are.
            more: The words that lead to the rest; shown while there is more.
            make_row: Makes a row with all its connections, on the section.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._make_row = make_row
        self._rows: dict[UUID, DayRow] = {}
        room = self.fontMetrics().height()
        self._heading = SectionLabel(heading, self)
        self._column = QVBoxLayout()
        self._column.setSpacing(room * 2 // 3)
        self.done = Confirmation(self)
        self._more = link_button(more, self)
        self._more.clicked.connect(self.more_requested)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, room // 4, 0, 0)
        foot.addWidget(self._more)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(room // 2)
        whole.addWidget(self._heading)
        whole.addLayout(self._column)
        whole.addWidget(self.done)
        whole.addLayout(foot)

    def set_heading(self, heading: str) -> None:
        """Say what the rows are."""
        self._heading.setText(heading)

    def set_more(self, more: str) -> None:
        """Say what leads to the rest."""
        self._more.setText(more)

    def show_rows(self, rows: Sequence[EntryRow], day: date, most: int) -> None:
        """Show these, as many as there is calm room for."""
        shown = rows[:most]
        wanted = {row.id for row in shown}
        for entry_id in [known for known in self._rows if known not in wanted]:
            discard(self._column, self._rows.pop(entry_id))
        for at, row in enumerate(shown):
            self._settle(at, row, day)
        self._more.setVisible(len(rows) > most)
        set_shown(self, shown=bool(rows) or bool(self.done.words()))

    def forget(self) -> None:
        """Drop every word."""
        for row in self._rows.values():
            discard(self._column, row)
        self._rows.clear()
        self.done.clear()

    def _settle(self, at: int, row: EntryRow, day: date) -> None:
        known = self._rows.get(row.id)
        if known is None:
            known = self._rows[row.id] = self._make_row(row, day, self)
            known.opened.connect(self.opened)
        elif (known.row, known.day) != (row, day):
            known.show_row(row, day)
        if self._column.indexOf(known) != at:
            self._column.insertWidget(at, known)
