"""At most one kind suggestion, which can be sent away for the day."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from uuid import UUID

LONGEST = 90
"""Characters of a title within the sentence."""


class Suggestion(QWidget):
    """Asks whether somebody could help with a challenge that rests.

    Attributes:
        accepted: It is to be put on the agenda; carries its id.
        opened: It is to be looked at; carries its id.
        dismissed: Not today.
    """

    accepted = Signal(object)
    opened = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: UUID | None = None
        self._words = WrappedLabel()
        accept = link_button(self.tr("Put on the agenda"))
        accept.clicked.connect(self._accept)
        look = link_button(self.tr("Look at it"))
        look.clicked.connect(self._look)
        dismiss = link_button(self.tr("Not today"))
        dismiss.clicked.connect(self.dismissed)
        room = self.fontMetrics().height()
        links = QWidget()
        flow = FlowLayout(links, room * 2 // 3)
        for link in (accept, look, dismiss):
            flow.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(self._words)
        column.addWidget(links)
        self.hide()

    def show_challenge(self, row: EntryRow | None) -> None:
        """Speak about this challenge, or not at all."""
        self._id = row.id if row else None
        self.setVisible(row is not None)
        title = title_of(row) if row else ""
        shown = title if len(title) <= LONGEST else f"{title[:LONGEST].rstrip()}…"
        self._words.setText(
            self.tr("Would there be someone to ask for help with “{title}”?").format(title=shown)
        )
        if row is None:
            self._words.clear()

    def words(self) -> str:
        """What it says, or an empty string."""
        return self._words.text()

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self._id)

    @Slot()
    def _look(self) -> None:
        self.opened.emit(self._id)
