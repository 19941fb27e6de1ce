"""What the list's search found, marked in the open entry's texts, and the way from one place to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from amp_desktop.domain.query import Mark
from amp_desktop.ui.editing.page_texts import Found, PageTexts, found_before, next_found
from amp_desktop.ui.editing.text_marks import marks_at
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.style.theme import theme

PAUSE_MS = 150
"""How long nothing must be typed, in a text or the search, before the texts are looked through again."""
MOST_MARKED = 1_000
LAYER = "hits"

FindMarks = Callable[[str], Sequence[Mark]]


class SearchHits(QObject):
    """Marks the words of the search in the texts, and goes from one to the next."""

    def __init__(self, texts: PageTexts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._find: FindMarks | None = None
        self._places: list[Found] = []
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._mark)
        self._unseen = False
        texts.changed.connect(self._mark_soon)

    def look_for(self, find: FindMarks | None) -> None:
        """Mark what `find` finds in a text from now on, or with None nothing any more.

        The list is what one looks at while one types a search, so the texts follow when the keys rest.
        """
        self._find = find
        self._pause.start(PAUSE_MS if find is not None else 0)

    @Slot()
    def show_first(self) -> None:
        """Another entry is shown: mark in it what is looked for, with the first place in sight."""
        self._unseen = self._find is not None
        if self._unseen:
            self._pause.start(0)  # the page is laid out before

    @Slot()
    def go_on(self) -> None:
        """Select the next place, the first again after the last."""
        here = self._texts.selection()
        self._go_to(next_found(self._places, here.text, here.end))

    @Slot()
    def go_back(self) -> None:
        """Select the place before, the last again before the first."""
        here = self._texts.selection()
        self._go_to(found_before(self._places, here.text, here.start))

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
        self._places = []
        shown = self._texts.shown()
        for number, text in enumerate(self._texts.all()):
            words = text.text() if self._find is not None and text in shown else ""
            found = self._find(words) if self._find is not None and words else ()
            places = [Found(number, mark.start, mark.start + mark.length) for mark in found]
            self._places += places
            marked = [place.match for place in places[:MOST_MARKED]]
            text.set_layer(LAYER, marks_at(text, words, marked, theme().tokens.accent) if marked else [])
        if self._unseen and self._places:
            self._bring_into_sight(self._places[0])
        self._unseen = False

    def _go_to(self, at: int | None) -> None:
        if at is not None:
            self._texts.select(self._places[at])

    def _bring_into_sight(self, place: Found) -> None:
        """Scroll to a place if it cannot be seen; the cursor stays where it was left."""
        text = self._texts.all()[place.text]
        text.place_wanted.emit(all_to_units(text.text(), place.match)[0])
