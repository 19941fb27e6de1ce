"""What a journal is: frozen values, rules and errors. Standard library only."""

from amp_desktop.domain.entry import (
    Area,
    Asking,
    Challenge,
    ChallengeStatus,
    Entry,
    Goal,
    GoalStatus,
    Kind,
    Milestone,
    Note,
    SelfCareNote,
    Sharing,
    Step,
    TargetMove,
)
from amp_desktop.domain.errors import JournalError

__all__ = [
    "Area",
    "Asking",
    "Challenge",
    "ChallengeStatus",
    "Entry",
    "Goal",
    "GoalStatus",
    "JournalError",
    "Kind",
    "Milestone",
    "Note",
    "SelfCareNote",
    "Sharing",
    "Step",
    "TargetMove",
]
