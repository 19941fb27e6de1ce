"""Buttons in a row of which one or none is chosen: one stop for Tab, and keys for what is in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_BY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What may be held with a digit: some keyboards need Shift for it."""


class ChoiceRow(QWidget):
    """What a scale and a row of states have in common. Nothing is laid out here.

    Tab stops once, at the chosen one, or where one stood last. Left and Right go from one to the next, a
    digit chooses the one of that number, Space and Enter press. Up and Down are left to what the row stands
    in.

    Attributes:
        changed: The person chose another one, or none: its number from 1, or None.
    """

    changed = Signal(object)

    arrows_choose = False
    """Whether an arrow key chooses what it leads to, as in a scale, or only goes there."""
    may_be_none = False
    """Whether Delete, or pressing the chosen one once more, leaves none chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chosen: int | None = None
        self._chosen_when_pressed: int | None = None
        self._buttons: Sequence[QAbstractButton] = ()

    def set_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """These are what is chosen from; each can be checked, and stands in the row."""
        self._buttons = buttons
        for button in buttons:
            button.setCheckable(True)
            button.pressed.connect(self._note_chosen)
            button.toggled.connect(self._toggled)
            button.clicked.connect(self._clicked)
            button.installEventFilter(self)
        self._stop_at(0)

    def chosen(self) -> int | None:
        """The number of the chosen one, from 1; None for none."""
        return self._chosen

    def choose_quietly(self, number: int | None) -> None:
        """Show which is chosen without telling anybody."""
        self._chosen = number
        for at, button in enumerate(self._buttons, start=1):
            excludes = button.autoExclusive()
            button.setAutoExclusive(excludes and number is not None)  # of such, Qt would keep one checked
            button.setChecked(at == number)
            button.setAutoExclusive(excludes)
        if number is not None and not self._has_keyboard():
            self._stop_at(number - 1)

    def focus(self) -> None:
        """Give the keyboard to the chosen one, or to where one stood last."""
        stop = next(one for one in self._buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys, which would go from button to button and out of the row."""
        at = next((at for at, button in enumerate(self._buttons) if button is watched), None)
        if at is None:
            return False
        match event.type():
            case QEvent.Type.FocusIn:
                self._stop_at(at)
            case QEvent.Type.FocusOut if self._chosen is not None:
                self._stop_at(self._chosen - 1)  # of the row one comes back to, the chosen one is read
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._take_arrow(at, event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; Delete clears where none may be chosen."""
        digit = event.key() - Qt.Key.Key_0
        if not event.modifiers() & ~_SHIFT and 1 <= digit <= len(self._buttons):
            self.choose(digit)
            self._follow_chosen()
        elif self.may_be_none and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def choose(self, number: int | None) -> None:
        """Choose one as the person does."""
        told = number != self._chosen
        self.choose_quietly(number)
        if told:
            self.changed.emit(number)

    def _take_arrow(self, at: int, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:  # Qt would go to whatever button lies there
            event.ignore()
            return True
        by = _BY.get(key, 0)
        if not by or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        at += -by if self.isRightToLeft() else by
        if self.arrows_choose and self._chosen is None:
            at = self._stop()  # the first key takes what one stands at
        at = min(max(at, 0), len(self._buttons) - 1)
        self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        if self.arrows_choose:
            self.choose(at + 1)
        return True

    def _follow_chosen(self) -> None:
        if self._chosen is not None and self._has_keyboard():
            self._buttons[self._chosen - 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _has_keyboard(self) -> bool:
        return any(button.hasFocus() for button in self._buttons)

    def _stop(self) -> int:
        stops = (at for at, one in enumerate(self._buttons) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next(stops, 0)

    def _stop_at(self, at: int) -> None:
        """Have Tab stop at that one alone."""
        for number, button in enumerate(self._buttons):
            stops = number == at
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    @Slot()
    def _note_chosen(self) -> None:
        self._chosen_when_pressed = self._chosen

    @Slot(bool)
    def _toggled(self, checked: bool) -> None:
        """One changed by itself: by a click, or by a screen reader, which toggles and does not click."""
        button, number = self._sender()
        if checked == (number == self._chosen) or (not checked and button.autoExclusive()):
            return  # it shows what is chosen already, or makes way for the one that is chosen next
        self.choose(None if not checked and self.may_be_none else number)
        self.choose_quietly(self._chosen)  # pressing the chosen one unchecks it, whatever it means

    @Slot()
    def _clicked(self) -> None:
        """The chosen one, pressed once more, clears it; one that excludes the others does not toggle then."""
        button, number = self._sender()
        if self.may_be_none and button.autoExclusive() and number == self._chosen_when_pressed:
            self.choose(None)

    def _sender(self) -> tuple[QAbstractButton, int]:
        sender = self.sender()
        return next((one, at) for at, one in enumerate(self._buttons, start=1) if one is sender)
