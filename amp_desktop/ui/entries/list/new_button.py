"""The button that begins an entry, of the page's own kind or of any."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.templates.menu import TemplateMenu
from amp_desktop.ui.widgets.buttons import icon_button, primary_button


class NewButton(QWidget):
    """Begins an entry; where any kind can be begun, it opens a menu of them, and of templates.

    Where the page has a kind of its own, a press begins one at once, and the templates stand beside it.

    Attributes:
        kind_chosen: An entry is to be begun; carries its kind, or None for the page's usual one.
        template_chosen: It is to begin with a template; carries the `EntryTemplate`.
        templates_requested: The templates are to be looked after.
    """

    kind_chosen = Signal(object)
    template_chosen = Signal(object)
    templates_requested = Signal()

    def __init__(self, only: Kind | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = primary_button(self.tr("New"), "plus")
        self._menu: QMenu | None = None
        if only is None:
            self._button.setAccessibleName(self.tr("New entry"))
            self._button.setToolTip(self.tr("New entry"))
            self._menu = self._menu_of_kinds()
            self._button.setMenu(self._menu)
        else:
            self._button.setAccessibleName(kind_view(only).new_words())
            self._button.setToolTip(kind_view(only).new_words())
            self._button.clicked.connect(self._begin_usual)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._button)

    def offer_templates(self, offered: Callable[[], tuple[EntryTemplate, ...]]) -> None:
        """Let entries begin with templates too; `offered` answers with them."""
        templates = TemplateMenu(offered, self._menu or self)
        templates.chosen.connect(self.template_chosen)
        templates.edit_requested.connect(self.templates_requested)
        if self._menu is not None:
            self._menu.addSeparator()
            self._menu.addMenu(templates)
        else:
            beside = icon_button("chevron-down", templates.title(), look="filter")
            beside.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            beside.setMenu(templates)
            self._row.addWidget(beside)

    def _menu_of_kinds(self) -> QMenu:
        menu = QMenu(self._button)
        for kind in ENTRY_TYPES:
            action = menu.addAction(icon(kind_view(kind).icon_name), kind_view(kind).new_words())
            action.setData(kind)
        menu.triggered.connect(self._begin)
        return menu

    @Slot()
    def _begin_usual(self) -> None:
        self.kind_chosen.emit(None)

    @Slot(QAction)
    def _begin(self, action: QAction) -> None:
        if isinstance(action.data(), str):  # what is chosen in the menu of templates is told here as well
            self.kind_chosen.emit(action.data())
