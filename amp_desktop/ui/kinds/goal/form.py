"""What the page of a goal consists of."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.goal.chips import GoalChips
from amp_desktop.ui.kinds.goal.if_then import IfThenPart
from amp_desktop.ui.kinds.goal.steps.part import StepsPart
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.session import Session


class GoalForm(KindForm):
    """Where it stands, steps, what success looks like, what could get in the way; notes last."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        success = self.tr("What success looks like")
        chips, steps, self._learned = GoalChips(session), StepsPart(session), LearnedPart()
        self.compose(
            chips=chips,
            above=(steps, TextPart("success", success, success), IfThenPart(session.today), self._learned),
            below=(ForMentorPart(),),
            heading=self.tr("Notes"),
            invitation=self.tr("Write notes"),
        )
        self._steps = steps
        chips.status_shown.connect(steps.follow)
        chips.status_shown.connect(self._learned.follow)
        self._learned.gave_way.connect(chips.focus_first)
        chips.let_go.connect(self._ask_what_was_learned)

    def tick(self, field: str, line: int) -> None:
        """Tick or untick the step that is read in that line."""
        if field == "steps":
            self._steps.tick(line)

    @Slot()
    def _ask_what_was_learned(self) -> None:
        self._learned.focus_first()


class LearnedPart(TextPart):
    """What was learned, asked once a goal was let go, and shown wherever it was written.

    Attributes:
        gave_way: It is about to be hidden while it has the keyboard.
    """

    gave_way = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("learned", "", "", parent)
        self.call(self.tr("What I learned"), self.tr("What did it teach you? A sentence is enough, or none."))

    def show_entry(self, entry: Entry) -> None:
        """Show a goal's."""
        assert isinstance(entry, Goal)
        super().show_entry(entry)
        self.follow(entry.status)

    @Slot(object)
    def follow(self, status: GoalStatus) -> None:
        """Be there where the goal is let go, or where something was written."""
        is_wanted = status is GoalStatus.LET_GO or not self.is_empty()
        if not is_wanted and self.edit.hasFocus():
            self.gave_way.emit()  # or Qt would give the keyboard to whatever comes next in the window
        self.setVisible(is_wanted)
