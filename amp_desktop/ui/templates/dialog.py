"""Looking after templates: choose one, write it, and see how an entry would begin with it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry_template import EntryTemplate, fill
from amp_desktop.journal.templates import JournalTemplates, TemplateOrigin
from amp_desktop.ui.actions.undo_offered import UndoOffered
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.templates.form import TemplateForm
from amp_desktop.ui.templates.template_list import TemplateList
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import SectionLabel, label

PAUSE_MS = 400
"""How long nothing must be typed before it is written, as for entries."""
LINES_FOR_WORDS = 27
"""From this height on there is room to say under the text how it is written."""
LINES_FOR_PREVIEW = 46
"""From this width on (in heights of a line) list, form and preview have room beside each other."""


class TemplatesDialog(Dialog):
    """The templates of the journal. Each change holds at once; closing the dialog writes what is left.

    1. Choosing a row writes what was changed in the one before, and shows the other.
    2. Every change shows at once how an entry would begin, and is written a moment later.
    3. What is removed can be had back: an own template by the message's button, a shipped one at any time.
    """

    def __init__(self, templates: JournalTemplates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Templates"))
        self._templates = templates
        self._context = templates.context()
        self._shown: EntryTemplate | None = None
        self._dirty = False
        self._gone: EntryTemplate | None = None
        self._banner = Banner()
        self._template_list = TemplateList(templates)
        self._form = TemplateForm()
        self._title = label("", "title")
        self._preview = PreviewPane()
        self._preview.setAccessibleName(self.tr("Preview of an entry that begins with it"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()
        self._template_list.refresh()

    def sizeHint(self) -> QSize:
        """Room for list, form and preview beside each other, within a small window."""
        room = self.fontMetrics().height()
        return within_window(self, QSize(room * 58, room * 36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all, the preview gives way, and the words under the text."""
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        self._page.setVisible(self.width() >= line * LINES_FOR_PREVIEW)
        self._form.set_explains(explains=self.height() >= line * LINES_FOR_WORDS)

    def done(self, result: int) -> None:
        """Write what is left, then close; a failure to write is said, and the text stays."""
        if self._flush():
            super().done(result)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._page = page = QFrame()
        set_variant(page, "card")
        reads = QVBoxLayout(page)
        reads.setContentsMargins(room, room, room, room)
        reads.setSpacing(room * 2 // 3)
        reads.addWidget(SectionLabel(self.tr("Preview of an entry that begins with it")))
        reads.addWidget(self._title)
        reads.addWidget(self._preview, 1)
        panes = QHBoxLayout()
        panes.setSpacing(room * 3 // 2)
        for pane, share, least in ((self._template_list, 16, 10), (self._form, 22, 14), (page, 20, 6)):
            pane.setMinimumWidth(room * least)
            panes.addWidget(pane, share)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room)
        column.addWidget(self._banner)
        column.addLayout(panes, 1)
        column.addWidget(close)

    def _connect(self) -> None:
        self._template_list.chosen.connect(self._choose)
        self._template_list.new_requested.connect(self._new)
        self._template_list.duplicate_requested.connect(self._duplicate)
        self._template_list.remove_requested.connect(self._remove)
        self._template_list.bring_back_requested.connect(self._bring_back)
        self._form.edited.connect(self._edited)
        self._pause.timeout.connect(self._flush)
        self._banner.action_requested.connect(self._undo)
        UndoOffered(self._banner, self)

    @Slot(object)
    def _choose(self, template: EntryTemplate) -> None:
        if self._shown is not None and self._shown.id != template.id and not self._flush():
            self._template_list.mark(self._shown.id)
            return
        self._shown, self._dirty = template, False
        self._form.show_template(template)
        self._form.setEnabled(self._templates.origin(template.id) is not TemplateOrigin.REMOVED)
        self._show_preview(template)

    def _show_preview(self, template: EntryTemplate) -> None:
        entry = fill(template, self._context)
        self._title.setText(entry.title)
        self._title.setVisible(bool(entry.title))
        self._preview.show_text(entry.body)

    @Slot()
    def _edited(self) -> None:
        if self._shown is not None:
            self._dirty = True
            self._pause.start()
            self._show_preview(self._form.filled(self._shown))

    @Slot()
    def _flush(self) -> bool:
        self._pause.stop()
        if self._shown is None or not self._dirty:
            return True
        written = self._form.filled(self._shown)
        if not self._banner.tries(partial(self._templates.save, written)):
            return False
        self._dirty = False
        self._shown = written
        self._template_list.show_kept(written)
        return True

    @Slot()
    def _new(self) -> None:
        self._add(EntryTemplate(id="-", name=self.tr("New template")))

    @Slot()
    def _duplicate(self) -> None:
        if self._shown is not None and self._flush():
            name = self.tr("{name} (copy)").format(name=self._shown.name)
            self._add(replace(self._shown, name=name))

    def _add(self, template: EntryTemplate) -> None:
        added = replace(template, id=self._templates.new_id(template.name))
        if self._flush() and self._banner.tries(partial(self._templates.save, added)):
            self._template_list.refresh(added.id)
            self._form.focus_name()

    @Slot()
    def _remove(self) -> None:
        if not self._flush() or self._shown is None:
            return
        removed = self._shown
        if not self._banner.tries(partial(self._templates.remove, removed.id)):
            return
        self._gone = removed
        words = self.tr("“{name}” was removed.").format(name=removed.name)
        self._banner.show_undo(words)
        self._template_list.refresh()

    @Slot()
    def _undo(self) -> None:
        gone = self._gone
        if gone is not None and self._flush() and self._banner.tries(partial(self._templates.save, gone)):
            self._gone = None
            self._template_list.refresh(gone.id)

    @Slot()
    def _bring_back(self) -> None:
        if self._shown is None or not self._flush():
            return
        if self._banner.tries(partial(self._templates.bring_back, self._shown.id)):
            self._template_list.refresh()


def open_templates(parent: QWidget, templates: JournalTemplates) -> TemplatesDialog:
    """Open the dialog over a page's window; a lock closes it, and it is thrown away when it is closed."""
    dialog = TemplatesDialog(templates, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
