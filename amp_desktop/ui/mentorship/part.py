"""What every part of the page of the program has: a heading, and the program as it stands."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.program import Program
from amp_desktop.domain.unsaved import Draft
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.widgets.labels import SectionLabel


class ProgramPart(QWidget):
    """A headed part of the page, without a frame.

    Attributes:
        keeper: Keeps what is changed here.
        column: What stands under the heading.
    """

    def __init__(self, keeper: ProgramKeeper, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeper = keeper
        room = self.fontMetrics().height()
        self.heading = SectionLabel(heading, self)
        self.heading.setVisible(bool(heading))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(room * 2 // 3)
        self.column.addWidget(self.heading)

    def show_program(self, program: Program, today: date) -> None:
        """Show what is kept, but not over what is being typed."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what was typed and is not kept yet; False when that failed, and then it is still there."""
        return True

    def typed(self, program: Program) -> Program:
        """The program with what was typed here and is not kept yet."""
        return program

    def drafts(self) -> tuple[Draft, ...]:
        """What was typed here, is an entry, and is not kept yet."""
        return ()

    def forget(self) -> None:
        """Drop every word."""
