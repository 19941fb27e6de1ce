"""What both sides expect of each other: a page of its own, private until it is shared by hand."""

from contextlib import suppress
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.program import Program
from amp_desktop.journal.templates import shipped
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label

TEMPLATE = "kick-off"


class ExpectationsPart(ProgramPart):
    """One sentence, and the way to the page, or the first step towards it.

    Attributes:
        entry_requested: The page is to be shown; carries its id.
        share_requested: It is to be shared.
    """

    entry_requested = Signal(object)
    share_requested = Signal()

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("What we expect of each other"))
        self.heading.show()
        self._words = label("")
        self._open = link_button("")
        self._open.clicked.connect(self._go)
        self._share = link_button(self.tr("Share it…"))
        self._share.setAccessibleName(self.tr("Share what we expect of each other"))
        self._share.clicked.connect(self.share_requested)
        for link in (self._open, self._share):
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addWidget(self._words)
        self.column.addWidget(flowing(self.fontMetrics().height(), self._open, self._share))
        self.setFocusProxy(self._open)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Say when it was written and last found to hold."""
        written = self._entry(program)
        self._share.setVisible(written is not None)
        if written is None:
            self._open.setText(self.tr("Write it down"))
            self._words.setText(
                self.tr(
                    "Questions for both sides: how often you talk, how soon you answer, hours, days away, "
                    "how feedback reaches you best; and what you may expect of your mentor."
                )
            )
            return
        said = [self.tr("Written on {day}.").format(day=long_day(written.day))]
        if program.details.still_so:
            last = max(program.details.still_so)
            said.append(self.tr("Confirmed on {day}.").format(day=long_day(last)))
        self._words.setText(" ".join(said))
        self._open.setText(self.tr("Read or change it"))

    def forget(self) -> None:
        """Drop every word."""
        self._words.clear()

    @Slot()
    def _go(self) -> None:
        written = self._entry(self.keeper.program)
        if written is not None:
            self.entry_requested.emit(written.id)
        else:
            self._begin()

    def _begin(self) -> None:
        """Write the questions down as a note, which is private, and open it."""
        session, made = self.keeper.session, list[Entry]()

        def write() -> None:
            templates = session.journal.templates
            kept = next((one for one in templates.all() if one.id == TEMPLATE), shipped()[TEMPLATE])
            made.append(session.save(templates.fill(kept)))

        if not self.keeper.banner.tries(write):
            return
        new = made[0].id
        if self.keeper.change(partial(_with_expectations, new), self.tr("The questions are written down.")):
            self.entry_requested.emit(new)

    def _entry(self, program: Program) -> Entry | None:
        """The entry in which it stands, unless it is gone."""
        wanted = program.details.expectations
        if wanted is not None:
            with suppress(UnknownEntryError):
                entry = self.keeper.session.journal.entry(wanted)
                return entry if entry.binned_at is None else None
        return None


def _with_expectations(entry_id: UUID, program: Program) -> Program:
    return program.with_details(expectations=entry_id, still_so=())
