"""The quiet row under the search: buttons that write its most used filters."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.search.search_edit import has_filter
from amp_desktop.ui.finding.filter_menu import FilterMenu
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout


class Filters(QWidget):
    """Kinds to choose from or, on a kind's own page, what is still open; a menu of all filters; the bin.

    Attributes:
        toggled: A filter is wanted, or not any more; carries its name and its value.
    """

    toggled = Signal(str, str)

    def __init__(self, only: Kind | None, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Make the row.

        Args:
            only: The one kind of the page, or None on the journal's page.
            today: Says which day it is.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._typed = ""
        self._buttons: dict[QAbstractButton, tuple[str, str]] = {}
        self._row = row = FlowLayout(self, 0)
        if only is None:
            for kind in ENTRY_TYPES:
                view = kind_view(kind)
                row.addWidget(self._switch(_small(view.icon_name, view.plural()), "kind", kind))
        elif ENTRY_TYPES[only].STATES:
            row.addWidget(self._switch(quiet_button(self.tr("Only open ones")), "is", "open"))
        self.menu = FilterMenu(self.typed, today, self)
        self.menu.filter_toggled.connect(self.toggled)
        self._more = _small("list-filter", self.tr("Filters"))
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(self._more)
        row.addWidget(self._switch(_small("trash-2", self.tr("Bin")), "in", "bin"))

    def add(self, button: QWidget) -> None:
        """Have one more button stand at the end of the row."""
        self._row.addWidget(button)

    def typed(self) -> str:
        """What stands in the search."""
        return self._typed

    def show_typed(self, typed: str) -> None:
        """Show which of the filters stand in the search."""
        self._typed = typed
        for button, (name, value) in self._buttons.items():
            button.setChecked(has_filter(typed, name, value))

    def _switch(self, button: QAbstractButton, name: str, value: str) -> QAbstractButton:
        button.setCheckable(True)
        button.clicked.connect(self._pressed)
        self._buttons[button] = (name, value)
        return button

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, QAbstractButton):
            self.toggled.emit(*self._buttons[button])


def _small(icon_name: str, name: str) -> QToolButton:
    """A button small enough that eight of them stand in one row over the narrowest list."""
    return icon_button(icon_name, name, look="filter")
