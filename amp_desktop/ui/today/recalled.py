"""What was written on the same day before, but for hard days; and a way to leave a day in peace."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.looking_back import HARD_TAG
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.today.open_card import OpenCard
from amp_desktop.ui.today.rows import OpenRow
from amp_desktop.ui.widgets.buttons import icon_button

MOST_RECALLED = 5
"""Rows: enough for a smile, not for an afternoon."""


class RecalledRow(OpenRow):
    """An entry of a former day, and how long ago that was.

    Attributes:
        peace_requested: Its day is not to be brought back any more; carries the entry's id.
    """

    peace_requested = Signal(object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._peace = icon_button("x", "", look="small")
        self._peace.setToolTip(self.tr("Do not bring this day back"))
        self._peace.clicked.connect(self._ask)
        self.line.addWidget(self._peace, 0, Qt.AlignmentFlag.AlignTop)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the entry as seen from that day."""
        super().show_row(row, day)
        name = self.tr("Do not bring this day back: {title}").format(title=title_of(row))
        self._peace.setAccessibleName(name)

    def fact(self) -> str:
        """How long ago it was."""
        return f"{ago_words(self.row.day, self.day)} · {long_day(self.row.day)}"

    @Slot()
    def _ask(self) -> None:
        self.peace_requested.emit(self.row.id)


class RecalledCard(OpenCard):
    """Looks back when the rest of the page is shown; hidden where nothing is recalled, or nobody wants it.

    Attributes:
        failed: It could not be done; carries the `JournalError`.
    """

    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("On this day"), "", self._row, parent)
        self._session = session
        self._day: date | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look_back)
        self.hide()

    def show_day(self, day: date) -> None:
        """Recall this day, a moment later: a page need not wait for it."""
        self._day = day
        self._later.start()

    def forget(self) -> None:
        """Drop every word."""
        self._later.stop()
        super().forget()
        self.hide()

    def _row(self, row: EntryRow, day: date) -> RecalledRow:
        made = RecalledRow(row, day)
        made.peace_requested.connect(self._leave_in_peace)
        return made

    @Slot()
    def _look_back(self) -> None:
        if self._day is not None:
            self._try(partial(self._show, self._day))

    def _show(self, day: date) -> None:
        journal = self._session.journal
        recalled = journal.calendar.on_this_day(day) if journal.preferences.on_this_day else ()
        rows = [row for former in recalled for row in former.rows]
        self.show_rows(rows[:MOST_RECALLED], day)

    @Slot(object)
    def _leave_in_peace(self, entry_id: UUID) -> None:
        if self._try(partial(self._set_hard, entry_id, hard=True)):
            back = partial(self._try, partial(self._set_hard, entry_id, hard=False))
            self.done.show_done(self.tr("This day is left in peace. Its entry is tagged “hard”."), back)

    def _set_hard(self, entry_id: UUID, *, hard: bool) -> None:
        def mark(entry: Entry) -> Entry:
            others = tuple(tag for tag in entry.tags if tag.casefold() != HARD_TAG)
            return replace(entry, tags=(*others, HARD_TAG) if hard else others)

        self._session.change([entry_id], mark)

    def _try(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except JournalError as error:
            self.failed.emit(error)
            return False
        return True


def ago_words(then: date, now: date) -> str:
    """How long ago the same day of a former month or year was."""
    translate = QCoreApplication.translate
    months = (now.year - then.year) * 12 + now.month - then.month
    years, rest = divmod(months, 12)
    if rest:
        return (
            translate("Today", "a month ago")
            if months == 1
            else translate("Today", "%n months ago", "", months)
        )
    return translate("Today", "a year ago") if years == 1 else translate("Today", "%n years ago", "", years)
