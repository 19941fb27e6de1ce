"""The weeks: this one's page, and on which day one wants to be asked to look back, if at all."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.program import Program
from amp_desktop.journal.weeks import week_page
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import label

MOST_LINES = 6


class WeekPart(ProgramPart):
    """What this week is for, the way to its page, and one choice.

    Attributes:
        week_requested: The page of this week is wanted.
    """

    week_requested = Signal()

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("This week"))
        self.heading.show()
        self._plan = label("")
        self._open = link_button("")
        self._open.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open.clicked.connect(self.week_requested)
        names = [(self.tr("Not at all"), -1)]
        names += [(QLocale().dayName(day + 1), day) for day in range(7)]
        self._asked = choice_field(self.tr("Offer me a look back on the week"), names)
        self._asked.activated.connect(self._choose)
        hint = self.tr("From that day on, on Today, with a plan for the next week; each can be skipped.")
        self.column.addWidget(self._plan)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(Field(self.tr("Offer me a look back on the week"), self._asked, hint))
        self.setFocusProxy(self._open)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Show what the week is for, and what is chosen."""
        journal = self.keeper.session.journal
        try:
            page = week_page(journal, today)
        except JournalError as error:
            self.keeper.banner.show_error(error)
            return
        plan = page.plan.strip() if page is not None else ""
        lines = [plain_line(line)[0] for line in plan.splitlines() if line.strip()][:MOST_LINES]
        self._plan.setText("\n".join(lines))
        self._plan.setVisible(bool(lines))
        begin = self.tr("What is this week for? Write a few lines")
        self._open.setText(self.tr("The week's page") if page is not None else begin)
        with QSignalBlocker(self._asked):
            self._asked.setCurrentIndex(self._asked.findData(journal.preferences.week_ends_on))

    def forget(self) -> None:
        """Drop every word."""
        self._plan.clear()

    @Slot()
    def _choose(self) -> None:
        session = self.keeper.session
        chosen = replace(session.journal.preferences, week_ends_on=self._asked.currentData())
        if not self.keeper.banner.tries(partial(session.save_preferences, chosen)):
            self.keeper.refused.emit()
