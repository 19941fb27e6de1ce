"""The menus that have to do with templates: begin with one, and put a variable into one."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.entry_template import VARIABLES, EntryTemplate
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.templates.labels import kind_icon, variable_words
from amp_desktop.ui.widgets.mnemonics import without_mnemonic


class TemplateMenu(QMenu):
    """Every template that there is at the moment at which it opens, and a way to look after them.

    Attributes:
        chosen: An entry is to begin with this one; carries the `EntryTemplate`.
        edit_requested: The templates are to be looked after.
    """

    chosen = Signal(object)
    edit_requested = Signal()

    def __init__(
        self, offered: Callable[[], tuple[EntryTemplate, ...]], parent: QWidget | None = None
    ) -> None:
        """Make the menu.

        Args:
            offered: Answers with the templates, in order.
            parent: The widget that it belongs to.
        """
        super().__init__(parent)
        self._offered = offered
        self.setTitle(self.tr("From a template"))
        self.setIcon(icon("list-checks"))
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._choose)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        for template in self._offered():
            action = self.addAction(icon(kind_icon(template.kind)), without_mnemonic(template.name))
            action.setData(template)
        self.addSeparator()
        self.addAction(icon("pencil"), self.tr("Edit templates…"))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        template = action.data()
        if isinstance(template, EntryTemplate):
            self.chosen.emit(template)
        else:
            self.edit_requested.emit()


class VariableMenu(QMenu):
    """The variables, each with what it stands for.

    Attributes:
        chosen: To be put in; carries the variable as it is written, such as `{{date}}`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name in VARIABLES:
            written = f"{{{{{name}}}}}"
            self.addAction(f"{written}   {variable_words(name)}").setData(written)
        self.triggered.connect(self._choose)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
