"""The phase of the program that a milestone fell into, as a chip: one of the program's, or other words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.mnemonics import without_mnemonic

_DONE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class PhaseChip(QWidget):
    """Says the phase, or asks for it; its list offers the program's phases and a line for other words.

    Attributes:
        edited: The person chose or wrote another one.
    """

    edited = Signal()

    def __init__(self, phases: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        """Make it, without a phase.

        Args:
            phases: The names of the program's phases; asked when the list opens.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._phases = phases
        self._phase = ""
        self.chip = ChipButton()
        self.chip.clicked.connect(self._offer)
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("Phase of the program"))
        self._line.setPlaceholderText(self.tr("Phase of the program"))
        self._line.textEdited.connect(self._typed)
        self._line.installEventFilter(self)
        self._line.hide()
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        row.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._say()

    def phase(self) -> str:
        """The phase in the mentee's words; may be empty."""
        return self._phase

    def show_phase(self, phase: str) -> None:
        """Show a phase without telling anybody."""
        if phase != self._phase:
            self._phase = phase
            self._line.setText(phase)
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line becomes the chip again by Enter or Escape, and when one goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self._close()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _DONE:
            self._close()
            self.chip.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        words = self._phase or self.tr("Phase")
        self.chip.setText(words)
        self.chip.setAccessibleName(self.tr("Phase of the program: {phase}").format(phase=words))
        self.chip.updateGeometry()

    def _change(self, phase: str) -> None:
        if phase != self._phase:
            self.show_phase(phase)
            self.edited.emit()

    @Slot()
    def _offer(self) -> None:
        self._menu.clear()
        for phase in self._phases():
            self._add(without_mnemonic(phase), phase, chosen=phase == self._phase)
        self._menu.addSeparator()
        other = self._menu.addAction(self.tr("Other words…"))
        other.triggered.connect(self._write)
        if self._phase:
            self._add(self.tr("No phase"), "", chosen=False)
        self._menu.popup(self.chip.mapToGlobal(QPoint(0, self.chip.height())))

    def _add(self, words: str, phase: str, *, chosen: bool) -> None:
        action = QAction(words, self._menu)
        action.setCheckable(bool(phase))
        action.setChecked(chosen)
        action.setData(phase)
        action.triggered.connect(self._chosen)
        self._menu.addAction(action)

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._change(str(action.data()))

    @Slot()
    def _write(self) -> None:
        self._line.setText(self._phase)
        self._line.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()
        self.chip.hide()

    @Slot(str)
    def _typed(self, words: str) -> None:
        phase = " ".join(words.split())
        if phase != self._phase:
            self._phase = phase
            self.edited.emit()

    def _close(self) -> None:
        if not self._line.isHidden():
            self.chip.show()
            self._line.hide()
            self._say()
