"""What the list's search found, marked in the open text, and the way from one place to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor

from amp_desktop.domain.query import Mark
from amp_desktop.ui.editing.applying import select, selection_of
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.find import Match, next_match, previous_match
from amp_desktop.ui.editing.text_marks import marks_at
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.style.theme import theme

PAUSE_MS = 150
"""How long nothing must be typed, in the text or the search, before the text is looked through again."""
MOST_MARKED = 1_000
LAYER = "hits"

FindMarks = Callable[[str], Sequence[Mark]]


class SearchHits(QObject):
    """Marks the words of the search in the text, and goes from one to the next."""

    def __init__(self, body: BodyEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._body = body
        self._find: FindMarks | None = None
        self._matches: list[Match] = []
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._mark)
        self._unseen = False
        body.textChanged.connect(self._mark_soon)

    def look_for(self, find: FindMarks | None) -> None:
        """Mark what `find` finds in a text from now on, or with None nothing any more.

        The list is what one looks at while one types a search, so the text follows when the keys rest.
        """
        self._find = find
        self._pause.start(PAUSE_MS if find is not None else 0)

    @Slot()
    def show_first(self) -> None:
        """Another text is shown: mark in it what is looked for, with the first place in sight."""
        self._unseen = self._find is not None
        if self._unseen:
            self._pause.start(0)  # the text is laid out before

    @Slot()
    def go_on(self) -> None:
        """Select the next place, the first again after the last."""
        self._go_to(next_match(self._matches, selection_of(self._body.textCursor(), self._body.text()).end))

    @Slot()
    def go_back(self) -> None:
        """Select the place before, the last again before the first."""
        start = selection_of(self._body.textCursor(), self._body.text()).start
        self._go_to(previous_match(self._matches, start))

    def forget(self) -> None:
        """Drop every word."""
        self._pause.stop()
        self._find = None
        self._mark()

    @Slot()
    def _mark_soon(self) -> None:
        if self._find is not None and not self._pause.isActive():
            self._pause.start(PAUSE_MS)

    @Slot()
    def _mark(self) -> None:
        self._pause.stop()
        text = self._body.text() if self._find is not None else ""
        found = self._find(text) if self._find is not None else ()
        self._matches = [Match(mark.start, mark.start + mark.length) for mark in found]
        shown = self._matches[:MOST_MARKED]
        self._body.set_layer(LAYER, marks_at(self._body, text, shown, theme().tokens.accent))
        if self._unseen and self._matches:
            self._bring_into_sight(all_to_units(text, self._matches[0])[0])
        self._unseen = False

    def _go_to(self, at: int | None) -> None:
        if at is not None:
            select(self._body, *all_to_units(self._body.text(), self._matches[at]))

    def _bring_into_sight(self, place: int) -> None:
        """Scroll to a place if it cannot be seen; the cursor stays where it was left."""
        cursor = QTextCursor(self._body.document())
        cursor.setPosition(place)
        line, seen = self._body.cursorRect(cursor), self._body.viewport().rect()
        if not seen.contains(line):
            bar = self._body.verticalScrollBar()
            bar.setValue(bar.value() + line.top() - seen.height() // 3)
