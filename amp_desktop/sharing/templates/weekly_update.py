"""What happened in a week, as a message of a dozen lines for a channel or a thread."""

from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import Template, about

WEEKLY_UPDATE = Template(
    "weekly-update",
    "Weekly update",
    (
        about("Done", Topic.DONE, Topic.LET_GO, level=Level.LINE),
        about("Next", Topic.NEXT, level=Level.LINE),
        about("Where I am stuck", Topic.STUCK, Topic.QUESTION, level=Level.LINE),
    ),
    most_lines=12,
)
"""How the mentee is has no place in a channel."""
