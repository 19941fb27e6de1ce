"""The summary for a mentor meeting."""

from amp_desktop.domain.entry import Entry, Topic
from amp_desktop.sharing.templates.base import Template

DONE, LET_GO, STUCK = "Done", "Let go", "Stuck, and what is needed"
QUESTIONS, NEXT = "Questions", "Next"

HOW_I_AM = "How I am"


def _at_a_mentor_meeting(entry: Entry) -> str:
    """What was done, let go, is stuck, is asked and is next; how the mentee is comes last."""
    return {
        Topic.DONE: DONE,
        Topic.LET_GO: LET_GO,
        Topic.STUCK: STUCK,
        Topic.QUESTION: QUESTIONS,
        Topic.NEXT: NEXT,
        Topic.WELL_BEING: HOW_I_AM,
    }[entry.topic]


MENTOR_MEETING = Template(
    "mentor-meeting",
    "Mentor meeting",
    (DONE, LET_GO, STUCK, QUESTIONS, NEXT, HOW_I_AM),
    _at_a_mentor_meeting,
)
