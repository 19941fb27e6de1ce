"""The summary for a mentor meeting."""

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.sharing.templates.base import Template

DONE, STUCK, QUESTIONS, NEXT = "Done", "Stuck, and what is needed", "Questions", "Next"


HOW_I_AM = "How I am"


def _at_a_mentor_meeting(entry: Entry) -> str:
    """What was done, what is stuck, what is asked, what is next; how the mentee is comes last."""
    match entry:
        case SelfCareNote():
            return HOW_I_AM
        case Challenge(status=status) if status is not ChallengeStatus.RESOLVED:
            return STUCK
        case Note(on_agenda=True):
            return QUESTIONS
        case Goal(status=GoalStatus.PLANNED | GoalStatus.ACTIVE):
            return NEXT
        case _:
            return DONE


MENTOR_MEETING = Template(
    "mentor-meeting",
    "Mentor meeting",
    (DONE, STUCK, QUESTIONS, NEXT, HOW_I_AM),
    _at_a_mentor_meeting,
)
