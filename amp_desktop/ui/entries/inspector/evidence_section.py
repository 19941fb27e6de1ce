"""What an entry is evidence for, beside the page."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.pins import Pin
from amp_desktop.ui.pinning.labels import pin_words
from amp_desktop.ui.widgets.buttons import icon_button, link_button
from amp_desktop.ui.widgets.labels import Elided


class EvidenceSection(QWidget):
    """The topics that the entry, or a fact of it, is pinned to, each with a button that takes it off.

    Attributes:
        pin_requested: It is to be pinned to a topic.
        unpin_requested: It is to be taken off; carries the `Pin`.
    """

    pin_requested = Signal()
    unpin_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, Pin], ...] | None = None
        self._pins: dict[QWidget, Pin] = {}
        self._add = link_button(self.tr("Pin to evidence…"))
        self._add.clicked.connect(self.pin_requested)
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 4)
        self._column.addWidget(self._rows)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self._column.addLayout(row)
        self._rows.hide()

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry is evidence for; a fact that is not true of it any more is left out.

        What is sealed is on no board: nothing of it is offered, and what was pinned before can be taken off.
        """
        self._add.setHidden(entry.is_sealed)
        facts = {fact.key: fact for fact in entry.facts()}
        shown = tuple((pin_words(pin, facts), pin) for pin in entry.pins if not pin.fact or pin.fact in facts)
        if shown != self._shown:
            self._shown = shown
            self._show_rows(shown)

    def forget(self) -> None:
        """Drop every word."""
        self._shown = None
        self._show_rows(())

    def _show_rows(self, shown: tuple[tuple[str, Pin], ...]) -> None:
        had_focus = self.focusWidget() in self._pins
        former, self._rows, self._pins = self._rows, QWidget(self), {}
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, pin in shown:
            row = QHBoxLayout()
            row.addWidget(Elided(words), 1)
            off = icon_button("x", self.tr("Take off “{topic}”").format(topic=words), look="small")
            off.clicked.connect(self._take_off)
            self._pins[off] = pin
            row.addWidget(off)
            column.addLayout(row)
        self._column.replaceWidget(former, self._rows)
        former.hide()
        former.deleteLater()
        self._rows.setVisible(bool(shown))
        if had_focus and not self._add.isHidden():
            self._add.setFocus()

    @Slot()
    def _take_off(self) -> None:
        pin = self._pins.get(self.sender())  # type: ignore[call-overload]
        if pin is not None:
            self.unpin_requested.emit(pin)
