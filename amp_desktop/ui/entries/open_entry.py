"""The entry that is open on a page: shown in editor and inspector, written by autosave, never lost."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import JournalError, UnknownEntryError
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.query import Linked
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.ui.editing.undo.recorder import FieldRecorder
from amp_desktop.ui.entries.autosave import Autosave, SaveState, SaveStatus
from amp_desktop.ui.entries.editor.rescue import ask_where, write_copy
from amp_desktop.ui.entries.entries_view import EntriesView
from amp_desktop.ui.entries.title_change import Retitling
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.platform.composing import finish_composing
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class OpenEntry(QObject):
    """One entry at a time, or none.

    1. `open` or `begin` writes what was open before; when that fails, it stays open, with its text.
    2. Every change on the page is written by `Autosave`; a failure is said over the text, with two ways on.
    3. What others write of it is shown, unless there is unwritten text here: that goes before.

    Attributes:
        undo: Takes back what was done on the page, text and fields, in the order in which it was done.
        retitling: Lets links follow when the entry got another title.
        leaving: Another entry is about to take the place of the open one.
        taken_up: It has.
        brought_back: An earlier version stands on the page; carries what changed for it, to be taken back.
        overlapped: What is written here overlaps with what others wrote, which is among the versions now.
    """

    leaving = Signal()
    taken_up = Signal()
    brought_back = Signal(object)
    overlapped = Signal()

    def __init__(self, session: Session, entries_view: EntriesView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._entries_view = entries_view
        self._dialog: QFileDialog | None = None
        self._missed = False
        self._went_back = False
        self._shown_on: date | None = None
        self._autosave = Autosave(self._merge, self._draft, self)
        self.undo = FieldRecorder(self._fields, self._show_fields, self)
        self.retitling = Retitling(session, self)
        self._connect()

    @property
    def entry(self) -> Entry | None:
        """The open entry as it was last written or read."""
        return self._autosave.entry

    def is_open(self, entry_id: UUID) -> bool:
        """Whether that entry is the open one."""
        return self.entry is not None and self.entry.id == entry_id

    def flush(self) -> bool:
        """Write what is not written yet; False when that failed, and then the text is still here."""
        self._entries_view.editor.settle()
        written = self._autosave.flush()
        if written and self.entry is not None and self._autosave.is_stored:
            self.retitling.settle(self.entry)
        return written

    def unsaved(self) -> Unsaved:
        """What of the open entry is not written yet."""
        draft = self._autosave.unsaved()
        return Unsaved((draft,)) if draft is not None else Unsaved()

    def open(self, entry_id: UUID) -> bool:
        """Open an entry, after what was open before is written; False when either failed."""
        if self.is_open(entry_id):
            return True
        finish_composing()
        if not self.flush():
            return False
        try:
            self._take_up(self._session.journal.entry(entry_id), stored=True)
        except JournalError as error:
            self._entries_view.notice.show_error(error)
            return False
        return True

    def begin(self, kind: Kind, template: EntryTemplate | None = None, day: date | None = None) -> bool:
        """Begin an entry, which exists once something is typed; False when the former one is not written.

        Args:
            kind: What to begin, unless the template says it.
            template: What it begins with; None for what entries of the kind usually begin with, if anything.
            day: Its day, if not today.
        """
        finish_composing()
        if not self.flush():
            return False
        journal = self._session.journal
        chosen = template or journal.templates.default_for(kind)
        entry = journal.templates.fill(chosen, kind, day) if chosen else journal.new_entry(kind, day)
        self._take_up(entry, stored=False)
        return True

    def begin_entry(self, entry: Entry) -> bool:
        """Begin with an entry that stands nowhere yet; False when the former one is not written."""
        finish_composing()
        if not self.flush():
            return False
        self._take_up(entry, stored=False)
        return True

    def close(self) -> None:
        """Show no entry any more, without writing: it is gone. Other texts keep their undo."""
        self._autosave.load(None, stored=False)
        self._entries_view.editor.close_entry()
        self._entries_view.show_editor(shown=False)

    def forget(self) -> None:
        """The journal is being locked: drop every word."""
        if self._dialog is not None:
            self._dialog.reject()
        self._entries_view.not_saved.clear()
        self.close()
        self.retitling.forget()
        self.undo.forget()
        self._entries_view.editor.forget()
        self._entries_view.inspector.forget()

    def heard(self, entry: Entry) -> bool:
        """Somebody wrote this entry; whether it was this page."""
        ours = self._autosave.is_saving and self.is_open(entry.id)
        if ours:
            self.show_linked()
            self._entries_view.inspector.show_text_tags(entry)
            self._show_detail(entry)
        elif self.is_open(entry.id):
            self._reload(entry)
        return ours

    def show_linked(self) -> None:
        """Links may have come or gone: show those of the open entry as they stand now."""
        if self.entry is not None and self._autosave.is_stored:
            self._entries_view.inspector.show_linked(self._session.journal.links.of(self.entry.id))

    def look_again(self) -> None:
        """Anything may have changed: show the entry as it stands now, or that it is gone.

        Raises:
            JournalError: It cannot be read.
        """
        entry = self.entry
        if entry is None or not self._autosave.is_stored:
            return
        try:
            self._reload(self._session.journal.entry(entry.id))
        except UnknownEntryError:
            if self._autosave.is_clean:  # else what is not written yet makes it anew
                self.close()

    def _connect(self) -> None:
        editor, inspector, not_saved = (
            self._entries_view.editor,
            self._entries_view.inspector,
            self._entries_view.not_saved,
        )
        editor.edited.connect(self._autosave.mark_dirty)
        editor.focus_left.connect(self.flush)
        editor.fields_edited.connect(self.undo.note)
        inspector.edited.connect(self._autosave.mark_dirty)
        for changed in (inspector.edited, inspector.linked):
            changed.connect(self.undo.note)
        inspector.linked.connect(self._save_now)
        inspector.version_requested.connect(self._show_version)
        editor.history_requested.connect(self.show_history)
        editor.print_requested.connect(self._print)
        editor.failed.connect(self._entries_view.notice.show_error)
        self.retitling.failed.connect(self._entries_view.notice.show_error)
        self.retitling.followed.connect(self._show_linked)
        not_saved.action_requested.connect(self._autosave.flush)
        not_saved.copy_requested.connect(self._ask_where)
        self._autosave.status_changed.connect(editor.footer.show_news)
        self._autosave.status_changed.connect(self._hear_news)
        self._autosave.merged.connect(self._take_in)

    def _merge(self, entry: Entry, base: Entry | None) -> Merge[Entry]:
        """Write what stands on the page; where an undo made it, what is true again has its former day."""
        self.undo.note()  # the keyboard that moves on amidst a change has it written before any field tells
        merged = self._session.merge(entry, base, going_back=self._went_back)
        self._went_back = False
        return merged

    def _draft(self, entry: Entry) -> Entry:
        """The entry with all that stands on the page."""
        return self._entries_view.inspector.filled(self._entries_view.editor.filled(entry))

    def _fields(self) -> Entry | None:
        """The entry as it stands on the page, without its texts, which have an undo of their own."""
        entry = self.entry
        if entry is None or entry.binned_at is not None:
            return None
        return self._entries_view.editor.texts.emptied(self._draft(entry))

    def _show_fields(self, wanted: Entry) -> None:
        """Show all but the texts of an entry as undo wants it, and keep it."""
        entry, editor = self.entry, self._entries_view.editor
        if entry is None:
            return
        relinked = self._entries_view.inspector.filled(entry).links != wanted.links
        shown = editor.texts.written_into(wanted)
        editor.show_fields(shown)
        self._entries_view.inspector.show_entry(shown, stored=self._autosave.is_stored)
        self._went_back = True
        self._autosave.mark_dirty()
        if relinked:  # both sides show it once it is kept; not amidst a step of undo
            QTimer.singleShot(0, self, self._save_now)

    def _take_up(self, entry: Entry, *, stored: bool) -> None:
        self.leaving.emit()
        self._went_back = False
        self._autosave.load(entry, stored=stored)
        self.retitling.take_up(entry, stored=stored)
        self._entries_view.editor.open_entry(entry)
        self._show_beside(entry, stored=stored)
        self.undo.begin(self._entries_view.editor.steps)
        self._entries_view.show_editor(shown=True)
        self.undo.see()
        self.taken_up.emit()

    def _reload(self, entry: Entry) -> None:
        self._missed = not self._autosave.is_clean
        is_as_shown = entry == self.entry and self._shown_on == self._session.today()
        if not self._missed and not is_as_shown:
            self._autosave.load(entry, stored=True)
            self._show_anew(entry)

    @Slot(object)
    def _take_in(self, merge: Merge[Entry]) -> None:
        """Others had written the entry too: show it as it stands now."""
        self._show_anew(merge.entry)
        if merge.conflicts:
            self.overlapped.emit()

    def _show_anew(self, entry: Entry) -> None:
        if entry.title != one_line(self._entries_view.editor.title()):
            self.retitling.hold(entry.title)
        # Another text is a step of undo, for it is one of the text's own; what came with it goes with it.
        rewritten = self._entries_view.editor.texts.differ_from(entry)
        with self.undo.as_one() if rewritten else nullcontext():
            self._entries_view.editor.show_entry(entry)
            self._show_beside(entry, stored=True)
            self.undo.see()

    def _show_beside(self, entry: Entry, *, stored: bool) -> None:
        self._shown_on = self._session.today()  # what is said of days is said as of this one
        inspector, journal = self._entries_view.inspector, self._session.journal
        inspector.show_entry(entry, stored=stored)
        inspector.show_linked(journal.links.of(entry.id) if stored else Linked())
        self._entries_view.editor.set_writable(entry.is_writable)
        self._show_detail(entry)

    def _show_detail(self, entry: Entry) -> None:
        view = view_of(entry)
        binned = self.tr("in the bin") if entry.binned_at is not None else ""
        chips = self._entries_view.editor.has_chips()
        status = "" if chips else view.status_line(entry, self._session.today())
        kind = "" if self._entries_view.list.is_of(entry.kind) else view.name()
        parts = (kind, long_day(entry.day), status, binned)
        self._entries_view.editor.show_detail(" · ".join(filter(None, parts)))

    @Slot()
    def _save_now(self) -> None:
        self._autosave.mark_dirty()
        self._autosave.flush()

    @Slot()
    def _show_linked(self) -> None:
        if self.entry is not None:
            self._entries_view.inspector.show_linked(self._session.journal.links.of(self.entry.id))

    @Slot()
    def show_history(self) -> None:
        """Show the earlier versions of the open entry, the newest first."""
        self._show_version()

    @Slot(int)
    def _show_version(self, number: int | None = None) -> None:
        from amp_desktop.ui.entries.inspector.history.history_dialog import (
            open_history,  # it compares texts: few ask for it
        )

        if self.entry is not None and self.flush() and self._autosave.is_stored:
            dialog = open_history(self._entries_view.window(), self._session.journal, self.entry, number)
            dialog.bring_back_requested.connect(self._bring_back)

    @Slot()
    def _print(self) -> None:
        from amp_desktop.ui.preview.printing import open_print_dialog

        if self.entry is not None:
            from amp_desktop.ui.attachments.shown import WholePictures

            pictures = WholePictures(self._session.journal.attachments)
            open_print_dialog(self._entries_view.window(), self._draft(self.entry), pictures)

    @Slot(int)
    def _bring_back(self, number: int) -> None:
        if self.entry is None or not self.flush():
            return
        former = self.entry.title
        try:
            with self.undo.as_one():
                changes = self._session.bring_back(self.entry.id, number)
        except JournalError as error:
            self._entries_view.notice.show_error(error)
            return
        if changes:
            self.brought_back.emit(changes)
        self.retitling.hold(former)
        self.retitling.settle(self.entry)

    @Slot(object)
    def _hear_news(self, news: SaveStatus) -> None:
        if news.step is SaveState.FAILED and news.error is not None:
            self._entries_view.not_saved.show_failure(news.error)
        elif news.step is not SaveState.WAITING:
            self._entries_view.not_saved.clear()
        if news.step is SaveState.SAVED:
            self._entries_view.inspector.set_stored()
            self._look_at_missed()

    def _look_at_missed(self) -> None:
        """What others wrote was left for later, since something was not written here: show it now."""
        if not self._missed:
            return
        self._missed = False
        try:
            self.look_again()
        except JournalError as error:
            self._entries_view.notice.show_error(error)

    @Slot()
    def _ask_where(self) -> None:
        if self.entry is not None:
            self._dialog = ask_where(self._entries_view, self._draft(self.entry), self._write_copy)
            self._dialog.destroyed.connect(self._dialog_gone)

    @Slot(str)
    def _write_copy(self, path: str) -> None:
        if self.entry is None:
            return
        try:
            write_copy(self._draft(self.entry), Path(path))
        except JournalError as error:
            self._entries_view.notice.show_error(error)

    @Slot()
    def _dialog_gone(self) -> None:
        self._dialog = None
