"""What one would tell whoever comes next: for a page that a newcomer reads on the first day."""

from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import BareSections, Template, part

NEXT_MENTEE = Template(
    "next-mentee",
    "For the next mentee",
    (
        part("What I would tell you first", "The one thing that you would have liked to hear on day one."),
        part(
            "What I did not know then",
            "From your challenges and goals: what you know now.",
            Topic.LEARNED,
        ),
        part("What helped", "What got you out when you were stuck.", Topic.HELPED),
        part("Where to look", "Links that you would have liked to have.", Topic.LINK),
    ),
    bare=BareSections.SAY_WHAT_BELONGS,
    is_assembled=True,
    audience="the cohort",
)
