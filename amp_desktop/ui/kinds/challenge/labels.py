"""What the states of a challenge are called, and how long it has been open."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.asking import Advice, Where
from amp_desktop.domain.kinds.challenge import Asking, ChallengeStatus
from amp_desktop.domain.waiting import Waiting
from amp_desktop.ui.kinds.reading import in_markdown
from amp_desktop.ui.style.dates import day_in_words, medium_day

translate = QCoreApplication.translate


def status_words(status: ChallengeStatus) -> str:
    """The state as the mentee reads it."""
    return {
        ChallengeStatus.OPEN: translate("Challenges", "Open"),
        ChallengeStatus.ASKED: translate("Challenges", "Asked"),
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


def asking_read(asking: Asking) -> str:
    """The same in Markdown, as preview and print show it; the answer is Markdown already."""
    day = medium_day(asking.day) if asking.day else ""
    whom = f"**{in_markdown(asking.whom.strip())}**" if asking.whom.strip() else ""
    asked = ", ".join(filter(None, (whom, in_markdown(asking.where), in_markdown(day))))
    return "\n\n".join(filter(None, (asked, asking.answer)))


def asking_spoken(asking: Asking) -> str:
    """The same as one sentence, for a screen reader: "My mentor, our call, 17 September: not his either"."""
    day = day_in_words(asking.day) if asking.day else ""
    asked = ", ".join(filter(None, (asking.whom, asking.where, day)))
    answer = " ".join(asking.answer.split()) or translate("Challenges", "no answer yet")
    return translate("Challenges", "{asked}: {answer}").format(asked=asked, answer=answer)


def state_since_words(status: ChallengeStatus, since: date, status_since: date | None, today: date) -> str:
    """Beside the state: since when, and for how long it has been open: "since 15 September, 7 days".

    One that help was asked for says that it is open since then, for it was asked later.

    Args:
        status: Where it stands.
        since: The day it began.
        status_since: Since when it stands there, if that is known.
        today: The day it is.
    """
    if status in (ChallengeStatus.OPEN, ChallengeStatus.ASKED):
        if since >= today:
            return translate("Challenges", "since today")
        words = (
            translate("Challenges", "since {day}, {days}")
            if status is ChallengeStatus.OPEN
            else translate("Challenges", "open since {day}, {days}")
        )
        return words.format(day=day_in_words(since, today), days=_days_words((today - since).days))
    if status_since is None:
        return translate("Challenges", "began {day}").format(day=day_in_words(since, today))
    if status is ChallengeStatus.PARKED:
        return translate("Challenges", "since {day}").format(day=day_in_words(status_since, today))
    if status_since <= since:
        return translate("Challenges", "on {day}").format(day=day_in_words(status_since, today))
    days = _days_words((status_since - since).days)
    words = translate("Challenges", "on {day}, after {days}")
    return words.format(day=day_in_words(status_since, today), days=days)


def _days_words(days: int) -> str:
    if days == 1:
        return translate("Challenges", "1 day")
    return translate("Challenges", "%n days", "", days)


def age_words(days: int) -> str:
    """How long it is open where little room is and something else says that it is: "32 days"."""
    return _days_words(days) if days >= 1 else translate("Challenges", "since today")


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


def waits_words(waiting: Waiting, today: date) -> str:
    """Who has not answered yet, and since when: "My mentor, since 3 September: no answer yet"."""
    whom = waiting.whom or translate("Challenges", "Someone")
    words = translate("Challenges", "{whom}, since {day}: no answer yet")
    return words.format(whom=whom, day=day_in_words(waiting.since, today))


def where_words(where: Where) -> str:
    """Where something is asked, as it is chosen."""
    return {
        Where.CHANNEL: translate("Challenges", "In the project’s channel"),
        Where.DIRECT_MESSAGE: translate("Challenges", "In a direct message"),
    }[where]


def where_noted(where: Where) -> str:
    """Where something was asked, as a challenge notes it."""
    return {
        Where.CHANNEL: translate("Challenges", "the project’s channel"),
        Where.DIRECT_MESSAGE: translate("Challenges", "a direct message"),
    }[where]


def advice_words(advice: Advice) -> str:
    """Where it is asked best, and why there."""
    best = {
        Where.CHANNEL: translate(
            "Challenges",
            "The channel is best: others have the same question, and whoever is awake can answer it.",
        ),
        Where.DIRECT_MESSAGE: translate(
            "Challenges",
            "A direct message is best: it names somebody, who may not want everybody to read it.",
        ),
    }
    return best[advice.where]
