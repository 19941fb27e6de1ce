"""A word early, when one is ill, has exams or no power: what will be late, and who could take it over."""

from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import Template, about

EARLY_WORD = Template(
    "early-word",
    "A word early",
    (
        about("What will be later", Topic.NEXT, level=Level.LINE),
        about("What somebody could take over", Topic.STUCK, Topic.QUESTION, level=Level.LINE),
    ),
    greeting="I can do less than planned for a while, and say so early. I will write when I know more.",
    most_lines=12,
)
"""How much is said of the reason is the mentee's to write: the greeting names none."""
