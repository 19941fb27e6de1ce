"""Before, during, after: which part of a meeting's page is to be seen."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.labels import total_words
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.segments import SegmentedRow

if TYPE_CHECKING:
    from uuid import UUID


class MeetingPart(Enum):
    """The parts, in their order."""

    BEFORE = 1
    DURING = 2
    AFTER = 3


class PhasesPart(ControlsPart):
    """Another meeting, or one that stands elsewhere now, shows the part that it is in.

    Attributes:
        changed: Another part is to be seen; carries the `MeetingPart`.
    """

    changed = Signal(object)

    def __init__(self, draft: MeetingDraft, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._draft = draft
        self._stands: tuple[UUID, MeetingStatus] | None = None
        words = (self.tr("Before"), self.tr("During"), self.tr("After"))
        self._row = SegmentedRow(self.tr("Part of the meeting"), words)
        self._row.choose_quietly(1)
        self._said = label("", "small")
        self._said.setWordWrap(False)
        line = QHBoxLayout()
        line.setSpacing(self.fontMetrics().height())
        line.addWidget(self._row)
        line.addStretch(1)
        line.addWidget(self._said)
        self.column.addLayout(line)
        self._row.changed.connect(self._chosen)
        draft.shown.connect(self._show)

    @property
    def phase(self) -> MeetingPart:
        """Which one is to be seen."""
        return MeetingPart(self._row.chosen() or 1)

    def go_to(self, phase: MeetingPart) -> None:
        """Show that one."""
        self._row.choose_quietly(phase.value)
        self._say()
        self.changed.emit(phase)

    def show_entry(self, entry: Entry) -> None:
        """The draft shows it."""

    def filled(self, entry: Entry) -> Entry:
        """The draft fills it."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """Looking is always allowed."""

    def focus_first(self) -> None:
        """The chosen one."""
        self._row.focus()

    @Slot()
    def _show(self) -> None:
        meeting = self._draft.meeting
        stands = (meeting.id, meeting.status)
        if stands != self._stands:
            self._stands = stands
            self.go_to(phase_of(meeting))
        self._say()

    @Slot(object)
    def _chosen(self, _number: int | None) -> None:
        self._say()
        self.changed.emit(self.phase)

    def _say(self) -> None:
        meeting, agenda = self._draft.meeting, self._draft.agenda
        reached = sum(point.is_done for point in agenda.points)
        if self.phase is MeetingPart.BEFORE:
            words = total_words(agenda.minutes, meeting.minutes) if agenda.points else ""
        elif not meeting.has_begun:
            words = ""
        else:
            words = self.tr("{reached} of %n points reached", "", len(agenda.points)).format(reached=reached)
        self._said.setText(words if agenda.points else "")


def phase_of(meeting: Meeting) -> MeetingPart:
    """The part of its page that a meeting is in."""
    match meeting.status:
        case MeetingStatus.UNDER_WAY:
            return MeetingPart.DURING
        case MeetingStatus.HELD:
            return MeetingPart.AFTER
        case _:
            return MeetingPart.BEFORE
