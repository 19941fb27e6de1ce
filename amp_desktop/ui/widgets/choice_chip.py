"""One of a few as a chip: read as a word, changed in its menu."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.ui.widgets.chip_button import ChipButton


class ChoiceChip(ChipButton):
    """Shows what is chosen; pressing it, or Alt+Down, opens a menu with a tick at it.

    Attributes:
        chosen: The person chose another one; carries its value.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, object]], parent: QWidget | None = None
    ) -> None:
        """Make it, with the first one chosen.

        Args:
            name: What is chosen, for the screen reader: "State".
            choices: The words and the value behind each.
            parent: The widget it stands on.
        """
        super().__init__("", "", parent)
        self._name = name
        self._choices = choices
        self._value = choices[0][1]
        self._made: QMenu | None = None
        self.clicked.connect(self._open)
        self.show_value(self._value)

    def value(self) -> object:
        """What is chosen."""
        return self._value

    def show_value(self, value: object, words: str = "") -> None:
        """Show what is chosen, in other words than the menu's if there are any, without telling anybody."""
        self._value = value
        chosen = next(text for text, one in self._choices if one == value)
        shown = words or chosen
        self.setText(shown)
        told = self.tr("not chosen") if shown == self._name else shown  # to be seen, its name says as much
        self.setAccessibleName(self.tr("{name}: {value}").format(name=self._name, value=told))

    def menu_of_choices(self) -> QMenu:
        """The menu, with a tick at what is chosen."""
        if self._made is None:
            self._made = self._made_menu()
        for action in self._made.actions():
            action.setChecked(self._value_of(action) == self._value)
        return self._made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the menu, as in every list of choices; the page has its own idea of up and down."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for number, (words, _) in enumerate(self._choices):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(number)  # Qt would make a plain string of a word that is more than that
            group.addAction(action)
        menu.triggered.connect(self._choose)
        return menu

    @Slot()
    def _open(self) -> None:
        menu = self.menu_of_choices()
        chosen = next((action for action in menu.actions() if action.isChecked()), None)
        if chosen is not None:
            menu.setActiveAction(chosen)
        right = self.width() - menu.sizeHint().width() if self.isRightToLeft() else 0
        menu.popup(self.mapToGlobal(QPoint(right, self.height())))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        value = self._value_of(action)
        if value != self._value:
            self.show_value(value)
            self.chosen.emit(value)

    def _value_of(self, action: QAction) -> object:
        return self._choices[action.data()][1]
