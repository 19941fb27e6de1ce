"""After how many days what is offered: a nudge, another person, help with a challenge that rests."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from amp_desktop.domain.waiting import WaitingDays
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field

NUDGE = (2, 3, 5, 7, 10, 14, 21)
SOMEONE_ELSE = (5, 7, 10, 14, 21, 28)
STANDS_STILL = (3, 5, 7, 10, 14)


class WaitingSection(SettingsSection):
    """What *Today* offers, and when; nothing is ever overdue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        nudge = self.tr("Offer a nudge to copy")
        someone = self.tr("Offer to ask someone else")
        still = self.tr("Offer help with a challenge that is stuck")
        self._nudge = choice_field(nudge, [(self._words(days), days) for days in NUDGE])
        self._someone = choice_field(someone, [(self._words(days), days) for days in SOMEONE_ELSE])
        self._still = choice_field(
            still, [*((self._words(days), days) for days in STANDS_STILL), (self.tr("never"), 0)]
        )
        hint = self.tr("Counted from the day on which you asked, or something was agreed.")
        self.column.addWidget(Field(nudge, self._nudge))
        self.column.addWidget(Field(someone, self._someone, hint))
        hint = self.tr("While nobody was asked and nothing was changed in it. Each is offered once.")
        self.column.addWidget(Field(still, self._still, hint))
        self.show_values()
        self._nudge.activated.connect(self._set_nudge)
        self._someone.activated.connect(self._set_someone)
        self._still.activated.connect(self._set_still)

    def show_values(self) -> None:
        """Show what is set; a number from elsewhere is one more choice."""
        days = self.session.journal.waiting.days
        for box, value in (
            (self._nudge, days.nudge),
            (self._someone, days.someone_else),
            (self._still, days.stands_still),
        ):
            if box.findData(value) < 0:
                box.addItem(self._words(value), value)
            box.setCurrentIndex(box.findData(value))

    def _words(self, days: int) -> str:
        return self.tr("after one day") if days == 1 else self.tr("after %n days", None, days)

    @Slot()
    def _set_nudge(self) -> None:
        days, nudge = self.session.journal.waiting.days, _chosen(self._nudge)
        self._keep(replace(days, nudge=nudge, someone_else=max(days.someone_else, nudge)))

    @Slot()
    def _set_someone(self) -> None:
        days, someone = self.session.journal.waiting.days, _chosen(self._someone)
        self._keep(replace(days, someone_else=someone, nudge=min(days.nudge, someone)))

    @Slot()
    def _set_still(self) -> None:
        self._keep(replace(self.session.journal.waiting.days, stands_still=_chosen(self._still)))

    def _keep(self, days: WaitingDays) -> None:
        """Let it hold; where it cannot be kept, say why. Either way show what holds."""
        self.banner.tries(partial(self.session.save_waiting_days, days))
        self.show_values()


def _chosen(box: QComboBox) -> int:
    return int(box.currentData())
