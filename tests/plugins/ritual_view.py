"""How a ritual is shown. A made-up kind."""

from datetime import date

from amp_desktop.domain.kinds.ritual import Ritual
from PySide6.QtCore import QObject

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import KindView, RowFact
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.session import Session


class RitualForm(KindForm):
    """What it is good for."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.compose(below=(TextPart("why", "Why", "Why"),))


class RitualView(KindView):
    """How a ritual is shown."""

    kind = Ritual.KIND
    icon_name = "coffee"
    page_name = "rituals"

    def name(self) -> str:
        """One of it."""
        return "Ritual"

    def plural(self) -> str:
        """Many of it."""
        return "Rituals"

    def new_words(self) -> str:
        """What makes one."""
        return "New ritual"

    def empty_sentence(self) -> str:
        """What belongs here."""
        return "What the morning begins with."

    def fact(self, row: EntryRow, today: date) -> RowFact:
        """Whether it is still done."""
        return RowFact(str(row.values.get("status")))

    def make_form(self, session: Session) -> KindForm:
        """What it is good for."""
        return RitualForm(session)
