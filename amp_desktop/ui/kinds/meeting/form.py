"""What the page of a meeting consists of."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import MeetingStatus
from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.meeting.after_part import AfterPart
from amp_desktop.ui.kinds.meeting.before_part import BeforePart
from amp_desktop.ui.kinds.meeting.chips import MeetingChips
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.during_part import DuringPart
from amp_desktop.ui.kinds.meeting.phases_part import MeetingPart, PhasesPart
from amp_desktop.ui.session import Session

START = "start-call"
"""The action that starts the call."""


class MeetingForm(KindForm):
    """When it is, and one of three parts: before, during, after the call; notes last.

    The page follows what others do to what the agenda is made of, whenever it is seen.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.draft = MeetingDraft(session, self)
        self._phases = PhasesPart(self.draft)
        self._before = BeforePart(self.draft)
        self._during = DuringPart(self.draft)
        self._after = AfterPart(self.draft)
        self._during.hide()
        self._after.hide()
        self.compose(
            chips=MeetingChips(self.draft),
            above=(self._phases, self._before, self._during, self._after),
            below=(ForMentorPart(),),
            heading=self.tr("Notes"),
            invitation=self.tr("Write notes"),
        )
        self._phases.changed.connect(self._show_phase)
        self._before.call_started.connect(self._start)
        self._before.page_requested.connect(self._ask_for_page)
        self._before.entry_requested.connect(self.entry_requested)
        self._during.call_closed.connect(self._close)
        self._after.reopened.connect(self._start)
        self._after.entry_requested.connect(self.entry_requested)
        self.draft.flush_wanted.connect(self.flush_wanted)
        self.draft.failed.connect(self.failed)
        session.saved.connect(self._heard)
        session.moved.connect(self._heard)

    def offered(self) -> Sequence[str]:
        """To start the call, however far down the page its points go."""
        return (START,) if self.draft.meeting.status is MeetingStatus.PLANNED else ()

    def do(self, name: str) -> None:
        """Start the call."""
        if name == START:
            self._start()

    def settle(self) -> None:
        """Keep what is half typed: a point, and what they said."""
        self._before.settle()
        self._during.settle()

    def delete(self) -> None:
        """Drop every word."""
        self._before.forget()
        self._during.forget()
        super().delete()

    @Slot(object)
    def _heard(self, what: object) -> None:
        """Something was written: the agenda may be another one."""
        is_own = isinstance(what, Entry) and what.id == self.draft.meeting.id
        if not is_own and self._phases.isVisible():
            self.draft.read()

    @Slot(object)
    def _show_phase(self, phase: MeetingPart) -> None:
        for part, its in (
            (self._before, MeetingPart.BEFORE),
            (self._during, MeetingPart.DURING),
            (self._after, MeetingPart.AFTER),
        ):
            part.setHidden(its is not phase)
            if its is phase:
                part.refresh()

    @Slot()
    def _start(self) -> None:
        self._before.settle()
        self.draft.begin()
        self._phases.go_to(MeetingPart.DURING)
        self._during.setFocus(Qt.FocusReason.OtherFocusReason)
        self._during.focus_first()
        self.focus_mode_wanted.emit(True)  # noqa: FBT003 - a signal takes no names

    @Slot()
    def _close(self) -> None:
        self._during.settle()
        self.draft.close()
        self._phases.go_to(MeetingPart.AFTER)
        self.focus_mode_wanted.emit(False)  # noqa: FBT003 - a signal takes no names
        self._after.focus_first()

    @Slot()
    def _ask_for_page(self) -> None:
        self.draft.edited.emit()
        self.draft.flush_wanted.emit()
        self.share_requested.emit(self.draft.meeting.id)
