"""A gentle line that says what was done, with a way to see it and a way back."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class _Parts(NamedTuple):
    words: QLabel
    open: QPushButton
    undo: QPushButton


class Confirmation(QWidget):
    """Hidden until something was done; it goes when the next thing is begun.

    A page has one for each of its parts and shows one at a time, so nothing is in it before it is needed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._open_it: Callable[[], None] | None = None
        self._undo_it: Callable[[], object] | None = None
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
        self._said = words
        self._open_it, self._undo_it = open_it, undo_it
        self._parts.words.setText(words)
        self._parts.open.setVisible(open_it is not None)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more."""
        self.hide()
        if self._said:
            self._parts.words.clear()
        self._said = ""
        self._open_it = self._undo_it = None

    def words(self) -> str:
        """What is said now, or an empty string."""
        return self._said

    @cached_property
    def _parts(self) -> _Parts:
        sign = IconLabel("check", "good", 1.1, self)
        words = label("", "muted", self)
        words.setWordWrap(False)
        parts = _Parts(words, self._link(self.tr("Open")), self._link(self.tr("Undo")))
        parts.open.clicked.connect(self._opened)
        parts.undo.clicked.connect(self._undone)
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(room // 2)
        for part in (sign, *parts):
            row.addWidget(part)
        row.addStretch(1)
        return parts

    def _link(self, text: str) -> QPushButton:
        button = link_button(text, self)
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
