"""The head of a list: the search box, the buttons that write its filters, and what there is to say of it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.query import Ranking
from amp_desktop.domain.search.search_edit import replaced, toggled, with_filter, without_filter
from amp_desktop.domain.search.search_problems import Problem
from amp_desktop.domain.search.search_words import Search
from amp_desktop.ui.entries.list.filters import Filters
from amp_desktop.ui.entries.list.group_settings import GroupSettings
from amp_desktop.ui.finding.search_box import SearchBox
from amp_desktop.ui.finding.search_notes import SearchNotes
from amp_desktop.ui.platform.app_settings import AppSettings


class SearchHeader(QWidget):
    """Where one says what one looks for. What the buttons do stands in the box as words; the order need not.

    Whoever owns it reads the words into a `Search` whenever it asks, and shows that by `show_search`.

    Attributes:
        asked: Something else is looked for: ask `typed`.
        left: On to what was found.
        keeping_requested: The search is to be kept within reach; carries what was typed.
        board_requested: The entries are to be seen as a board.
        days_toggled: The calendar is to be shown, or put away.
    """

    asked = Signal()
    left = Signal()
    keeping_requested = Signal(str)
    board_requested = Signal()
    days_toggled = Signal(bool)

    def __init__(
        self,
        placeholder: str,
        only: Kind | None,
        today: Callable[[], date],
        groups: GroupSettings,
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            placeholder: What the empty box says.
            only: The one kind of the page, or None on the journal's page.
            today: Says which day it is.
            groups: How the groups of the page come.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._settings = AppSettings()
        self._box = SearchBox(placeholder)
        self._filters = Filters(only, today, groups)
        self._notes = SearchNotes()
        self._connect()
        self._lay_out()

    def stand_beside(self, button: QWidget) -> None:
        """Have a widget stand beside the box."""
        self._first.addWidget(button)

    def offer_tags(self, tags: Callable[[], Sequence[str]]) -> None:
        """Let tags be chosen; `tags` answers with them, the one used most first."""
        self._box.offer_tags(tags)
        self._filters.menu.offer_tags(tags)

    def typed(self) -> str:
        """What is looked for, as it was typed."""
        return self._box.query()

    def ranking(self) -> Ranking:
        """The order that holds where none is typed."""
        return Ranking.BEST if self._settings.best_first else Ranking.NEWEST

    def look_for(self, typed: str) -> None:
        """Look for this instead of what is looked for now."""
        self._box.set_query(typed)
        self.asked.emit()

    def show_search(self, search: Search) -> None:
        """Say what there is to say of the search; not yet what may become right while it is typed."""
        here = self._box.cursor_at() if self._box.hasFocus() else None
        wrong = [problem for problem in search.problems if not _is_being_typed(problem, here)]
        self._box.show_problems(wrong)
        self._notes.show_search(search, wrong[0] if wrong else None)

    def clear(self) -> None:
        """Look for nothing, without telling anybody."""
        self._box.set_query("")
        self.show_search(Search())

    def forget(self) -> None:
        """Drop every word."""
        self._box.forget()
        self.clear()

    @Slot()
    def focus(self) -> None:
        """Give the keyboard to the box, all of it selected."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def _connect(self) -> None:
        self._box.query_changed.connect(self._tell)
        self._box.textChanged.connect(self._show_filters)
        self._box.left_downwards.connect(self.left)
        self._box.returnPressed.connect(self.left)
        self._filters.toggled.connect(self._toggle)
        self._filters.reordered.connect(self._tell)
        self._filters.board_requested.connect(self.board_requested)
        self._filters.days_toggled.connect(self.days_toggled)
        self._notes.meant.connect(self._put_right)
        self._notes.ranking_requested.connect(self._rank)
        self._notes.keeping_requested.connect(self._keep)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._first = QHBoxLayout()
        self._first.setSpacing(room // 3)
        self._first.addWidget(self._box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addLayout(self._first)
        column.addWidget(self._filters)
        column.addWidget(self._notes)

    @Slot()
    def _tell(self) -> None:
        self.asked.emit()

    @Slot()
    def _show_filters(self) -> None:
        self._filters.show_typed(self.typed())

    @Slot(str, str)
    def _toggle(self, name: str, value: str) -> None:
        self.look_for(toggled(self.typed(), name, value))

    @Slot(object)
    def _put_right(self, problem: Problem) -> None:
        self.look_for(replaced(self._box.text(), problem.start, problem.length, problem.instead))

    @Slot(object)
    def _rank(self, ranking: Ranking) -> None:
        """Have this order hold from now on, for searches that do not say one."""
        self._settings.best_first = ranking is Ranking.BEST
        self.look_for(without_filter(self.typed(), "sort"))

    @Slot()
    def _keep(self) -> None:
        """What is kept says its order, so that it comes the same whichever holds then."""
        best = self._notes.ranking() is Ranking.BEST
        self.keeping_requested.emit(with_filter(self.typed(), "sort", Ranking.BEST) if best else self.typed())


def _is_being_typed(problem: Problem, here: int | None) -> bool:
    """Whether one types at the end of the problem, and it may become right by typing on."""
    return problem.is_unfinished and here == problem.start + problem.length
