"""Project and mentor, as summaries name them, and when the program runs."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.domain.errors import JournalError, NotSavedError
from amp_desktop.domain.program import Program
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.ui.actions.undo_offered import UndoOffered
from amp_desktop.ui.platform.file_dialogs import choose_new_file
from amp_desktop.ui.program.editor import ProgramEditor
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.undo_offer import UndoOffer


class MentorshipSection(SettingsSection):
    """What the mentee takes part in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._offer = UndoOffer(self.banner, self)
        UndoOffered(self.banner, self)
        self._project = QLineEdit()
        self._mentor = QLineEdit()
        self.column.addWidget(Field(self.tr("My project"), self._project))
        self._days = ProgramEditor(session.today)
        hint = self.tr("Summaries name them; both may stay empty.")
        self.column.addWidget(Field(self.tr("My mentor"), self._mentor, hint))
        self.column.addWidget(self._days)
        to_calendar = secondary_button(self.tr("Save for a calendar…"), "calendar")
        to_calendar.clicked.connect(self._ask_for_file)
        hint = self.tr("Planned meetings and evaluations to come, without a word of the journal.")
        self.column.addWidget(to_calendar, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(label(hint, "small"))
        self.show_values()
        self._days.edited.connect(self._change)
        self._days.failed.connect(self.banner.show_error)
        for line in (self._project, self._mentor):
            line.editingFinished.connect(self.flush)

    def show_values(self) -> None:
        """Show what is kept, but not over what is being typed."""
        program = self.session.journal.program
        for line, text in ((self._project, program.project), (self._mentor, program.mentor)):
            if not line.isModified():
                line.setText(text)
        self._days.show_program(program)

    def unsaved(self) -> Unsaved:
        """What was typed and is not kept yet."""
        if not (self._project.isModified() or self._mentor.isModified()):
            return Unsaved()
        program = self.session.journal.program
        project, mentor = self._project.text().strip(), self._mentor.text().strip()
        return Unsaved(program=replace(program, project=project, mentor=mentor))

    @Slot()
    def flush(self) -> bool:
        """Keep what was typed; False when that failed, and then it is still there."""
        told = self.unsaved().program
        if told is None:
            return True
        try:
            self.session.save_program(told)
        except JournalError as error:
            self.banner.show_error(error)
            return False
        self._project.setModified(False)
        self._mentor.setModified(False)
        self.banner.clear()
        return True

    @Slot(object, str)
    def _change(self, program: Program, words: str) -> None:
        """Keep another program, and offer to have the one before back."""
        back = self._put(program, self._days.program())
        if callable(back) and words:
            self._offer.make_undo(words, back)

    def _put(self, program: Program, instead_of: Program) -> object:
        """Keep it in the place of another, but by the names that are kept.

        Returns:
            What takes that back, or False where it failed.
        """

        def put() -> None:
            now = self.session.journal.program
            if _named_as(instead_of, now) != now:
                raise NotSavedError(
                    self.tr("The program was changed elsewhere meanwhile."),
                    self.tr("Look at it, and change it again if it is to be otherwise."),
                )
            self.session.save_program(_named_as(program, now))

        if self.banner.tries(put):
            return partial(self._put, instead_of, program)
        self.show_values()
        return False

    @Slot()
    def _ask_for_file(self) -> None:
        choose_new_file(self, self.tr("Save for a calendar"), "mentorship.ics", self._save_for_calendar)

    @Slot(str)
    def _save_for_calendar(self, file: str) -> None:
        path, journal = Path(file), self.session.journal

        def write() -> None:
            journal.calendar_file.write(journal.program, self.session.today(), path)

        if self.banner.tries(write):
            words = self.tr("Saved as {name}; it stands in the list of what was shared.")
            self.banner.show_message(Tone.GOOD, words.format(name=path.name))

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._project.clear()
        self._mentor.clear()
        self._days.forget()
        self._offer.forget()


def _named_as(program: Program, other: Program) -> Program:
    return replace(program, project=other.project, mentor=other.mentor)
