"""Finding in the open entry: what the bar asks, done in texts and rows, in the order of the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from amp_desktop.ui.editing.find import find_all, replace_all, replace_match
from amp_desktop.ui.editing.find_bar import FindBar
from amp_desktop.ui.editing.page_texts import PageTexts, TextHit, found_before, next_found
from amp_desktop.ui.editing.text_marks import mark_places
from amp_desktop.ui.style.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amp_desktop.ui.editing.page_texts import Place

PAUSE_MS = 150
"""How long nothing must be typed in a text before they are searched again."""
LAYER = "found"


class Finder(QObject):
    """Marks what is found, goes from one to the next, and replaces."""

    def __init__(self, texts: PageTexts, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._bar = bar
        self._marked: Sequence[Place] = ()
        self._places: list[TextHit] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        texts.changed.connect(self._search_soon)
        texts.rows_changed.connect(self._search_soon)
        bar.needle_changed.connect(self._search_from_here)
        bar.next_requested.connect(self.go_on)
        bar.previous_requested.connect(self.go_back)
        bar.replace_requested.connect(self._replace)
        bar.replace_all_requested.connect(self._replace_all)
        bar.closed.connect(self.close)
        theme().theme_changed.connect(self._mark)

    def open(self, *, replacing: bool) -> None:
        """Show the bar, and look for what is selected if it is within a line."""
        current = self._texts.current
        self._texts.keep_row()
        words = self._texts.selected_words()
        self._bar.set_writable(not current.isReadOnly())
        self._bar.open("" if "\u2029" in words else words, replacing=replacing and not current.isReadOnly())

    @Slot()
    def close(self) -> None:
        """Put the bar away and give the keyboard to the text."""
        self._texts.take_keyboard()  # before Qt gives it to whatever comes next when the bar goes
        self._put_away()

    def close_quietly(self) -> None:
        """Put the bar away, and leave the keyboard where it is."""
        self._put_away()
        self._texts.leave_row()

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
        self._see()
        here = self._texts.selection()
        self._go_to(next_found(self._places, here.text, here.end))

    @Slot()
    def go_back(self) -> None:
        """Select the place before."""
        self._see()
        here = self._texts.selection()
        self._go_to(found_before(self._places, here.text, here.start))

    @Slot()
    def _search_soon(self) -> None:
        if self._bar.isVisible():
            self._pause.start()

    @Slot()
    def _search(self) -> None:
        """Search the texts as they are now, and leave what is selected."""
        self._pause.stop()
        self._places = self._found() if self._bar.isVisible() else []
        self._mark()
        self._bar.tell(len(self._places), self._chosen())

    def _see(self) -> None:
        """Places are counted anew before one is gone to, if something was written since."""
        if self._pause.isActive():
            self._search()

    def _found(self) -> list[TextHit]:
        needle = self._bar.needle
        return [
            TextHit(number, *match)
            for number, place in enumerate(self._texts.look())
            for match in find_all(place.text(), needle)
        ]

    @Slot()
    def _search_from_here(self) -> None:
        """Something else is looked for: select the first place from where one is."""
        self._search()
        if self._chosen() is None:
            here = self._texts.selection()
            self._go_to(next_found(self._places, here.text, here.start))

    @Slot()
    def _replace(self) -> None:
        """Replace the place that is chosen and go on to the next; where none is, choose one first."""
        self._see()
        chosen = self._chosen()
        if chosen is not None:
            found = self._places[chosen]
            with self._texts.current.steps.as_one():
                self._texts.apply(found.text, replace_match(found.match, self._bar.replacement))
            self._search()
        self.go_on()

    @Slot()
    def _replace_all(self) -> None:
        """Replace every place of every text; undo takes all of it back at once."""
        self._search()
        with self._texts.current.steps.as_one():
            for number, place in enumerate(self._texts.look()):
                matches = [found.match for found in self._places if found.text == number]
                selection = self._texts.selection_in(place)
                edit = replace_all(place.text(), matches, self._bar.replacement, selection)
                if edit is not None:
                    self._texts.apply(number, edit)
        self._search()

    def _go_to(self, at: int | None) -> None:
        if at is not None:
            self._texts.select(self._places[at])
        self._bar.tell(len(self._places), at)

    def _chosen(self) -> int | None:
        """Which of the places is what is selected."""
        here = self._texts.selection()
        at = next_found(self._places, here.text, here.start)
        return at if at is not None and self._places[at] == here else None

    @Slot()
    def _mark(self) -> None:
        self._marked = mark_places(LAYER, self._texts.look(), self._places, self._marked, theme().tokens.care)

    def _put_away(self) -> None:
        self._bar.hide()
        self._forget_marks()

    def _forget_marks(self) -> None:
        self._pause.stop()
        self._places = []
        self._marked = mark_places(LAYER, (), (), self._marked, theme().tokens.care)
