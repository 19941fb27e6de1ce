"""What is done with the mentee's own templates on the page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.template_variant import TemplateVariant
from amp_desktop.journal.summary_templates import JournalSummaryTemplates
from amp_desktop.ui.session import Session
from amp_desktop.ui.share.presenter import SharePresenter
from amp_desktop.ui.share.template_name_dialog import TemplateNameDialog


class OwnTemplates(QObject):
    """Saves, renames and deletes them; what goes can be had back.

    Signals:
        changed(): There are others, or another is chosen.
        told(str, Callable[[], None] | None): What was done, in a sentence, and what takes it back.
        failed(JournalError): It could not be done.
    """

    changed = Signal()
    told = Signal(str, object)
    failed = Signal(object)

    def __init__(self, session: Session, presenter: SharePresenter, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._presenter = presenter
        self._page = page
        self._dialog: QDialog | None = None

    @Slot()
    def keep(self) -> None:
        """Ask for a name, and make what is chosen for this time a template."""
        self._ask(self.tr("Save as my own template"), "", self._keep)

    @Slot()
    def change(self) -> None:
        """Make what is chosen for this time part of the chosen template."""
        draft = self._presenter.draft
        try:
            template, before = self._templates().change(
                self._presenter.made_by(), draft, self._presenter.section_levels()
            )
            self._presenter.adopt(template)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
        sentence = self.tr("“{name}” is updated.").format(name=template.name)
        self.told.emit(sentence, partial(self._undo_change, before, draft))

    @Slot()
    def rename(self) -> None:
        """Ask for another name of the chosen template."""
        self._ask(self.tr("Rename this template"), self._presenter.made_by().name, self._rename)

    @Slot()
    def delete(self) -> None:
        """Delete the chosen template, and go on with the one that it was made from."""
        template = self._presenter.made_by()
        try:
            gone = self._templates().delete(template.id)
            self._presenter.choose_template(template.base)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
        sentence = self.tr("The template “{name}” was deleted.").format(name=gone.name)
        self.told.emit(sentence, partial(self._bring_back, gone))

    def forget(self) -> None:
        """Close the dialog: a name is the mentee's words."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None and isValid(dialog):
            dialog.reject()

    def _keep(self, name: str) -> None:
        presenter = self._presenter
        levels = presenter.section_levels()
        template = self._templates().keep(presenter.made_by(), presenter.draft, name, levels)
        self._presenter.adopt(template)
        self.changed.emit()
        self.told.emit(self.tr("“{name}” is one of your templates now.").format(name=template.name), None)

    def _rename(self, name: str) -> None:
        self._presenter.template = self._templates().rename(self._presenter.template, name).id
        self.changed.emit()

    def _undo_change(self, before: TemplateVariant, draft: ShareDraft) -> None:
        self._templates().put_back(before)
        self._presenter.template = before.id
        self._presenter.change_draft(draft)
        self.changed.emit()

    def _bring_back(self, gone: TemplateVariant) -> None:
        self._templates().put_back(gone)
        self._presenter.choose_template(gone.id)
        self.changed.emit()

    def _ask(self, title: str, name: str, take: Callable[[str], None]) -> None:
        self.forget()
        self._dialog = TemplateNameDialog(title, name, take, self._page.window())
        self._dialog.open()

    def _templates(self) -> JournalSummaryTemplates:
        return self._session.journal.sharing.templates
