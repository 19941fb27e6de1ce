"""The bar over a text that finds words in it and puts others in their place."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from amp_desktop.ui.editing.find import Needle
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button
from amp_desktop.ui.widgets.labels import label


class FindBar(QWidget):
    """What is looked for, how many times it is there, and what is to stand in its place.

    It knows no text: whoever owns it searches and tells what was found.

    Attributes:
        needle_changed: Something else is looked for, or more exactly.
        next_requested: On to the next place.
        previous_requested: Back to the one before.
        replace_requested: Put `replacement` in the place of the one that is chosen.
        replace_all_requested: Put `replacement` in the place of all.
        closed: The person is done.
    """

    needle_changed = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    replace_requested = Signal()
    replace_all_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "panel")
        self._words = self._line(self.tr("Find in this entry"))
        self._new = self._line(self.tr("Replace with"))
        self._said = label("", "muted")
        self._case = self._option("Aa", self.tr("Match case"))
        self._whole = self._option("ab|", self.tr("Whole words only"))
        self._accents = self._option("é", self.tr("Match accents"))
        self._previous = icon_button("chevron-up", self.tr("Previous (Shift+Enter)"))
        self._next = icon_button("chevron-down", self.tr("Next (Enter)"))
        self._unfold = icon_button("pencil", self.tr("Replace"))
        self._unfold.setCheckable(True)
        self._close = icon_button("x", self.tr("Close (Escape)"))
        self._one = quiet_button(self.tr("Replace"))
        self._all = quiet_button(self.tr("Replace all"))
        self._connect()
        self._lay_out()
        self.set_replacing(replacing=False)
        self.tell(0, None)

    @property
    def needle(self) -> Needle:
        """What is looked for, and how exactly."""
        return Needle(
            self._words.text(), self._case.isChecked(), self._whole.isChecked(), self._accents.isChecked()
        )

    @property
    def replacement(self) -> str:
        """What is to stand in its place."""
        return self._new.text()

    def open(self, words: str, *, replacing: bool) -> None:
        """Come forward, look for `words` if there are any, and take the keyboard."""
        if words:
            self._words.setText(words)
        self.set_replacing(replacing=replacing or self._unfold.isChecked())
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self.needle_changed.emit()

    def tell(self, count: int, at: int | None) -> None:
        """Say how many places there are, and which one is chosen, counted from 0."""
        if not self._words.text():
            said = ""
        elif not count:
            said = self.tr("Not found")
        elif at is None:
            said = self.tr("Found once") if count == 1 else self.tr("Found %n times", "", count)
        else:
            said = self.tr("{at} of {count}").format(at=at + 1, count=count)
        self._said.setText(said)
        self._words.setAccessibleDescription(said)
        for button in (self._previous, self._next, self._one, self._all):
            button.setEnabled(count > 0)

    def set_replacing(self, *, replacing: bool) -> None:
        """Show the second line, or not."""
        self._unfold.setChecked(replacing)
        for part in (self._new, self._one, self._all):
            part.setVisible(replacing)

    def set_side(self, side: int, width: int) -> None:
        """Keep `side` pixels free at both sides where `width` has room, to stand in line with the text."""
        margins = self._grid.contentsMargins()
        needed = self._grid.minimumSize().width() - margins.left() - margins.right()
        side = max(min(side, (width - needed) // 2), self.fontMetrics().height() // 2)
        self._grid.setContentsMargins(side, margins.top(), side, margins.bottom())

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be put in the place of what is found."""
        self._unfold.setEnabled(writable)
        if not writable:
            self.set_replacing(replacing=False)

    def forget(self) -> None:
        """Drop every word."""
        self._words.clear()
        self._new.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Enter goes on, with Shift back."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._new.hasFocus() and not back:
                self.replace_requested.emit()
            else:
                (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 8)  # a word; it takes what room there is
        return line

    def _option(self, sign: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setCheckable(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(self.needle_changed)
        return button

    def _connect(self) -> None:
        self._words.textChanged.connect(self.needle_changed)
        self._next.clicked.connect(self.next_requested)
        self._previous.clicked.connect(self.previous_requested)
        self._one.clicked.connect(self.replace_requested)
        self._all.clicked.connect(self.replace_all_requested)
        self._unfold.toggled.connect(self._unfolded)
        self._close.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(room // 2, room // 3, room // 2, room // 3)
        grid.setSpacing(room // 4)
        grid.addWidget(self._words, 0, 0)
        grid.addLayout(self._row(self._case, self._whole, self._accents, self._previous, self._next), 0, 1)
        grid.addWidget(self._said, 0, 2)
        grid.addLayout(self._row(self._unfold, self._close), 0, 3)
        grid.addWidget(self._new, 1, 0)
        grid.addLayout(self._row(self._one, self._all), 1, 1)
        grid.setColumnStretch(0, 1)
        self._said.setMinimumWidth(self.fontMetrics().averageCharWidth() * 9)

    def _row(self, *parts: QToolButton | QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for part in parts:
            row.addWidget(part)
        return row

    @Slot(bool)
    def _unfolded(self, shown: bool) -> None:
        self.set_replacing(replacing=shown)
