"""The summary for a mentor meeting."""

from amp_desktop.domain.entry import Topic
from amp_desktop.sharing.templates.base import Section, Template, about

MENTOR_MEETING = Template(
    "mentor-meeting",
    "Mentor meeting",
    (
        Section("Done", about(Topic.DONE)),
        Section("Let go", about(Topic.LET_GO)),
        Section("Stuck, and what is needed", about(Topic.STUCK)),
        Section("Questions", about(Topic.QUESTION)),
        Section("Next", about(Topic.NEXT)),
        Section("How I am", about(Topic.WELL_BEING)),
    ),
)
"""What was done, let go, is stuck, is asked and is next; how the mentee is comes last."""
