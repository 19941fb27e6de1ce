"""The pages of single kinds: the journal page, for entries of one kind alone."""

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.session import Session


class GoalsPage(EntriesPage):
    """The workbench, for goals alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, only=Kind.GOAL)


class ChallengesPage(EntriesPage):
    """The workbench, for challenges alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, only=Kind.CHALLENGE)


class CarePage(EntriesPage):
    """The workbench, for self-care notes alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, only=Kind.SELF_CARE)


class MilestonesPage(EntriesPage):
    """The workbench, for milestones alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, only=Kind.MILESTONE)
