"""The middle of a page of entries: toolbar, the entry's own page, and how safe it is."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.entry_template import writing_begins
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.ui.attachments.entry_attachments import EntryAttachments
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.document_cache import DocumentCache
from amp_desktop.ui.editing.undo.stack import EntryUndo
from amp_desktop.ui.editing.utf16 import to_units
from amp_desktop.ui.entries.editor.column import EditorColumn
from amp_desktop.ui.entries.editor.editor_actions import EditorActions
from amp_desktop.ui.entries.editor.finding import EntryFinding
from amp_desktop.ui.entries.editor.footer import EditorFooter
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.editor.forms import EntryForms
from amp_desktop.ui.entries.editor.own_keys import OwnKeys
from amp_desktop.ui.entries.editor.page_keys import PageKeys
from amp_desktop.ui.entries.editor.spelling import EntrySpelling
from amp_desktop.ui.entries.editor.view_options import ViewOptions
from amp_desktop.ui.entries.editor.word_counting import WordCounting
from amp_desktop.ui.entries.editor.writing_area import WritingArea
from amp_desktop.ui.entries.editor.writing_focus import WritingFocus
from amp_desktop.ui.kinds.reading import ReadPart, in_markdown
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant


class EntryEditor(QFrame):
    """Where one writes.

    It holds title, text and the fields of the entry's kind; the rest of an entry passes through it untouched.

    Attributes:
        edited: The person changed something.
        fields_edited: It was the title or another field that is no text.
        left: Back to the list.
        focus_left: The keyboard left title or text.
        panel_toggled: The panel at the right is wanted, or not.
        title_requested: A link to the entry of that title was followed.
        focus_mode_toggled: Nothing but the text is wanted, or all again.
        entry_requested: Another entry is to be shown; carries its id.
        report_requested: A protected report of the entry of that id is to be saved.
        share_requested: The page for the mentor is wanted, for the meeting of that id.
        history_requested: The earlier versions of the entry are wanted.
        print_requested: The entry is to be printed.
        hits: What the list's search found in the texts.
        texts: The texts of the page.
        failed: Something that was chosen here could not be kept; carries the error.
    """

    edited = Signal()
    fields_edited = Signal()
    left = Signal()
    focus_left = Signal()
    panel_toggled = Signal(bool)
    title_requested = Signal(str)
    focus_mode_toggled = Signal(bool)
    history_requested = Signal()
    print_requested = Signal()
    failed = Signal(object)
    entry_requested = Signal(object)
    share_requested = Signal(object)
    report_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "page")
        self._entry: Entry | None = None
        self.bar = FormatBar()
        self.footer = EditorFooter()
        self._area = WritingArea()
        self._area.read_from(self._reading)
        self._page = self._area.page
        self._title = self._page.title
        self._body = self._area.body
        self._documents = DocumentCache(self._page)  # they end after what shows them
        self.texts = self._page.texts
        self._forms = EntryForms(session, self._page, self)
        self._actions = EditorActions(self, self._body)
        self._forms.offer_on(self.bar, self._actions)
        self._view = ViewOptions(self._area, self.bar, self._actions, self)
        self._finding = EntryFinding(self._area, self.texts, self._focus_text, self)
        self.hits = self._finding.hits
        self._spelling = EntrySpelling(session, self.texts, self)
        self._spelling.follow_line(self._title)
        self._strip = QVBoxLayout()  # under page and preview: both show what is attached
        self.attachments = EntryAttachments(session, self.texts, self._strip, self)
        self._keys = OwnKeys(self._actions.that_go_first(), self)
        page_keys = PageKeys(self._page, self)
        self._focus = WritingFocus(self._page, self.bar, self._keys, page_keys, self)
        self._focus.row_began.connect(self._spelling.follow_line)
        self._words = WordCounting(self.texts, self)
        self._column = EditorColumn(self, self.bar, self._area, self._strip, self.footer)
        self._connect()
        self._keys.watch(self._title, self._area.preview, *self._area.find_lines())
        self._view.apply()

    def title(self) -> str:
        """The title as it stands here."""
        return self._title.text()

    def page_actions(self) -> Sequence[QAction]:
        """What is done to the open entry, wherever on its page the keyboard is."""
        return self._actions.of_the_page()

    def fields(self) -> tuple[QWidget, ...]:
        """What one writes the entry in."""
        return (self._page,)

    @property
    def body(self) -> BodyEdit:
        """The free text."""
        return self._body

    @property
    def steps(self) -> EntryUndo:
        """What can be taken back of the open entry."""
        return self._body.steps

    def show_entry(self, entry: Entry) -> None:
        """Show an entry; what stands there already as it should keeps its cursor and its undo."""
        self.show_title(entry.title)
        if self._body.text() != entry.body:
            self._body.bring_to(entry.body)
        self.show_fields(entry)
        self._follow()

    def show_title(self, title: str) -> None:
        """Show a title, without telling anybody."""
        if one_line(self._title.text()) != title:
            self._title.set_text(title)

    def show_fields(self, entry: Entry) -> None:
        """Show title and fields of the entry that is open, without telling anybody."""
        self._entry = entry
        self.show_title(entry.title)
        self._forms.show_entry(entry)
        self.texts.rows_changed.emit()

    def open_entry(self, entry: Entry) -> None:
        """Show another entry where it was left, with the undo that it had."""
        self._leave_page()
        self._entry = entry
        name = str(entry.id)
        self._area.finder.close_quietly()
        with self._page.filling(self._documents.of(name).scrolled):
            self._title.set_text(entry.title)
            self._forms.show_for(entry)
            self._body.open_text(name, entry.body)
            for text in self._forms.texts():
                text.open_text(name, getattr(entry, text.field))
            self._forms.show_entry(entry)
        self.attachments.open_entry(entry)
        self._follow()
        self.hits.show_first()
        if self.isVisible():
            self._spelling.begin(name)

    def filled(self, entry: Entry) -> Entry:
        """The entry with all that stands on the page."""
        written = replace(entry, title=self._title.text(), body=self._body.text())
        return self._forms.current.filled(written)

    def show_detail(self, words: str) -> None:
        """Say the quiet line under the title."""
        self._page.detail.setText(words)

    def has_chips(self) -> bool:
        """Whether the page says by chips how it stands with the entry."""
        return self._forms.current.chips is not None

    def set_writable(self, writable: bool) -> None:
        """Whether it may be written in; what lies in the bin may not."""
        self._title.setReadOnly(not writable)
        self._body.setReadOnly(not writable)
        self._forms.set_writable(writable)
        self.bar.set_writable(writable)
        self._actions.set_writable(writable)
        self.attachments.set_writable(writable)

    def shows_preview(self) -> bool:
        """Whether one sees how it reads, and nothing else."""
        return self._view.shows_preview()

    def settle(self) -> None:
        """Keep what was half typed and belongs to no text."""
        self._forms.current.settle()

    def scrolled(self) -> int:
        """How far the page is scrolled, as its scroll bar counts."""
        return self._page.verticalScrollBar().value()

    def scroll_to(self, scrolled: int) -> None:
        """Show the page from there on."""
        self._page.scroll_to(scrolled)

    def focus_title(self) -> None:
        """Give the keyboard to the title."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_beginning(self) -> None:
        """Give the keyboard to where one begins to write: the title, or under the first question."""
        body = self._body.text()
        if not (self._title.text() and body):
            self.focus_title()
            return
        self.focus_body()
        cursor = self._body.textCursor()
        cursor.setPosition(to_units(body, writing_begins(body)))
        self._body.setTextCursor(cursor)

    @Slot()
    def focus_body(self) -> None:
        """Give the keyboard to the free text, or to what the kind's page wants written before it."""
        self._focus_text(self._forms.current.first_text() or self._body)

    @Slot(bool)
    def show_preview(self, shown: bool) -> None:
        """Show how it reads, or the text to write in."""
        self._view.show_preview(shown=shown)

    def set_focus_mode(self, *, on: bool) -> None:
        """Show whether nothing but the text is to be seen."""
        self._view.set_focus_mode(on=on)

    def make_ready(self, kinds: Set[Kind]) -> Iterator[str]:
        """Make what the entries of some kinds are written in, a step at a time."""
        return self._forms.make_ready(kinds)

    def close_entry(self) -> None:
        """Show no entry any more; the undo of others stays, and so does what is being attached to them."""
        self._words.stop()
        self._leave_page()
        self._entry = None
        self._spelling.stop()
        self._title.set_text("")
        self._area.close_text()
        self.attachments.close_entry()
        self.show_detail("")

    def forget(self) -> None:
        """Drop every word, and undo with them."""
        self.close_entry()
        self.hits.forget()
        self._forms.forget()
        self._area.forget()
        self._documents.forget()
        self.attachments.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Take up what was chosen on another page meanwhile, and check spelling again."""
        super().showEvent(event)
        self._view.apply()
        if self._entry is not None:
            self._spelling.begin(str(self._entry.id))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the text: no dictionary is needed."""
        super().hideEvent(event)
        self._spelling.stop()

    def _connect(self) -> None:
        self._title.edited.connect(self.edited)
        self._title.edited.connect(self.fields_edited)
        self._title.left.connect(self._leave)
        self._title.focus_left.connect(self.focus_left)
        self._forms.edited.connect(self.edited)
        self._forms.fields_edited.connect(self.fields_edited)
        self._forms.fields_edited.connect(self._area.follow_soon)
        self._forms.entry_requested.connect(self.entry_requested)
        self._forms.share_requested.connect(self.share_requested)
        self._forms.report_requested.connect(self.report_requested)
        self._forms.focus_mode_wanted.connect(self.focus_mode_toggled)
        self._forms.flush_wanted.connect(self.focus_left)
        self._forms.failed.connect(self.failed)
        self._forms.fields_edited.connect(self.texts.rows_changed)
        self._words.counted.connect(self.footer.show_words)
        self._words.counted.connect(self.attachments.follow)
        for text in self.texts.known:
            self._take_in(text)
        self.texts.added.connect(self._take_in)
        self.bar.marking_requested.connect(self._mark)
        self.bar.preview_toggled.connect(self.show_preview)
        self.bar.panel_toggled.connect(self.panel_toggled)
        self.bar.menu_wanted.connect(self._fill_menu)
        self._area.box_ticked.connect(self._forms.tick)
        self._area.preview.left.connect(self._leave)
        self._area.preview.title_requested.connect(self.title_requested)
        self._area.preview.attachment_requested.connect(self.attachments.ask_to_open)
        self._area.preview.set_pictures(self.attachments.pictures)
        self.bar.files_requested.connect(self.attachments.ask_for_files)
        for offering in (self._forms.files_offered, self._title.offered):
            offering.connect(self.attachments.take)
        self._area.side_changed.connect(self._column.indent_all)
        self._spelling.standing_changed.connect(self.footer.show_standing)
        self._spelling.failed.connect(self.failed)
        self._spelling.open_menu_on(self.footer.spelling)
        self._connect_actions()

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.marking_requested.connect(self._mark)
        self._finding.follow(actions)
        actions.focus_mode_toggled.connect(self.focus_mode_toggled)
        actions.history_requested.connect(self.history_requested)
        actions.print_requested.connect(self.print_requested)
        actions.files_requested.connect(self.attachments.ask_for_files)

    @Slot(object)
    def _take_in(self, text: BodyEdit) -> None:
        """A text came to the page: help in it as in every other."""
        text.share(self._documents)
        text.left.connect(self._leave)
        text.focus_left.connect(self.focus_left)
        if text is self._body:
            text.edited.connect(self.edited)
        self._focus.follow(text)
        self.bar.actions_for(text)
        self._actions.add_text(text)
        self._keys.watch(text)

    @Slot(str)
    def _mark(self, marking: str) -> None:
        self._focus_text(self.texts.current)
        self.texts.current.mark(marking)

    @Slot()
    def _leave(self) -> None:
        """Escape: first out of what was opened last, then back to the list."""
        if self._area.finder.is_open():
            self._area.finder.close()
        elif self._view.focus_mode:
            self.focus_mode_toggled.emit(False)  # noqa: FBT003 - a signal takes no names
        else:
            self.left.emit()

    @Slot(QMenu)
    def _fill_menu(self, menu: QMenu) -> None:
        self._actions.fill(menu)
        menu.addMenu(self._spelling.language_menu(menu))

    def _follow(self) -> None:
        """Let word count and preview follow the texts."""
        self._words.follow()
        self._area.refresh_preview()

    def _leave_page(self) -> None:
        """Keep how far the open entry's page is scrolled."""
        if self._entry is not None:
            self._documents.of(str(self._entry.id)).scrolled = self.scrolled()

    def _focus_text(self, text: BodyEdit) -> None:
        if self.shows_preview():
            self.show_preview(shown=False)
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reading(self) -> Sequence[ReadPart]:
        """The page as it is read now."""
        if self._entry is None:
            return ()
        entry = self.filled(self._entry)
        title = one_line(entry.title)
        head = (ReadPart("", f"# {in_markdown(title)}"),) if title else ()
        return (*head, *view_of(entry).whole_reading(entry))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, from whatever has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
