"""Where an agreement goes: a step of a goal, a goal of its own, or nowhere."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.mnemonics import without_mnemonic


class LandingChip(ChipButton):
    """Says where it is; its menu takes it elsewhere.

    Attributes:
        chosen: It is to become a step of that goal; of None, a goal of its own.
        back_wanted: It is to stay with the meeting after all.
        opened: What it became is to be shown; carries the goal's id.
        menu_wanted: The menu is about to open and needs the goals there are.
    """

    chosen = Signal(object)
    back_wanted = Signal()
    opened = Signal(object)
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._landed: UUID | None = None
        self._can_go_back = False
        self._goals: Sequence[EntryRow] = ()
        self.clicked.connect(self._open)

    def show_place(self, words: str, icon_name: str, landed: UUID | None, *, can_go_back: bool) -> None:
        """Say where it is."""
        self._landed, self._can_go_back = landed, can_go_back
        self.setText(words)
        self.set_sign(icon_name)
        self.setAccessibleName(self.tr("Where it goes: {place}").format(place=words))
        self.updateGeometry()

    def set_goals(self, goals: Sequence[EntryRow]) -> None:
        """The goals of which it can become a step."""
        self._goals = goals

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the page, but for the one that opens the menu."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _open(self) -> None:
        self.menu_wanted.emit()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._landed is not None:
            menu.addAction(self.tr("Show the goal")).setData("open")
            if self._can_go_back:
                menu.addAction(self.tr("It stays here after all")).setData("back")
        else:
            for number, goal in enumerate(self._goals):
                words = self.tr("Step of: {goal}").format(goal=without_mnemonic(title_of(goal)))
                menu.addAction(words).setData(number)
            if self._goals:
                menu.addSeparator()
            menu.addAction(self.tr("A goal of its own")).setData("goal")
        menu.triggered.connect(self._choose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        match action.data():
            case "open":
                self.opened.emit(self._landed)
            case "back":
                self.back_wanted.emit()
            case "goal":
                self.chosen.emit(None)
            case number:
                self.chosen.emit(self._goals[int(number)].id)
