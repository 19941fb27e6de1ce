"""How a milestone is shown: by what shows that it was reached."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, day_value, one_line
from amp_desktop.ui.kinds.reading import ReadPart, in_markdown
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import brief_day, long_day, medium_day

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class MilestoneView(KindView):
    """Something that was reached."""

    kind = Milestone.KIND
    icon_name = "flag"
    page_name = "milestones"
    page_keys = "Ctrl+6"

    def name(self) -> str:
        """One of it."""
        return translate("Milestones", "Milestone")

    def plural(self) -> str:
        """Many of it."""
        return translate("Milestones", "Milestones")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Milestones", "New milestone")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("Milestones", "What you have achieved belongs here, with a link that shows it.")

    def fact(self, row: EntryRow, today: date) -> RowFact:
        """When it was reached, and how many links show it."""
        links = len(cast("Sequence[object]", row.values.get("evidence") or ()))
        day = brief_day(day_value(row, "reached_on") or row.day, today)
        return RowFact(" · ".join((day, _evidence_words(links)) if links else (day,)), tells_day=True)

    def excerpt(self, row: EntryRow) -> str:
        """Whom to thank."""
        return one_line(row.values.get("whom_to_thank"))

    def details(self, entry: Entry) -> Sequence[Detail]:
        """When it was reached, what shows it, in which phase, and whom to thank."""
        assert isinstance(entry, Milestone)
        reached = long_day(entry.reached_on) if entry.reached_on else ""
        return (
            Detail(translate("Milestones", "Reached on"), reached),
            Detail(translate("Milestones", "Evidence"), "\n".join(map(_link_words, entry.evidence))),
            Detail(translate("Milestones", "Phase"), entry.program_phase),
            Detail(translate("Milestones", "Whom to thank"), entry.whom_to_thank, "whom_to_thank"),
        )

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Milestones", "Story")

    def reading(self, entry: Entry) -> Sequence[ReadPart]:
        """When it was reached and in which phase in one line, then what shows it; its story last."""
        assert isinstance(entry, Milestone)
        day = entry.reached_on or entry.day
        reached = translate("Milestones", "Reached {day}").format(day=medium_day(day))
        links = "\n".join(f"- {_link_read(link)}" for link in entry.evidence)
        parts = (
            ReadPart("", in_markdown(" · ".join(filter(None, (reached, entry.program_phase))))),
            ReadPart(translate("Milestones", "Evidence"), links),
            ReadPart(translate("Milestones", "Whom to thank"), entry.whom_to_thank, "whom_to_thank"),
            ReadPart(self.body_heading(), entry.body, "body"),
        )
        return tuple(part for part in parts if part.text)

    def make_form(self, session: Session) -> "KindForm":
        """Reached on, evidence, phase, whom to thank."""
        from amp_desktop.ui.kinds.milestone.form import MilestoneForm

        return MilestoneForm(session)


def _link_read(link: Evidence) -> str:
    """The same in Markdown; its words are Markdown already, in one line."""
    words, url = " ".join(link.words.split()), in_markdown(link.url)
    return f"{words}: {url}" if words else url


def _link_words(link: Evidence) -> str:
    return f"{link.words}: {link.url}" if link.words else link.url


def _evidence_words(links: int) -> str:
    if links == 1:
        return translate("Milestones", "1 link as evidence")
    return translate("Milestones", "%n links as evidence", "", links)
