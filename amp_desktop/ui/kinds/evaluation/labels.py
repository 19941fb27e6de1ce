"""What is said on the pad of an evaluation."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.evaluation import KICK_OFF, TalkTopic
from amp_desktop.ui.style.dates import day_in_words

translate = QCoreApplication.translate


def window_name(window: str) -> str:
    """What a window is called; the beginning has a name of ours."""
    return translate("Evaluations", "Kick-off") if window == KICK_OFF else window


def box_words(box: str) -> tuple[str, str]:
    """A box's heading, with where it goes, and what invites to write in it."""
    heading, invitation = _BOXES[box]()
    goes = (
        translate("Evaluations", "to my mentor")
        if box == "for_mentor"
        else translate("Evaluations", "to the organizers")
    )
    return f"{heading} · {goes}", invitation


_BOXES = {
    "scope": lambda: (
        translate("Evaluations", "Scope of the project"),
        translate("Evaluations", "Was the project clear, and the right size?"),
    ),
    "interaction": lambda: (
        translate("Evaluations", "Quality of interaction"),
        translate("Evaluations", "How did you work together, and how often did you meet?"),
    ),
    "skills": lambda: (
        translate("Evaluations", "Skills and responsiveness"),
        translate("Evaluations", "What did each of you bring, and how quickly did answers come?"),
    ),
    "learning": lambda: (
        translate("Evaluations", "What the program taught me"),
        translate("Evaluations", "What did you learn that you would not have learned alone?"),
    ),
    "organisation": lambda: (
        translate("Evaluations", "Quality of the organisation"),
        translate("Evaluations", "Did you know in time what was asked of you?"),
    ),
    "for_mentor": lambda: (
        translate("Evaluations", "Feedback for my mentor"),
        translate("Evaluations", "What helped, and what would have helped more?"),
    ),
}


def question_words(name: str) -> str:
    """One of the six questions that are the same at kick-off, midterm and end."""
    return {
        "alone": translate("Evaluations", "What I can do without help"),
        "unsure": translate("Evaluations", "What I am unsure of"),
        "asks": translate("Evaluations", "How I ask when I am stuck"),
        "belongs": translate("Evaluations", "How I see my place in the project"),
        "proud": translate("Evaluations", "What I am proud of"),
        "wants": translate("Evaluations", "What I want next"),
    }[name]


def talk_words(about: TalkTopic) -> str:
    """One of the four things to have talked about."""
    return {
        TalkTopic.PROGRESS: translate("Evaluations", "Progress of the project"),
        TalkTopic.QUALITY: translate("Evaluations", "Quality of my contributions"),
        TalkTopic.COMMUNITY: translate("Evaluations", "Engagement in the community"),
        TalkTopic.SUPPORT: translate("Evaluations", "Blockers, and support"),
    }[about]


def last_words(day: date | None, today: date) -> str:
    """When something last came up."""
    if day is None:
        return translate("Evaluations", "not yet")
    return translate("Evaluations", "last on {day}").format(day=day_in_words(day, today))
