"""The page of the program."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.program import Program
from amp_desktop.domain.unsaved import ProgramDraft, Unsaved
from amp_desktop.sharing.templates.kick_off import KICK_OFF
from amp_desktop.ui.mentorship.about_part import AboutPart
from amp_desktop.ui.mentorship.afterwards_part import AfterwardsPart
from amp_desktop.ui.mentorship.care_part import CarePart
from amp_desktop.ui.mentorship.days_part import DaysPart
from amp_desktop.ui.mentorship.expectations_part import ExpectationsPart
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.proposal_part import ProposalPart
from amp_desktop.ui.mentorship.rests_part import RestsPart
from amp_desktop.ui.mentorship.week_part import WeekPart
from amp_desktop.ui.mentorship.where_we_are import WhereWeAre
from amp_desktop.ui.page import Page
from amp_desktop.ui.program.words import program_in_brief
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ReadingColumn, ScrollPage

if TYPE_CHECKING:
    from amp_desktop.ui.mentorship.part import ProgramPart


class ProgramPage(Page):
    """One calm column, from where we are to what comes after it.

    Parts can be gone to by the names of their classes.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._banner = Banner()
        self._keeper = ProgramKeeper(session, self._banner, self)
        self._header = PageHeader(self.tr("Program"))
        self._first = label(
            self.tr("When does your program begin? Choose its kind and its first day; both can be changed."),
            "muted",
        )
        self._where = WhereWeAre(self._keeper)
        self._where.page_requested.connect(self.page_requested)
        self._week = WeekPart(self._keeper)
        self._week.week_requested.connect(self._open_week)
        self._expectations = ExpectationsPart(self._keeper)
        self._expectations.share_requested.connect(self._share)
        self._care = CarePart(self._keeper)
        self._afterwards = AfterwardsPart(self._keeper)
        for leads in (self._expectations, self._care, self._afterwards):
            leads.entry_requested.connect(self.entry_requested)
        self._afterwards.template_requested.connect(self._share_by)
        self._days = DaysPart(self._keeper)
        self._parts: tuple[ProgramPart, ...] = (
            self._where,
            self._week,
            self._days,
            AboutPart(self._keeper),
            self._expectations,
            ProposalPart(self._keeper),
            RestsPart(self._keeper),
            self._care,
            self._afterwards,
        )
        self._scroll = scroll = ScrollPage()
        scroll.column.setSpacing(self.fontMetrics().height() * 2)
        for part in (self._header, self._first, *self._parts):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ReadingColumn(self._banner))  # above what is scrolled: a way back is always seen
        column.addWidget(scroll, 1)
        self._keeper.refused.connect(self._refresh)
        session.refreshed.connect(self._refresh_if_seen)
        session.day_changed.connect(self._refresh_if_seen)
        session.saved.connect(self._changed)
        session.moved.connect(self._changed)
        self._refresh()  # before it is first seen, so that nothing is laid out twice

    def day(self) -> date:
        """The day it is for the mentee."""
        return self.session.today()

    def arrive(self) -> None:
        """Show what is kept now; without a program, wait for its kind."""
        self._refresh()
        if not self.session.journal.program.phases:
            self._days.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, name: str) -> None:
        """Bring the part of that class to be seen, with the keyboard in it."""
        for part in self._parts:
            if type(part).__name__ == name:
                self._scroll.ensureWidgetVisible(part)
                part.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Keep what was typed; False when that failed, and then it is still there."""
        written = [part.flush() for part in self._parts]  # each has its try, also after a failure
        return all(written)

    def unsaved(self) -> Unsaved:
        """What was typed and could not be kept."""
        kept = typed = self.session.journal.program
        for part in self._parts:
            typed = part.typed(typed)
        drafts = tuple(draft for part in self._parts for draft in part.drafts())
        return Unsaved(drafts, ProgramDraft(typed, kept) if typed != kept else None)

    def forget(self) -> None:
        """Drop every word."""
        self._keeper.forget()
        self._header.set_subtitle("")
        for part in self._parts:
            part.forget()

    @Slot()
    def _open_week(self) -> None:
        self._banner.tries(self.open_week)

    @Slot()
    def _share(self) -> None:
        self.part_requested.emit("share", KICK_OFF.id)

    @Slot(str)
    def _share_by(self, template: str) -> None:
        self.part_requested.emit("share", template)

    @Slot(object)
    def _changed(self, _what: object) -> None:
        self._refresh_if_seen()

    @Slot()
    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        program, today = self.session.journal.program, self.day()
        self._header.set_subtitle(program_in_brief(program) if program.phases else "")
        self._first.setHidden(bool(program.phases))
        for part in self._parts:
            part.show_program(program, today)
        self._where.setVisible(bool(program.phases))
        self._arrange(program, today)

    def _arrange(self, program: Program, today: date) -> None:
        """Without a program its days come first; once it is over, what was kept for then does."""
        order = list(self._parts)
        if not program.phases:
            order.remove(self._days)
            order.insert(0, self._days)
        elif program.ends is not None and program.ends < today:
            order.remove(self._afterwards)
            order.insert(1, self._afterwards)
        column = self._scroll.column
        first = column.indexOf(self._first) + 1
        for at, part in enumerate(order, first):
            if column.indexOf(part) != at:
                column.removeWidget(part)
                column.insertWidget(at, part)
