"""How the inner curtain behaves."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.labels import label


class CurtainSection(SettingsSection):
    """Whether lifting it asks for the passphrase, and how it is after unlocking."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._asks = CheckBox(self.tr("Ask for the passphrase before it is lifted"))
        self._asks.switched.connect(self._set)
        self._first = CheckBox(self.tr("Lower it each time the journal is unlocked"))
        self._first.switched.connect(self._set)
        hint = label(
            self.tr(
                "One key (F12) drops it: self-care notes, evaluation pads and sealed entries then "
                "disappear from the window, and the rest stays open. The curtain covers the window. "
                "It is not encryption: whoever has the passphrase can read everything, in a terminal "
                "too."
            ),
            "small",
        )
        for part in (self._asks, self._first, hint):
            self.column.addWidget(part)
        self.show_values()

    def show_values(self) -> None:
        """Show what is set; it is not changed while the curtain is down."""
        down = self.session.journal.curtain.is_down
        for box, value in (
            (self._asks, self.preferences.curtain_asks),
            (self._first, self.preferences.curtain_first),
        ):
            box.show_checked(value)
            box.setDisabled(down)

    @Slot()
    def _set(self) -> None:
        self.prefer(
            replace(
                self.preferences,
                curtain_asks=self._asks.isChecked(),
                curtain_first=self._first.isChecked(),
            )
        )
