"""How feedback is shown: who said it, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.answers import answer_words
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, one_line
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import since_words
from amp_desktop.ui.widgets.state_shape import Look, StateShape

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class FeedbackView(KindView):
    """What somebody said of the mentee's work."""

    kind = Feedback.KIND
    icon_name = "message-square"
    body_after = 1

    def name(self) -> str:
        """One of it."""
        return translate("Feedback", "Feedback")

    def plural(self) -> str:
        """Many of it."""
        return translate("Feedback", "Feedback")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Feedback", "New feedback")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate(
            "Feedback", "What did somebody say about your work? Their words, as you remember them."
        )

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """Who said it, and what the mentee makes of it."""
        answer = Answer(str(row.values.get("status") or Answer.TO_ANSWER.value))
        look = Look.OPEN if answer in (Answer.TO_ANSWER, Answer.QUESTION) else Look.DONE
        words = ", ".join(filter(None, (one_line(row.values.get("by")), answer_words(answer).lower())))
        return RowFact(words, shape=StateShape(look))

    def state_words(self, state: str) -> str:
        """A state as the mentee reads it."""
        return answer_words(Answer(state))

    def status_line(self, entry: Entry, today: date) -> str:  # noqa: ARG002
        """The same, under the title."""
        assert isinstance(entry, Feedback)
        return " · ".join(filter(None, (entry.by, answer_words(entry.status))))

    def details(self, entry: Entry) -> Sequence[Detail]:
        """Who said it, what the mentee makes of it, and what was changed."""
        assert isinstance(entry, Feedback)
        return (
            Detail(translate("Feedback", "Who said it"), entry.by),
            Detail(
                translate("Feedback", "My answer"),
                since_words(answer_words(entry.status), entry.status_since),
            ),
            Detail(translate("Feedback", "What I changed because of it"), entry.changed, "changed"),
        )

    def untitled_row(self, day: date, values: Mapping[str, Json]) -> str:  # noqa: ARG002
        """Who said it."""
        by = one_line(values.get("by"))
        return translate("Feedback", "From {who}").format(who=by) if by else self.name()

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Feedback", "What they said")

    def make_form(self, session: Session) -> "KindForm":
        """Who said it, the words, the answer, and what was changed."""
        from amp_desktop.ui.kinds.feedback.form import FeedbackForm

        return FeedbackForm(session)
