"""The middle of a page of entries: toolbar, title, a quiet line, the text, and how safe it is."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import writing_begins
from amp_desktop.ui.editing.utf16 import to_units
from amp_desktop.ui.entries.body import BodyEdit
from amp_desktop.ui.entries.footer import EditorFooter, count_words
from amp_desktop.ui.entries.format_bar import FormatBar
from amp_desktop.ui.entries.preview import PreviewPane
from amp_desktop.ui.entries.title_edit import TitleEdit
from amp_desktop.ui.theme import set_look
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.reading_column import USUAL_LINE, WIDEST

COUNT_PAUSE_MS = 300
"""Words are counted when the text has come to rest: counting 50,000 takes longer than a key may."""


class EntryEditor(QFrame):
    """Where one writes.

    It holds title and text only; the rest of an entry passes through it untouched.

    Attributes:
        edited: The person changed title or text.
        left: Back to the list.
        focus_left: The keyboard left title or text.
        panel_toggled: The panel at the right is wanted, or not.
        title_requested: A link to the entry of that title was followed.
    """

    edited = Signal()
    left = Signal()
    focus_left = Signal()
    panel_toggled = Signal(bool)
    title_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.bar = FormatBar()
        self.footer = EditorFooter()
        self._title = TitleEdit()
        self._detail = label("", "muted")
        self._body = BodyEdit()
        self._preview = PreviewPane()
        self._count_pause = QTimer(self, singleShot=True, interval=COUNT_PAUSE_MS)
        self._count_pause.timeout.connect(self._count)
        self._connect()
        self._lay_out()

    def show_entry(self, entry: Entry) -> None:
        """Show an entry; what stands there already as it should keeps its cursor and its undo."""
        if " ".join(self._title.text().split()) != entry.title:
            self._title.set_text(entry.title)
        if self._body.text() != entry.body:
            self._body.bring_to(entry.body)
        self._count()
        if self.shows_preview():
            self._preview.show_text(entry.body)

    def open_entry(self, entry: Entry) -> None:
        """Show another entry where it was left, with the undo that it had."""
        self._title.set_text(entry.title)
        self._body.open_text(str(entry.id), entry.body)
        self.show_entry(entry)

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

    def shows_preview(self) -> bool:
        """Whether one sees how it reads."""
        return self._stack.currentWidget() is self._preview

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
        self.show_preview(shown=False)
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def show_preview(self, shown: bool) -> None:
        """Show how it reads, or the text to write in."""
        self.bar.set_preview(shown)
        if shown:
            self._preview.show_text(self._body.text())
        self._stack.setCurrentWidget(self._preview if shown else self._body)

    def forget(self) -> None:
        """Drop every word, and undo with them."""
        self._count_pause.stop()
        self._title.set_text("")
        self._body.forget()
        self._preview.forget()
        self.show_detail("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column of text readable, and all else in line with it."""
        super().resizeEvent(event)
        room = self.fontMetrics().height()
        widest = round(WIDEST * max(1.0, room / USUAL_LINE))
        side = max((self.width() - widest) // 2, min(room * 5 // 2, self.width() // 14))
        self._body.set_side(side)
        self._preview.set_side(side)
        free = max((self.width() - self.bar.sizeHint().width()) // 2, 0)
        self._indent(
            self._top, min(side - room // 3, free)
        )  # the icons, not their edges, stand over the text
        for part in (self._head, self._foot):
            self._indent(part, side)

    def _connect(self) -> None:
        self._title.edited.connect(self.edited)
        self._title.left_downwards.connect(self.focus_body)
        self._body.edited.connect(self._body_edited)
        for part in (self._title, self._body):
            part.left.connect(self.left)
            part.focus_left.connect(self.focus_left)
        self.bar.actions_for(self._body)
        self.bar.marking_requested.connect(self._mark)
        self.bar.preview_toggled.connect(self.show_preview)
        self._preview.title_requested.connect(self.title_requested)
        self.bar.panel_toggled.connect(self.panel_toggled)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._preview)
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
        column.addLayout(self._stack, 1)
        column.addLayout(self._foot)

    def _indent(self, part: QLayout, side: int) -> None:
        margins = part.contentsMargins()
        part.setContentsMargins(side, margins.top(), side, margins.bottom())

    @Slot(str)
    def _mark(self, marking: str) -> None:
        self.focus_body()
        self._body.mark(marking)

    @Slot()
    def _body_edited(self) -> None:
        self._count_pause.start()
        self.edited.emit()

    @Slot()
    def _count(self) -> None:
        self._count_pause.stop()
        self.footer.show_words(count_words(self._body.text()))
