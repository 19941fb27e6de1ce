"""Everything that can be set, on one page; each change holds at once."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.ui.page import Page
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.about_section import AboutSection
from amp_desktop.ui.settings.archive_section import ArchiveSection
from amp_desktop.ui.settings.bin_section import BinSection
from amp_desktop.ui.settings.care_section import CareSection
from amp_desktop.ui.settings.contents import sections
from amp_desktop.ui.settings.curtain_section import CurtainSection
from amp_desktop.ui.settings.days_section import DaysSection
from amp_desktop.ui.settings.keys_section import KeysSection
from amp_desktop.ui.settings.look_section import LookSection
from amp_desktop.ui.settings.looking_back_section import LookingBackSection
from amp_desktop.ui.settings.mentorship_section import MentorshipSection
from amp_desktop.ui.settings.place_section import PlaceSection
from amp_desktop.ui.settings.reminders_section import RemindersSection
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.settings.spelling_section import SpellingSection
from amp_desktop.ui.settings.templates_section import TemplatesSection
from amp_desktop.ui.settings.waiting_section import WaitingSection
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ScrollPage

_SECTIONS: tuple[type[SettingsSection], ...] = (
    LookSection,
    MentorshipSection,
    DaysSection,
    TemplatesSection,
    SpellingSection,
    WaitingSection,
    LookingBackSection,
    CurtainSection,
    RemindersSection,
    BinSection,
    CareSection,
    KeysSection,
    ArchiveSection,
    PlaceSection,
    AboutSection,
)


class SettingsPage(Page):
    """The settings of this journal and of this window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._sections = [section(session) for section in _SECTIONS]
        self._link_program()
        self._scroll = scroll = ScrollPage()
        scroll.column.addWidget(PageHeader(self.tr("Settings"), self.tr("Changes take effect at once.")))
        for section in self._sections:
            section.set_title(sections()[type(section).__name__])
            scroll.column.addWidget(section)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        session.refreshed.connect(self._refresh)

    def arrive(self) -> None:
        """Show what is set now."""
        self._refresh()

    def show_part(self, name: str) -> None:
        """Bring the section of that class to be seen, with the keyboard in it."""
        for section in self._sections:
            if type(section).__name__ == name:
                self._scroll.ensureWidgetVisible(section)
                if (first := section.first_field()) is not None:
                    first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Set what was typed; False when that failed, and then it is still there."""
        written = [section.flush() for section in self._sections]  # each has its try, also after a failure
        return all(written)

    def unsaved(self) -> Unsaved:
        """What was typed and could not be set."""
        return sum((section.unsaved() for section in self._sections), Unsaved())

    def forget(self) -> None:
        """Drop every word."""
        for section in self._sections:
            section.forget()

    def _link_program(self) -> None:
        for section in self._sections:
            if isinstance(section, MentorshipSection):
                section.program_requested.connect(self._go_to_program)

    @Slot()
    def _go_to_program(self) -> None:
        self.page_requested.emit("program")

    @Slot()
    def _refresh(self) -> None:
        for section in self._sections:
            section.show_values()
