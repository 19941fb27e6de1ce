"""The right side of the page: what could carry the topic that the board is on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amp_desktop.domain.evidence import EvidenceTopic
from amp_desktop.ui.evidence.lists import PinnableList
from amp_desktop.ui.evidence.rows import BoardRow
from amp_desktop.ui.pinning.labels import topic_words
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import link_button, secondary_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.search_field import SearchField


class OfferPanel(QFrame):
    """A search over everything written; while nothing is typed, what is offered by itself.

    Attributes:
        search: Where one types.
        list: What is offered.
        pin_requested: The chosen ones are to be pinned to the topic.
        refuse_requested: Not this one.
    """

    pin_requested = Signal()
    refuse_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "card")
        self._is_narrow = False
        self._heading = label("", "strong")
        self.search = SearchField(self.tr("Find entries and facts"))
        self.search.left_downwards.connect(self.go_to_list)
        self.list = PinnableList(self.tr("What could be pinned"))
        self.list.setMinimumHeight(self.fontMetrics().height() * 2)
        self.list.opened.connect(self.pin_requested)
        self.list.removed.connect(self.refuse_requested)
        self.list.selectionModel().selectionChanged.connect(self._show_buttons)
        self._nothing = label("", "muted")
        self._pin = secondary_button(self.tr("Pin"), "bookmark")
        self._pin.clicked.connect(self.pin_requested)
        self._refuse = link_button(self.tr("Not this one"))
        self._refuse.clicked.connect(self.refuse_requested)
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room * 2 // 3, room * 2 // 3, room * 2 // 3, room * 2 // 3)
        column.setSpacing(room // 2)
        column.addWidget(self._heading)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        buttons = FlowLayout(spacing=room // 2)
        buttons.addWidget(self._pin)
        buttons.addWidget(self._refuse)
        column.addLayout(buttons)
        self._column = column

    def show_topic(self, topic: EvidenceTopic) -> None:
        """Say for what it is offered."""
        self._heading.setText(self.tr("What could support “{topic}”").format(topic=topic_words(topic)))

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room where it stands under the board: no list while nothing is in it."""
        self._is_narrow = narrow
        self.list.setVisible(bool(self.list.rows.rowCount()) or not narrow)

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show what is offered, or what to do where nothing is."""
        self.list.show_rows(rows)
        if self.search.query():
            self._nothing.setText(self.tr("Everything that was found is pinned there already."))
        else:
            self._nothing.setText(
                self.tr("There is nothing to suggest. Search for it, or pin it from its own page.")
            )
        self._nothing.setVisible(not rows)
        self.set_narrow(narrow=self._is_narrow)
        self._show_buttons()

    def forget(self) -> None:
        """Drop every word."""
        self.search.set_query("")
        self.list.show_rows(())

    @Slot()
    def go_to_list(self) -> None:
        """Give the keyboard to what is offered."""
        if self.list.rows.rowCount():
            self.list.setFocus()

    @Slot()
    def _show_buttons(self) -> None:
        chosen = self.list.chosen()
        self._pin.setEnabled(bool(chosen))
        self._refuse.setVisible(any(row.suggestion is not None for row in chosen))
