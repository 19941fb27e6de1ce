"""The texts of an entry's page, top to bottom, and the one that is written in."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.ui.editing.applying import select, selection_of
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.edit import Selection
from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.utf16 import all_to_units


class Found(NamedTuple):
    """A place in one of the texts, in characters.

    Attributes:
        text: The number of the text on the page, counted from 0.
        start: Where it begins in that text.
        end: Where it ends.
    """

    text: int
    start: int
    end: int

    @property
    def match(self) -> Match:
        """The place within its text."""
        return Match(self.start, self.end)


class PageTexts(QObject):
    """Knows every text of a page.

    Attributes:
        added: A text came to the page for the first time; carries it. Whoever helps in texts begins here.
        changed: One of the texts was changed, by whomever.
        current_changed: Another one has the keyboard now.
    """

    added = Signal(object)
    changed = Signal()
    current_changed = Signal()

    def __init__(self, body: BodyEdit, parent: QObject) -> None:
        """Begin with the free text, which every page has."""
        super().__init__(parent)
        self._known: list[BodyEdit] = []
        self._order: tuple[BodyEdit, ...] = ()
        self._current = body
        self.set_order((body,))

    def set_order(self, order: Sequence[BodyEdit]) -> None:
        """These are the texts of the page from now on, top to bottom."""
        for text in order:
            if text not in self._known:
                self._known.append(text)
                text.textChanged.connect(self.changed)
                text.focus_came.connect(self._focus_came)
                text.destroyed.connect(self._forget)
                self.added.emit(text)
        self._order = tuple(order)
        if self._current not in self._order:
            self.set_current(next(text for text in order if text.field == "body"))

    def all(self) -> tuple[BodyEdit, ...]:
        """Every text of the open entry's page, also those that are not to be seen now."""
        return self._order

    def shown(self) -> tuple[BodyEdit, ...]:
        """Those that can be seen, or could if the page were."""
        page = self._current.window()
        return tuple(text for text in self._order if text.isVisibleTo(page) or text is self._current)

    @property
    def known(self) -> Sequence[BodyEdit]:
        """Every text that ever stood on the page and still lives."""
        return self._known

    @property
    def current(self) -> BodyEdit:
        """The one that has the keyboard, or had it last."""
        return self._current

    def set_current(self, text: BodyEdit) -> None:
        """What is done to the text is done to this one from now on."""
        if text is not self._current:
            self._current = text
            self.current_changed.emit()

    def selection(self) -> Found:
        """What is selected in the current text."""
        selection = self.selection_in(self._current)
        return Found(self._order.index(self._current), selection.start, selection.end)

    def selection_in(self, text: BodyEdit) -> Selection:
        """What is selected in one of them, in characters."""
        return selection_of(text.textCursor(), text.text())

    def select(self, found: Found) -> None:
        """Select a place, bring it into sight, and go on from there; the keyboard stays where it is."""
        text = self._order[found.text]
        for other in self._order:
            cursor = other.textCursor()
            if other is not text and cursor.hasSelection():
                cursor.clearSelection()
                other.setTextCursor(cursor)
        self.set_current(text)
        select(text, *all_to_units(text.text(), found.match))

    @Slot()
    def _focus_came(self) -> None:
        text = self.sender()
        if isinstance(text, BodyEdit) and text in self._order:
            self.set_current(text)

    @Slot(QObject)
    def _forget(self, gone: QObject) -> None:
        self._known = [text for text in self._known if text is not gone]


def next_found(places: Sequence[Found], text: int, at: int) -> int | None:
    """Which place comes at or after one in a text, the first again after the last; None for none."""
    return bisect_left(places, (text, at, at)) % len(places) if places else None


def found_before(places: Sequence[Found], text: int, at: int) -> int | None:
    """Which place ends at or before one in a text, the last again before the first; None for none."""
    return (bisect_right(places, (text, at), key=itemgetter(0, 2)) - 1) % len(places) if places else None
