"""Asks which entry others are to be linked to."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from amp_desktop.ui.entries.inspector.links_section import LinkLine
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class LinkDialog(Dialog):
    """An entry, found by its title while one types.

    Attributes:
        chosen: They are to be linked to this one; carries its id.
    """

    chosen = Signal(object)

    def __init__(self, count: int, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Link to…"))
        line = LinkLine(session, self)
        line.found.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        many = self.tr("Link the %n selected entries to:", "", count)
        what = label(self.tr("Link the selected entry to:") if count == 1 else many)
        self.stack(what, line, buttons)
        line.setFocus()

    @Slot(object)
    def _choose(self, entry_id: object) -> None:
        self.chosen.emit(entry_id)
        self.accept()
