"""What is said about an evaluation: when it is, what there is to go through, what came of it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.evaluation_record import Result
from amp_desktop.domain.evaluations import ChecklistPoint
from amp_desktop.domain.program import Phase
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def window_words(window: Phase, day: date) -> str:
    """Where its window stands on a day up to its last, in a sentence."""
    name = window.name
    if window.is_optional:
        name = translate("Evaluation", "{phase} (optional)").format(phase=window.name)
    if window.ends == day:
        return translate("Evaluation", "{phase}: today is the last day of its window.").format(phase=name)
    if window.holds(day):
        return translate("Evaluation", "{phase} is open until {day}.").format(
            phase=name, day=long_day(window.ends)
        )
    days = (window.starts - day).days
    if days == 1:
        return translate("Evaluation", "{phase} opens tomorrow.").format(phase=name)
    return translate("Evaluation", "{phase} opens in %n days, on {day}.", "", days).format(
        phase=name, day=long_day(window.starts)
    )


def point_words(point: ChecklistPoint) -> str:
    """A point of the checklist."""
    return {
        ChecklistPoint.TALK: translate(
            "Evaluation",
            "Talk it over with your mentor before: progress, quality of the work, the community, what is in "
            "the way. If you have no feedback yet, ask for it.",
        ),
        ChecklistPoint.SURVEY: translate(
            "Evaluation",
            "Fill in the survey (10 to 15 minutes). Only the feedback for your mentor reaches your mentor.",
        ),
        ChecklistPoint.LINK: translate("Evaluation", "A link to the project's repository or documentation"),
        ChecklistPoint.DESCRIPTION: translate("Evaluation", "A short description of the completed work"),
        ChecklistPoint.UNFINISHED: translate("Evaluation", "What is unfinished"),
        ChecklistPoint.PLANS: translate("Evaluation", "What you plan to go on with"),
        ChecklistPoint.SELF_ASSESSMENT: translate("Evaluation", "Your own view of what you learned"),
        ChecklistPoint.FEEDBACK: translate("Evaluation", "Your feedback on the program"),
        ChecklistPoint.BLOG_POST: translate("Evaluation", "A blog post about your work"),
    }[point]


def result_name(result: Result) -> str:
    """A result in a few words."""
    return {
        Result.PASSED: translate("Evaluation", "passed"),
        Result.MORE_SUPPORT: translate("Evaluation", "more support was offered"),
        Result.NOT_PASSED: translate("Evaluation", "not passed"),
    }[result]


def result_words(result: Result | None) -> str:
    """What the guide says to a result; mostly nothing."""
    if result is Result.MORE_SUPPORT:
        return translate(
            "Evaluation", "The program means this as support, not as a penalty. Ask for it early and often."
        )
    return ""
