"""What the page of a milestone consists of."""

from PySide6.QtCore import QObject

from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.milestone.evidence_part import EvidencePart
from amp_desktop.ui.kinds.milestone.reached_part import ReachedPart
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.session import Session


class MilestoneForm(KindForm):
    """When it was reached, what shows it, and whom to thank; its story last."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        thanks = self.tr("Whom to thank")
        self.compose(
            chips=ReachedPart(session.today, self._phases),
            above=(EvidencePart(), TextPart("whom_to_thank", thanks, thanks)),
            below=(ForMentorPart(),),
            heading=self.tr("Story"),
            invitation=self.tr("Write its story"),
        )

    def _phases(self) -> tuple[str, ...]:
        return tuple(phase.name for phase in self.session.journal.program.phases)
