"""Reminders, the tray, and a word of the desktop about evaluations: all of it off at first."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QLocale, QTime, Slot
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QWidget

from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.part_edits import TimeEdit


class RemindersSection(SettingsSection):
    """When to be reminded, and where; kept beside the journal, for it holds while that is locked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._settings = AppSettings()
        self._on = CheckBox(self.tr("Remind me to write"))
        locale = QLocale()
        short = QLocale.FormatType.ShortFormat
        self._days = [CheckBox(locale.standaloneDayName(day, short)) for day in range(1, 8)]
        for day, box in enumerate(self._days, start=1):
            box.setAccessibleName(locale.standaloneDayName(day))
        self._at = self._time(self.tr("At this time"))
        self._from, self._until = self._time(self.tr("Quiet from")), self._time(self.tr("Quiet until"))
        self._tray = CheckBox(self.tr("Stay in the tray when the window is closed"))
        self._notifies = CheckBox(self.tr("Desktop messages on the days of an evaluation"))
        self._lay_out()
        self.show_values()
        for box in (self._on, *self._days, self._tray, self._notifies):
            box.switched.connect(self._set)
        for edit in (self._at, self._from, self._until):
            edit.editingFinished.connect(self._set)

    def show_values(self) -> None:
        """Show what is set, and whether there is a tray."""
        times = self._settings.reminders
        self._on.show_checked(times.is_on)
        for day, box in enumerate(self._days):
            box.show_checked(day in times.weekdays)
        for edit, at in (
            (self._at, times.at),
            (self._from, times.quiet_from),
            (self._until, times.quiet_until),
        ):
            edit.setTime(QTime(at.hour, at.minute))
        self._tray.show_checked(self._settings.tray)
        self._notifies.show_checked(self._settings.notifies)
        self._when.setEnabled(times.is_on)
        self._notifies.setEnabled(self._settings.tray)

    def _lay_out(self) -> None:
        from amp_desktop.ui.platform.tray_there import is_tray_there

        room = self.fontMetrics().height()
        self._when = QWidget()
        row = QHBoxLayout(self._when)
        row.setContentsMargins(0, 0, 0, 0)
        times = (
            _beside(self.tr("at"), self._at),
            _beside(self.tr("quiet from"), self._from),
            _beside(self.tr("until"), self._until),
        )
        row.addWidget(flowing(room // 2, *self._days, *times), 1)
        hint = label(
            self.tr(
                "A reminder says nothing of your journal, and nothing is counted. It comes while the "
                "program runs; what came due meanwhile is said once, when you unlock."
            ),
            "small",
        )
        beside = label(
            self.tr(
                "Closing the window then locks the journal, and the program keeps running. Messages "
                "come only while the journal is open: while it is locked, its dates cannot be read."
            ),
            "small",
        )
        for part in (self._on, self._when, hint, self._tray, self._notifies, beside):
            self.column.addWidget(part)
        if not is_tray_there():
            self._tray.setEnabled(False)
            self.column.addWidget(label(self.tr("This desktop has no tray."), "small"))

    def _time(self, name: str) -> QTimeEdit:
        edit = TimeEdit()
        edit.setDisplayFormat("HH:mm")
        edit.setAccessibleName(name)
        return edit

    @Slot()
    def _set(self) -> None:
        chosen = tuple(day for day, box in enumerate(self._days) if box.isChecked())
        self._settings.reminders = replace(
            self._settings.reminders,
            is_on=self._on.isChecked(),
            weekdays=chosen,
            at=_time_of(self._at),
            quiet_from=_time_of(self._from),
            quiet_until=_time_of(self._until),
        )
        self._settings.tray = self._tray.isChecked()
        self._settings.notifies = self._notifies.isChecked()
        self.session.refreshed.emit()


def _beside(words: str, edit: QTimeEdit) -> QWidget:
    """A time with the word before it, which no line break parts."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(both.fontMetrics().height() // 3)
    said = label(words)
    said.setWordWrap(False)
    row.addWidget(said)
    row.addWidget(edit)
    return both


def _time_of(edit: QTimeEdit) -> time:
    at = edit.time()
    return time(at.hour(), at.minute())
