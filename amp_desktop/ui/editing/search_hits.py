"""What the list's search found, marked in the open entry, and the way from one place to the next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from amp_desktop.domain.query import HitSpan
from amp_desktop.ui.editing.page_texts import PageTexts, Place, TextHit, found_before, next_found
from amp_desktop.ui.editing.text_marks import mark_places
from amp_desktop.ui.style.theme import theme

PAUSE_MS = 150
"""How long nothing must be typed, in a text or the search, before the texts are looked through again."""
LAYER = "hits"

FindMarks = Callable[[str], Sequence[HitSpan]]


class SearchHits(QObject):
    """Marks the words of the search in the texts, and goes from one to the next."""

    def __init__(self, texts: PageTexts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._find: FindMarks | None = None
        self._places: list[TextHit] = []
        self._marked: Sequence[Place] = ()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._mark)
        self._unseen = False
        texts.changed.connect(self._mark_soon)
        texts.rows_changed.connect(self._mark_soon)
        theme().theme_changed.connect(self._mark_soon)

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
        self._see()
        here = self._texts.selection()
        self._go_to(next_found(self._places, here.text, here.end))

    @Slot()
    def go_back(self) -> None:
        """Select the place before, the last again before the first."""
        self._see()
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
        find, texts = self._find, self._texts.look()
        self._places = [
            TextHit(number, mark.start, mark.start + mark.length)
            for number, text in enumerate(texts if find is not None else ())
            for mark in (find(text.text()) if find is not None else ())
        ]
        self._marked = mark_places(LAYER, texts, self._places, self._marked, theme().tokens.accent)
        if self._unseen and self._places:
            self._texts.bring_into_sight(self._places[0])
        self._unseen = False

    def _go_to(self, at: int | None) -> None:
        if at is not None:
            self._texts.select(self._places[at])

    def _see(self) -> None:
        """Places are counted anew before one is gone to, if something was written since."""
        if self._pause.isActive():
            self._mark()
