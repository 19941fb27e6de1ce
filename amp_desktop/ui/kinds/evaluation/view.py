"""How the pad of an evaluation is shown: by its window, and by what is written in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.evaluation import BOXES, NOW_QUESTIONS, Evaluation
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, one_line
from amp_desktop.ui.kinds.evaluation.labels import box_words, question_words, window_name
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import medium_day

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class EvaluationView(KindView):
    """What is prepared for an evaluation."""

    kind = Evaluation.KIND
    icon_name = "flag"
    fits_a_line = False

    def name(self) -> str:
        """One of it."""
        return translate("Evaluations", "Evaluation pad")

    def plural(self) -> str:
        """Many of it."""
        return translate("Evaluations", "Evaluation pads")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Evaluations", "New evaluation pad")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("Evaluations", "What will you answer when the form asks? A few words now help then.")

    def untitled_row(self, day: date, values: Mapping[str, Json]) -> str:  # noqa: ARG002
        """The window that it is for."""
        return window_name(str(values.get("window") or "")) or self.name()

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """How many of its boxes are begun."""
        begun = sum(bool(one_line(row.values.get(box))) for box in BOXES)
        if begun == 1:
            return RowFact(translate("Evaluations", "one box begun"))
        return RowFact(translate("Evaluations", "%n boxes begun", "", begun) if begun else "")

    def excerpt(self, row: EntryRow) -> str:
        """How its first box begins."""
        names = (*BOXES, *NOW_QUESTIONS)
        return next((text for name in names if (text := one_line(row.values.get(name)))), "")

    def details(self, entry: Entry) -> Sequence[Detail]:
        """The boxes, what was sent, the six answers, and what was marked and opened again."""
        assert isinstance(entry, Evaluation)
        talked = "\n".join(f"{one.about}, {medium_day(one.day)}" for one in entry.talked)
        opened = "\n".join(medium_day(one.opened_on) for one in entry.corrections)
        return (
            Detail(translate("Evaluations", "For"), window_name(entry.window)),
            Detail(translate("Evaluations", "Talked about"), talked),
            *(Detail(box_words(box)[0], getattr(entry, box), box) for box in BOXES),
            Detail(translate("Evaluations", "What I actually sent"), entry.sent, "sent"),
            Detail(translate("Evaluations", "Support that was offered"), entry.support, "support"),
            *(Detail(question_words(name), getattr(entry, name), name) for name in NOW_QUESTIONS),
            Detail(translate("Evaluations", "Reopened to correct"), opened),
        )

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Evaluations", "Notes")

    def sharing_words(self, entry: Entry) -> str:  # noqa: ARG002
        """What of it can leave at all."""
        return translate("Evaluations", "Only the feedback for your mentor, and only to your mentor")

    def make_form(self, session: Session) -> "KindForm":
        """The pad."""
        from amp_desktop.ui.kinds.evaluation.form import EvaluationForm

        return EvaluationForm(session)
