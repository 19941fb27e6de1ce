"""The middle of a page of entries: toolbar, title, a quiet line, the text, and how safe it is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QMenu, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import writing_begins
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.text.word_count import count_words
from amp_desktop.ui.attachments.entry_attachments import EntryAttachments
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.search_hits import SearchHits
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.editing.utf16 import to_units
from amp_desktop.ui.entries.editor.editor_actions import EditorActions
from amp_desktop.ui.entries.editor.footer import EditorFooter
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.editor.own_keys import OwnKeys
from amp_desktop.ui.entries.editor.spelling import BodySpelling
from amp_desktop.ui.entries.editor.view_options import ViewOptions
from amp_desktop.ui.entries.editor.writing_area import WritingArea
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.labels import label

COUNT_PAUSE_MS = 300
"""Words are counted when the text has come to rest: counting 50,000 takes longer than a key may."""
LONG = 20_000
"""Characters above which words are counted when the text was painted."""


class EntryEditor(QFrame):
    """Where one writes.

    It holds title and text only; the rest of an entry passes through it untouched.

    Attributes:
        edited: The person changed title or text.
        title_edited: It was the title.
        left: Back to the list.
        focus_left: The keyboard left title or text.
        panel_toggled: The panel at the right is wanted, or not.
        title_requested: A link to the entry of that title was followed.
        focus_mode_toggled: Nothing but the text is wanted, or all again.
        history_requested: The earlier versions of the entry are wanted.
        print_requested: The entry is to be printed.
        hits: What the list's search found in the text.
        failed: Something that was chosen here could not be kept; carries the error.
    """

    edited = Signal()
    title_edited = Signal()
    left = Signal()
    focus_left = Signal()
    panel_toggled = Signal(bool)
    title_requested = Signal(str)
    focus_mode_toggled = Signal(bool)
    history_requested = Signal()
    print_requested = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "page")
        self._entry = ""
        self.bar = FormatBar()
        self.footer = EditorFooter()
        self._title = TitleEdit()
        self._detail = label("", "muted")
        self._area = WritingArea()
        self._body = self._area.body
        self._actions = EditorActions(self, self._body)
        self._view = ViewOptions(self._area, self.bar, self._actions, self)
        self.hits = SearchHits(self._body, self)
        self._spelling = BodySpelling(session, self._body, self)
        self._strip = QVBoxLayout()
        self.attachments = EntryAttachments(session, self._body, self._strip, self)
        self._keys = OwnKeys(self._actions.that_go_first(), self)
        self._count_pause = QTimer(self, singleShot=True, interval=COUNT_PAUSE_MS)
        self._count_pause.timeout.connect(self._count)
        self._lay_out()
        self._connect()
        self._keys.watch(self._title, self._body, self._area.preview, *self._area.find_lines())
        self._view.apply()

    def title(self) -> str:
        """The title as it stands here."""
        return self._title.text()

    def page_actions(self) -> Sequence[QAction]:
        """What is done to the open entry, wherever on its page the keyboard is."""
        return self._actions.of_the_page()

    def fields(self) -> tuple[QWidget, ...]:
        """What one writes the entry in."""
        return self._title, self._body

    @property
    def body(self) -> BodyEdit:
        """The text."""
        return self._body

    def show_entry(self, entry: Entry) -> None:
        """Show an entry; what stands there already as it should keeps its cursor and its undo."""
        self.show_title(entry.title)
        if self._body.text() != entry.body:
            self._body.bring_to(entry.body)
        self._follow(entry.body)

    def show_title(self, title: str) -> None:
        """Show a title, without telling anybody."""
        if one_line(self._title.text()) != title:
            self._title.set_text(title)

    def open_entry(self, entry: Entry) -> None:
        """Show another entry where it was left, with the undo that it had."""
        self._entry = str(entry.id)
        self._area.finder.close_quietly()
        self.attachments.open_entry(entry)
        self._title.set_text(entry.title)
        self._body.open_text(self._entry, entry.body)
        self._follow(entry.body)
        self.hits.show_first()
        if self.isVisible():
            self._spelling.begin(self._entry)

    def filled(self, entry: Entry) -> Entry:
        """The entry with title and text as they stand here."""
        return replace(entry, title=self._title.text(), body=self._body.text())

    def show_detail(self, words: str) -> None:
        """Say the quiet line under the title."""
        self._detail.setText(words)

    def set_writable(self, writable: bool) -> None:
        """Whether it may be written in; what lies in the bin may not."""
        self._title.setReadOnly(not writable)
        self._body.setReadOnly(not writable)
        self.bar.set_writable(writable)
        self._actions.set_writable(writable)
        self.attachments.set_writable(writable)

    def shows_preview(self) -> bool:
        """Whether one sees how it reads, and nothing else."""
        return self._view.shows_preview()

    def scrolled(self) -> int:
        """How far the text is scrolled, as its scroll bar counts."""
        return self._body.verticalScrollBar().value()

    def scroll_to(self, scrolled: int) -> None:
        """Show the text from there on."""
        self._body.verticalScrollBar().setValue(scrolled)

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
        """Give the keyboard to the text."""
        if self.shows_preview():
            self.show_preview(shown=False)
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def show_preview(self, shown: bool) -> None:
        """Show how it reads, or the text to write in."""
        self._view.show_preview(shown=shown)

    def set_focus_mode(self, *, on: bool) -> None:
        """Show whether nothing but the text is to be seen."""
        self._view.set_focus_mode(on=on)

    def close_entry(self) -> None:
        """Show no entry any more; the undo of others stays, and so does what is being attached to them."""
        self._count_pause.stop()
        self._entry = ""
        self._spelling.stop()
        self._title.set_text("")
        self._area.close_text()
        self.attachments.close_entry()
        self.show_detail("")

    def forget(self) -> None:
        """Drop every word, and undo with them."""
        self.close_entry()
        self.hits.forget()
        self._area.forget()
        self.attachments.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Take up what was chosen on another page meanwhile, and check spelling again."""
        super().showEvent(event)
        self._view.apply()
        if self._entry:
            self._spelling.begin(self._entry)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the text: no dictionary is needed."""
        super().hideEvent(event)
        self._spelling.stop()

    def _connect(self) -> None:
        self._title.edited.connect(self.edited)
        self._title.edited.connect(self.title_edited)
        self._title.left_downwards.connect(self.focus_body)
        self._body.edited.connect(self._body_edited)
        for part in (self._title, self._body):
            part.left.connect(self._leave)
            part.focus_left.connect(self.focus_left)
        self.bar.actions_for(self._body)
        self.bar.marking_requested.connect(self._mark)
        self.bar.preview_toggled.connect(self.show_preview)
        self.bar.panel_toggled.connect(self.panel_toggled)
        self.bar.menu_wanted.connect(self._fill_menu)
        self._area.preview.left.connect(self._leave)
        self._area.preview.title_requested.connect(self.title_requested)
        self._area.preview.attachment_requested.connect(self.attachments.ask_to_open)
        self._area.preview.set_pictures(self.attachments.pictures)
        self.bar.files_requested.connect(self.attachments.ask_for_files)
        self._area.side_changed.connect(self._indent_all)
        self._spelling.standing_changed.connect(self.footer.show_standing)
        self._spelling.failed.connect(self.failed)
        self.footer.spelling.clicked.connect(self._show_languages)
        self._connect_actions()

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.marking_requested.connect(self._mark)
        actions.find_requested.connect(self._find)
        actions.replace_requested.connect(self._replace)
        actions.next_requested.connect(self._go_on)
        actions.previous_requested.connect(self._go_back)
        actions.focus_mode_toggled.connect(self.focus_mode_toggled)
        actions.history_requested.connect(self.history_requested)
        actions.print_requested.connect(self.print_requested)
        actions.files_requested.connect(self.attachments.ask_for_files)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._head = QVBoxLayout()
        self._head.setContentsMargins(0, room, 0, room)
        self._head.setSpacing(room // 4)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(0, room // 2, 0, 0)
        self._top.addWidget(self.bar)
        self._head.addWidget(self._title)
        self._head.addWidget(self._detail)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(0, room // 3, 0, room // 3)
        self._foot.addWidget(self.footer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)
        column.addLayout(self._strip)
        column.addLayout(self._foot)

    @Slot(int)
    def _indent_all(self, side: int) -> None:
        """Keep all else in line with the text."""
        room = self.fontMetrics().height()
        free = max((self.width() - self.bar.sizeHint().width()) // 2, 0)
        # The icons, not their edges, stand over the text; the last never touches the panel beside it.
        _indent(self._top, max(min(side - room // 3, free), room // 3))
        for part in (self._head, self._strip, self._foot):
            _indent(part, side)

    @Slot(str)
    def _mark(self, marking: str) -> None:
        self.focus_body()
        self._body.mark(marking)

    @Slot()
    def _leave(self) -> None:
        """Escape: first out of what was opened last, then back to the list."""
        if self._area.finder.is_open():
            self._area.finder.close()
        elif self._view.focus_mode:
            self.focus_mode_toggled.emit(False)  # noqa: FBT003 - a signal takes no names
        else:
            self.left.emit()

    @Slot()
    def _find(self) -> None:
        self.focus_body()
        self._area.finder.open(replacing=False)

    @Slot()
    def _replace(self) -> None:
        self.focus_body()
        self._area.finder.open(replacing=True)

    @Slot()
    def _go_on(self) -> None:
        """To the next place: of what is looked for in this entry, else of the list's search."""
        finder = self._area.finder
        finder.go_on() if finder.is_open() else self.hits.go_on()

    @Slot()
    def _go_back(self) -> None:
        finder = self._area.finder
        finder.go_back() if finder.is_open() else self.hits.go_back()

    @Slot(QMenu)
    def _fill_menu(self, menu: QMenu) -> None:
        self._actions.fill(menu)
        menu.addMenu(self._spelling.language_menu(menu))

    @Slot()
    def _show_languages(self) -> None:
        menu = self._spelling.language_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.footer.spelling
        menu.popup(button.mapToGlobal(button.rect().topLeft()) - menu.rect().bottomLeft())

    def _follow(self, text: str) -> None:
        """Let word count and preview follow a text; the words of a long one are counted a moment later."""
        if len(text) < LONG:
            self._count()
        else:
            self._count_pause.start()
        self._area.refresh_preview()

    @Slot()
    def _body_edited(self) -> None:
        self._count_pause.start()
        self.edited.emit()

    @Slot()
    def _count(self) -> None:
        self._count_pause.stop()
        text = self._body.text()
        self.footer.show_words(count_words(text))
        self.attachments.follow(text)


def _indent(part: QLayout, side: int) -> None:
    margins = part.contentsMargins()
    part.setContentsMargins(side, margins.top(), side, margins.bottom())
