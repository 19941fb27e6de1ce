"""Did it come? What could have got in the way, looked back on once."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.kinds.goal import PlanOutcome
from amp_desktop.ui.widgets.segments import SegmentedRow

translate = QCoreApplication.translate
_OUTCOMES = (PlanOutcome.CAME, PlanOutcome.DID_NOT_COME, PlanOutcome.NOT_YET)


class CameRow(SegmentedRow):
    """Three answers; the chosen one pressed once more is taken back."""

    may_be_none = True

    def __init__(self, parent: QWidget | None = None) -> None:
        words = (
            translate("Meetings", "It came"),
            translate("Meetings", "It did not come"),
            translate("Meetings", "Not yet"),
        )
        super().__init__(translate("Meetings", "Did it come?"), words, parent)
        self.hide()

    def outcome(self) -> PlanOutcome:
        """What is chosen."""
        number = self.chosen()
        return _OUTCOMES[number - 1] if number else PlanOutcome.NOT_ASKED

    def show_outcome(self, outcome: PlanOutcome) -> None:
        """Show what was chosen, without telling anybody."""
        self.choose_quietly(_OUTCOMES.index(outcome) + 1 if outcome in _OUTCOMES else None)
