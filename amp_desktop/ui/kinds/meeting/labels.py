"""What the states of meetings are called, and how often one meets."""

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.domain.kinds.meeting import Action, Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.style.dates import day_in_words, medium_day, short_day

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
    """A point, that it was talked about, and what was written beside it, as lines."""
    done = translate("Meetings", "talked about") if point.is_done else ""
    return "\n".join(filter(None, (" · ".join(filter(None, (point.text, done))), point.note)))


def action_words(action: Action) -> str:
    """What was agreed, whose it is, and by when."""
    due = translate("Meetings", "by {day}").format(day=medium_day(action.due)) if action.due else ""
    who = action.whose.strip() or translate("Meetings", "me")
    done = translate("Meetings", "done") if action.is_done else ""
    return " · ".join(filter(None, (action.text, who, due, done)))


def minutes_words(minutes: int) -> str:
    """How long something takes: "10 min"."""
    return translate("Meetings", "{minutes} min").format(minutes=minutes)


def total_words(minutes: int, of: int) -> str:
    """How long all points are thought to take, of the time there is: "35 of 45 minutes"."""
    return translate("Meetings", "{minutes} of {of} minutes").format(minutes=minutes, of=of)


def day_words(day: date, today: date) -> str:
    """The day of a meeting: "Today", "Tomorrow", "Thu 24 Sep"."""
    if day == today:
        return translate("Meetings", "Today")
    if day == today + timedelta(days=1):
        return translate("Meetings", "Tomorrow")
    return short_day(day, today)


def hours_words(meeting: Meeting) -> str:
    """From when to when: "17:00 to 17:45"; how long, where the hour is not known."""
    until = end_of(meeting)
    if until:
        return translate("Meetings", "{start} to {end}").format(start=meeting.at, end=until)
    return translate("Meetings", "{minutes} minutes").format(minutes=meeting.minutes)


def end_of(meeting: Meeting) -> str:
    """The hour at which it is planned to end; empty where it is not known."""
    end = ends_at(meeting)
    return end.strftime("%H:%M") if end is not None else ""


def ends_at(meeting: Meeting) -> datetime | None:
    """When it is planned to end, on the clock of where it was planned, maybe after midnight."""
    try:
        start = datetime.combine(meeting.day, time.fromisoformat(meeting.at))
    except ValueError:
        return None
    return start + timedelta(minutes=meeting.minutes)


def hour_of(typed: str) -> str | None:
    """The hour as it was typed: "17", "17.00", "17:00"; None where it is no hour."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2}))?", typed.strip())
    if not typed.strip():
        return ""
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def rhythm_words(meeting: Meeting) -> str:
    """How often one meets, and on which day: "Weekly, Thursdays"."""
    words = cadence_words(meeting.cadence)
    if not meeting.cadence.days:
        return words
    days = (
        translate("Meetings", "Mondays"),
        translate("Meetings", "Tuesdays"),
        translate("Meetings", "Wednesdays"),
        translate("Meetings", "Thursdays"),
        translate("Meetings", "Fridays"),
        translate("Meetings", "Saturdays"),
        translate("Meetings", "Sundays"),
    )
    return f"{words}, {days[meeting.day.weekday()]}"


def point_icon(point: AgendaPoint) -> str:
    """The icon of where a point comes from."""
    return {
        AgendaReason.ON_AGENDA: "mountain" if point.kind == "challenge" else "notebook-pen",
        AgendaReason.OPEN: "mountain",
        AgendaReason.MOVED: "target",
        AgendaReason.AGREED: "list-checks",
        AgendaReason.FEEDBACK: "message-square",
        AgendaReason.PLAN: "target",
        AgendaReason.OWN: "pencil",
    }[point.reason]


def source_words(point: AgendaPoint, today: date) -> str:
    """Where a point comes from, and since when it waits: "challenge, open for 2 days"."""
    since = day_in_words(point.since, today) if point.since else ""
    days = max((today - point.since).days, 0) if point.since else 0
    match point.reason:
        case AgendaReason.ON_AGENDA if point.kind != "challenge":  # once a call has begun, none is known
            words = translate("Meetings", "put on the agenda")
        case AgendaReason.OPEN | AgendaReason.ON_AGENDA:
            words = _open_words(days) if point.since else translate("Meetings", "challenge")
        case AgendaReason.MOVED:
            words = translate("Meetings", "goal, moved on {day}").format(day=since)
        case AgendaReason.AGREED:
            words = translate("Meetings", "agreed on {day}").format(day=since)
        case AgendaReason.FEEDBACK:
            words = translate("Meetings", "they said on {day}, to answer").format(day=since)
        case AgendaReason.PLAN:
            words = translate("Meetings", "if-then, to look back on")
        case _:
            words = translate("Meetings", "a point of this call")
    return words


def _open_words(days: int) -> str:
    if days == 1:
        return translate("Meetings", "challenge, open for 1 day")
    if not days:
        return translate("Meetings", "challenge, open since today")
    return translate("Meetings", "challenge, open for %n days", "", days)


def carried_words(carried: int) -> str:
    """That a point stands on an agenda once more: "third time"; nothing for the first."""
    if carried < 1:
        return ""
    names = (
        translate("Meetings", "second time"),
        translate("Meetings", "third time"),
        translate("Meetings", "fourth time"),
        translate("Meetings", "fifth time"),
    )
    return names[carried - 1] if carried <= len(names) else translate("Meetings", "many times")


def owner_words(action: Action, today: date) -> str:
    """Whose it is, and by when: "me, by Monday 21 September"."""
    who = action.whose.strip() or translate("Meetings", "me")
    if action.due is None:
        return who
    return translate("Meetings", "{who}, by {day}").format(who=who, day=weekday_words(action.due, today))


def weekday_words(day: date, today: date) -> str:
    """A day of the weeks around: "Monday 21 September", with the year when it is another one."""
    name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{name} {day_in_words(day, today)}"


def plain(text: str) -> str:
    """Markdown of one line as plain words."""
    return plain_line(text)[0]
