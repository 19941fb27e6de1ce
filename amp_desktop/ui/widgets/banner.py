"""A message in the page: never a window in the way."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.style.tokens import Tint
from amp_desktop.ui.widgets.buttons import icon_button, secondary_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class Tone(StrEnum):
    """How much a message matters; the icon's shape says it too."""

    INFO = "info"
    GOOD = "good"
    CARE = "care"
    ERROR = "error"


_ICONS: dict[Tone, tuple[str, Tint]] = {
    Tone.INFO: ("info", "accent"),
    Tone.GOOD: ("circle-check", "good"),
    Tone.CARE: ("triangle-alert", "care"),
    Tone.ERROR: ("circle-alert", "care"),
}


class Banner(QFrame):
    """A sentence, what can be done about it, and perhaps a button that does it.

    Hidden until there is something to say.

    Attributes:
        action_requested: The action button was pressed.
        dismissed: The person closed it.
        undo_offered: The action takes back what was done, or no longer.
    """

    action_requested = Signal()
    dismissed = Signal()
    undo_offered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(factor=1.5, parent=self)
        self._sentence = label("", "strong", self)
        self._advice = label("", parent=self)
        self._action = secondary_button("", parent=self)
        self._action.clicked.connect(self.action_requested)
        self._close = icon_button("x", self.tr("Close this message"), self)
        self._close.clicked.connect(self._dismiss)
        self._lay_out()
        self.hide()

    def show_message(self, tone: Tone, sentence: str, advice: str = "", action: str = "") -> None:
        """Say something.

        Args:
            tone: How much it matters.
            sentence: What is.
            advice: What can be done, in a sentence.
            action: The words on the button that does it; without them there is none.
        """
        self.undo_offered.emit(False)  # noqa: FBT003 - a signal takes no names
        for where, words in ((self._sentence, sentence), (self._advice, advice)):
            where.setText(words)
            where.setVisible(bool(words))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{sentence} {advice}".strip())
        set_variant(self, "banner-care" if tone in {Tone.CARE, Tone.ERROR} else "banner")
        self._sign.set_icon(*_ICONS[tone])
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_undo(self, sentence: str, advice: str = "") -> None:
        """Say what was done, with a button that takes it back."""
        self.show_message(Tone.INFO, sentence, advice, self.tr("Undo"))
        self.undo_offered.emit(True)  # noqa: FBT003

    def show_error(self, error: JournalError, action: str = "") -> None:
        """Say what went wrong and what to do next."""
        self.show_message(Tone.ERROR, error.sentence, error.advice, action)

    def add_advice(self, words: str) -> None:
        """Say something more under what is said already."""
        self._advice.setText("\n".join(filter(None, (self._advice.text(), words))))
        self._advice.show()
        self.setAccessibleName(f"{self.accessibleName()} {words}".strip())

    def tries(self, write: Callable[[], object]) -> bool:
        """Write, and say so when that could not be done; when it could, there is nothing left to say."""
        try:
            write()
        except JournalError as error:
            self.show_error(error)
            return False
        self.clear()
        return True

    def focus_action(self) -> None:
        """Give the keyboard to the button that does what can be done."""
        self._action.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Say nothing any more."""
        self.undo_offered.emit(False)  # noqa: FBT003
        self.hide()
        self._sentence.clear()
        self._advice.clear()

    def sentence(self) -> str:
        """What is said now, or an empty string."""
        return self._sentence.text()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        words = QVBoxLayout()
        words.setSpacing(room // 6)
        words.addWidget(self._sentence)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(room * 2 // 3, room // 2, room * 2 // 3, room // 2)
        row.setSpacing(room // 2)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
