"""How a goal is shown: by its steps, and by where it stands."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.query import EntryRow, FieldOrder
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, RowGroup, day_value, one_line
from amp_desktop.ui.kinds.goal.labels import area_words, move_words, outcome_since, status_words, steps_words
from amp_desktop.ui.kinds.goal.reading import goal_read
from amp_desktop.ui.kinds.reading import ReadPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import brief_day, long_day, medium_day, since_words
from amp_desktop.ui.widgets.state_shape import Look, StateShape, ring

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

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
        return translate(
            "Goals",
            "What you want to grow into belongs here, in steps small enough to begin. "
            "“Paste a task list…” in the menu (⋯) makes goals of what your mentor gave you.",
        )

    def fact(self, row: EntryRow, today: date) -> RowFact:
        """Its steps and its target day; once it is over, that and when."""
        steps = cast("Sequence[dict[str, Any]]", row.values.get("steps") or ())
        done = sum(bool(step.get("done")) for step in steps)
        status = GoalStatus(str(row.values.get("status") or GoalStatus.ACTIVE.value))
        said = [steps_words(done, len(steps))] if steps else []
        is_over = status in (GoalStatus.ACHIEVED, GoalStatus.LET_GO)
        day = day_value(row, "status_since" if is_over else "target_day")
        said += [brief_day(day, today)] if day else []
        state = status_words(status).lower() if status is not GoalStatus.ACTIVE else ""
        shape = _shape(status, done, len(steps))
        return RowFact(" · ".join(said), state=state, shape=shape, tells_day=True)

    def state_words(self, state: str) -> str:
        """A state as the mentee reads it."""
        return status_words(GoalStatus(state))

    def state_advice(self, state: str) -> str:
        """Letting go is a decision, and one may have learned something; nobody has to say what."""
        if state != GoalStatus.LET_GO:
            return ""
        return translate("Goals", "If you like, open it and write what you learned from it.")

    def groups(self) -> Sequence[RowGroup]:
        """What one is at first, then what is to come; the rest is there when it is wanted."""
        by_target, by_end = FieldOrder("target_day"), FieldOrder("status_since", newest_first=True)
        return (
            _group(GoalStatus.ACTIVE, by_target, folded=False),
            _group(GoalStatus.PLANNED, by_target),
            _group(GoalStatus.ACHIEVED, by_end),
            _group(GoalStatus.LET_GO, by_end),
        )

    def order_words(self) -> str:
        """The order of what one is at."""
        return translate("Goals", "By target day")

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
            Detail(translate("Goals", "What success looks like"), entry.success, "success"),
            Detail(translate("Goals", "What could get in the way"), entry.obstacle, "obstacle"),
            Detail(translate("Goals", "What I do then"), entry.plan, "plan"),
            Detail(
                translate("Goals", "Whether it came"), outcome_since(entry.plan_outcome, entry.plan_asked_on)
            ),
            Detail(translate("Goals", "What I learned"), entry.learned, "learned"),
        )

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Goals", "Notes")

    def reading(self, entry: Entry) -> Sequence[ReadPart]:
        """Where it stands in one line, its steps as tasks, what gets in the way as a sentence; notes last."""
        assert isinstance(entry, Goal)
        return tuple(part for part in goal_read(entry, self.body_heading()) if part.text)

    def make_form(self, session: Session) -> "KindForm":
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


def _shape(status: GoalStatus, done: int, steps: int) -> StateShape:
    match status:
        case GoalStatus.ACHIEVED:
            return StateShape(Look.DONE)
        case GoalStatus.LET_GO:
            return StateShape(Look.RESTING)
        case _:
            return ring(done, steps)


def _group(status: GoalStatus, order: FieldOrder, *, folded: bool = True) -> RowGroup:
    return RowGroup(status.value, status_words(status), (status.value,), order, folded)
