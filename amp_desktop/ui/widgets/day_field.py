"""A day, typed or picked from a calendar; or none, where there may be none."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.ui.widgets.buttons import icon_button, secondary_button
from amp_desktop.ui.widgets.calendar_popup import CalendarPopup, calm
from amp_desktop.ui.widgets.enter import is_enter
from amp_desktop.ui.widgets.part_edits import DateEdit

NO_DAY_YET = date(2000, 1, 1)
"""What a field that must have a day holds before it is given one."""


class DayField(QWidget):
    """Shows a day as the person's country writes it.

    Attributes:
        day_changed: The person chose another day, or none (carries `date` or None).
        entered: Enter was pressed in the day, as at the end of a line.
    """

    day_changed = Signal(object)
    entered = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, today: Callable[[], date] | None = None
    ) -> None:
        """Make a field.

        Args:
            name: What the day is.
            parent: The widget it stands on.
            today: Says which day it is, for a field that may hold none: its calendar opens there. A field
                without it always holds a day, and has to be given one before it is shown.
        """
        super().__init__(parent)
        self._today = today
        self._day: date | None = None if today else NO_DAY_YET
        self._calendar: CalendarPopup | None = None
        self._edit = _Edit(self)
        self._edit.setAccessibleName(name)
        self._edit.dateChanged.connect(self._edited)
        self._edit.entered.connect(self.entered)
        self._choose = secondary_button(self.tr("Choose a day"), "calendar", self)
        self._choose.setAccessibleName(self.tr("{field}: choose a day").format(field=name))
        self._choose.clicked.connect(self._begin)
        self._clear = icon_button("x", self.tr("{field}: no day").format(field=name), self)
        self._clear.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._edit, self._choose, self._clear):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self._edit)
        self._show()

    def day(self) -> date | None:
        """The day shown; None only where there may be none."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without telling anybody.

        Raises:
            ValueError: None was given to a field that must have a day.
        """
        if day is None and self._today is None:
            raise ValueError("this field must have a day")
        self._day = day
        self._show()

    def _show(self) -> None:
        there = self._day is not None
        if self._day is not None:
            self._edit.blockSignals(True)  # noqa: FBT003 -- Qt's signature
            self._edit.setDate(QDate(self._day.year, self._day.month, self._day.day))
            self._edit.blockSignals(False)  # noqa: FBT003
        self._edit.setVisible(there)
        self._choose.setVisible(not there)
        self._clear.setVisible(there and self._today is not None)
        self.setFocusProxy(self._edit if there else self._choose)

    def _change(self, day: date | None) -> None:
        if day != self._day:
            self.set_day(day)
            self.day_changed.emit(day)

    @Slot(QDate)
    def _edited(self, day: QDate) -> None:
        self._change(date(day.year(), day.month(), day.day()))

    @Slot()
    def _begin(self) -> None:
        """Open a calendar under the button; there is a day once one is chosen in it."""
        assert self._today is not None
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._choose_day)
        self._calendar.open_at(self._choose, self._today())

    @Slot(QDate)
    def _choose_day(self, day: QDate) -> None:
        self._edited(day)
        self._edit.setFocus()

    @Slot()
    def _end(self) -> None:
        self._change(None)
        self._choose.setFocus()


class _Edit(DateEdit):
    """Makes its calendar only when somebody comes near: it costs more than all the rest of an inspector."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDisplayFormat(_day_format())
        self.setCalendarPopup(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if is_enter(event):
            self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        calm(self.calendarWidget())


def _day_format() -> str:
    """The locale's short form with all four digits of the year; the C locale has none that a person reads."""
    if QLocale().language() == QLocale.Language.C:
        return "d MMM yyyy"
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
