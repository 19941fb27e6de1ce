"""Finding in the open text: what the bar asks, done in the text."""

from PySide6.QtCore import QObject, QTimer, Slot

from amp_desktop.ui.editing.applying import select, selection_of
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.edit import Selection
from amp_desktop.ui.editing.find import (
    Match,
    find_all,
    next_match,
    previous_match,
    replace_all,
    replace_match,
)
from amp_desktop.ui.editing.find_bar import FindBar
from amp_desktop.ui.editing.text_marks import marks_at
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.style.theme import theme

PAUSE_MS = 150
"""How long nothing must be typed in the text before it is searched again."""
MOST_MARKED = 1_000
"""Places that are marked in the text; all of them are counted."""
LAYER = "found"


class Finder(QObject):
    """Marks what is found, goes from one to the next, and replaces."""

    def __init__(self, body: BodyEdit, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._body = body
        self._bar = bar
        self._matches: list[Match] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        body.textChanged.connect(self._search_soon)
        bar.needle_changed.connect(self._search_from_here)
        bar.next_requested.connect(self.go_on)
        bar.previous_requested.connect(self.go_back)
        bar.replace_requested.connect(self._replace)
        bar.replace_all_requested.connect(self._replace_all)
        bar.closed.connect(self.close)

    def open(self, *, replacing: bool) -> None:
        """Show the bar, and look for what is selected if it is within a line."""
        words = self._body.textCursor().selectedText()
        self._bar.set_writable(not self._body.isReadOnly())
        self._bar.open(
            "" if "\u2029" in words else words, replacing=replacing and not self._body.isReadOnly()
        )

    @Slot()
    def close(self) -> None:
        """Put the bar away and give the keyboard to the text."""
        self.close_quietly()
        self._body.setFocus()

    def close_quietly(self) -> None:
        """Put the bar away, and leave the keyboard where it is."""
        self._bar.hide()
        self._forget_marks()

    def is_open(self) -> bool:
        """Whether the bar is to be seen."""
        return self._bar.isVisible()

    def forget(self) -> None:
        """Drop every word."""
        self._bar.forget()
        self._forget_marks()

    @Slot()
    def go_on(self) -> None:
        """Select the next place."""
        self._go_to(next_match(self._matches, self._selection().end))

    @Slot()
    def go_back(self) -> None:
        """Select the place before."""
        self._go_to(previous_match(self._matches, self._selection().start))

    @Slot()
    def _search_soon(self) -> None:
        if self._bar.isVisible():
            self._pause.start()

    @Slot()
    def _search(self) -> None:
        """Search the text as it is now, and leave what is selected."""
        self._pause.stop()
        self._matches = find_all(self._body.text(), self._bar.needle) if self._bar.isVisible() else []
        self._mark()
        self._bar.tell(len(self._matches), self._chosen())

    @Slot()
    def _search_from_here(self) -> None:
        """Something else is looked for: select the first place from where one is."""
        self._search()
        if self._chosen() is None:
            self._go_to(next_match(self._matches, self._selection().start))

    @Slot()
    def _replace(self) -> None:
        """Replace the place that is chosen and go on to the next; where none is, choose one first."""
        chosen = self._chosen()
        if chosen is not None:
            self._body.apply(replace_match(self._matches[chosen], self._bar.replacement))
            self._search()
        self.go_on()

    @Slot()
    def _replace_all(self) -> None:
        self._search()
        edit = replace_all(self._body.text(), self._matches, self._bar.replacement, self._selection())
        if edit is not None:
            self._body.apply(edit)
        self._search()

    def _go_to(self, at: int | None) -> None:
        if at is not None:
            start, end = all_to_units(self._body.text(), self._matches[at])
            select(self._body, start, end)
        self._bar.tell(len(self._matches), at)

    def _chosen(self) -> int | None:
        """Which of the places is what is selected."""
        selection = self._selection()
        wanted = Match(selection.start, selection.end)
        at = next_match(self._matches, selection.start)
        return at if at is not None and self._matches[at] == wanted else None

    def _selection(self) -> Selection:
        return selection_of(self._body.textCursor(), self._body.text())

    def _mark(self) -> None:
        shown = self._matches[:MOST_MARKED]
        self._body.set_layer(LAYER, marks_at(self._body, self._body.text(), shown, theme().tokens.care))

    def _forget_marks(self) -> None:
        self._pause.stop()
        self._matches = []
        self._body.set_layer(LAYER, [])
