"""A doubt, and what speaks against it: own milestones, steps and feedback, chosen one by one."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.dated_facts import Happening
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.evidence import TOLD_BY_THEIR_WORDS
from amp_desktop.domain.kinds.self_care import Proof, SelfCareNote, with_proof
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.plain_line import plain_beginning
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import medium_day
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout
from amp_desktop.ui.widgets.reading_line import LineWords, ReadingLine
from amp_desktop.ui.widgets.search_field import SearchField
from amp_desktop.ui.widgets.wrapped_link import WrappedLink

_LONGEST = 110
_LINES = 7


class DoubtPart(ControlsPart):
    """One faint line on most notes; on a doubt, what speaks against it, and a place to find more.

    Signals:
        entry_requested(UUID): The entry of a proof is to be shown.
        failed(JournalError): Something could not be read.
    """

    entry_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What speaks against it"), parent)
        self._session = session
        self._is_doubt = False
        self._proofs: tuple[Proof, ...] = ()
        invitation = self.tr("A doubt? Put beside it what you did")
        self._mark = ReadingLine(LineWords(invitation, icon_name="pencil", invites=True))
        self._mark.stepped.connect(self._leave)
        self._mark.clicked.connect(self._begin)
        self._rows = QVBoxLayout()
        self._search = SearchField(self.tr("Find a milestone, a step, feedback"))
        self._search.query_changed.connect(self._look)
        self._search.left_downwards.connect(self._to_results)
        self._search.returnPressed.connect(self._to_results)
        self._results = _Results(self._search)
        self._results.chosen.connect(self._pin)
        self._nothing = label("", "small")
        self._results.setFixedHeight(self.fontMetrics().height() * 3 // 2 * _LINES)
        self._end = quiet_button(self.tr("No longer a doubt"))
        self._end.clicked.connect(self._finish)
        self.column.addLayout(self._rows)
        for part in (self._search, self._nothing, self._results):
            self.column.addWidget(part)
        self.column.addWidget(self._mark)
        set_variant(self._end, "invitation")
        row = QHBoxLayout()
        row.addWidget(self._end)
        row.addStretch(1)
        self.column.addLayout(row)
        self._arrange()

    def show_entry(self, entry: Entry) -> None:
        """Show what stands beside a doubt; nothing is looked for yet."""
        assert isinstance(entry, SelfCareNote)
        if (self._is_doubt, self._proofs) != (entry.is_doubt, entry.proofs) or not self._rows.count():
            self._is_doubt, self._proofs = entry.is_doubt, entry.proofs
            self._show()

    def filled(self, entry: Entry) -> Entry:
        """The note with what was chosen."""
        assert isinstance(entry, SelfCareNote)
        return replace(entry, is_doubt=self._is_doubt, proofs=self._proofs)

    def is_empty(self) -> bool:
        """Whether it is no doubt."""
        return not self._is_doubt

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be chosen or taken away."""
        self.setEnabled(writable)

    def focus_first(self) -> None:
        """What can be done first."""
        first = self._search if self._is_doubt else self._mark
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_last(self) -> None:
        """What can be done last."""
        (self._end if self._is_doubt else self._mark).setFocus(Qt.FocusReason.BacktabFocusReason)

    # Showing

    def _show(self) -> None:
        clear_layout(self._rows)
        self._search.set_query("")
        self._results.show_facts(())
        if self._is_doubt and self._proofs:
            try:
                read = self._session.journal.proofs.read(self._proofs)
            except JournalError as error:
                self.failed.emit(error)
                read = {}
            for proof in self._proofs:  # what cannot be seen is kept, and not told
                if (fact := read.get(proof.id)) is not None:
                    row = self._row(proof, fact)
                    self._rows.addWidget(row)
                    row.show()
        self._arrange()

    def _row(self, proof: Proof, fact: Happening) -> QWidget:
        row = QWidget()
        words = fact_words(fact)
        open_it = WrappedLink(words)
        open_it.clicked.connect(partial(self.entry_requested.emit, fact.entry))
        away = icon_button("x", self.tr("Remove: {words}").format(words=words), look="small")
        away.clicked.connect(partial(self._take_away, proof.id))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(open_it, 1)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _arrange(self) -> None:
        self.heading.setVisible(self._is_doubt)
        self._mark.setVisible(not self._is_doubt)
        for part in (self._search, self._end):
            part.setVisible(self._is_doubt)
        found = self._results.count() > 0
        self._results.setVisible(self._is_doubt and found)
        looks_in_vain = self._is_doubt and not found and bool(self._search.query())
        self._nothing.setVisible(looks_in_vain)
        words = self.tr("Nothing you did is called so. Try one word of it, such as “review”.")
        self._nothing.setText(words if looks_in_vain else "")

    # Choosing

    @Slot(int)
    def _leave(self, by: int) -> None:
        (self.left_upwards if by < 0 else self.left_downwards).emit()

    @Slot()
    def _begin(self) -> None:
        self._is_doubt = True
        self._show()
        self._search.setFocus()
        self.edited.emit()

    @Slot()
    def _finish(self) -> None:
        """It is a doubt no longer; what was chosen stays with the note, should it come back."""
        self._is_doubt = False
        self._show()
        self._mark.setFocus()
        self.edited.emit()

    @Slot(str)
    def _look(self, typed: str) -> None:
        try:
            found = self._session.journal.proofs.find(typed) if typed else ()
        except JournalError as error:
            self.failed.emit(error)
            return
        self._results.show_facts(found)
        self._arrange()

    @Slot()
    def _to_results(self) -> None:
        self._look(self._search.query())
        if self._results.count():
            self._results.setCurrentRow(0)
            self._results.setFocus()

    @Slot(object)
    def _pin(self, fact: Happening) -> None:
        try:
            proof = self._session.journal.proofs.proof_of(fact)
        except JournalError as error:
            self.failed.emit(error)
            return
        known = self._proofs
        if proof is not None and (proofs := with_proof(known, proof)) != known:
            self._proofs = proofs
            self.edited.emit()
        self._show()
        self._search.setFocus()

    @Slot(str)
    def _take_away(self, proof_id: str) -> None:
        self._proofs = tuple(proof for proof in self._proofs if proof.id != proof_id)
        self._show()
        self._search.setFocus()
        self.edited.emit()


class _Results(QListWidget):
    """What was found; Enter or a click chooses, Up from the first goes back to the search.

    Signals:
        chosen(Happening): This one.
    """

    chosen = Signal(object)

    def __init__(self, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._facts: tuple[Happening, ...] = ()
        self.setAccessibleName(self.tr("Found: what speaks against it"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_variant(self, "rows")
        self.itemClicked.connect(self._choose)

    def show_facts(self, facts: tuple[Happening, ...]) -> None:
        """Show these, none of them chosen."""
        self.clear()
        self._facts = facts
        for fact in facts:
            self.addItem(QListWidgetItem(fact_words(fact)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or go back."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentRow() >= 0:
            self._choose(self.currentItem())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentRow() <= 0):
            self._search.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._facts[self.row(item)])


def fact_words(fact: Happening) -> str:
    """A fact with its day, in one line."""
    text, title = plain_beginning(fact.text, _LONGEST), plain_beginning(fact.title, _LONGEST)
    words = text or title if fact.what in TOLD_BY_THEIR_WORDS else title or text
    return f"{medium_day(fact.day)}: {words or fact.kind}"
