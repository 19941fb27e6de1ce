"""One line to write in: choose the kind, type, Enter."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.today.presenter import is_long
from amp_desktop.ui.today.undo_keys import is_for_page
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.text_box import TextBox

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Line(TextBox):
    """A line that grows with a longer text; Enter is done, Shift+Enter is done and goes on elsewhere."""

    entered = Signal()
    continued = Signal()

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if is_for_page(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.continued.emit()
        else:
            self.entered.emit()


class WriteLine(QWidget):
    """Where a thought is written down before it is gone: the one thing on the page with a frame.

    Attributes:
        begun: Something is being typed.
        written: A text is to be kept; carries whether it goes on in the journal.
    """

    begun = Signal()
    written = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = QFrame(self)
        set_variant(self._frame, "line")
        kinds = [kind for kind in ENTRY_TYPES if kind_view(kind).fits_a_line]
        choices = [(kind_view(kind).name(), kind) for kind in kinds]
        self._kind = choice_field(self.tr("What it is"), choices, self._frame)
        set_variant(self._kind, "chip")
        self._kind.setIconSize(icon_size(self._kind, 1.05))
        for at, kind in enumerate(kinds):
            self._kind.setItemIcon(at, icon(kind_view(kind).icon_name, "muted", "muted"))
        self._name, self._question = self.tr("Write a line"), self.tr("What is worth a line?")
        self._line = _Line(self._name, self._question, self._frame, lines=1, most_lines=8)
        set_variant(self._line, "line")
        self._line.edited.connect(self._edited)
        self._line.entered.connect(self._enter)
        self._line.continued.connect(self._continue)
        self._line.installEventFilter(self)
        self._keep_words = self.tr("Enter keeps it")
        self._keep = QPushButton(self._keep_words, self._frame)
        self._keep.setAccessibleName(self.tr("Keep"))
        self._keep.setToolTip(self.tr("Shift+Enter keeps it and goes on in the journal."))
        self._keep.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by keyboard it is Enter
        self._keep.setAutoDefault(False)
        set_variant(self._keep, "hint")
        self._keep.clicked.connect(self._enter)
        self._hint = label(self.tr("It goes on in the journal, where there is room."), "small", self)
        self._lay_out()
        self.setFocusProxy(self._line)
        self._show_hint()

    def kind(self) -> Kind:
        """What the text is going to be."""
        return str(self._kind.currentData())

    def text(self) -> str:
        """What was typed and is not kept yet."""
        return self._line.text().strip()

    def clear(self) -> None:
        """Be empty again, with nothing for undo to bring back."""
        self._line.clear()
        self._line.document().clearUndoRedoStacks()
        self._show_hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the frame show where the keyboard is."""
        if watched is self._line and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_variant(self._frame, "line-focus" if event.type() == QEvent.Type.FocusIn else "line")
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question is read whole first; where there is little room, a sign says what Enter does.

        Where there is less, a shorter sentence asks, since half a question asks nothing.
        """
        super().resizeEvent(event)
        self._keep.setText(self._keep_words)
        self._keep.setIcon(QIcon())
        question = self._line.fontMetrics().horizontalAdvance(self._question)
        if self._room_to_write() < question:
            self._keep.setText("")
            self._keep.setIcon(icon("check", "muted"))
            self._keep.setIconSize(icon_size(self._keep))
        is_short = self._room_to_write() < question
        self._line.setPlaceholderText(self._name if is_short else self._question)

    def _room_to_write(self) -> int:
        taken = self._kind.sizeHint().width() + self._keep.sizeHint().width() + self._around()
        return self.width() - taken

    def _around(self) -> int:
        """What stands free beside and between the three."""
        room = self.fontMetrics().height()
        return room // 4 + room // 2 + 2 * (room // 2) + 2 * self._frame.frameWidth()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(room // 4, room // 4, room // 2, room // 4)
        row.setSpacing(room // 2)
        row.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(self._frame)
        column.addWidget(self._hint)

    def _show_hint(self) -> None:
        self._hint.setVisible(is_long(self.text()))

    @Slot()
    def _edited(self) -> None:
        self._show_hint()
        self.begun.emit()

    @Slot()
    def _enter(self) -> None:
        if self.text():
            self.written.emit(is_long(self.text()))
        self._line.setFocus()

    @Slot()
    def _continue(self) -> None:
        if self.text():
            self.written.emit(True)  # noqa: FBT003 -- a signal knows no keywords
