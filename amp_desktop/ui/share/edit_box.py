"""A small box beside the summary in which one line of it is worded anew, for this time."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.summary import Place, Wording
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import link_button, primary_button, quiet_button
from amp_desktop.ui.widgets.text_box import TextBox
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

translate = QCoreApplication.translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EditBox(QFrame):
    """Words one line anew. Enter takes the words, Escape leaves everything as it was.

    Signals:
        worded(str, str, str): At the place of that key stand these words now, in place of those of the entry.
        taken_back(str): The words of the entry are to stand there again.
        closed(): Nothing is being written any more.
        entry_wanted(str): What the place of that key comes from is to be shown.
    """

    worded = Signal(str, str, str)
    taken_back = Signal(str)
    closed = Signal()
    entry_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self._place = Place()
        self._opened_with = ""
        set_variant(self, "card")
        self.setAccessibleName(self.tr("Reword it this time"))
        self._about = WrappedLabel("small")
        self._text = TextBox(self.tr("Words for this time"), self.tr("Leave it out"), lines=1, most_lines=6)
        self._text.installEventFilter(self)
        self._keep = primary_button(self.tr("Use these words"))
        self._keep.clicked.connect(self._take)
        self._back = quiet_button(self.tr("Take back"), "undo-2")
        self._back.clicked.connect(self._take_back)
        self._cancel = quiet_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.close_box)
        self._origin = WrappedLabel("small")
        self._look = link_button(self.tr("Open the entry"))
        self._look.clicked.connect(self._show_entry)
        self._lay_out()
        self.hide()

    def open_at(self, place: Place, words: str, top: int, origin: str = "", *, invites: bool = False) -> None:
        """Begin to word a place anew.

        Args:
            place: Which.
            words: What stands there: those for this time, as they were written, else those of the entry.
            top: Where it stands, in pixels from the upper edge of what the box lies on.
            origin: Where the words come from; empty where that is no entry.
            invites: Whether nothing stands there yet but what belongs there, which is said over the line.
        """
        self._place, self._opened_with = place, words
        self._about.setText(place.source if invites else _about(place))
        self._origin.setText(origin)
        for part in (self._origin, self._look):
            part.setVisible(bool(origin))
        self._about.setVisible(bool(self._about.text()))
        self._back.setVisible(place.wording is not Wording.OF_ENTRY)
        self._text.set_text(words)
        self._text.selectAll()
        self.show()
        self.raise_()
        self._fit(top)
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def key(self) -> str:
        """The place that is being worded; empty while none is."""
        return self._place.key if self.isVisible() else ""

    def forget(self) -> None:
        """Drop every word."""
        self.hide()
        self._place, self._opened_with = Place(), ""
        self._about.clear()
        self._origin.clear()
        self._text.set_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape in the text."""
        if watched is self._text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_box()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def close_box(self) -> None:
        """Leave everything as it was."""
        self.forget()
        self.closed.emit()

    @Slot()
    def _show_entry(self) -> None:
        key = self._place.key
        self.close_box()
        self.entry_wanted.emit(key)

    @Slot()
    def _take(self) -> None:
        place, words, before = self._place, self._text.text(), self._opened_with
        self.forget()
        if words != before or place.wording is Wording.OUTDATED:
            self.worded.emit(place.key, words, place.source)
        self.closed.emit()

    @Slot()
    def _take_back(self) -> None:
        key = self._place.key
        self.forget()
        self.taken_back.emit(key)
        self.closed.emit()

    def _fit(self, top: int) -> None:
        """As wide as there is room, under the line if that is seen, and never out of sight."""
        area, room = self._area.rect(), self.fontMetrics().height()
        width = min(area.width() - 2 * room, self.fontMetrics().averageCharWidth() * 76)
        self.setFixedWidth(max(width, room * 8))
        self._column.activate()
        self.setFixedHeight(max(self._column.heightForWidth(self.width()), self._column.sizeHint().height()))
        left = (area.width() - self.width()) // 2
        lowest = area.height() - self.height() - room // 2
        self.move(QPoint(max(left, 0), max(min(top, lowest), room // 2)))

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(room * 2 // 3, room * 2 // 3, room * 2 // 3, room * 2 // 3)
        column.setSpacing(room // 2)
        column.addWidget(self._about)
        source = QHBoxLayout()
        source.addWidget(self._origin, 1)
        source.addWidget(self._look)
        column.addLayout(source)
        column.addWidget(self._text)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._keep)
        column.addLayout(buttons)


def _about(place: Place) -> str:
    """What stands there by itself, where other words do now."""
    match place.wording:
        case Wording.EDITED:
            words = translate("EditBox", "Edited this time. In the entry it says: {words}")
        case Wording.OUTDATED:
            words = translate("EditBox", "The entry has changed since you edited this. It says now: {words}")
        case Wording.OF_ENTRY:
            return ""
    return words.format(words=place.source)
