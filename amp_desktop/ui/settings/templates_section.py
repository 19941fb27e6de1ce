"""What new entries begin with, among the settings."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.templates.dialog import open_templates
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import label


class TemplatesSection(SettingsSection):
    """An empty page or a template for each kind, and the way to the templates."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._choices = {kind: self._choice(kind) for kind in ENTRY_TYPES}
        edit = secondary_button(self.tr("Edit templates…"), "pencil")
        edit.clicked.connect(self._edit)
        room = self.fontMetrics().height()
        form = QFormLayout()
        form.setHorizontalSpacing(room)
        form.setVerticalSpacing(room // 2)
        for kind, choice in self._choices.items():
            form.addRow(label(kind_view(kind).plural()), choice)
        self.column.addLayout(form)
        self.column.addWidget(edit, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_values()

    @Slot()
    def show_values(self) -> None:
        """Show what is set, among the templates that there are now."""
        templates = self.session.journal.templates
        offered, defaults = templates.all(), templates.kept().defaults  # read once, and not for each kind
        for kind, choice in self._choices.items():
            choice.clear()
            choice.addItem(self.tr("An empty page"), "")
            for template in offered:
                if template.serves(kind):
                    choice.addItem(template.name, template.id)
            choice.setCurrentIndex(max(choice.findData(defaults.get(kind, "")), 0))

    def _choice(self, kind: Kind) -> QComboBox:
        choice = choice_field(kind_view(kind).plural(), ())
        choice.activated.connect(partial(self._set, kind))
        return choice

    def _set(self, kind: Kind, _row: int) -> None:
        chosen = self._choices[kind].currentData()
        try:
            self.session.journal.templates.set_default(kind, chosen or None)
            self.banner.clear()
        except JournalError as error:
            self.banner.show_error(error)
            self.show_values()

    @Slot()
    def _edit(self) -> None:
        dialog = open_templates(self, self.session.journal.templates)
        dialog.finished.connect(self.show_values)
