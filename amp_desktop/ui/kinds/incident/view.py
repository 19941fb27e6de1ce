"""How an incident is shown."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.incident import PARTS, Incident
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, one_line
from amp_desktop.ui.kinds.incident.labels import part_words, times_text
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class IncidentView(KindView):
    """What went wrong between people; always sealed."""

    kind = Incident.KIND
    icon_name = "shield"
    page_name = "incidents"
    page_in_side_bar = False
    fits_a_line = False
    body_after = 1

    def name(self) -> str:
        """One of it."""
        return translate("Incident", "Incident")

    def plural(self) -> str:
        """Many of it."""
        return translate("Incident", "Incidents")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Incident", "Write down an incident")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate(
            "Incident",
            "If somebody did something that was not right, you can write it down here, for "
            "yourself. It is sealed: nothing of it leaves unless you save a report of it.",
        )

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """When it happened, in the mentee's words."""
        return RowFact(one_line(row.values.get("happened_on")))

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return part_words("body")[0]

    def details(self, entry: Entry) -> Sequence[Detail]:
        """The parts, and when each was first written."""
        assert isinstance(entry, Incident)
        parts = (Detail(part_words(part)[0], getattr(entry, part), part) for part in PARTS if part != "body")
        return (*parts, Detail(translate("Incident", "First written"), times_text(entry)))

    def sharing_words(self, entry: Entry) -> str:  # noqa: ARG002
        """That it does not leave."""
        return translate("Incident", "Sealed")

    def make_form(self, session: Session) -> "KindForm":
        """Whom to turn to, the parts, their times, and the report."""
        from amp_desktop.ui.kinds.incident.form import IncidentForm

        return IncidentForm(session)
