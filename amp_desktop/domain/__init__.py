"""What a journal is: frozen values, rules and errors. Standard library only."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry, Kind, Sharing
    from amp_desktop.domain.errors import JournalError
    from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
    from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step, TargetMove
    from amp_desktop.domain.kinds.milestone import Evidence, Milestone
    from amp_desktop.domain.kinds.note import Note
    from amp_desktop.domain.kinds.self_care import SelfCareNote

__all__ = [
    "Area",
    "Asking",
    "Challenge",
    "ChallengeStatus",
    "Entry",
    "Evidence",
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

if not TYPE_CHECKING:
    _HOMES = {
        "JournalError": "errors",
        "Entry": "entry",
        "Kind": "entry",
        "Sharing": "entry",
        "Area": "kinds.goal",
        "Goal": "kinds.goal",
        "GoalStatus": "kinds.goal",
        "Step": "kinds.goal",
        "TargetMove": "kinds.goal",
        "Asking": "kinds.challenge",
        "Challenge": "kinds.challenge",
        "ChallengeStatus": "kinds.challenge",
        "Evidence": "kinds.milestone",
        "Milestone": "kinds.milestone",
        "Note": "kinds.note",
        "SelfCareNote": "kinds.self_care",
    }

    def __getattr__(name: str) -> object:
        # The first window needs the errors alone; reading every kind of entry for it would cost 30 ms.
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
