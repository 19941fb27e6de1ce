"""The page of self-care notes."""

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.session import Session


class CarePage(EntriesPage):
    """The workbench, for self-care notes alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, only=Kind.SELF_CARE)
