"""When a day ends, and when the journal locks itself."""

from dataclasses import replace

from PySide6.QtCore import QLocale, QTime, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.actions.key_map import key_map
from amp_desktop.ui.platform.system_lock import can_listen
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field

LATEST_END = 12
LOCK_MINUTES = (1, 5, 10, 15, 30, 60)


class DaysSection(SettingsSection):
    """How this journal behaves; kept in the journal itself, so that it goes where the journal goes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._end = choice_field(self.tr("A day ends at"), self._hours())
        self._lock = choice_field(self.tr("Lock the journal"), self._minutes())
        hint = self.tr("What you write late in the evening still belongs to the day before.")
        self.column.addWidget(Field(self.tr("A day ends at"), self._end, hint))
        hint = self.tr("When the window has not been used for this long.")
        if keys := key_map().shown("lock"):
            hint = self.tr("{hint} {keys} locks it at once.").format(hint=hint, keys=keys)
        self.column.addWidget(Field(self.tr("Lock the journal"), self._lock, hint))
        self._with_system = CheckBox(self.tr("Also when the screen locks or the computer goes to sleep"))
        self.column.addWidget(self._with_system)
        self._with_system.setVisible(can_listen())  # without a place it would be a window
        self.show_values()
        self._with_system.switched.connect(self._set)
        self._end.activated.connect(self._set)
        self._lock.activated.connect(self._set)

    def show_values(self) -> None:
        """Show what is set."""
        preferences = self.preferences
        self._with_system.show_checked(preferences.lock_with_system)
        self._end.setCurrentIndex(self._end.findData(preferences.day_ends_at))
        if self._lock.findData(preferences.lock_after) < 0:
            words = self.tr("after %n minutes", None, preferences.lock_after)
            self._lock.addItem(words, preferences.lock_after)
        self._lock.setCurrentIndex(self._lock.findData(preferences.lock_after))

    def _hours(self) -> list[tuple[str, object]]:
        clock = [QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat) for hour in range(24)]
        return [(clock[hour], hour) for hour in range(LATEST_END + 1)]

    def _minutes(self) -> list[tuple[str, object]]:
        after: list[tuple[str, object]] = [
            (self.tr("after one minute") if n == 1 else self.tr("after %n minutes", None, n), n)
            for n in LOCK_MINUTES
        ]
        return [*after, (self.tr("never automatically"), 0)]

    @Slot()
    def _set(self) -> None:
        ends, locks = int(self._end.currentData()), int(self._lock.currentData())
        with_system = self._with_system.isChecked()
        self.prefer(
            replace(self.preferences, day_ends_at=ends, lock_after=locks, lock_with_system=with_system)
        )
