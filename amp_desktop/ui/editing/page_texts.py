"""The texts of an entry's page, top to bottom, and the one that is written in."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.applying import select, selection_of
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.widgets.document_text import with_plain_ends

Place: TypeAlias = BodyEdit | RowText


class Holder(Protocol):
    """A part of the page, as far as its texts are concerned."""

    def texts(self) -> tuple[BodyEdit, ...]:
        """The Markdown texts in it, top to bottom."""

    def row_texts(self) -> Sequence[RowText]:
        """The texts in its rows, top to bottom."""

    def isHidden(self) -> bool:
        """Whether it is not to be seen on the page."""


class TextHit(NamedTuple):
    """A place in one of the texts, in characters.

    Attributes:
        text: The number of the text among the page's places, counted from 0.
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
        added: A text was made that stands on the page now or later; carries it. Who helps begins here.
        changed: One of the texts was changed, by whomever.
        rows_changed: A text in a row may have been.
        current_changed: Another one has the keyboard now.
        sight_wanted: What shows a text of a row is to be brought into sight; carries the widget.
    """

    added = Signal(object)
    changed = Signal()
    rows_changed = Signal()
    current_changed = Signal()
    sight_wanted = Signal(QWidget)

    def __init__(self, body: BodyEdit, page: QWidget) -> None:
        """Begin with the free text, which every page has."""
        super().__init__(page)
        self._page = page
        self._known: list[BodyEdit] = []
        self._holders: Sequence[Holder] = ()
        self._order: tuple[BodyEdit, ...] = ()
        self._places: tuple[Place, ...] = ()
        self._row: RowText | None = None
        self._in_row = Match(0, 0)
        self._current = body
        self._set_order((body,))

    def set_parts(self, parts: Sequence[Holder]) -> None:
        """The page consists of these from now on, top to bottom; the free text is in one of them."""
        self.leave_row()
        self._holders = parts
        self._set_order([text for part in parts for text in part.texts()])

    def know(self, texts: Sequence[BodyEdit]) -> None:
        """These may stand on the page later on."""
        for text in texts:
            if text not in self._known:
                self._known.append(text)
                text.textChanged.connect(self.changed)
                text.focus_came.connect(self._focus_came)
                text.destroyed.connect(self._forget)
                self.added.emit(text)

    def _set_order(self, order: Sequence[BodyEdit]) -> None:
        self.know(order)
        self._order = tuple(order)
        if self._current not in self._order:
            self.set_current(next(text for text in order if text.field == "body"))
        self._places = self._order

    def all(self) -> tuple[BodyEdit, ...]:
        """Every text of the open entry's page, also those that are not to be seen now."""
        return self._order

    def emptied(self, entry: Entry) -> Entry:
        """The entry without the texts that keep an undo of their own."""
        empty: dict[str, Any] = {text.field: "" for text in self._order}
        return replace(entry, **empty)

    def written_into(self, entry: Entry) -> Entry:
        """The entry with these texts as they stand here."""
        written: dict[str, Any] = {text.field: text.text() for text in self._order}
        return replace(entry, **written)

    def differ_from(self, entry: Entry) -> bool:
        """Whether any of these texts stands otherwise in an entry."""
        return any(with_plain_ends(getattr(entry, text.field)) != text.text() for text in self._order)

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

    def look(self) -> Sequence[Place]:
        """Every text that can be found in, as the page is now; `TextHit` counts these until the next look."""
        shown = self.shown()
        places: list[Place] = []
        for part in self._holders:
            places += [text for text in part.texts() if text in shown]
            places += () if part.isHidden() else part.row_texts()
        self._places = tuple(places) if self._holders else shown
        return self._places

    def selection(self) -> TextHit:
        """What is selected in the text that is written in, or was last."""
        for place in self._places:
            match = place.selected() if isinstance(place, RowText) else None
            if match is not None:
                return TextHit(self._places.index(place), *match)
        if self._row is not None and self._row in self._places:
            return TextHit(self._places.index(self._row), *self._in_row)
        selection = self.selection_in(self._current)
        number = self._places.index(self._current) if self._current in self._places else 0
        return TextHit(number, selection.start, selection.end)

    def selection_in(self, place: Place) -> Selection:
        """What is selected in one of them, in characters."""
        if isinstance(place, RowText):
            return Selection(*(self._in_row if place == self._row else (0, 0)))
        return selection_of(place.textCursor(), place.text())

    def select(self, found: TextHit) -> None:
        """Select a place, bring it into sight, and go on from there; the keyboard stays where it is."""
        place = self._places[found.text]
        for other in self._order:
            cursor = other.textCursor()
            if other is not place and cursor.hasSelection():
                cursor.clearSelection()
                other.setTextCursor(cursor)
        if isinstance(place, RowText):
            self._enter_row(place, found.match)
            place.show_found(found.match)
            self.sight_wanted.emit(place.place())
        else:
            self.leave_row()
            self.set_current(place)
            select(place, *all_to_units(place.text(), found.match))

    def bring_into_sight(self, found: TextHit) -> None:
        """Scroll to a place if it cannot be seen; the cursor stays where it was left."""
        place = self._places[found.text]
        if isinstance(place, RowText):
            self.sight_wanted.emit(place.place())
        else:
            place.place_wanted.emit(all_to_units(place.text(), found.match)[0])

    def apply(self, number: int, edit: Edit) -> None:
        """Do an edit of one of the places, as the person does."""
        place = self._places[number]
        if isinstance(place, RowText):
            if place == self._row:
                self._in_row = Match(edit.selection.start, edit.selection.end)
            place.put(edit.applied(place.text()))
        else:
            place.apply(edit)

    def keep_row(self) -> bool:
        """The keyboard is about to leave: remember the row that is written in; whether there is one."""
        self.look()
        found = self.selection()
        place = self._places[found.text] if self._places else self._current
        if isinstance(place, RowText):
            self._enter_row(place, found.match)
        return isinstance(place, RowText)

    def selected_words(self) -> str:
        """What is selected in the text that is written in, or was last."""
        if self._row is not None:
            return self._row.text()[self._in_row.start : self._in_row.end]
        return self._current.textCursor().selectedText()

    def take_keyboard(self) -> None:
        """Write on in the text where something was selected last."""
        row, match = self._row, self._in_row
        if row is not None and row in self.look():
            row.take_keyboard(match)
        else:
            self._current.setFocus()
        self.leave_row()

    def leave_row(self) -> None:
        """What was selected in a row is done with."""
        row, self._row = self._row, None
        if row is not None:
            _application().focusChanged.disconnect(self._focus_went)
            row.leave()

    def _enter_row(self, row: RowText, match: Match) -> None:
        if row != self._row:
            self.leave_row()
            _application().focusChanged.connect(self._focus_went)
        self._row, self._in_row = row, match

    @Slot(QWidget, QWidget)
    def _focus_went(self, _left: QWidget | None, reached: QWidget | None) -> None:
        if reached is not None and self._page.isAncestorOf(reached):
            self.leave_row()

    @Slot()
    def _focus_came(self) -> None:
        text = self.sender()
        if isinstance(text, BodyEdit) and text in self._order:
            self.set_current(text)

    @Slot(QObject)
    def _forget(self, gone: QObject) -> None:
        self._known = [text for text in self._known if text is not gone]


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def next_found(places: Sequence[TextHit], text: int, at: int) -> int | None:
    """Which place comes at or after one in a text, the first again after the last; None for none."""
    return bisect_left(places, (text, at, at)) % len(places) if places else None


def found_before(places: Sequence[TextHit], text: int, at: int) -> int | None:
    """Which place ends at or before one in a text, the last again before the first; None for none."""
    return (bisect_right(places, (text, at), key=itemgetter(0, 2)) - 1) % len(places) if places else None
