"""What all pages of the unlock view look like: a card in the middle, and quiet ways elsewhere under it."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from amp_desktop.ui.unlock.busy import Busy
    from amp_desktop.ui.widgets.banner import Banner

CARD_WIDTH = 27
"""In line heights of the text."""


class FlowPage(QScrollArea):
    """A page of the unlock view. It scrolls where the window is too low for it.

    Attributes:
        column: The card's layout; add to it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = label("", "title")
        self._text = label("", "muted")
        self._text.hide()
        self._card = Card()
        self._parts = QWidget()
        self._links = QVBoxLayout()
        self._ways_on: list[QWidget] = []
        self._lay_out()

    # These two are seldom seen, and the first window is shown sooner without them.

    @cached_property
    def banner(self) -> "Banner":
        """Says in the card what went wrong; never a window in the way."""
        from amp_desktop.ui.widgets.banner import Banner

        banner = Banner()
        self._card.column.insertWidget(self._card.column.indexOf(self._parts), banner)
        return banner

    @cached_property
    def _busy(self) -> "Busy":
        from amp_desktop.ui.unlock.busy import Busy

        busy = Busy()
        self._card.column.addWidget(busy)
        return busy

    def set_title(self, title: str) -> None:
        """Say what the page is."""
        self._title.setText(title)

    def set_text(self, text: str) -> None:
        """Say in a sentence or two what it is about."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def arrive(self) -> None:
        """The page comes to be seen: give the focus to where one begins."""

    def forget(self) -> None:
        """Drop everything that was typed or shown."""
        self._clear_banner()
        self.set_busy("")

    def add_link(self, text: str) -> QPushButton:
        """Add a way elsewhere under the card."""
        link = link_button(text)
        self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        self._ways_on.append(link)
        return link

    def show_error(self, error: JournalError) -> None:
        """Say what went wrong and let the mentee try again; what was typed stays."""
        self.set_busy("")
        self.banner.show_error(error)

    def show_also(self, error: JournalError) -> None:
        """Say it, with what the page says already of why the journal does not open."""
        if self.banner.sentence():
            self.banner.add_advice(f"{error.sentence} {error.advice}")
        else:
            self.show_error(error)

    def set_busy(self, words: str) -> None:
        """Say that something is being done, during which nothing can be changed; empty: it is over."""
        self._parts.setEnabled(not words)
        for link in self._ways_on:
            link.setEnabled(not words)
        if words or self.is_busy():
            self._busy.say(words)
        if words:
            self._clear_banner()

    def is_busy(self) -> bool:
        """Whether something is being done."""
        return "_busy" in self.__dict__ and not self._busy.isHidden()

    def _clear_banner(self) -> None:
        if "banner" in self.__dict__:
            self.banner.clear()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self.column = QVBoxLayout(self._parts)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(room * 3 // 4)
        self._card.column.setContentsMargins(room * 3 // 2, room * 5 // 4, room * 3 // 2, room * 3 // 2)
        self._card.column.setSpacing(room * 3 // 4)
        for part in (self._title, self._text, self._parts):
            self._card.column.addWidget(part)
        self._card.setFixedWidth(room * CARD_WIDTH)
        self._links.setSpacing(room // 4)
        ground = QWidget()
        set_variant(ground, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room)
        column.addStretch(2)
        column.addLayout(_mark(room))
        column.addLayout(_centred(self._card))
        column.addLayout(self._links)
        column.addStretch(3)
        self.setWidget(ground)


def _centred(widget: QWidget) -> QLayout:
    """A row with the widget in its middle. An alignment would lose how high text gets when it is broken."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _mark(room: int) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(room // 2)
    row.addStretch(1)
    row.addWidget(IconLabel("book-open", "accent", 1.5))
    name = label("AMP Journal", "lead")
    name.setWordWrap(False)
    row.addWidget(name)
    row.addStretch(1)
    return row
