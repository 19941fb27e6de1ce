"""How a meeting is shown: when it is, and what was agreed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, Fact, KindView, RowGroup
from amp_desktop.ui.kinds.meeting.labels import action_words, cadence_words, point_words, status_words
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.state_shape import Look, StateShape

translate = QCoreApplication.translate


class MeetingView(KindView):
    """A call with the mentor, or with others."""

    kind = Meeting.KIND
    icon_name = "users"
    has_form = False

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

    def untitled_row(self, row: EntryRow) -> str:
        """With whom it is."""
        return str(row.values.get("whom") or "") or self.name()

    def fact(self, row: EntryRow, today: date) -> Fact:  # noqa: ARG002
        """The hour of one to come; of one that was held, what was agreed and is still open."""
        status = MeetingStatus(str(row.values.get("status") or MeetingStatus.PLANNED.value))
        if status is MeetingStatus.SKIPPED:
            return Fact(status_words(status).lower(), shape=StateShape(Look.RESTING))
        if status is not MeetingStatus.HELD:
            return Fact(str(row.values.get("at") or ""), shape=StateShape(Look.OPEN))
        actions = row.values.get("actions")
        agreed = len(actions) if isinstance(actions, list) else 0
        words = translate("Meetings", "%n agreed", "", agreed) if agreed else ""
        return Fact(words, shape=StateShape(Look.DONE))

    def state_words(self, state: str) -> str:
        """A state as the mentee reads it."""
        return status_words(MeetingStatus(state))

    def groups(self) -> Sequence[RowGroup]:
        """What is to come, the first one first; what was held, the last one first; what was not."""
        to_come = (MeetingStatus.PLANNED.value, MeetingStatus.UNDER_WAY.value)
        past = (MeetingStatus.HELD.value, MeetingStatus.SKIPPED.value)
        return (
            RowGroup("next", translate("Meetings", "Next"), to_come, None),
            RowGroup("past", translate("Meetings", "Past"), past, None),
        )

    def status_line(self, entry: Entry, today: date) -> str:  # noqa: ARG002
        """When and with whom."""
        assert isinstance(entry, Meeting)
        return " · ".join(filter(None, (entry.at, entry.whom, status_words(entry.status))))

    def details(self, entry: Entry) -> Sequence[Detail]:
        """When, with whom, where, what about, and what was agreed."""
        assert isinstance(entry, Meeting)
        when = " ".join(filter(None, (long_day(entry.day), entry.at)))
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
