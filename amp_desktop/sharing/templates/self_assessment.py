"""The two self-assessments: the learning journey so far, and at its end."""

from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing.templates.base import BareSections, Template, part

_DONE = part(
    "What I have done",
    "Goals that were reached, steps that were taken, milestones.",
    Topic.DONE,
)
_LEARNED = part(
    "What I learned",
    "What a goal taught you, and what you did not know before a challenge.",
    Topic.LEARNED,
)
_HARD = part(
    "What was hard, and what helped",
    "Challenges, with what helped once they were resolved.",
    Topic.HELPED,
    Topic.STUCK,
)
_REVISED = part(
    "What I changed after feedback",
    "What somebody said of your work, and what became of it.",
    Topic.REVISED,
)

MIDTERM_SELF_ASSESSMENT = Template(
    "midterm-self-assessment",
    "Midterm self-assessment",
    (
        _DONE,
        _LEARNED,
        _HARD,
        _REVISED,
        part(
            "Until the end",
            "Goals that are under way, and what you plan.",
            Topic.UNFINISHED,
            Topic.PLAN,
        ),
    ),
    bare=BareSections.SAY_WHAT_BELONGS,
    is_assembled=True,
    audience="the organizer",
)

FINAL_SELF_ASSESSMENT = Template(
    "final-self-assessment",
    "Final self-assessment",
    (
        _DONE,
        _LEARNED,
        _HARD,
        _REVISED,
        part("What I did not reach", "Goals that are still open or were let go, and why.", Topic.UNFINISHED),
        part("Where I go from here", "Goals that are planned, and entries tagged “plans”.", Topic.PLAN),
    ),
    bare=BareSections.SAY_WHAT_BELONGS,
    is_assembled=True,
    audience="the organizer",
)
