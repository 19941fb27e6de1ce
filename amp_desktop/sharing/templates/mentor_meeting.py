"""The summary for a mentor meeting: a page for two minutes, what matters first."""

from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import Template, about

MENTOR_MEETING = Template(
    "mentor-meeting",
    "Mentor meeting",
    (
        about("What I need from you", Topic.STUCK, Topic.QUESTION, level=Level.SHORT, is_numbered=True),
        about("Since we last met", Topic.DONE, Topic.LET_GO, level=Level.LINE),
        about("Under way and next", Topic.NEXT, level=Level.LINE),
        about("What we agreed", Topic.AGREED, level=Level.LINE),
        about("How I am", Topic.WELL_BEING, level=Level.SHORT),
    ),
    is_for_meeting=True,
)
"""What the mentor can do comes first; how the mentee is comes last, and only where it was ticked by hand."""
