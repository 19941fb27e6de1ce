"""How a goal is shown: by its steps, and by where it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, Fact, KindForm, KindView, one_line
from amp_desktop.ui.kinds.goal.labels import area_words, move_words, status_words, steps_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day, medium_day, since_words

translate = QCoreApplication.translate


class GoalView(KindView):
    """Something to grow towards."""

    kind = Goal.KIND
    icon_name = "target"
    page_name = "goals"
    page_keys = "Ctrl+3"

    def name(self) -> str:
        """One of it."""
        return translate("Goals", "Goal")

    def plural(self) -> str:
        """Many of it."""
        return translate("Goals", "Goals")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Goals", "New goal")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("Goals", "What you want to grow into belongs here, in steps small enough to begin.")

    def fact(self, row: EntryRow, today: date) -> Fact:  # noqa: ARG002
        """Its steps, and its state unless it is simply active."""
        steps = cast("Sequence[dict[str, Any]]", row.values.get("steps") or ())
        said = [steps_words(sum(bool(step.get("done")) for step in steps), len(steps))] if steps else []
        status = GoalStatus(str(row.values.get("status") or GoalStatus.ACTIVE.value))
        if status is not GoalStatus.ACTIVE:
            said.append(status_words(status).lower())
        return Fact(" · ".join(said))

    def excerpt(self, row: EntryRow) -> str:
        """What success looks like."""
        return one_line(row.values.get("success"))

    def status_line(self, entry: Entry, today: date) -> str:  # noqa: ARG002
        """State, area and steps in one line."""
        assert isinstance(entry, Goal)
        said = [status_words(entry.status).lower()]
        if entry.area is not None:
            said.append(area_words(entry.area).lower())
        if entry.steps:
            said.append(steps_words(sum(step.done for step in entry.steps), len(entry.steps)))
        return " · ".join(said)

    def details(self, entry: Entry) -> Sequence[Detail]:
        """State, steps, target day and how it was moved, area, success."""
        assert isinstance(entry, Goal)
        target = [long_day(entry.target_day)] if entry.target_day else []
        target += map(move_words, entry.moves)
        return (
            Detail(translate("Goals", "State"), since_words(status_words(entry.status), entry.status_since)),
            Detail(translate("Goals", "Steps"), "\n".join(map(_step_words, entry.steps))),
            Detail(translate("Goals", "Target day"), "\n".join(target)),
            Detail(translate("Goals", "Area"), area_words(entry.area) if entry.area else ""),
            Detail(translate("Goals", "What success looks like"), entry.success),
            Detail(translate("Goals", "What could come in between"), entry.obstacle),
            Detail(translate("Goals", "What I do then"), entry.plan),
            Detail(translate("Goals", "What I learned"), entry.learned),
        )

    def make_form(self, session: Session) -> KindForm:
        """Area, state, target day, steps, success."""
        from amp_desktop.ui.kinds.goal.form import GoalForm

        return GoalForm(session)


def _step_words(step: Step) -> str:
    indent = "    " * step.indent
    if not step.done:
        return f"{indent}☐ {step.text}"
    if step.done_on is None:
        return indent + translate("Goals", "☑ {step} · done").format(step=step.text)
    words = translate("Goals", "☑ {step} · done on {day}")
    return indent + words.format(step=step.text, day=medium_day(step.done_on))
