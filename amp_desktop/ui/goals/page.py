"""The page of goals."""

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.session import Session


class GoalsPage(EntriesPage):
    """The workbench, for goals alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, only=Kind.GOAL)
