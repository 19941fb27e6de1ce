"""Chosen entries as a whole, as a piece that one would like to read."""

from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import Template, about

STORY = Template(
    "story",
    "My story",
    (
        about("What happened", Topic.DONE),
        about("Let go", Topic.LET_GO),
        about("What was hard", Topic.STUCK),
        about("Questions", Topic.QUESTION),
        about("What comes next", Topic.NEXT),
        about("What we agreed", Topic.AGREED),
        about("How I am", Topic.WELL_BEING),
    ),
)
"""Everything that was ticked, word for word, in the order of its days under each heading."""
