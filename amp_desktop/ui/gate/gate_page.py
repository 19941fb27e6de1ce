"""What all pages of the gate look like: a card in the middle, and quiet ways elsewhere under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.theme import set_look
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label

CARD_WIDTH = 27
"""In line heights of the text."""


class GatePage(QScrollArea):
    """A page of the gate. It scrolls where the window is too low for it.

    Attributes:
        column: The card's layout; add to it.
        banner: Says in the card what went wrong; never a window in the way.
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
        self.banner = Banner()
        self._busy = _Busy()
        self._links = QVBoxLayout()
        self._lay_out()

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
        self.banner.clear()
        self.set_busy("")

    def add_link(self, text: str) -> QPushButton:
        """Add a way elsewhere under the card."""
        link = link_button(text)
        self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        return link

    def show_error(self, error: JournalError) -> None:
        """Say what went wrong and let the mentee try again; what was typed stays."""
        self.set_busy("")
        self.banner.show_error(error)

    def set_busy(self, words: str) -> None:
        """Say that something is being done, during which nothing can be changed; empty: it is over."""
        self._parts.setEnabled(not words)
        for at in range(self._links.count()):
            item = self._links.itemAt(at)
            if item is not None and (link := item.widget()) is not None:
                link.setEnabled(not words)
        self._busy.say(words)
        if words:
            self.banner.clear()

    def is_busy(self) -> bool:
        """Whether something is being done."""
        return not self._busy.isHidden()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self.column = QVBoxLayout(self._parts)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(room * 3 // 4)
        self._card.column.setContentsMargins(room * 3 // 2, room * 5 // 4, room * 3 // 2, room * 3 // 2)
        self._card.column.setSpacing(room * 3 // 4)
        for part in (self._title, self._text, self.banner, self._parts, self._busy):
            self._card.column.addWidget(part)
        self._card.setFixedWidth(room * CARD_WIDTH)
        self._links.setSpacing(room // 4)
        ground = QWidget()
        set_look(ground, "panel")
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


class _Busy(QWidget):
    """One calm line and a bar that moves."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 3)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.say("")

    def say(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        # A bar without an end is animated by the style for as long as it has no range.
        self._bar.setRange(0, 0 if words else 1)
        self.setVisible(bool(words))
