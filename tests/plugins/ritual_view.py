"""How a ritual is shown. A made-up kind."""

from dataclasses import replace
from datetime import date

from amp_desktop.domain.kinds.ritual import Ritual
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Fact, KindForm, KindView
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.text_box import TextBox


class RitualForm(KindForm):
    """What it is good for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._why = TextBox("Why")
        self._why.edited.connect(self.edited)
        self.column.addWidget(Field("Why", self._why))

    def show_entry(self, entry: Entry) -> None:
        """Show a ritual."""
        assert isinstance(entry, Ritual)
        self._why.set_text(entry.why)

    def filled(self, entry: Entry) -> Entry:
        """The ritual as it stands in the form."""
        return replace(entry, why=self._why.text())  # type: ignore[call-arg]


class RitualView(KindView):
    """A made-up kind."""

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

    def fact(self, row: EntryRow, today: date) -> Fact:
        """Whether it is still done."""
        return Fact(str(row.values.get("status")))

    def make_form(self, session: Session) -> KindForm:
        """What it is good for."""
        return RitualForm(session)
