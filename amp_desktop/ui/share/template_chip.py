"""The chip that says by which template a summary is made, and the menu behind it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.sharing import TEMPLATES, Template
from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.mnemonics import without_mnemonic


class TemplateChip(ChipButton):
    """Offers the program's templates, then the mentee's own, then what can be done with those.

    Signals:
        chosen(str): Another template was chosen, by its id.
        keep_wanted(): What is chosen for this time is to become a template of its own.
        change_wanted(): It is to become part of the own template that is chosen.
        rename_wanted(): That one is to have another name.
        delete_wanted(): That one is to go.
    """

    chosen = Signal(str)
    keep_wanted = Signal()
    change_wanted = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        self._choices.triggered.connect(self._choose)
        self._keep = QAction(self.tr("Save as my own template…"), self)
        self._change = QAction(self)
        self._rename = QAction(self.tr("Rename this template…"), self)
        self._delete = QAction(self.tr("Delete this template"), self)
        for action, wanted in (
            (self._keep, self.keep_wanted),
            (self._change, self.change_wanted),
            (self._rename, self.rename_wanted),
            (self._delete, self.delete_wanted),
        ):
            action.triggered.connect(wanted)
        self.setMenu(self._menu)
        usual = tuple(TEMPLATES.values())
        self.show_templates(usual, usual[0], is_changed=False)

    def show_templates(self, templates: tuple[Template, ...], chosen: Template, *, is_changed: bool) -> None:
        """Offer these.

        Args:
            templates: In order; the mentee's own are the last.
            chosen: Which one it is.
            is_changed: Whether something of it is chosen otherwise for this time.
        """
        self._menu.clear()
        for action in self._choices.actions():
            self._choices.removeAction(action)
            action.deleteLater()
        before = templates[0]
        for template in templates:
            if template.name and not before.name:
                self._menu.addSeparator()
            before = template
            action = QAction(without_mnemonic(template.label), self._choices)
            action.setData(template.id)
            action.setCheckable(True)
            action.setChecked(template.id == chosen.id)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._keep)
        if chosen.name:
            words = self.tr("Save the changes to “{name}”").format(name=chosen.name)
            self._change.setText(without_mnemonic(words))
            self._change.setEnabled(is_changed)
            self._menu.addActions([self._change, self._rename, self._delete])
        self._say(chosen.label)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def _say(self, name: str) -> None:
        self.setText(name)
        self.setAccessibleName(self.tr("Template: {title}").format(title=name))
        self.updateGeometry()
