"""How the page of a week is shown: by its week, and by what it is for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.reflection import QUESTIONS, Reflection, monday_of
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, one_line
from amp_desktop.ui.kinds.reflection.labels import question_words, week_words
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class ReflectionView(KindView):
    """What a week is for, and a look back on it."""

    kind = Reflection.KIND
    icon_name = "book-open"
    fits_a_line = False

    def name(self) -> str:
        """One of it."""
        return translate("Week", "Week")

    def plural(self) -> str:
        """Many of it."""
        return translate("Week", "Weeks")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Week", "This week: plan and look back")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("Week", "What is this week for? A few lines are enough.")

    def untitled_row(self, day: date, values: Mapping[str, Json]) -> str:  # noqa: ARG002
        """Which week it is."""
        return week_words(monday_of(day))

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """Whether it was looked back on."""
        looked_back = any(one_line(row.values.get(name)) for name in QUESTIONS)
        return RowFact(translate("Week", "looked back on") if looked_back else "")

    def excerpt(self, row: EntryRow) -> str:
        """What it is for, else how the first answer begins."""
        names = ("plan", *QUESTIONS)
        return next((text for name in names if (text := one_line(row.values.get(name)))), "")

    def details(self, entry: Entry) -> Sequence[Detail]:
        """The plan and the three answers."""
        assert isinstance(entry, Reflection)
        return tuple(
            Detail(question_words(name)[0], getattr(entry, name), name) for name in ("plan", *QUESTIONS)
        )

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Week", "Anything else")

    def instead_of_new(self, session: Session) -> UUID | Entry:
        """There is one page of a week: this week's."""
        from amp_desktop.journal.weeks import week_to_open  # a start needs none

        return week_to_open(session.journal, session.today())

    def make_form(self, session: Session) -> "KindForm":
        """The page of the week."""
        from amp_desktop.ui.kinds.reflection.form import ReflectionForm

        return ReflectionForm(session)
