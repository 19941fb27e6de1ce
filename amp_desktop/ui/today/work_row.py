"""Work that leaves no commit, noted by one tap or key; and the week in which it is seen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.work import Work
from amp_desktop.ui.kinds.note import work_words
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.presenter import REST, STEP
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import SectionLabel, label

translate = QCoreApplication.translate

_BY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class WorkRow(QWidget):
    """What was done today beside commits: each is on or off, and nothing is counted.

    Tab stops once, where one stood last; the arrow keys move, Space or Enter presses, the digits press the
    first to the last, Delete clears.

    Attributes:
        toggled: A work is to be noted for the day (True), or no longer; carries the `Work` and that.
        done: Says what was done here.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop: QWidget = self
        heading = SectionLabel(self.tr("Work without a commit"), self)
        row = QWidget(self)
        self._buttons = {work: self._button(work, row) for work in Work}
        self._week = label("", "small", self)
        self._week.hide()
        self.done = Confirmation(self)
        room = self.fontMetrics().height()
        row.setAccessibleName(self.tr("Work without a commit"))
        flow = FlowLayout(row, room // 3)
        for button in self._buttons.values():
            flow.addWidget(button)
            button.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        column.addWidget(heading)
        column.addWidget(row)
        column.addWidget(self._week)
        column.addWidget(self.done)
        self._stop_at(Work.TRIAGE)

    def show_works(self, works: Iterable[str]) -> None:
        """Show which works are noted for the day, without telling anybody."""
        noted = set(works)
        for work, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(work in noted)
            button.setIcon(icon("circle-check" if work in noted else "circle"))

    def show_week(self, week: Mapping[date, Sequence[str]], today: date) -> None:
        """Say in one line what was done in the week and on which days, and nothing of the others."""
        words = week_words(week, today)
        self._week.setText(words)
        self._week.setVisible(bool(words))

    def forget(self) -> None:
        """Drop every word."""
        self.show_works(())
        self.show_week({}, date.min)
        self.done.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys, which would go from button to button and out of the row."""
        works = list(self._buttons)
        at = next((n for n, button in enumerate(self._buttons.values()) if button is watched), None)
        if at is None:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(works[at])
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        by = _BY.get(Qt.Key(event.key()), 0)
        if by:
            mirrored = self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            to = min(max(at + (-by if mirrored else by), 0), len(works) - 1)
            self._buttons[works[to]].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(by) or self._pressed_by(event, works, at)

    def _pressed_by(self, event: QKeyEvent, works: Sequence[Work], at: int) -> bool:
        """Have a digit press the button of that number, and Delete clear the one with the keyboard."""
        digit = event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if 0 <= digit < len(works):
            self._buttons[works[digit]].click()
            return True
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if self._buttons[works[at]].isChecked():
                self._buttons[works[at]].click()
            return True
        return False

    def _button(self, work: Work, row: QWidget) -> QPushButton:
        button = quiet_button(work_words(work), "circle", row)
        set_variant(button, "work")
        button.setCheckable(True)
        button.toggled.connect(self._pressed)
        return button

    def _stop_at(self, work: Work) -> None:
        """Have Tab stop at that one alone."""
        for one, button in self._buttons.items():
            stops = one is work
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
            if stops:
                self._stop = button

    def setFocus(self) -> None:  # type: ignore[override]  # the reason is always the same
        """Give the keyboard to where one stood last."""
        self._stop.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(bool)
    def _pressed(self, on: bool) -> None:
        work = next(work for work, button in self._buttons.items() if button is self.sender())
        self.toggled.emit(work, on)


def week_words(week: Mapping[date, Sequence[str]], today: date) -> str:
    """What was done in a week and on which days, in one line; empty where no other day has anything."""
    if not set(week) - {today}:
        return ""
    days: dict[str, list[str]] = {}
    for day in sorted(week):
        for work in week[day]:
            days.setdefault(work, []).append(_day_words(day, today))
    order = {**{work.value: at for at, work in enumerate(Work)}, STEP: len(Work) + 1, REST: len(Work) + 2}
    said = [
        translate("WorkRow", "{work} {days}").format(work=_done_words(work), days=", ".join(days[work]))
        for work in sorted(days, key=lambda work: order.get(work, len(Work)))
    ]
    return translate("WorkRow", "This week: {works}").format(works=" · ".join(said))


def _day_words(day: date, today: date) -> str:
    if day == today:
        return translate("WorkRow", "today")
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def _done_words(work: str) -> str:
    named = {STEP: translate("WorkRow", "small steps"), REST: translate("WorkRow", "rest")}
    return named.get(work) or work_words(work).lower()
