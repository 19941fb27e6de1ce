"""Everything that can be set, on one page; each change holds at once."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
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
    """The settings of this journal and of this window.

    What is seen at once is made at once, and what one has to scroll to a moment later, a section a time.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._sections: list[SettingsSection] = []
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(self)
        column.addWidget(self._scroll)
        self._scroll.column.addWidget(
            PageHeader(
                self.tr("Settings"), self.tr("Changes take effect at once."), parent=self._scroll.content
            )
        )
        self._scroll.column.addStretch(1)
        session.refreshed.connect(self._refresh)

    def arrive(self) -> None:
        """Show what is set now."""
        self._refresh()
        self._make_what_is_seen()

    def is_whole(self) -> bool:
        """Whether every section stands on it."""
        return len(self._sections) == len(_SECTIONS)

    def make_whole(self) -> None:
        """Make at once what is still to be made, and have all of it stand where it will."""
        if self.is_whole():
            return
        while not self.is_whole():
            self._make_next()
        self._settle()

    def show_part(self, name: str) -> None:
        """Bring the section of that class to be seen, with the keyboard in it."""
        self.make_whole()
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
        """Drop every word, and make nothing more."""
        self._later.stop()
        for section in self._sections:
            section.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Have there what is seen."""
        super().showEvent(event)
        self._make_what_is_seen()

    def _make_what_is_seen(self) -> None:
        """Fill the height that there is; the scroll bar tells of the rest a moment later."""
        room = max(self.height(), self.window().height())
        filled = sum(section.sizeHint().height() for section in self._sections)
        while not self.is_whole() and filled < room:
            self._make_next()
            filled += self._sections[-1].sizeHint().height()
        self._settle()
        if not self.is_whole():
            self._later.start()

    def _settle(self) -> None:
        """Lay out what was just made: Qt shows it one round of events later, and lays it out after that."""
        for section in self._sections:
            section.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    @Slot()
    def _make_next(self) -> None:
        """Make the next section: on the page before it is filled, or the sheet would dress it twice."""
        if not self.is_whole():
            kind = _SECTIONS[len(self._sections)]
            section = kind(self.session, self._scroll.content)
            section.set_title(sections()[kind.__name__])
            if isinstance(section, MentorshipSection):
                section.program_requested.connect(self._go_to_program)
            self._sections.append(section)
            self._scroll.column.insertWidget(len(self._sections), section)
        if self.is_whole():
            self._later.stop()

    @Slot()
    def _go_to_program(self) -> None:
        self.page_requested.emit("program")

    @Slot()
    def _refresh(self) -> None:
        for section in self._sections:
            section.show_values()
