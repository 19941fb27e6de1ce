"""What areas and states of goals are called."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.goal import Area, GoalStatus, PlanOutcome, TargetMove
from amp_desktop.ui.style.dates import brief_day, medium_day

translate = QCoreApplication.translate


def area_words(area: Area) -> str:
    """The area as the mentee reads it."""
    return {
        Area.TRIAGE: translate("Goals", "Triage"),
        Area.REVIEW: translate("Goals", "Review"),
        Area.CODE_OR_DESIGN: translate("Goals", "Code or design"),
        Area.DOCS: translate("Goals", "Docs"),
        Area.RELEASE: translate("Goals", "Release"),
        Area.COMMUNITY: translate("Goals", "Community"),
        Area.LEADING: translate("Goals", "Leading"),
        Area.COMMUNICATION: translate("Goals", "Communication"),
        Area.OWN: translate("Goals", "An area of my own"),
    }[area]


def status_words(status: GoalStatus) -> str:
    """The state as the mentee reads it."""
    return {
        GoalStatus.PLANNED: translate("Goals", "Planned"),
        GoalStatus.ACTIVE: translate("Goals", "Active"),
        GoalStatus.ACHIEVED: translate("Goals", "Achieved"),
        GoalStatus.LET_GO: translate("Goals", "Let go"),
    }[status]


def move_words(move: TargetMove) -> str:
    """From when to when a target day was moved, and why."""
    none = translate("Goals", "no day")
    before = medium_day(move.before) if move.before else none
    after = medium_day(move.after) if move.after else none
    if not move.reason:
        return translate("Goals", "Moved from {before} to {after}").format(before=before, after=after)
    return translate("Goals", "Moved from {before} to {after}: {reason}").format(
        before=before, after=after, reason=move.reason
    )


def outcome_words(outcome: PlanOutcome, day: date | None, today: date) -> str:
    """Whether what could get in the way did, and when that was said: "It came, 17 Sep"; else nothing."""
    return _outcome_on(outcome, brief_day(day, today) if day else "")


def outcome_since(outcome: PlanOutcome, day: date | None) -> str:
    """The same for ever, with the year: "It came, 17 Sep 2026"."""
    return _outcome_on(outcome, medium_day(day) if day else "")


def _outcome_on(outcome: PlanOutcome, day: str) -> str:
    words = {
        PlanOutcome.NOT_ASKED: "",
        PlanOutcome.CAME: translate("Goals", "It came"),
        PlanOutcome.DID_NOT_COME: translate("Goals", "It did not come"),
        PlanOutcome.NOT_YET: translate("Goals", "Not yet"),
    }[outcome]
    if not (words and day):
        return words
    return translate("Goals", "{words}, {day}").format(words=words, day=day)


def target_words(day: date, today: date) -> str:
    """The day a goal is hoped for, and how far off it is; nothing is counted once it is over."""
    words, days = brief_day(day, today), (day - today).days
    if days < 0:
        return words
    if days < 2:
        near = translate("Goals", "{day}, tomorrow") if days else translate("Goals", "{day}, today")
        return near.format(day=words)
    return translate("Goals", "{day}, in %n days", "", days).format(day=words)


def moves_sentence(moves: Sequence[TargetMove], today: date) -> str:
    """How a target day was moved, in one sentence: "Moved from 28 Aug, then from 10 Sep: “…”"."""
    first, then = translate("Goals", "Moved from {day}"), translate("Goals", "then from {day}")
    told: list[str] = []
    for move in moves:
        day = brief_day(move.before, today) if move.before else translate("Goals", "no day")
        words = (then if told else first).format(day=day)
        reason = move.reason.strip()
        told.append(
            translate("Goals", "{words}: “{reason}”").format(words=words, reason=reason) if reason else words
        )
    return translate("Goals", ", ").join(told)


def steps_words(done: int, total: int) -> str:
    """How many steps are done: "4 of 6 steps"."""
    if total == 1:
        return translate("Goals", "{done} of 1 step").format(done=done)
    return translate("Goals", "{done} of %n steps", "", total).format(done=done)
