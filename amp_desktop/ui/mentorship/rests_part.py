"""Days away and of rest, planned ahead: they count as done."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.domain.program_details import ProgramDetails, Rest
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.labels import away_words, rest_days
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.mentorship.rest_form import RestForm
from amp_desktop.ui.program.words import days_between
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.form_in_place import FormInPlace
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout


class RestsPart(ProgramPart):
    """A line for each, and one form at a time.

    Where the mentor is to be told, a note with the days alone stands on the agenda; it goes with them.
    """

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("Days away and rest"))
        self.heading.show()
        self._rests: tuple[Rest, ...] = ()
        self._is_covered = False
        room = self.fontMetrics().height()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(room // 3)
        self._hint = label(self.tr("Rest counts as done. Said early, it costs nobody anything."), "small")
        self._add = link_button(self.tr("Plan days away…"))
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add.clicked.connect(self._begin)
        self._place = FormInPlace(self._add)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._place)
        self.setFocusProxy(self._add)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Show what is planned; under the curtain the days alone."""
        is_covered = self.keeper.session.journal.curtain.is_down
        if (program.details.rests, is_covered) != (self._rests, self._is_covered):
            self._rests, self._is_covered = program.details.rests, is_covered
            self._make_rows()

    def forget(self) -> None:
        """Drop every word."""
        self._place.put_away()
        self._rests = ()
        self._make_rows()

    def _make_rows(self) -> None:
        clear_layout(self._rows)
        for rest in self._rests:
            row = self._row(rest)
            self._rows.addWidget(row)
            row.show()

    def _row(self, rest: Rest) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        days = days_between(rest.starts, rest.ends)
        words = days if self._is_covered else rest_days(rest)
        told = self.tr("{days} · your mentor is told").format(days=words) if rest.note else words
        line.addWidget(label(told), 1)
        for text, name, slot in (
            (self.tr("Change…"), self.tr("Change the days away {days}"), self._change),
            (self.tr("Remove"), self.tr("Remove the days away {days}"), self._remove),
        ):
            line.addWidget(self._link(text, name.format(days=days), partial(slot, rest)))
        return row

    def _link(self, text: str, name: str, slot: object) -> QPushButton:
        link = link_button(text)
        link.setAccessibleName(name)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(slot)
        return link

    # Changing

    @Slot()
    def _begin(self) -> None:
        today = self.keeper.session.today()
        self._open(Rest(today, today), is_new=True)

    def _change(self, rest: Rest) -> None:
        self._open(rest, is_new=False)

    def _remove(self, rest: Rest) -> None:
        self._keep((one for one in self._rests if one.id != rest.id), self.tr("The days away were removed."))

    def _open(self, rest: Rest, *, is_new: bool) -> None:
        form = RestForm(rest, is_new=is_new)
        form.agreed.connect(self._agree)
        form.failed.connect(self.keeper.banner.show_error)
        self._place.open(form)

    @Slot(object)
    def _agree(self, rest: Rest) -> None:
        others = tuple(one for one in self._rests if one.id != rest.id)
        words = self.tr("The days away are planned: {days}.").format(
            days=days_between(rest.starts, rest.ends)
        )
        if self._keep((*others, rest), words):
            self._place.put_away()

    def _keep(self, rests: Iterable[Rest], words: str) -> bool:
        how = partial(_with_rests, tuple(rests))
        return self.keeper.change(how, words, then=self._settle_notes)

    def _settle_notes(self, before: Program, after: Program) -> None:
        """Have the agenda tell of what is to be told, and of nothing else."""
        session, kept = self.keeper.session, _notes(after.details)
        gone = [note for note in _notes(before.details) if note not in kept and self._stored(note)]
        if gone:
            session.put_in_bin(gone)
        for rest in after.details.rests:
            if rest.note is not None and rest not in before.details.rests:
                self._tell(rest, rest.note)

    def _tell(self, rest: Rest, note: UUID) -> None:
        session, title = self.keeper.session, away_words(rest)
        if not self._stored(note):
            session.save(Note(id=note, title=title, day=session.today(), on_agenda=True))
            return
        if session.journal.entry(note).binned_at is not None:
            session.take_from_bin([note])
        session.change([note], lambda entry: replace(entry, title=title))

    def _stored(self, note: UUID) -> bool:
        try:
            self.keeper.session.journal.entry(note)
        except UnknownEntryError:
            return False
        return True


def _with_rests(rests: tuple[Rest, ...], program: Program) -> Program:
    return replace(program, details=program.details.with_rests(rests))


def _notes(details: ProgramDetails) -> tuple[UUID, ...]:
    return tuple(rest.note for rest in details.rests if rest.note is not None)
