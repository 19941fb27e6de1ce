"""Offers what could be typed in the text that has the keyboard, and puts in what is taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from amp_desktop.domain.errors import JournalError
from amp_desktop.journal import Journal
from amp_desktop.ui.completing.completions import Completion, offers_for
from amp_desktop.ui.completing.context import (
    LONGEST,
    Completes,
    CompletionContext,
    place_at_end,
    rest_of_link,
)
from amp_desktop.ui.completing.list import CompletionList
from amp_desktop.ui.editing.markdown_spans import Open
from amp_desktop.ui.editing.utf16 import to_units

_TAKES = {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Completer(QObject):
    """Belongs to one text, from when that gets the keyboard until it loses it.

    Behind `[[` the first title is chosen already, for a link has to end somehow: Tab and Enter take it.
    Behind `#` Tab takes the first tag, and Enter only one that was chosen by the arrows: a new tag is as good
    as a known one. Escape puts the offers away for as long as one types there.

    Attributes:
        making_requested: An entry of that title is to be made; carries the title.
    """

    making_requested = Signal(str)

    def __init__(self, box: QTextEdit, journal: Journal, here: Callable[[], str]) -> None:
        """Begin to listen.

        Args:
            box: The text.
            journal: What is offered from.
            here: Answers with the title of the entry that one writes in.
        """
        super().__init__(box)
        self._here = here
        self._box = box
        self._journal = journal
        self._list: CompletionList | None = None
        self._offers: Sequence[Completion] = ()
        self._place: CompletionContext | None = None
        self._put_away_at = -1
        self._silent = False
        self._described = box.accessibleDescription()
        box.textChanged.connect(self._typed)

    def stop(self) -> None:
        """Offer nothing any more."""
        self._close()
        if self._list is not None:
            self._list.deleteLater()  # it stands on the window, which stays
        self._silent = True  # until it is gone
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """While something is offered, the arrows choose, Tab and Enter take, Escape puts it away."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            case QEvent.Type.KeyPress:
                return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        """Whether the key was for the offers."""
        assert self._list is not None
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._put_away_at = self._start()
            self._close()
        elif key in _TAKES:
            row = self._list.row()
            if row < 0 and key == Qt.Key.Key_Tab and not self._offers[0].is_new:
                row = 0
            if row < 0:
                return False
            self._take(row)
        else:
            return False
        return True

    @Slot()
    def _typed(self) -> None:
        if not self._silent:
            self._look()

    @Slot()
    def _moved(self) -> None:
        """The cursor went elsewhere; only typing opens the list."""
        if not self._silent and self._place_now() != self._place:
            self._look()

    @Slot()
    def _scrolled(self) -> None:
        if self._list is not None:
            self._list.place()

    def _look(self) -> None:
        """Offer what fits where one types."""
        place = self._place_now()
        if place is None:
            self._close()
            self._put_away_at = -1
            return
        self._place = place
        if self._start() == self._put_away_at:
            return
        self._put_away_at = -1
        try:
            self._show(offers_for(place, self._journal, self._here()))
        except JournalError:
            self._close()  # the text can be typed on all the same

    def _place_now(self) -> CompletionContext | None:
        cursor = self._box.textCursor()
        if cursor.hasSelection() or self._box.isReadOnly() or not self._box.hasFocus():
            return None
        before = min(cursor.positionInBlock(), LONGEST)
        cursor.setPosition(cursor.position() - before, QTextCursor.MoveMode.KeepAnchor)
        place = place_at_end(cursor.selectedText())
        if place is not None and max(cursor.block().previous().userState(), 0) & Open.CODE:
            return None
        return place

    def _start(self) -> int:
        """Qt's place where what is being typed begins."""
        typed = self._place.typed if self._place is not None else ""
        return self._box.textCursor().position() - to_units(typed, len(typed))

    def _show(self, offers: Sequence[Completion]) -> None:
        if not offers:
            self._close()
            return
        was_open = bool(self._offers)
        self._offers = offers
        if self._list is None:
            self._list = CompletionList(self._box)
            self._list.setAccessibleName(self.tr("Suggestions"))
            self._list.clicked.connect(self._clicked)
        self._list.offer([offer.shown for offer in offers])
        if not was_open:
            self._listen()
        assert self._place is not None
        if self._place.completes is Completes.LINK and self._place.typed and not offers[0].is_new:
            self._list.choose(0)
        self._box.setAccessibleDescription(self.tr("Tab inserts {first}").format(first=offers[0].shown))

    def _listen(self) -> None:
        self._box.installEventFilter(self)
        self._box.cursorPositionChanged.connect(self._moved)
        self._box.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _close(self) -> None:
        if not self._offers or self._list is None:
            return
        self._offers = ()
        self._list.offer(())
        self._box.removeEventFilter(self)
        self._box.cursorPositionChanged.disconnect(self._moved)
        self._box.verticalScrollBar().valueChanged.disconnect(self._scrolled)
        self._box.setAccessibleDescription(self._described)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        """Put an offer in the place of what was typed; what follows of a link is made part of it."""
        offer, place = self._offers[row], self._place
        assert place is not None
        cursor = self._box.textCursor()
        end, words = cursor.position(), offer.words
        if place.completes is Completes.LINK:
            behind = cursor.block().text()[len(self._before(cursor)) :]
            rest = rest_of_link(behind)
            words += "]]" if rest is None else ""
            end += to_units(rest, len(rest)) if rest else 0
        start = self._start()
        self._close()
        self._silent = True
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        if place.completes is Completes.LINK and not words.endswith("]]"):
            self._leave_link(cursor)
        self._box.setTextCursor(cursor)
        self._box.ensureCursorVisible()
        self._silent = False
        if offer.is_new:
            self.making_requested.emit(offer.words)

    def _leave_link(self, cursor: QTextCursor) -> None:
        """Go behind the brackets that stood there already."""
        behind = cursor.block().text()[len(self._before(cursor)) :]
        to_end = behind[: behind.index("]]") + 2]
        cursor.setPosition(cursor.position() + to_units(to_end, len(to_end)))

    def _before(self, cursor: QTextCursor) -> str:
        """The part of the line that stands before the cursor."""
        block = cursor.block()
        head = QTextCursor(block)
        head.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        return head.selectedText()
