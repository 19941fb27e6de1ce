"""The search box of a list: filters are offered while they are typed, and what is wrong is underlined."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.search.search_offers import FilterSuggestions, offers
from amp_desktop.domain.search.search_problems import Problem
from amp_desktop.ui.editing.utf16 import to_characters, to_units
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.offer_list import OfferList
from amp_desktop.ui.widgets.search_field import SearchField


class SearchBox(SearchField):
    """A search field that knows the grammar of `domain.search.search_words`.

    While a filter is typed, a small list offers what fits: Tab takes the first, arrows and Enter another.
    """

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._ask_tags: Callable[[], Sequence[str]] = tuple
        self._tags: Sequence[str] | None = None
        self._offers = FilterSuggestions()
        self._wrong: tuple[Problem, ...] = ()
        self._list = OfferList(self)
        self._list.taken.connect(self._take)
        self.textEdited.connect(self._offer)

    def offer_tags(self, tags: Callable[[], Sequence[str]]) -> None:
        """Where the tags come from; asked when one is typed."""
        self._ask_tags = tags

    def cursor_at(self) -> int:
        """Where one types, in characters."""
        return to_characters(self.text(), self.cursorPosition())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Underline these parts."""
        self._wrong = tuple(problems)
        self.update()

    def forget(self) -> None:
        """Drop every word."""
        self.set_query("")
        self.show_problems(())
        self._tell_offers(FilterSuggestions())
        self._tags = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While filters are offered, the arrows choose, Enter and Tab take, Escape puts them away."""
        if not self._list.offered() or not self._offered_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks this on Tab, which is for the offers while there are any."""
        if forward and self._list.offered():
            return False
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the offers away, and ask for the tags anew the next time: some may be new."""
        super().focusOutEvent(event)
        self._tell_offers(FilterSuggestions())
        self._tags = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Underline what is not understood."""
        super().paintEvent(event)
        if self._wrong:
            painter = QPainter(self)
            painter.setClipRect(self.rect().adjusted(self.height(), 0, -self.height(), 0))
            painter.setPen(QPen(theme().tokens.care, 1.5, Qt.PenStyle.DotLine))
            for problem in self._wrong:
                painter.drawLine(*self._under(problem))
            painter.end()

    def _under(self, problem: Problem) -> tuple[QPointF, QPointF]:
        """The line under a part of the text, which begins where the cursor is, less what stands before."""
        text, metrics, cursor = self.text(), self.fontMetrics(), self.cursorRect()
        before = text[: to_characters(text, self.cursorPosition())]
        begins = cursor.center().x() - metrics.horizontalAdvance(before)
        start = begins + metrics.horizontalAdvance(text[: problem.start])
        end = begins + metrics.horizontalAdvance(text[: problem.start + problem.length])
        height = cursor.center().y() + metrics.height() / 2
        return QPointF(start, height), QPointF(end, height)

    def _offered_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the offers."""
        chosen = self._list.chosen()
        match event.key():
            case Qt.Key.Key_Down:
                self._list.move_choice(1)
            case Qt.Key.Key_Up:
                self._list.move_choice(-1)
            case Qt.Key.Key_Tab:
                self._take(chosen or self._offers.words[0])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if chosen:
                self._take(chosen)
            case Qt.Key.Key_Escape:
                self._tell_offers(FilterSuggestions())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell_offers(FilterSuggestions())
                return False
            case _:
                return False
        event.accept()
        return True

    @Slot()
    def _offer(self) -> None:
        """Offer what fits where one types."""
        text = self.text()
        if "tag:" in text.lower() and self._tags is None:
            self._tags = self._ask_tags()
        self._tell_offers(offers(text, self.cursor_at(), self._tags or ()))

    @Slot(str)
    def _take(self, word: str) -> None:
        """Put an offered word where one types; behind a whole filter the next word begins."""
        text, at = self.text(), self._offers
        behind = text[at.end :]
        space = "" if word.endswith(":") or behind[:1].isspace() else " "
        self.setText(text[: at.start] + word + space + behind)
        self.setCursorPosition(to_units(self.text(), at.start + len(word) + len(space)))
        self._offer()

    def _tell_offers(self, found: FilterSuggestions) -> None:
        self._offers = found
        self._list.offer(found.words if self.hasFocus() else ())
        told = self.tr("Tab inserts {first}").format(first=found.words[0]) if found.words else ""
        self.setAccessibleDescription(told)
