"""What is handed in at the end of the program, in the four parts that its guide asks for."""

from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import BareSections, Template, part

FINAL_SUBMISSION = Template(
    "final-submission",
    "Final submission",
    (
        part(
            "Link to the repository or documentation",
            "A link to the repository or the documentation of the project.",
            Topic.REPOSITORY,
        ),
        part(
            "Short description of the completed work",
            "What was completed, in a few sentences: goals that were reached, milestones.",
            Topic.DONE,
        ),
        part(
            "Unfinished tasks",
            "What is open or was let go, so that others know where to go on.",
            Topic.UNFINISHED,
            Topic.STUCK,
        ),
        part(
            "Plans for continued contribution",
            "Goals that are planned, and entries tagged “plans”.",
            Topic.PLAN,
        ),
    ),
    bare=BareSections.SAY_WHAT_BELONGS,
    is_assembled=True,
    audience="the organizer",
)
