"""The list of templates, and what can be done with the one that is chosen."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.journal.templates import JournalTemplates, TemplateOrigin
from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.templates.labels import kind_icon, row_words
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.tips import plain_tip

_TEMPLATE = Qt.ItemDataRole.UserRole
_IS_REMOVED = Qt.ItemDataRole.UserRole + 1


class TemplateList(QWidget):
    """Every template, those at the end that were removed and can be brought back.

    Attributes:
        chosen: Another template is to be shown; carries the `EntryTemplate`.
        new_requested: An empty one is wanted.
        duplicate_requested: One like the chosen one is wanted.
        remove_requested: The chosen one is to be offered no more.
        bring_back_requested: The chosen one is wanted as it was shipped.
    """

    chosen = Signal(object)
    new_requested = Signal()
    duplicate_requested = Signal()
    remove_requested = Signal()
    bring_back_requested = Signal()

    def __init__(self, templates: JournalTemplates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = templates
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Templates"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(icon_size(self._list, 1.2))
        set_variant(self._list, "rows")
        self._new = quiet_button(self.tr("New"), "plus")
        self._copy = quiet_button(self.tr("Duplicate"), "copy")
        self._remove = quiet_button(self.tr("Remove"), "trash-2")
        self._back = quiet_button(self.tr("Bring back"), "rotate-ccw")
        self._back.setToolTip(self.tr("Go back to the version that came with the program."))
        self._list.currentItemChanged.connect(self._choose)
        self._new.clicked.connect(self.new_requested)
        self._copy.clicked.connect(self.duplicate_requested)
        self._remove.clicked.connect(self.remove_requested)
        self._back.clicked.connect(self.bring_back_requested)
        theme().theme_changed.connect(self._tint_anew)
        self._lay_out()

    def current(self) -> EntryTemplate | None:
        """The chosen template as it is kept."""
        row = self._list.currentRow()
        return self._at(row) if row >= 0 else None

    def refresh(self, chosen: str | None = None) -> None:
        """Show what there is now, and choose the one with that id, or else the one that was chosen before."""
        before = self.current()
        wanted = chosen or (before.id if before else "")
        with QSignalBlocker(self._list):
            self._list.clear()
            for template in (*self._templates.all(), *self._templates.removed()):
                item = QListWidgetItem()
                self._list.addItem(item)
                self._dress(item, template)
            self._list.setCurrentRow(max(self._row_of(wanted), 0))
        self._choose()

    def show_kept(self, template: EntryTemplate) -> None:
        """Show a template in its row as it is kept now, without telling anybody."""
        row = self._row_of(template.id)
        if row >= 0:
            self._dress(self._list.item(row), template)
            self._show_what_can_be_done()

    def mark(self, template_id: str) -> None:
        """Let the row of this template be the chosen one, without telling anybody."""
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(self._row_of(template_id))

    def _at(self, row: int) -> EntryTemplate:
        template: EntryTemplate = self._list.item(row).data(_TEMPLATE)
        return template

    def _row_of(self, template_id: str) -> int:
        rows = (row for row in range(self._list.count()) if self._at(row).id == template_id)
        return next(rows, -1)

    def _dress(self, item: QListWidgetItem, template: EntryTemplate) -> None:
        origin = self._templates.origin(template.id)
        item.setData(_TEMPLATE, template)
        item.setText(row_words(template, origin))
        item.setToolTip(plain_tip(item.text()))
        item.setIcon(icon(kind_icon(template.kind)))
        item.setData(_IS_REMOVED, origin is TemplateOrigin.REMOVED)
        self._tint(item)

    def _tint(self, item: QListWidgetItem) -> None:
        if item.data(_IS_REMOVED):
            item.setForeground(theme().tokens.muted)

    @Slot()
    def _tint_anew(self) -> None:
        """Take on the colours that hold now: a row keeps the one that it was given."""
        for row in range(self._list.count()):
            self._tint(self._list.item(row))

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(self._list, 1)
        for pair in ((self._new, self._copy), (self._remove, self._back)):
            row = QHBoxLayout()
            row.setSpacing(room // 4)
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    @Slot()
    def _choose(self) -> None:
        template = self.current()
        if template is not None:
            self._show_what_can_be_done()
            self.chosen.emit(template)

    def _show_what_can_be_done(self) -> None:
        template = self.current()
        if template is not None:
            origin = self._templates.origin(template.id)
            self._remove.setEnabled(origin is not TemplateOrigin.REMOVED)
            self._back.setEnabled(origin in (TemplateOrigin.CHANGED, TemplateOrigin.REMOVED))
