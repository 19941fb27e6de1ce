"""A day as a chip: read as words, changed in a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.widgets.calendar_popup import CalendarPopup
from amp_desktop.ui.widgets.chip_button import ChipButton


class DayChip(ChipButton):
    """Shows a day, or that there is none, in the words of whoever made it.

    Pressing it opens a calendar; Enter or a click there chooses, Escape leaves everything as it was. Where
    there may be no day, Delete takes it away, and so does a button under the calendar.

    Attributes:
        day_changed: The person chose another day, or none (carries `date` or None).
    """

    day_changed = Signal(object)

    def __init__(
        self,
        name: str,
        words: Callable[[date | None], str],
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        optional: bool = False,
    ) -> None:
        """Make it, with no day.

        Args:
            name: What the day is, for the screen reader: "Reached on".
            words: What the chip says for a day, or for none.
            today: Says which day it is: the calendar opens there where there is no day yet.
            parent: The widget it stands on.
            optional: Whether the day can be taken away again.
        """
        super().__init__("", "calendar", parent)
        self._name = name
        self._words = words
        self._today = today
        self._optional = optional
        self._day: date | None = None
        self._calendar: CalendarPopup | None = None
        self.clicked.connect(self._open)
        self.set_day(None)

    def day(self) -> date | None:
        """The day shown, if any."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day, or none, without telling anybody."""
        self._day = day
        self.refresh()

    def refresh(self) -> None:
        """Ask for the words anew: what they depend on may have changed."""
        words = self._words(self._day)
        self.setText(words)
        told = self.tr("no day") if words == self._name else words  # to be seen, its name says as much
        self.setAccessibleName(self.tr("{name}: {day}").format(name=self._name, day=told))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the day away, where there may be none."""
        if self._optional and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._change(None)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # Qt would go to another button; the page has another idea of up and down
        else:
            super().keyPressEvent(event)

    def _change(self, day: date | None) -> None:
        if day != self._day:
            self.set_day(day)
            self.day_changed.emit(day)

    @Slot()
    def _open(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._choose)
            self._calendar.cleared.connect(self._clear)
        can_clear = self._optional and self._day is not None
        self._calendar.open_at(self, self._day or self._today(), can_clear=can_clear)

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        self.setFocus()  # before anybody hears of it, who may lead the keyboard on
        self._change(date(day.year(), day.month(), day.day()))

    @Slot()
    def _clear(self) -> None:
        self.setFocus()
        self._change(None)
