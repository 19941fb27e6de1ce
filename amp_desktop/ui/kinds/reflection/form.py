"""What the page of a week consists of."""

from PySide6.QtCore import QObject

from amp_desktop.domain.kinds.reflection import QUESTIONS
from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.kinds.reflection.gathered_part import GatheredPart
from amp_desktop.ui.kinds.reflection.labels import question_words
from amp_desktop.ui.session import Session


class ReflectionForm(KindForm):
    """What it is for, what it held, three questions, and room for all else."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        plan, *questions = (TextPart(name, *question_words(name)) for name in ("plan", *QUESTIONS))
        self.compose(
            above=(plan, GatheredPart(session), *questions),
            below=(ForMentorPart(),),
            heading=self.tr("Anything else"),
            invitation=self.tr("Anything else"),
        )
