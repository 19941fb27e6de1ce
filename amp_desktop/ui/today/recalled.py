"""What was written on the same day before, but for hard days; and a way to leave a day in peace."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.looking_back import HARD_TAG
from amp_desktop.domain.query import EntryRow
from amp_desktop.domain.text.one_line import shortened
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.rows import LONGEST_BEGINNING, RemovableRow
from amp_desktop.ui.today.section import RowSection

_RECALLED = 1
"""One look back: enough for a smile, not for an afternoon."""


class RecalledRow(RemovableRow):
    """An entry of a former day, which can be left in peace."""

    SHOWS_WHEN = True

    def removal_words(self) -> str:
        """Its day is not to be brought back any more."""
        return self.tr("Do not bring this day back")

    def fact(self) -> str:
        """How it begins, or what matters for its kind."""
        return shortened(plain_line(self.row.excerpt)[0], LONGEST_BEGINNING) or super().fact()

    def when(self) -> str:
        """Its day."""
        return QLocale().toString(
            QDate(self.row.day.year, self.row.day.month, self.row.day.day), self.tr("d MMM")
        )


class RecalledSection(RowSection):
    """Looks back when the rest of the page is shown; hidden where nothing is recalled, or nobody wants it.

    Attributes:
        failed: It could not be done; carries the `JournalError`.
        left_in_peace: A day is not to be brought back any more; carries the changes that this took.
    """

    failed = Signal(object)
    left_in_peace = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", "", self._row, parent)
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
        self.set_heading("")
        self.hide()

    def _row(self, row: EntryRow, day: date, parent: QWidget) -> RecalledRow:
        made = RecalledRow(row, day, parent)
        made.removal_requested.connect(self._leave_in_peace)
        return made

    @Slot()
    def _look_back(self) -> None:
        if self._day is None:
            return
        try:
            self._show(self._day)
        except JournalError as error:
            self.failed.emit(error)

    def _show(self, day: date) -> None:
        journal = self._session.journal
        recalled = journal.calendar.on_this_day(day, _RECALLED) if journal.preferences.on_this_day else ()
        rows = [row for former in recalled for row in former.rows][:_RECALLED]
        if rows:
            words = ago_words(rows[0].day, day)
            self.set_heading(words[:1].upper() + words[1:])
        self.show_rows(rows, day, _RECALLED)

    @Slot(object)
    def _leave_in_peace(self, entry_id: UUID) -> None:
        def mark(entry: Entry) -> Entry:
            others = tuple(tag for tag in entry.tags if tag.casefold() != HARD_TAG)
            return replace(entry, tags=(*others, HARD_TAG))

        try:
            changes = self._session.change([entry_id], mark)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.left_in_peace.emit(changes)


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
