"""Which program the mentee takes part in; it has a page of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.program.words import program_in_brief
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.labels import label


class MentorshipSection(SettingsSection):
    """One line, and the way to the page.

    Attributes:
        program_requested: The page of the program is wanted.
    """

    program_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._words = label("")
        button = secondary_button(self.tr("Open the program"), "arrow-right")
        button.clicked.connect(self.program_requested)
        self.column.addWidget(self._words)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_values()

    def show_values(self) -> None:
        """Say which program is kept."""
        program = self.session.journal.program
        brief = program_in_brief(program) if program.phases else self.tr("Its dates are still open.")
        self._words.setText(" · ".join(filter(None, (program.project, brief))))

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._words.clear()
