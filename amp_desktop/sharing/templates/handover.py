"""A sheet for a mentor who is new to the project: where it stands, and what was agreed."""

from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import BareSections, Template, part

HANDOVER = Template(
    "handover",
    "Handover to a new mentor",
    (
        part("Under way", "Goals that are open, each with its next step.", Topic.UNFINISHED, Topic.PLAN),
        part("Where I am stuck", "Challenges that are open.", Topic.STUCK),
        part("What we agreed, and is still open", "What was agreed and is not done.", Topic.AGREED),
        part("Done so far", "Goals that were reached, milestones.", Topic.DONE),
        part("How I work best", "When you work, how you like feedback, what helps when you are stuck."),
    ),
    bare=BareSections.SAY_WHAT_BELONGS,
    is_assembled=True,
)
