"""Where a passphrase is typed: hidden, to be shown on demand, with a word when Caps Lock seems to be on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.widgets.labels import SectionLabel, label


class PassphraseField(QWidget):
    """A hidden line with its name over it.

    Signals:
        edited(): The person typed.
        entered(): Enter was pressed.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _HiddenLine(self)
        self._line.setAccessibleName(name.replace("&", ""))
        self._line.textEdited.connect(self._tell)
        self._line.returnPressed.connect(self.entered)
        self._line.caps_lock_seen.connect(self._show_caps_lock)
        self._hint = label("", "care")
        self._hint.hide()
        heading = SectionLabel(name)
        heading.setBuddy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        column.addWidget(heading)
        column.addWidget(self._line)
        column.addWidget(self._hint)
        self.setFocusProxy(self._line)

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def clear(self) -> None:
        """Drop what was typed, and hide the next thing again."""
        self._line.clear()
        self._line.set_shown(shown=False)
        self._hint.hide()

    def select_all(self) -> None:
        """Select what was typed, so that typing replaces it."""
        self._line.selectAll()

    def set_hint(self, words: str) -> None:
        """Say something under the line, or nothing."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()

    @Slot(bool)
    def _show_caps_lock(self, seen: bool) -> None:
        self.set_hint(self.tr("Caps Lock seems to be on.") if seen else "")


class _HiddenLine(QLineEdit):
    caps_lock_seen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._eye = QAction(self)
        self._eye.triggered.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.set_shown(shown=False)

    def set_shown(self, *, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye"))
        self._eye.setText(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))
        self._eye.setToolTip(self._eye.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does not tell whether Caps Lock is on, but a letter whose case is not what Shift asks for does.
        typed = event.text()
        if len(typed) == 1 and typed.isalpha() and typed.lower() != typed.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(typed.isupper() != shift)
        super().keyPressEvent(event)

    @Slot()
    def _toggle(self) -> None:
        self.set_shown(shown=self.echoMode() is QLineEdit.EchoMode.Password)
