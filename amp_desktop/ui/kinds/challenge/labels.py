"""What the states of a challenge are called, and how long it has been open."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.challenge import Asking, ChallengeStatus
from amp_desktop.ui.style.dates import medium_day

translate = QCoreApplication.translate


def status_words(status: ChallengeStatus) -> str:
    """The state as the mentee reads it."""
    return {
        ChallengeStatus.OPEN: translate("Challenges", "Open"),
        ChallengeStatus.ASKED: translate("Challenges", "Asked for help"),
        ChallengeStatus.RESOLVED: translate("Challenges", "Resolved"),
        ChallengeStatus.PARKED: translate("Challenges", "Parked"),
    }[status]


def asking_words(asking: Asking) -> str:
    """Whom one asked, when and where, and below it what came back."""
    asked = (asking.whom, medium_day(asking.day) if asking.day else "", asking.where)
    answer = asking.answer
    if asking.answered_on is not None:
        words = translate("Challenges", "{answer} (on {day})")
        answer = words.format(answer=answer, day=medium_day(asking.answered_on))
    return "\n".join(filter(None, (" · ".join(filter(None, asked)), answer)))


def standing_words(status: ChallengeStatus, since: date | None, asked: int, today: date) -> str:
    """How it stands, in a few words: "open for 3 days · help asked".

    Args:
        status: Where it stands.
        since: The day it began.
        asked: How often help was asked for.
        today: The day it is.
    """
    if status in (ChallengeStatus.RESOLVED, ChallengeStatus.PARKED):
        return status_words(status).lower()
    said = [open_words((today - since).days if since else 0)]
    if asked or status is ChallengeStatus.ASKED:
        said.append(translate("Challenges", "help asked"))
    return " · ".join(said)


def asked_words(whom: str) -> str:
    """That one asked somebody: "asked my mentor"."""
    words = " ".join(whom.split())
    return (
        translate("Challenges", "asked {whom}").format(whom=words)
        if words
        else translate("Challenges", "asked")
    )


def open_words(days: int) -> str:
    """How long it is open."""
    if days < 1:
        return translate("Challenges", "open since today")
    if days == 1:
        return translate("Challenges", "open for 1 day")
    return translate("Challenges", "open for %n days", "", days)
