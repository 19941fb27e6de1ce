"""Whether former days come back on the page of the day."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.labels import label


class LookingBackSection(SettingsSection):
    """On this day, or not."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._on = CheckBox(self.tr("Let former days come back on Today"))
        self._on.switched.connect(self._set)
        hint = label(
            self.tr(
                "Hard days do not come back: those with a check-in of low mood or very high stress, and "
                "those with an entry tagged “hard”. Self-care notes never do."
            ),
            "small",
        )
        self.column.addWidget(self._on)
        self.column.addWidget(hint)
        self.show_values()

    def show_values(self) -> None:
        """Show what is set."""
        self._on.show_checked(self.preferences.on_this_day)

    @Slot(bool)
    def _set(self, wanted: bool) -> None:
        self.prefer(replace(self.preferences, on_this_day=wanted))
