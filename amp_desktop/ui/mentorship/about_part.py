"""The project, its repository, who mentors, how often one talks, and where."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.program import Program
from amp_desktop.domain.program_details import Channel
from amp_desktop.domain.program_shapes import channels_of
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.name_rows import NamedLine, NameRows, NameWords
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import text_line
from amp_desktop.ui.widgets.labels import SectionLabel


class AboutPart(ProgramPart):
    """Lines that are kept once one leaves them, and two lists."""

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("Project and people"))
        self.heading.show()
        self._project, self._repository, self._cadence = text_line(), text_line(), text_line()
        self._mentors = NameRows(
            NameWords(self.tr("Mentor"), self.tr("Who mentors me"), self.tr("Another mentor"), "users")
        )
        self._channels = NameRows(
            NameWords(
                self.tr("Channel"),
                self.tr("Where we talk"),
                self.tr("Another channel"),
                "message-square",
                self.tr("Link or address"),
            )
        )
        self.column.addWidget(Field(self.tr("My project"), self._project))
        self.column.addWidget(Field(self.tr("Its repository"), self._repository))
        hint = self.tr("Such as: weekly, Thursday 17:00.")
        self.column.addWidget(Field(self.tr("How often we talk"), self._cadence, hint))
        self.column.addWidget(SectionLabel(self.tr("Mentors")))
        self.column.addWidget(self._mentors)
        self.column.addWidget(SectionLabel(self.tr("Where we talk")))
        self.column.addWidget(self._channels)
        for line in self._lines():
            line.editingFinished.connect(self.flush)
        self._mentors.changed.connect(self._keep_mentors)
        self._channels.changed.connect(self._keep_channels)
        self.setFocusProxy(self._project)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Show what is kept, but not over what is being typed."""
        kept = (program.project, program.details.repository, program.details.cadence)
        for line, text in zip(self._lines(), kept, strict=True):
            if not line.isModified():
                line.setText(text)
        self._mentors.show_values([NamedLine(name) for name in program.mentors])
        self._channels.show_values([NamedLine(one.name, one.address) for one in channels_of(program)])

    def typed(self, program: Program) -> Program:
        """The program with what was typed here and is not kept yet."""
        return self._filled(program) if self._is_typed() else program

    @Slot()
    def flush(self) -> bool:
        """Keep what was typed; False when that failed, and then it is still there."""
        if not self._is_typed():
            return True
        try:
            self.keeper.session.change_program(self._filled)
        except JournalError as error:
            self.keeper.banner.show_error(error)
            return False
        for line in self._lines():
            line.setModified(False)
        return True

    def forget(self) -> None:
        """Drop every word."""
        for line in self._lines():
            line.setText("")  # `clear` would count as typed
        self._mentors.forget()
        self._channels.forget()

    def _is_typed(self) -> bool:
        is_typed = any(line.isModified() for line in self._lines())
        return is_typed or self._mentors.is_unsaved() or self._channels.is_unsaved()

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self._project, self._repository, self._cadence

    def _filled(self, program: Program) -> Program:
        kept = (program.project, program.details.repository, program.details.cadence)
        project, repository, cadence = (
            line.text().strip() if line.isModified() else text
            for line, text in zip(self._lines(), kept, strict=True)
        )
        filled = replace(program, project=project).with_details(repository=repository, cadence=cadence)
        if self._mentors.is_unsaved():
            filled = self._with_mentors(filled)
        return self._with_channels(filled) if self._channels.is_unsaved() else filled

    def _with_mentors(self, program: Program) -> Program:
        return replace(program, mentor=", ".join(one.name for one in self._mentors.values()))

    def _with_channels(self, program: Program) -> Program:
        channels = tuple(Channel(one.name, one.address) for one in self._channels.values())
        return program.with_details(channels=channels)

    @Slot()
    def _keep_mentors(self) -> None:
        self.keeper.change(self._with_mentors, self.tr("The mentors were changed."))

    @Slot()
    def _keep_channels(self) -> None:
        self.keeper.change(self._with_channels, self.tr("The channels were changed."))
