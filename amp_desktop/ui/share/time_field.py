"""Which time a summary is about: a choice of a few, or two days."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.sharing import Period
from amp_desktop.ui.share.periods import Choice, PeriodContext
from amp_desktop.ui.style.dates import short_day
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.inputs import choice_field

translate = QCoreApplication.translate


class TimeField(QWidget):
    """Chooses a period.

    Signals:
        chosen(): The mentee chose another one.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_days = False
        self._choice = choice_field(self.tr("Period"), ())
        self._choice.activated.connect(self._choose)
        self._since = DayField(self.tr("From"))
        self._until = DayField(self.tr("To"))
        for field in (self._since, self._until):
            field.day_changed.connect(self._set_day)
        self._days = QWidget()
        days = FlowLayout(self._days, self.fontMetrics().height() // 3)
        for field in (self._since, self._until):
            days.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)
        column.addWidget(self._days)
        self.setFocusProxy(self._choice)

    def show_choices(self, context: PeriodContext, chosen: Choice, period: Period) -> None:
        """Offer what there is to choose from, without telling anybody.

        Args:
            context: What times are counted from.
            chosen: What is chosen.
            period: What that comes to; two days that are not set by hand yet begin with it.
        """
        self._choice.clear()
        for choice in Choice:
            if choice is not Choice.LAST_SHARED or context.last_shared is not None:
                self._choice.addItem(_choice_words(choice, context), choice.value)
        self._choice.setCurrentIndex(self._choice.findData(chosen.value))
        self._days.setVisible(chosen is Choice.DATES)
        if not self._has_days or (period.since is not None and period.until is not None):
            self._since.set_day(period.since or context.day)
            self._until.set_day(period.until or context.day)
            self._has_days = True

    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(self._choice.currentData())

    def dates(self) -> Period:
        """The two days, the earlier one first."""
        since, until = self._since.day(), self._until.day()
        assert since is not None
        assert until is not None
        return Period(min(since, until), max(since, until))

    @Slot(int)
    def _choose(self, _at: int) -> None:
        self._days.setVisible(self.choice() is Choice.DATES)
        self.chosen.emit()

    @Slot(object)
    def _set_day(self, _day: date | None) -> None:
        self.chosen.emit()


def _choice_words(choice: Choice, context: PeriodContext) -> str:
    match choice:
        case Choice.LAST_SHARED if context.last_shared is not None:
            words = translate("TimeField", "Since the last time, {day}")
            return words.format(day=short_day(context.last_shared, context.day))
        case Choice.TWO_WEEKS:
            return translate("TimeField", "The last two weeks")
        case Choice.FOUR_WEEKS:
            return translate("TimeField", "The last four weeks")
        case Choice.DATES:
            return translate("TimeField", "Between two days")
    return translate("TimeField", "Everything")


def period_words(period: Period, today: date) -> str:
    """A period in few words: "since 3 Sep", "3 Sep – 16 Sep"; everything where it is open."""
    since, until = period.since, period.until
    if since is not None and until is not None and until < today:
        words = translate("TimeField", "{since} – {until}")
        return words.format(since=short_day(since, today), until=short_day(until, today))
    if since is not None:
        return translate("TimeField", "since {day}").format(day=short_day(since, today))
    if until is not None:
        return translate("TimeField", "until {day}").format(day=short_day(until, today))
    return translate("TimeField", "Everything")
