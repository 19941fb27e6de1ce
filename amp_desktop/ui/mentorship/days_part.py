"""When the program runs: its shape, its first day, every phase and evaluation."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.program import Program
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.platform.file_dialogs import choose_new_file
from amp_desktop.ui.program.editor import ProgramEditor
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.labels import label


class DaysPart(ProgramPart):
    """Days, each with its source; every one of them can be moved, and phases added and removed."""

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self._days = ProgramEditor(keeper.session.today)
        self._days.edited.connect(self._change)
        self._days.failed.connect(keeper.banner.show_error)
        self._save = secondary_button(self.tr("Save for a calendar…"), "calendar")
        self._save.clicked.connect(self._ask_for_file)
        hint = self.tr("Planned meetings and upcoming evaluations, without a word of the journal.")
        self._hint = label(hint, "small")
        self.column.addWidget(self._days)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._hint)
        self.setFocusProxy(self._days)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Show the days that are kept."""
        self._days.show_program(program)
        for part in (self._save, self._hint):
            part.setVisible(bool(program.phases))

    def forget(self) -> None:
        """Drop every word."""
        self._days.forget()

    @Slot(object, str)
    def _change(self, program: Program, words: str) -> None:
        self.keeper.put(program, self._days.program(), words)

    @Slot()
    def _ask_for_file(self) -> None:
        choose_new_file(self, self.tr("Save for a calendar"), "mentorship.ics", self._save_for_calendar)

    @Slot(str)
    def _save_for_calendar(self, file: str) -> None:
        path, session = Path(file), self.keeper.session

        def write() -> None:
            session.journal.calendar_file.write(session.journal.program, session.today(), path)

        if self.keeper.banner.tries(write):
            words = self.tr("Saved as {name}; it is in the list of what was shared.")
            self.keeper.banner.show_message(Tone.GOOD, words.format(name=path.name))
