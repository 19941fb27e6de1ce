"""What is for after the program: ideas that came while the proposal stays as agreed, and plans to go on."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.afterwards import AFTERWARDS_TAG
from amp_desktop.domain.entry import PLANS_TAG
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.unsaved import Draft
from amp_desktop.sharing.templates.handover import HANDOVER
from amp_desktop.sharing.templates.next_mentee import NEXT_MENTEE
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.inputs import text_line
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout
from amp_desktop.ui.widgets.reading_line import LineWords, ReadingLine

MOST = 50
_TAGS = (AFTERWARDS_TAG, PLANS_TAG)


class AfterwardsPart(ProgramPart):
    """Entries that are tagged for it, whatever their kind, and a line to write another in.

    A goal is shown with its next small step. Once the program is over, two links lead to what others go on
    with.

    Attributes:
        entry_requested: One of them is to be shown; carries its id.
        template_requested: The page to share is wanted; carries the id of its template.
    """

    entry_requested = Signal(object)
    template_requested = Signal(str)

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("After the program"))
        self.heading.show()
        self._shown: tuple[EntryRow, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._line = text_line()
        self._line.setPlaceholderText(self.tr("An idea for later…"))
        self._line.setAccessibleName(self.tr("An idea for after the program"))
        self._line.returnPressed.connect(self._keep)
        hint = self.tr(
            "Any entry tagged #{tag} or #{plans} appears here too; the menu of a row puts it here."
        ).format(tag=AFTERWARDS_TAG, plans=PLANS_TAG)
        handover, next_mentee = link_button(self.tr("Hand over")), link_button(self.tr("For the next mentee"))
        handover.setAccessibleName(self.tr("Hand over: put together what others will continue"))
        next_mentee.setAccessibleName(self.tr("For the next mentee: put together what helps them begin"))
        handover.clicked.connect(partial(self.template_requested.emit, HANDOVER.id))
        next_mentee.clicked.connect(partial(self.template_requested.emit, NEXT_MENTEE.id))
        self._passing_on = flowing(self.fontMetrics().height() * 2 // 3, handover, next_mentee)
        self._passing_on.hide()
        self.column.addLayout(self._rows)
        self.column.addWidget(self._line)
        self.column.addWidget(self._passing_on)
        self.column.addWidget(label(hint, "small"))
        self.setFocusProxy(self._line)

    def show_program(self, program: Program, today: date) -> None:
        """Show what was put there, oldest first, and once the program is over how to pass it on."""
        self._passing_on.setVisible(program.ends is not None and program.ends < today)
        journal = self.keeper.session.journal
        try:
            found = (journal.rows(EntryQuery(tags=(tag,)), limit=MOST).items for tag in _TAGS)
            tagged = {row.id: row for rows in found for row in rows}
            rows = tuple(sorted(tagged.values(), key=lambda row: (row.day, row.created_at)))
        except JournalError as error:
            self.keeper.banner.show_error(error)
            return
        if rows != self._shown:
            self._show(rows)

    def flush(self) -> bool:
        """Keep a line that was begun."""
        return not self._line.text().strip() or self._keep()

    def drafts(self) -> tuple[Draft, ...]:
        """A line that was begun."""
        return (Draft(self._note()),) if self._line.text().strip() else ()

    def forget(self) -> None:
        """Drop every word."""
        self._line.clear()
        self._show(())

    @Slot()
    def _keep(self) -> bool:
        note, session = self._note(), self.keeper.session
        if not note.title:
            return True
        if not self.keeper.banner.tries(partial(session.save, note)):
            return False
        self._line.clear()
        self.keeper.offer_back(self.tr("Kept for after the program."), partial(self._bin, note))
        return True

    def _note(self) -> Note:
        return Note(title=self._line.text().strip(), day=self.keeper.session.today(), tags=(AFTERWARDS_TAG,))

    def _bin(self, note: Note) -> object:
        done = self.keeper.banner.tries(partial(self.keeper.session.put_in_bin, [note.id]))
        return partial(self._take_out, note) if done else False

    def _take_out(self, note: Note) -> object:
        done = self.keeper.banner.tries(partial(self.keeper.session.take_from_bin, [note.id]))
        return partial(self._bin, note) if done else False

    def _show(self, rows: tuple[EntryRow, ...]) -> None:
        self._shown = rows
        clear_layout(self._rows)
        for row in rows:
            words = LineWords(title_of(row), below=self._below(row), icon_name="leaf", is_link=True)
            line = ReadingLine(words, self)
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.clicked.connect(partial(self.entry_requested.emit, row.id))
            self._rows.addWidget(line)
            line.show()

    def _below(self, row: EntryRow) -> str:
        """A goal's next small step: the first with words that is not done."""
        steps = row.values.get("steps") if row.kind == Goal.KIND else None
        waiting = (
            one_line(str(step.get("text", "")))
            for step in (steps if isinstance(steps, list) else ())
            if isinstance(step, dict) and not step.get("done")
        )
        step = next(filter(None, waiting), "")
        return self.tr("Next: {step}").format(step=step) if step else ""
