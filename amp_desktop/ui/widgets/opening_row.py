"""A value on a page that is read as a line and changed in place, once it is opened."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.into_view import IntoView
from amp_desktop.ui.widgets.reading_line import LineWords, ReadingLine

V = TypeVar("V")

_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_UNTIL_RELEASED_MS = 40
"""Between two looks at whether the button of the mouse was let go."""


class OpeningRow(QWidget, Generic[V]):
    """Reads as a line; Enter, Space or a click open its fields, Escape or going elsewhere closes them.

    In the fields Enter goes from line to line, Up and Down do so as well and lead out of the row at its ends.

    Attributes:
        edited: The person changed something.
        removal_requested: It is to go; carries the row.
        stepped: The keyboard is to go up (-1) or down (1) from it; carries the row and which.
        followed: What it leads to is wanted; carries the row.
        closed: It is read again; carries the row.
    """

    edited = Signal()
    removal_requested = Signal(object)
    stepped = Signal(object, int)
    followed = Signal(object)
    closed = Signal(object)

    def __init__(self, value: V, gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.gutter = gutter
        self.line = ReadingLine(self.words(value), self, gutter=gutter)
        self._fields: QWidget | None = None
        self._is_open = self._is_shown = False
        self._lines: tuple[tuple[QWidget, ...], ...] = ()
        self._into_view = IntoView(self)
        self._waiting = QTimer(self, singleShot=True, interval=_UNTIL_RELEASED_MS)
        self._waiting.timeout.connect(self._close_when_released)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.clicked.connect(self.open)
        self.line.stepped.connect(self._step)
        self.line.removal_requested.connect(self.ask_to_remove)
        self.line.follow_requested.connect(self.follow)
        self.line.typed.connect(self.open_and_type)

    # What differs from value to value

    def words(self, value: V) -> LineWords:
        """What the line says."""
        raise NotImplementedError

    def is_blank(self, value: V) -> bool:
        """Whether it holds no word, so that nothing is lost with it."""
        raise NotImplementedError

    def make_fields(self) -> tuple[QWidget, tuple[tuple[QWidget, ...], ...]]:
        """Make the fields; they call `take` when the person changed something in them.

        Returns:
            What they stand on, and those that take the keyboard, line by line.
        """
        raise NotImplementedError

    def fill(self, value: V) -> None:
        """Show a value in the fields without telling anybody."""
        raise NotImplementedError

    def read(self, value: V) -> V:
        """The value as it stands in the fields."""
        raise NotImplementedError

    def first_field(self, value: V) -> QWidget:
        """Where one begins to write when it is opened."""
        raise NotImplementedError

    def texts(self) -> tuple[str, ...]:
        """Which of the value's attributes are text that is written in its fields, in their order."""
        return ()

    def field_of(self, name: str) -> QLineEdit | QTextEdit:
        """The field of such a text."""
        raise NotImplementedError

    # What all have in common

    def value(self) -> V:
        """What stands in it."""
        return self._value

    def blank(self) -> bool:
        """Whether no word stands in it."""
        return self.is_blank(self._value)

    def show_value(self, value: V) -> None:
        """Show a value without telling anybody; whoever writes the same in it is not disturbed."""
        if value == self._value:
            return
        self._value = value
        self.line.say(self.words(value))
        if self._fields is not None:
            self.fill(value)

    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self._is_open

    @Slot()
    def open(self) -> None:
        """Show the fields, with the keyboard in them."""
        self.show_fields()
        self._is_shown = False
        _write_on(self.first_field(self._value))
        self._into_view.bring(self)  # its fields are higher than the line, and may stand below the edge

    def show_fields(self) -> None:
        """Show the fields; the keyboard stays where it is until somebody gives it to them."""
        if self._fields is None:
            self._fields, self._lines = self.make_fields()
            self._column.addWidget(self._fields)
            for field in self._all_fields():
                field.installEventFilter(self)
        if not self._is_open:
            self._is_open = True
            self.fill(self._value)
            self._fields.show()
            self.line.hide()
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            application.focusChanged.connect(self._focus_went, Qt.ConnectionType.UniqueConnection)
            self._is_shown = True

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in it."""
        return self._holds(QApplication.focusWidget())

    @Slot(str)
    def open_and_type(self, letter: str) -> None:
        """Whoever types on the line writes on in its fields."""
        self.open()
        field: QWidget | None = QApplication.focusWidget()
        if field is not None and self._holds(field):
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, key)

    def close_fields(self) -> None:
        """Show the line again; the keyboard goes to it if it is in the fields."""
        if not self._is_open:
            return
        self._is_open = False
        self._waiting.stop()
        assert self._fields is not None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._focus_went)
        held = self._holds(QApplication.focusWidget())
        self.line.say(self.words(self._value))
        self.line.show()
        if held:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields.hide()
        self.closed.emit(self)

    @Slot()
    def take(self) -> None:
        """The person changed something in the fields."""
        value = self.read(self._value)
        if value != self._value:
            self._value = value
            self.edited.emit()

    def put_value(self, value: V) -> None:
        """Let it have another value, as the person's own change."""
        if value != self._value:
            self.show_value(value)
            self.edited.emit()
            if not self._is_open:
                self.closed.emit(self)  # one without a word goes

    @Slot()
    def ask_to_remove(self) -> None:
        """Ask for the row to be taken away."""
        self.removal_requested.emit(self)

    @Slot()
    def follow(self) -> None:
        """Ask for what it leads to."""
        self.followed.emit(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that lead from field to field and out of them."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_fields()
        elif key in _ENTER and keys == Qt.KeyboardModifier.ControlModifier:
            self._finish()
        elif key in _ENTER and not keys and isinstance(watched, QLineEdit):
            self._go_on(watched)
        elif key in _BY and not keys and isinstance(watched, QWidget) and _at_edge(watched, _BY[key]):
            self._go_by_line(watched, _BY[key])
        elif key == Qt.Key.Key_Backspace and self._may_vanish(watched):
            self.ask_to_remove()
        else:
            return False
        return True

    def _finish(self) -> None:
        """Ctrl+Enter was pressed in a field."""
        self.close_fields()

    def _go_on(self, field: QWidget) -> None:
        fields = self._all_fields()
        after = [one for one in fields[fields.index(field) + 1 :] if isinstance(one, QLineEdit | QTextEdit)]
        if after:
            _write_on(after[0])
        else:
            self._finish()

    def _go_by_line(self, field: QWidget, by: int) -> None:
        at = next(number for number, line in enumerate(self._lines) if field in line) + by
        if 0 <= at < len(self._lines):
            _write_on(self._lines[at][0])
        else:
            self._step(by)

    def _may_vanish(self, field: QObject) -> bool:
        return isinstance(field, QLineEdit) and not field.text() and self.blank()

    def _all_fields(self) -> list[QWidget]:
        return [field for line in self._lines for field in line]

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    @Slot(int)
    def _step(self, by: int) -> None:
        self.stepped.emit(self, by)

    @Slot(QWidget, QWidget)
    def _focus_went(self, _left: QWidget | None, reached: QWidget | None) -> None:
        """Close once the keyboard is elsewhere in the window, not for a menu, a calendar, another window."""
        if reached is None or QApplication.activePopupWidget() is not None:
            return
        if self._holds(reached):
            self._is_shown = False
        elif not self._is_shown and reached.window() is self.window():
            self._close_when_released()

    @Slot()
    def _close_when_released(self) -> None:
        """Not before: what is being pressed below would move away from under the pointer."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._waiting.start()
        elif not self._holds(QApplication.focusWidget()):
            self.close_fields()


def _write_on(field: QWidget) -> None:
    """Give a field the keyboard, behind its last letter; as by Tab, the next one would replace them all."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.end(False)  # noqa: FBT003 - Qt's signature


def _at_edge(field: QWidget, by: int) -> bool:
    """Whether there is no line of its own in that direction."""
    if not isinstance(field, QTextEdit):
        return True
    way = QTextCursor.MoveOperation.Up if by < 0 else QTextCursor.MoveOperation.Down
    return not field.textCursor().movePosition(way)
