"""The page of the evidence: the board at the left, what could be pinned at the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.domain.changes import Change
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.evidence import TOPICS, EvidenceTopic
from amp_desktop.domain.evidence_suggestions import PinSuggestion
from amp_desktop.domain.pins import TopicId
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.evidence.lists import BoardList, Carried
from amp_desktop.ui.evidence.offers import OfferPanel
from amp_desktop.ui.evidence.presenter import EvidencePresenter, first_topic
from amp_desktop.ui.evidence.rows import BoardRow, BoardRowKind
from amp_desktop.ui.page import RefreshedPage
from amp_desktop.ui.pinning.asked_name import AskedName
from amp_desktop.ui.pinning.labels import topic_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.menu_button import MenuButton
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.undo_offer import UndoOffer

NARROW = 46
"""Heights of a line below which the two lists stand one under the other."""


class EvidencePage(RefreshedPage):
    """Each topic with what carries it and what is still bare, as a fact and never as a score.

    1. The keyboard, or a click, is on a topic of the board.
    2. What could carry it is offered beside it, or found by its words, and pinned by Enter, button or drag.
    3. Whatever is pinned or taken off is said, and can be undone.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._presenter = EvidencePresenter()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._banner = Banner()
        self._offer = UndoOffer(self._banner, self)
        self._name = AskedName(session, self)
        self._header = PageHeader(self.tr("Evidence"), self._about())
        self._board = BoardList(self.tr("Topics and what supports them"))
        self._board.setMinimumHeight(self.fontMetrics().height() * 5)
        self._offers = OfferPanel()
        self._make_actions()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Show what carries what now, with the keyboard on the board."""
        self.refresh_if_stale()
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, name: str) -> None:
        """Go to a topic, by its id."""
        self._board.go_to_topic(name)

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._later.stop()
        self._offer.forget()
        self._presenter.forget()
        self._board.show_rows(())
        self._offers.forget()

    def topic(self) -> EvidenceTopic:
        """The topic that the board is on."""
        row = self._board.current()
        return row.topic if row is not None and row.topic is not None else first_topic()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the offers stand under the board."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self.fontMetrics().height() * NARROW
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        self._offers.set_narrow(narrow=is_narrow)
        self._header.set_subtitle("" if is_narrow else self._about())

    # Making

    def _about(self) -> str:
        return self.tr("What supports an evaluation and a nomination. Pinning shares nothing.")

    def _make_actions(self) -> None:
        keys = ActionSet(self)
        keys.add("undo", self._undo)
        keys.add("redo", self._offer.do_again)
        menu = QMenu(self)
        for template, words in (
            ("fact-sheet", self.tr("Facts for a letter of recommendation")),
            ("contributions", self.tr("A list of contributions for a README")),
            ("public-report", self.tr("A report that anyone may read")),
        ):
            menu.addAction(words).setData(template)
        menu.addSeparator()
        menu.addAction(self.tr("Your name on GitHub…")).setData("")
        menu.triggered.connect(self._chosen_in_menu)
        nomination = primary_button(self.tr("Prepare the nomination"))
        nomination.clicked.connect(self._nominate)
        self._header.add_action(MenuButton(self.tr("More"), menu))
        self._header.add_action(nomination)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        both = QWidget()
        set_variant(both, "clear")
        self._sides = sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(room)
        sides.addWidget(self._board, 3)
        sides.addWidget(self._offers, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(room * 3 // 2, room, room * 3 // 2, room)
        column.setSpacing(room * 2 // 3)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addWidget(_scrolled(both), 1)

    def _connect(self) -> None:
        self.follow_changes()
        self._later.timeout.connect(self._show_offers)
        self._board.current_changed.connect(self._later.start)
        self._board.opened.connect(self._open)
        self._board.removed.connect(self._take_off)
        self._board.dropped.connect(self._pin)
        self._offers.search.query_changed.connect(self._show_offers)
        self._offers.pin_requested.connect(self._pin_chosen)
        self._offers.refuse_requested.connect(self._refuse)
        self._name.failed.connect(self._banner.show_error)

    # What is shown

    def show_anew(self) -> bool:
        """Show the board, and then what could carry its topic."""
        try:
            self._presenter.read(self.session.journal)
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self._board.show_rows(tuple(self._presenter.board_rows(self.session.today())))
        self._later.start()  # first the board is seen
        return True

    @Slot()
    def _show_offers(self) -> None:
        topic, today, typed = self.topic(), self.session.today(), self._offers.search.query()
        self._offers.show_topic(topic)
        try:
            rows: Sequence[BoardRow] = (
                tuple(self._presenter.found_rows(self.session.journal, typed, topic, today))
                if typed
                else tuple(self._presenter.suggestion_rows(self.session.journal, topic, today))
            )
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._offers.show_rows(rows)

    # What the person asks

    @Slot()
    def _open(self) -> None:
        """From what carries a topic to its entry; from a topic to what could carry it."""
        row = self._board.current()
        if row is not None and row.kind is BoardRowKind.PIN and row.pinned is not None:
            self.entry_requested.emit(row.pinned.entry)
        elif row is not None:
            self._offers.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _pin_chosen(self) -> None:
        """Pin what is chosen; the keyboard stays among what could be pinned as long as there is any."""
        self._pin(self.topic().id, self._offers.list.carried())
        self._show_offers()
        is_left = self._offers.list.rows.rowCount()
        (self._offers.list if is_left else self._board).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, object)
    def _pin(self, topic: TopicId, carried: Carried) -> None:
        """Pin entries and facts to a topic, each fact by itself."""
        work = partial(self.session.journal.evidence.pin_facts, carried.by_entry(), topic)
        words = topic_words(TOPICS[topic])
        self._change(work, self.tr("Pinned to “{topic}”.").format(topic=words))

    @Slot()
    def _take_off(self) -> None:
        row = self._board.current()
        if row is None or row.pinned is None:
            return
        pinned = row.pinned
        work = partial(self.session.journal.evidence.unpin, [pinned.entry], pinned.pin.topic, pinned.pin.fact)
        words = topic_words(TOPICS[pinned.pin.topic])
        self._change(work, self.tr("Taken off “{topic}”.").format(topic=words))

    def _change(self, work: Callable[[], tuple[Change, ...]], said: str) -> None:
        try:
            changes = work()
        except JournalError as error:
            self._offer.withdraw()
            self._banner.show_error(error)
            return
        if changes:
            self.session.tell_changed(changes)
            self._offer.make_undo(said, partial(self._back, changes))

    def _back(self, changes: Sequence[Change]) -> object:
        try:
            undone = self.session.take_back(changes)
        except JournalError as error:
            self._banner.show_error(error)
            return False
        return partial(self._back, undone)

    @Slot()
    def _undo(self) -> None:
        self._offer.take_back()

    @Slot()
    def _refuse(self) -> None:
        """Not this one: it is not offered for the topic again."""
        chosen = [row.suggestion for row in self._offers.list.chosen() if row.suggestion is not None]
        if chosen:
            self._set_refused(chosen, refused=True)
            back = partial(self._set_refused, chosen, refused=False)
            self._offer.make_undo(self.tr("It will not be suggested for this topic again."), back)

    def _set_refused(self, chosen: Sequence[PinSuggestion], *, refused: bool) -> object:
        try:
            for one in chosen:
                self.session.journal.evidence.refuse(one, refused=refused)
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self.refresh()
        return partial(self._set_refused, chosen, refused=not refused)

    # Making texts of it

    @Slot()
    def _nominate(self) -> None:
        self.part_requested.emit("share", "nomination")

    @Slot(QAction)
    def _chosen_in_menu(self, action: QAction) -> None:
        if action.data():
            self.part_requested.emit("share", str(action.data()))
        else:
            self._name.ask()


def _scrolled(part: QWidget) -> QScrollArea:
    """Let a part be scrolled where the window is not even as high as it needs at least."""
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(part)
    return scroll
