"""A gentle line that says what was done, with a way to see it and a way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class Confirmation(QWidget):
    """Hidden until something was done; it goes when the next thing is begun."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "muted")
        self._words.setWordWrap(False)
        self._open_it: Callable[[], None] | None = None
        self._undo_it: Callable[[], object] | None = None
        self._open = self._link(self.tr("Open"))
        self._open.clicked.connect(self._opened)
        self._undo = self._link(self.tr("Undo"))
        self._undo.clicked.connect(self._undone)
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(room // 2)
        row.addWidget(IconLabel("check", "good", 1.1))
        row.addWidget(self._words)
        row.addWidget(self._open)
        row.addWidget(self._undo)
        row.addStretch(1)
        self.hide()

    def show_done(
        self, words: str, undo_it: Callable[[], object], open_it: Callable[[], None] | None = None
    ) -> None:
        """Say what was done.

        Args:
            words: In a few words, without anything of the journal that is private.
            undo_it: Called when it is to be undone.
            open_it: Called to show it; without it there is no such link.
        """
        self._words.setText(words)
        self._open_it, self._undo_it = open_it, undo_it
        self._open.setVisible(open_it is not None)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more."""
        self.hide()
        self._words.clear()
        self._open_it = self._undo_it = None

    def words(self) -> str:
        """What is said now, or an empty string."""
        return self._words.text()

    def _link(self, text: str) -> QPushButton:
        button = link_button(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    @Slot()
    def _opened(self) -> None:
        if self._open_it is not None:
            self._open_it()

    @Slot()
    def _undone(self) -> None:
        undo_it = self._undo_it
        self.clear()
        if undo_it is not None:
            undo_it()
