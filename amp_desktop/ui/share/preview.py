"""The very text that will leave, in the format in which it will; each line of it can be worded anew."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Place
from amp_desktop.sharing import PreviewStyle, ShownPlace, find_renderer, places_of, remarks
from amp_desktop.ui.share.edit_box import EditBox
from amp_desktop.ui.share.edit_places import areas_of, ranges_in
from amp_desktop.ui.share.pages_view import PagesView
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.text_views import PageView, TextView
from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.segments import SegmentedRow

if TYPE_CHECKING:
    from collections.abc import Mapping


WIDTHS = (390, 1280)
"""Pixels of a phone and of a computer, for which the web page is made."""


class Preview(QWidget):
    """Shows what leaves; what was shown stays while it is made anew.

    Signals:
        fineness_changed(): The pages of the PDF want to be made for another width.
        worded(str, str, str): A place is worded anew: its key, the words, what stands there by itself.
        taken_back(str): The words for this time at that place are to go.
        entry_wanted(str): What the place of that key comes from is to be shown.
    """

    fineness_changed = Signal()
    worded = Signal(str, str, str)
    taken_back = Signal(str)
    entry_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: PreparedSummary | None = None
        self._draft = ShareDraft()
        self._places: dict[str, ShownPlace] = {}
        self._ranges: Mapping[str, tuple[int, int]] = {}
        self._text = TextView(self.tr("The text that will be shared"))
        self._page = PageView(self.tr("The web page that will be shared"))
        self._pages = PagesView()
        self._nothing = EmptyState("send", "")
        self._remarks = label("", "care")
        widths = [self.tr("Phone"), self.tr("Computer")]
        self._widths = SegmentedRow(self.tr("Width of the web page"), widths, self)
        self._widths.choose_quietly(len(WIDTHS))
        self._widths.changed.connect(self._show_width)
        self._lay_out()
        self._box = EditBox(self._stack)
        self._box.worded.connect(self.worded)
        self._box.taken_back.connect(self.taken_back)
        self._box.closed.connect(self._focus_back)
        self._box.entry_wanted.connect(self.entry_wanted)
        self._origin: Callable[[str], str] = _nowhere
        self._came_from: QWidget | None = None
        for view in (self._text, self._page):
            view.clicked.connect(self._press_text)
        self._pages.place_pressed.connect(self.word_anew)
        self._pages.take_back_pressed.connect(self.taken_back)
        self._pages.fineness_changed.connect(self.fineness_changed)
        theme().theme_changed.connect(self._tint_anew)  # after the page that is written anew for it

    def dots_per_inch(self) -> float:
        """How fine the pages of a PDF should be, for the room that they have once they are shown."""
        self._pages.resize(self._stack.size())
        return self._pages.dots_per_inch()

    def show_summary(self, summary: PreparedSummary, draft: ShareDraft) -> None:
        """Show what leaves, and tint what of it is worded anew."""
        self._summary, self._draft = summary, draft
        self._places = {shown.place.key: shown for shown in places_of(summary.disclosure.summary)}
        self._places.pop("", None)
        self._show_remarks(remarks(summary.format, summary.data))
        self._widths.setVisible(find_renderer(summary.format).preview is PreviewStyle.WEB_PAGE)
        match find_renderer(summary.format).preview:
            case PreviewStyle.PAGES:
                edited = frozenset(place.key for place in summary.disclosure.edited)
                self._pages.show_pages(summary.pages, areas_of(summary.spots), edited)
                self._stack.setCurrentWidget(self._pages)
            case PreviewStyle.WEB_PAGE:
                self._show_width()
                self._page.show_html(summary.data.decode())
                self._stack.setCurrentWidget(self._page)
                self._tint(self._page)
            case _:
                self._text.show_text(summary.data.decode(), summary.format)
                self._stack.setCurrentWidget(self._text)
                self._tint(self._text)

    def show_nothing(self, sentence: str) -> None:
        """Nothing leaves; say why."""
        self._forget_summary()
        self._widths.hide()
        self._nothing.set_sentence(sentence)
        self._stack.setCurrentWidget(self._nothing)

    def shown_text(self) -> str:
        """The words on the screen, of a text or a web page."""
        return (
            self._text.toPlainText()
            if self._stack.currentWidget() is self._text
            else self._page.toPlainText()
        )

    def first_place_of(self, entry_id: str) -> str:
        """The key of the first line that tells of an entry; empty where none does."""
        return next((key for key in self._places if key.startswith(f"{entry_id}:")), "")

    def word_anew(self, key: str) -> None:
        """Open the box in which a place is worded anew, beside it."""
        shown = self._places.get(key)
        if shown is None or self._summary is None:
            return
        edit = self._draft.edits.get(key)
        is_bare = key.startswith(OWN) and edit is None
        words = edit.words if edit is not None else "" if is_bare else shown.words
        self._came_from = self.window().focusWidget()
        place = _edited(self._summary, shown.place)
        self._box.open_at(place, words, self._below(key), self._origin(key), invites=is_bare)

    def write_at(self, place: Place) -> None:
        """Open the box for words of the mentee's own at a place that says nothing yet."""
        if self._summary is not None:
            self._came_from = self.window().focusWidget()
            self._box.open_at(place, "", 0, "", invites=True)

    def tell_origins(self, origin: Callable[[str], str]) -> None:
        """Have the box say where a line comes from: what answers for the key of a place, in words."""
        self._origin = origin

    def forget(self) -> None:
        """Drop every word and picture."""
        self._forget_summary()

    def _forget_summary(self) -> None:
        self._summary, self._draft = None, ShareDraft()
        self._places, self._ranges = {}, {}
        self._box.forget()
        self._text.clear()
        self._page.clear()
        self._pages.show_pages(())
        self._show_remarks(())

    def _show_remarks(self, sentences: tuple[str, ...]) -> None:
        self._remarks.setText(" ".join(sentences))
        self._remarks.setVisible(bool(sentences))

    def _lay_out(self) -> None:
        frame = QFrame(self)
        set_variant(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        self._stack = QStackedWidget()
        inside.addWidget(self._stack)
        for view in (self._nothing, self._text, self._page, self._pages):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 2)
        column.addWidget(self._widths, 0, Qt.AlignmentFlag.AlignRight)
        self._widths.hide()
        column.addWidget(frame, 1)
        column.addWidget(self._remarks)

    @Slot(int)
    def _press_text(self, at: int) -> None:
        """Word anew what was clicked in a text: the words there, else those of the same line."""
        view = self._shown_view()
        if view is None:
            return
        cursor = view.textCursor()
        cursor.setPosition(at)
        block = cursor.block()
        first, last = block.position(), block.position() + block.length()
        on_words = [key for key, (begin, end) in self._ranges.items() if begin <= at <= end]
        in_line = [key for key, (begin, _) in self._ranges.items() if first <= begin < last]
        for key in (on_words or in_line)[-1:]:
            self.word_anew(key)

    @Slot()
    def _show_width(self) -> None:
        """Have the lines of the web page end where they would on a phone or a computer."""
        self._page.show_width(WIDTHS[int(self._widths.chosen() or len(WIDTHS)) - 1])

    @Slot()
    def _focus_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()

    def _shown_view(self) -> TextView | PageView | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, TextView | PageView) else None

    def _below(self, key: str) -> int:
        """Where a place ends on the screen, which is scrolled so that it is seen."""
        view = self._shown_view()
        if view is None:
            return self._pages.top_of(key) or 0
        begin, end = self._ranges.get(key, (0, 0))
        cursor = view.textCursor()
        cursor.setPosition(begin)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()
        cursor.setPosition(end)
        rect: QRect = view.cursorRect(cursor)
        return rect.bottom() + self.fontMetrics().height() // 3

    @Slot()
    def _tint_anew(self) -> None:
        shown = self._stack.currentWidget()
        if shown in (self._text, self._page):
            self._tint(self._text if shown is self._text else self._page)

    def _tint(self, view: QPlainTextEdit | QTextEdit) -> None:
        """Find the places in the text, and tint those that are worded anew."""
        text = view.toPlainText()
        found = ranges_in(text, self._places.values())
        self._ranges = {key: (_units(text, begin), _units(text, end)) for key, (begin, end) in found.items()}
        edited = self._draft.edits.keys() & self._ranges.keys()
        selections = []
        for key in edited:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(view.document())
            begin, end = self._ranges[key]
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(QColor(theme().tokens.selection))
            selections.append(selection)
        view.setExtraSelections(selections)


OWN = "bare:"
"""How the places for the mentee's own words begin."""


def _nowhere(_key: str) -> str:
    return ""


def _edited(summary: PreparedSummary, place: Place) -> Place:
    """The place with what is known of its words for this time."""
    return next((one for one in summary.disclosure.edited if one.key == place.key), place)


def _units(text: str, at: int) -> int:
    """A place of a text as Qt counts it, to which some characters are two."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
