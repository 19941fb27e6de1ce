"""What the mentee may say about the mentorship, or leave out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.domain.program import Program
from amp_desktop.ui.program.editor import ProgramEditor
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.field import Field


class AboutPage(FlowPage):
    """Asks for project, mentor and when the program runs, all of it optional.

    Signals:
        told(Program): What was said.
    """

    told = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Your mentorship"))
        self.set_text(
            self.tr("All of this can stay empty. Names appear in the summaries that you send, nowhere else.")
        )
        self._project = QLineEdit()
        self._mentor = QLineEdit()
        self._days = ProgramEditor(today, is_new=True)
        self._days.edited.connect(self._days.show_program)
        self._days.failed.connect(self.show_error)
        self._days.entered.connect(self._tell)
        self._begin = primary_button(self.tr("Open the journal"))
        self._begin.clicked.connect(self._tell)
        self._project.returnPressed.connect(self._mentor.setFocus)
        self._mentor.returnPressed.connect(self._tell)
        self.column.addWidget(Field(self.tr("My project"), self._project))
        hint = self.tr("As you call them: a name, a nickname, “my mentor”.")
        self.column.addWidget(Field(self.tr("My mentor"), self._mentor, hint))
        self.column.addWidget(self._days)
        self.column.addWidget(self._begin)

    def arrive(self) -> None:
        """Begin with the project."""
        self._project.setFocus()

    def show_program(self, program: Program) -> None:
        """Show when the program runs that the mentee most likely takes part in, if any."""
        self._days.show_program(program)

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._days.forget()
        self._project.clear()
        self._mentor.clear()

    @Slot()
    def _tell(self) -> None:
        project, mentor = self._project.text().strip(), self._mentor.text().strip()
        self.told.emit(replace(self._days.program(), project=project, mentor=mentor))
