"""Whether the bin empties itself after a time."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field

KEPT_FOR_DAYS = (30, 90, 365)


class BinSection(SettingsSection):
    """By hand, or what has lain there for so many days."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        by_hand: list[tuple[str, object]] = [(self.tr("by hand"), 0)]
        after: list[tuple[str, object]] = [(self._after(days), days) for days in KEPT_FOR_DAYS]
        self._when = choice_field(self.tr("Empty the bin"), [*by_hand, *after])
        self._when.activated.connect(self._set)
        hint = self.tr(
            "What has been in the bin for longer is deleted for ever, with its earlier versions, once a week "
            "when the journal is opened. A backup is made first and kept for some weeks. "
            "If the computer's date may be wrong, you are asked."
        )
        self.column.addWidget(Field(self.tr("Empty the bin"), self._when, hint))
        self.show_values()

    def show_values(self) -> None:
        """Show what is set."""
        days = self.preferences.empty_bin_after
        if self._when.findData(days) < 0:
            self._when.addItem(self._after(days), days)
        self._when.setCurrentIndex(self._when.findData(days))

    def _after(self, days: int) -> str:
        return self.tr("after %n days", None, days)

    @Slot()
    def _set(self) -> None:
        self.prefer(replace(self.preferences, empty_bin_after=int(self._when.currentData())))
