"""At most one kind offer, which can be taken up or left."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.offers import Offer
from amp_desktop.ui.today.offers.base import OfferChoice
from amp_desktop.ui.today.offers.registry import OFFER_WORDS
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.layouts import discard
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel


class Suggestion(QWidget):
    """One sentence with the ways to take it up, and one to leave it; hidden mostly.

    Attributes:
        chosen: It is taken up: the offer, and the choice that was made.
        left: It is to be left; carries the offer.
    """

    chosen = Signal(object, object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._words = WrappedLabel(parent=self)
        self._links: list[QPushButton] = []
        room = self.fontMetrics().height()
        row = QWidget(self)
        self._flow = FlowLayout(row, room * 2 // 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(self._words)
        column.addWidget(row)
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Speak of this, or not at all."""
        self.setVisible(offer is not None)
        if offer == self._offer:
            return
        self._offer = offer
        self._drop_links()
        if offer is None:
            self._words.clear()
            return
        words = OFFER_WORDS[offer.name](offer)
        self._words.setText(words.sentence)
        for choice in words.choices:
            self._add_link(choice.label, partial(self._choose, choice))
        self._add_link(words.leave or self.tr("Leave it"), self._leave)

    def words(self) -> str:
        """What it says, or an empty string."""
        return self._words.text()

    def _add_link(self, words: str, slot: object) -> None:
        link = link_button(words)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(slot)
        self._links.append(link)
        self._flow.addWidget(link)
        link.show()

    def _drop_links(self) -> None:
        for link in self._links:
            discard(self._flow, link)
        self._links = []

    def _choose(self, choice: OfferChoice) -> None:
        if self._offer is not None:
            self.chosen.emit(self._offer, choice)

    @Slot()
    def _leave(self) -> None:
        if self._offer is not None:
            self.left.emit(self._offer)
