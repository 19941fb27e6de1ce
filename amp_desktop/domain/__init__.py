"""What a journal is: frozen values, rules and errors. Standard library only."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        # The first window needs the errors alone; reading every kind of entry for it would cost 30 ms.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        home = "errors" if name == "JournalError" else "entry"
        return getattr(import_module(f"{__name__}.{home}"), name)
