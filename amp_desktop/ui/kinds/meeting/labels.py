"""What the states of meetings are called, and how often one meets."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.meeting import Action, Cadence, MeetingPoint, MeetingStatus
from amp_desktop.ui.style.dates import medium_day

translate = QCoreApplication.translate


def status_words(status: MeetingStatus) -> str:
    """The state as the mentee reads it."""
    return {
        MeetingStatus.PLANNED: translate("Meetings", "Planned"),
        MeetingStatus.UNDER_WAY: translate("Meetings", "Under way"),
        MeetingStatus.HELD: translate("Meetings", "Held"),
        MeetingStatus.SKIPPED: translate("Meetings", "Skipped"),
    }[status]


def cadence_words(cadence: Cadence) -> str:
    """How often one meets."""
    return {
        Cadence.ONCE: translate("Meetings", "Once"),
        Cadence.WEEKLY: translate("Meetings", "Weekly"),
        Cadence.EVERY_TWO_WEEKS: translate("Meetings", "Every two weeks"),
    }[cadence]


def point_words(point: MeetingPoint) -> str:
    """A point and what was written beside it, as lines."""
    return "\n".join(filter(None, (point.text, point.note)))


def action_words(action: Action) -> str:
    """What was agreed, whose it is, and by when."""
    due = translate("Meetings", "by {day}").format(day=medium_day(action.due)) if action.due else ""
    who = action.whose.strip() or translate("Meetings", "me")
    done = translate("Meetings", "done") if action.is_done else ""
    return " · ".join(filter(None, (action.text, who, due, done)))
