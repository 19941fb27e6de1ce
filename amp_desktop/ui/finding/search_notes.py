"""The quiet lines under a search box: what is not understood, the order of finds, keeping the search."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.query import Ranking
from amp_desktop.domain.search.search_problems import Problem
from amp_desktop.domain.search.search_words import Search
from amp_desktop.ui.widgets.buttons import icon_button, link_button, quiet_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.tips import plain_tip


class SearchNotes(QWidget):
    """What is to be said about a search; nothing while nothing is typed.

    Attributes:
        meant: A part of the search was meant otherwise; carries its `Problem`.
        ranking_requested: What fits best is wanted first, or the newest again; carries the `Ranking`.
        keeping_requested: The search is to be kept.
    """

    meant = Signal(object)
    ranking_requested = Signal(object)
    keeping_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self._sentence = label("", "care")
        self._hint = label("", "small")
        self._instead = link_button("")
        self._instead.clicked.connect(self._put_right)
        self._newest = quiet_button(self.tr("Newest first"))
        self._best = quiet_button(self.tr("Best first"))
        self._best.setToolTip(self.tr("The best matches first, whenever they were written"))
        for order in (self._newest, self._best):
            order.setCheckable(True)
            order.setAutoExclusive(True)
        self._best.toggled.connect(self._rank)  # the other one is toggled with it
        self._keep = icon_button("bookmark", self.tr("Pin this search to the side bar…"))
        self._keep.clicked.connect(self.keeping_requested)
        self._lay_out()
        self.show_search(Search(), None)

    def ranking(self) -> Ranking:
        """The order that is shown as the one that holds."""
        return Ranking.BEST if self._best.isChecked() else Ranking.NEWEST

    def show_search(self, search: Search, problem: Problem | None) -> None:
        """Show what there is to say.

        Args:
            search: What is looked for.
            problem: What to say of it, if anything is wrong.
        """
        self._problem = problem
        self._sentence.setText(problem.sentence if problem else "")
        self._sentence.setToolTip(plain_tip(problem.hint) if problem else "")
        self._sentence.setVisible(problem is not None)
        self._hint.setText(problem.hint if problem and not problem.instead else "")
        self._hint.setVisible(bool(self._hint.text()))
        instead = problem.instead if problem else ""
        self._instead.setText(self.tr("Search for {words}").format(words=instead) if instead else "")
        self._instead.setVisible(bool(instead))
        for order in (self._newest, self._best):
            order.setVisible(bool(search.wanted))
        with QSignalBlocker(self._best):
            (self._best if search.ranking is Ranking.BEST else self._newest).setChecked(True)
        self._keep.setVisible(not search.is_empty)
        self.setHidden(problem is None and search.is_empty)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        wrong = QHBoxLayout()
        wrong.addWidget(self._instead)
        wrong.addStretch(1)
        order = QHBoxLayout()
        order.setSpacing(0)
        orders = FlowLayout(spacing=0)
        orders.addWidget(self._newest)
        orders.addWidget(self._best)
        order.addLayout(orders, 1)
        order.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 6)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addLayout(wrong)
        column.addLayout(order)

    @Slot()
    def _put_right(self) -> None:
        if self._problem is not None:
            self.meant.emit(self._problem)

    @Slot()
    def _rank(self) -> None:
        self.ranking_requested.emit(self.ranking())
