"""A goal's page as it is read: its steps as a list of tasks, obstacle and plan as one sentence."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.ui.kinds.goal.labels import area_words, move_words, outcome_words, status_words
from amp_desktop.ui.kinds.reading import ReadPart, in_markdown
from amp_desktop.ui.style.dates import medium_day, since_words

translate = QCoreApplication.translate


def goal_read(goal: Goal, notes: str) -> Iterator[ReadPart]:
    """The parts of a goal's page, top to bottom; empty ones may be among them.

    Args:
        goal: The goal.
        notes: What its free text is called.
    """
    stands = [since_words(status_words(goal.status), goal.status_since)]
    stands += [area_words(goal.area)] if goal.area else []
    if goal.target_day:
        stands.append(translate("Goals", "by {day}").format(day=medium_day(goal.target_day)))
    yield ReadPart("", in_markdown(" · ".join(stands)))
    yield ReadPart("", in_markdown("\n".join(map(move_words, goal.moves))))
    steps = (_step_read(step, at) for at, step in enumerate(goal.steps))
    can_tick = not any("\n" in step.text for step in goal.steps)  # then each line is one step
    yield ReadPart(translate("Goals", "Steps"), "\n".join(steps), "steps" if can_tick else "")
    yield ReadPart(translate("Goals", "What success looks like"), goal.success, "success")
    yield from _if_then(goal)
    yield ReadPart(translate("Goals", "What I learned"), goal.learned, "learned")
    yield ReadPart(notes, goal.body, "body")


def _step_read(step: Step, at: int) -> str:
    """One step as a task; what it leaves open takes no other in."""
    is_open = step.text.count("%%") % 2 or "```" in step.text or "~~~" in step.text
    words = in_markdown(step.text) if is_open else step.text
    day = f" · {medium_day(step.done_on)}" if step.done_on else ""
    indent = "    " if at and step.indent else ""
    return f"{indent}- [{'x' if step.done else ' '}] {words}{day}"


def _if_then(goal: Goal) -> Iterator[ReadPart]:
    """One sentence, where both are no more than that; else one part each."""
    heading = translate("Goals", "If it gets in the way")
    if goal.obstacle and goal.plan and "\n" not in goal.obstacle + goal.plan:
        words = translate("Goals", "If {obstacle}, then I {plan}")
        plan = goal.plan.removeprefix("I ")  # which the sentence says already
        yield ReadPart(heading, words.format(obstacle=goal.obstacle.rstrip(" .,;"), plan=plan))
        yield _outcome(goal)
        return
    yield ReadPart(heading, goal.obstacle, "obstacle")
    yield ReadPart(translate("Goals", "What I do then"), goal.plan, "plan")
    yield _outcome(goal)


def _outcome(goal: Goal) -> ReadPart:
    day = goal.plan_asked_on
    return ReadPart("", in_markdown(outcome_words(goal.plan_outcome, day, day or goal.day)))
