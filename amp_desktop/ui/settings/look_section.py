"""Light, dark, or as the system has it; and how large all letters are."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.ui.platform.app_settings import LETTER_SIZES, AppSettings
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.style.theme import apply_theme, theme
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field


class LookSection(SettingsSection):
    """How the window looks, on this computer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        choices = (
            (self.tr("Same as the system"), Appearance.SYSTEM),
            (self.tr("Light"), Appearance.LIGHT),
            (self.tr("Dark"), Appearance.DARK),
        )
        self._colours = choice_field(self.tr("Colours"), choices)
        self._colours.activated.connect(self._choose)
        words = (
            self.tr("Same as the system"),
            self.tr("A little larger"),
            self.tr("Larger"),
            self.tr("Much larger"),
        )
        self._letters = choice_field(self.tr("Letters"), zip(words, LETTER_SIZES, strict=True))
        self._letters.activated.connect(self._choose_letters)
        self.column.addWidget(Field(self.tr("Colours"), self._colours))
        hint = self.tr("From the next start on.")
        self.column.addWidget(Field(self.tr("Letters"), self._letters, hint))
        self.show_values()

    def show_values(self) -> None:
        """Show which is in force."""
        self._colours.setCurrentIndex(self._colours.findData(theme().appearance))
        self._letters.setCurrentIndex(self._letters.findData(AppSettings().letter_size))

    @Slot()
    def _choose(self) -> None:
        appearance = Appearance(self._colours.currentData())
        AppSettings().appearance = appearance
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, appearance, theme().scale)

    @Slot()
    def _choose_letters(self) -> None:
        # Pages measure their letters when they are made, so another size is for another window.
        AppSettings().letter_size = self._letters.currentData()
