"""The page of a single kind: the journal page, for entries of that kind alone."""

from functools import cache

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.session import Session


@cache
def kind_page(kind: Kind) -> type[EntriesPage]:
    """The class of the page of a kind."""

    class KindPage(EntriesPage):
        def __init__(self, session: Session, parent: QWidget | None = None) -> None:
            super().__init__(session, parent, only=kind)

    return KindPage
