"""A kind reminder of something that waits, copied as everything leaves: first the log, then the door."""

from functools import partial

from amp_desktop.domain.waiting import Waiting
from amp_desktop.sharing import NUDGE
from amp_desktop.ui.platform.clipboard import copy_private
from amp_desktop.ui.session import Session

TEXT = "txt"
"""The form in which it leaves."""


def copy_nudge(session: Session, waiting: Waiting) -> None:
    """Copy it, ready to be pasted.

    Raises:
        JournalError: What it comes from is gone, or it could not be noted and so did not leave.
    """
    sharing = session.journal.sharing
    door, text = sharing.nudge(waiting)
    leave = partial(copy_private, text)
    sharing.let_out(door, TEXT, text.encode(), leave, template=NUDGE, audience=waiting.whom)
