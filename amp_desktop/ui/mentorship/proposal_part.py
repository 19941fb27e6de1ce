"""The proposal: written freely until it is accepted, and kept as agreed from then on."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.program import Program
from amp_desktop.domain.program_details import Proposal
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.text_box import TextBox


class ProposalPart(ProgramPart):
    """A box to write in; once it is accepted, words to read."""

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("My proposal"))
        self.heading.show()
        self._proposal = Proposal()
        self._box = TextBox(
            self.tr("My proposal"), self.tr("What you set out to do, as you proposed it"), lines=3
        )
        self._box.installEventFilter(self)
        self._read = label("")
        self._read.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._said = label("", "small")
        self._do = link_button("")
        self._do.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._do.clicked.connect(self._turn)
        for part in (self._box, self._read, self._said):
            self.column.addWidget(part)
        self.column.addWidget(self._do, 0, Qt.AlignmentFlag.AlignLeading)
        self._box.edited.connect(self._offer_to_accept)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Show it, but not over what is being typed."""
        is_typed = self._is_typed()
        self._proposal = program.details.proposal
        accepted = self._proposal.accepted_on
        if not is_typed or accepted is not None:
            self._box.set_text(self._proposal.text)
        self._box.setVisible(accepted is None)
        self._read.setVisible(accepted is not None)
        self._read.setText(self._proposal.text.strip() if accepted is not None else "")
        words = self.tr("Accepted on {day}, and kept as agreed. New ideas go to “After the program”.")
        self._said.setText(words.format(day=long_day(accepted)) if accepted is not None else "")
        self._said.setVisible(accepted is not None)
        self._do.setText(self.tr("It is not accepted yet") if accepted else self.tr("It was accepted"))
        self._offer_to_accept()

    def typed(self, program: Program) -> Program:
        """The program with what was typed here and is not kept yet."""
        return _with_text(program, self._box.text()) if self._is_typed() else program

    def flush(self) -> bool:
        """Keep what was typed; False when that failed, and then it is still there."""
        if not self._is_typed():
            return True

        def with_what_is_typed(program: Program) -> Program:
            told = self.typed(program)
            self._proposal = told.details.proposal
            return told

        try:
            self.keeper.session.change_program(with_what_is_typed)
        except JournalError as error:
            self._proposal = self.keeper.program.details.proposal
            self.keeper.banner.show_error(error)
            return False
        return True

    def forget(self) -> None:
        """Drop every word."""
        self._proposal = Proposal()
        self._box.set_text("")
        self._read.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was written once one leaves the box."""
        if watched is self._box and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _is_typed(self) -> bool:
        return self._proposal.accepted_on is None and self._box.text() != self._proposal.text

    @Slot()
    def _offer_to_accept(self) -> None:
        self._do.setVisible(bool(self._box.text().strip()))

    @Slot()
    def _turn(self) -> None:
        """Take it for accepted today, or no longer."""
        if not self.flush():
            return
        if self._proposal.accepted_on is None:
            words = self.tr("The proposal is kept as agreed.")
            self.keeper.change(partial(_accepted, self.keeper.session.today()), words)
        else:
            self.keeper.change(partial(_accepted, None), self.tr("The proposal can be changed again."))
        self._do.setFocus()


def _accepted(day: date | None, program: Program) -> Program:
    """The program, whose proposal was accepted on a day, or is not."""
    return program.with_details(proposal=replace(program.details.proposal, accepted_on=day))


def _with_text(program: Program, text: str) -> Program:
    return replace(program, details=program.details.with_proposal(text))
