"""How a meeting is shown: when it is, and what was agreed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.query import EARLIEST_DAY, EntryRow
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, RowGroup
from amp_desktop.ui.kinds.meeting.labels import (
    action_words,
    cadence_words,
    day_words,
    minutes_words,
    point_words,
    status_words,
)
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.state_shape import Look, StateShape

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class MeetingView(KindView):
    """A call with the mentor, or with others."""

    kind = Meeting.KIND
    icon_name = "users"
    page_name = "meetings"
    page_keys = "Ctrl+9"
    has_own_day = True

    def name(self) -> str:
        """One of it."""
        return translate("Meetings", "Meeting")

    def plural(self) -> str:
        """Many of it."""
        return translate("Meetings", "Meetings")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Meetings", "New meeting")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("Meetings", "When do you talk next? What would make that call worth it?")

    def untitled_row(self, day: date, values: Mapping[str, Json]) -> str:  # noqa: ARG002
        """With whom it is."""
        return str(values.get("whom") or "") or self.name()

    def fact(self, row: EntryRow, today: date) -> RowFact:
        """When it is; of one that was held, what was agreed and is still open."""
        status = MeetingStatus(str(row.values.get("status") or MeetingStatus.PLANNED.value))
        if status is MeetingStatus.SKIPPED:
            words = translate("Meetings", "{day}, skipped").format(day=day_words(row.day, today))
            return RowFact(words, shape=StateShape(Look.RESTING), tells_day=True)
        at = str(row.values.get("at") or "")
        day = day_words(row.day, today)
        if status is not MeetingStatus.HELD:
            said = [at if row.day == today and at else ", ".join(filter(None, (day, at)))]
            if status is MeetingStatus.UNDER_WAY:
                said.append(status_words(status).lower())
            return RowFact(", ".join(said), shape=StateShape(Look.OPEN), tells_day=True)
        agreed, still_open = _agreed(row)
        said = [day]
        if agreed:
            said.append(translate("Meetings", "%n agreed", "", agreed))
            is_left = translate("Meetings", "%n open", "", still_open)
            said.append(is_left if still_open else translate("Meetings", "done"))
        return RowFact(", ".join(said), shape=StateShape(Look.DONE), tells_day=True)

    def state_words(self, state: str) -> str:
        """A state as the mentee reads it."""
        return status_words(MeetingStatus(state))

    def groups(self) -> Sequence[RowGroup]:
        """What is to come, the first one first; what was held, the last one first; what was not."""
        to_come = (MeetingStatus.PLANNED.value, MeetingStatus.UNDER_WAY.value)
        past = (MeetingStatus.HELD.value, MeetingStatus.SKIPPED.value)
        return (
            RowGroup("today", translate("Meetings", "Today"), to_come, is_to_come=False),
            RowGroup("next", translate("Meetings", "Next"), to_come, EARLIEST_DAY, is_to_come=True),
            RowGroup("past", translate("Meetings", "Past"), past),
        )

    def status_line(self, entry: Entry, today: date) -> str:  # noqa: ARG002
        """When and with whom."""
        assert isinstance(entry, Meeting)
        return " · ".join(filter(None, (entry.at, entry.whom, status_words(entry.status))))

    def details(self, entry: Entry) -> Sequence[Detail]:
        """When, with whom, where, what about, and what was agreed."""
        assert isinstance(entry, Meeting)
        when = " ".join(filter(None, (long_day(entry.day), entry.at, f"({minutes_words(entry.minutes)})")))
        points = [point for point in entry.points if not point.is_left_out]
        return (
            Detail(translate("Meetings", "State"), status_words(entry.status)),
            Detail(translate("Meetings", "When"), when),
            Detail(translate("Meetings", "With whom"), entry.whom),
            Detail(translate("Meetings", "Where"), entry.where),
            Detail(translate("Meetings", "How often"), cadence_words(entry.cadence)),
            Detail(translate("Meetings", "Agenda"), "\n".join(map(point_words, points))),
            Detail(translate("Meetings", "What we agreed"), "\n".join(map(action_words, entry.actions))),
            Detail(translate("Meetings", "Read back"), entry.read_back),
        )

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Meetings", "Notes")

    def make_form(self, session: Session) -> "KindForm":
        """When it is, and before, during and after it."""
        from amp_desktop.ui.kinds.meeting.form import MeetingForm

        return MeetingForm(session)


def _agreed(row: EntryRow) -> tuple[int, int]:
    """How much was agreed, and how much of it stays with the meeting and is open."""
    actions = cast("list[dict[str, object]]", row.values.get("actions") or [])
    return len(actions), sum(not (one.get("is_done") or one.get("landed_in")) for one in actions)
