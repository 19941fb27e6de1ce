"""Whom one asked for help, and what came back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.kinds.challenge import Asking
from amp_desktop.domain.own_id import new_id
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.text_box import TextBox
from amp_desktop.ui.widgets.wheel_guard import WheelGuard


class AskedList(QWidget):
    """A card for each time that help was asked for, and a button for the next.

    Attributes:
        edited: The person changed something.
        added: A card was added: help was asked for.
    """

    edited = Signal()
    added = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._cards: list[AskingCard] = []
        self._wheel = WheelGuard(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 3)
        self._add = quiet_button(self.tr("I asked someone"), "plus")
        self._add.clicked.connect(self._begin)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    def askings(self) -> tuple[Asking, ...]:
        """What stands in the cards; one that names nobody is left out."""
        return tuple(asking for asking in (card.asking() for card in self._cards) if asking.whom)

    def show_askings(self, askings: Sequence[Asking]) -> None:
        """Show these without telling anybody."""
        if tuple(askings) == self.askings():
            return
        for card, asking in zip(self._cards, askings, strict=False):
            card.show_asking(asking)
        for card in self._cards[len(askings) :]:
            self._drop(card)
        for asking in askings[len(self._cards) :]:
            self._insert(asking)

    def clear(self) -> None:
        """Show none, not even a card that was begun."""
        for card in tuple(self._cards):
            self._drop(card)

    def _insert(self, asking: Asking) -> "AskingCard":
        card = AskingCard(asking, self._today)
        card.edited.connect(self.edited)
        card.removed.connect(self._remove)
        self._wheel.watch(card)
        self._column.insertWidget(len(self._cards), card)
        self._cards.append(card)
        return card

    @Slot()
    def _begin(self) -> None:
        self._insert(Asking("", day=self._today())).focus()
        self.added.emit()

    @Slot(object)
    def _remove(self, card: "AskingCard") -> None:
        self._add.setFocus()
        self._drop(card)
        self.edited.emit()

    def _drop(self, card: "AskingCard") -> None:
        if card.isAncestorOf(self.focusWidget()):
            self._add.setFocus()
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()


class AskingCard(Card):
    """Whom, when, where, and the answer.

    Attributes:
        edited: The person changed something.
        removed: It is to go; carries the card.
    """

    edited = Signal()
    removed = Signal(object)

    def __init__(self, asking: Asking, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = asking if asking.whom else replace(asking, id=new_id())
        room = self.fontMetrics().height()
        self.column.setContentsMargins(room // 2, room // 2, room // 2, room // 2)
        self._whom = self._line(self.tr("Whom"))
        self._day = DayField(self.tr("Asked on"), today=today)
        self._day.day_changed.connect(self._changed)
        self._where = self._line(self.tr("Where: a channel, a call"))
        self._answer = TextBox(self.tr("Answer"), self.tr("What came back"), lines=1)
        self._answer.edited.connect(self.edited)
        cross = icon_button("x", self.tr("Remove this"), look="small")
        cross.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.addWidget(self._whom, 1)
        head.addWidget(cross)
        self.column.addLayout(head)
        for part in (self._day, self._where, self._answer):
            self.column.addWidget(part)
        self.show_asking(asking)

    def show_asking(self, asking: Asking) -> None:
        """Show it without telling anybody."""
        if asking == self.asking():
            return
        self._asking = asking
        for line, text in ((self._whom, asking.whom), (self._where, asking.where)):
            if line.text().strip() != text:
                line.setText(text)
        self._day.set_day(asking.day)
        self._answer.set_text(asking.answer)

    def asking(self) -> Asking:
        """What stands in it."""
        return replace(
            self._asking,
            whom=self._whom.text().strip(),
            day=self._day.day(),
            where=self._where.text().strip(),
            answer=self._answer.text(),
        )

    def focus(self) -> None:
        """Begin with whom."""
        self._whom.setFocus()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.textEdited.connect(self.edited)
        return line

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)
