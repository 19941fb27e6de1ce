"""After the call: where each agreement goes, what to make of what they said, and what is read back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.agenda import OFTEN
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.meeting import Action, MeetingStatus
from amp_desktop.ui.kinds.meeting.after_rows import AgreedRow, CarriedRow, HeardRow
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.labels import weekday_words
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.platform.clipboard import copy_private
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import primary_button, quiet_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.layouts import discard
from amp_desktop.ui.widgets.opened_fields import page_box

if TYPE_CHECKING:
    from uuid import UUID


class AfterPart(Part):
    """Each piece is there only where there is something to it.

    Attributes:
        entry_requested: An entry is to be shown; carries its id.
        reopened: The call goes on.
    """

    entry_requested = Signal(object)
    reopened = Signal()

    def __init__(self, draft: MeetingDraft, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._draft = draft
        self._agreed: dict[str, AgreedRow] = {}
        self._heard: dict[UUID, HeardRow] = {}
        self._copied = ""
        self._agreed_head = SectionLabel(self.tr("What we agreed, and where it goes"))
        self._agreed_rows = _column()
        self._heard_head = SectionLabel(self.tr("What they said"))
        self._heard_rows = _column()
        self._text_head = SectionLabel(self.tr("Read back"))
        self._text = label("")
        self._copy = primary_button(self.tr("Copy the read-back"), "copy")
        self._copy_done = label("", "good")
        self._answer = page_box(self.tr("What came back"), self.tr("Note the answer"))
        self._waits = label("", "muted")
        self._waiting_rows = _column()
        self._reopen = quiet_button(self.tr("Open the call again"), "undo-2")
        self._nothing = label("", "muted")
        self._lay_out()
        self._copy.clicked.connect(self._copy_text)
        self._answer.edited.connect(self._answered_back)
        self._reopen.clicked.connect(self.reopened)
        draft.shown.connect(self._show)

    def show_entry(self, entry: Entry) -> None:
        """The draft shows it."""

    def filled(self, entry: Entry) -> Entry:
        """The draft fills it."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        for control in (self._copy, self._reopen, *self._agreed.values(), *self._heard.values()):
            control.setEnabled(writable)
        self._answer.setReadOnly(not writable)

    def focus_first(self) -> None:
        """The first agreement, or the button that copies."""
        first = next(iter(self._agreed.values()), None)
        (first.box if first is not None else self._copy).setFocus(Qt.FocusReason.TabFocusReason)

    def focus_writing(self) -> bool:
        """It is read and ticked; what one writes are the notes."""
        return False

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        ground = QWidget()
        set_variant(ground, "ground")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(room * 2 // 3, room // 2, room * 2 // 3, room // 2)
        inner.addWidget(self._text)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._ground = ground
        self._copy_done.setWordWrap(False)
        copying = flowing(room // 2, self._copy, self._reopen, self._copy_done)
        self.column.setSpacing(room // 2)
        for head, rows in ((self._agreed_head, self._agreed_rows), (self._heard_head, self._heard_rows)):
            self.column.addWidget(head)
            self.column.addLayout(rows)
        self.column.addWidget(self._text_head)
        self.column.addWidget(ground)
        self.column.addWidget(self._nothing)
        self.column.addWidget(copying)
        self.column.addWidget(self._answer)
        self.column.addWidget(self._waits)
        self.column.addLayout(self._waiting_rows)

    @Slot()
    def _show(self) -> None:
        if not self.isHidden():
            self.refresh()

    def refresh(self) -> None:
        """Show what came out of the meeting as it stands."""
        meeting = self._draft.meeting
        self._show_agreed(self._draft.resolved().actions)
        self._show_heard(self._draft.feedback)
        text = self._draft.read_back() if meeting.has_begun else ""
        self._text.setText(text)
        for part in (self._text_head, self._ground, self._copy):
            part.setVisible(bool(text))
        self._answer.setVisible(bool(text) or bool(meeting.read_back))
        self._answer.set_text(meeting.read_back)
        if text != self._copied:
            self._copy_done.setText("")
        self._reopen.setVisible(meeting.status is MeetingStatus.HELD)
        self._say_nothing()
        self._show_waiting()

    def _show_agreed(self, actions: tuple[Action, ...]) -> None:
        self._agreed_head.setVisible(bool(actions))
        for gone in self._agreed.keys() - {action.id for action in actions}:
            discard(self._agreed_rows, self._agreed.pop(gone))
        for at, action in enumerate(actions):
            row = self._agreed.get(action.id) or self._agreed_row(action.id)
            goal = self._draft.title_of(action.landed_entry) if action.landed_in else ""
            can_go_back = self._draft.can_take_back(action.id)
            row.show_action(action, goal, self._draft.today(), can_go_back=can_go_back)
            if self._agreed_rows.indexOf(row) != at:
                self._agreed_rows.insertWidget(at, row)

    def _agreed_row(self, action_id: str) -> AgreedRow:
        row = AgreedRow(action_id)
        row.ticked.connect(self._tick)
        row.land_wanted.connect(self._draft.land)
        row.back_wanted.connect(self._draft.take_back)
        row.chip.menu_wanted.connect(self._offer_goals)
        row.chip.opened.connect(self.entry_requested)
        self._agreed[action_id] = row
        return row

    def _show_heard(self, feedback: Sequence[Feedback]) -> None:
        self._heard_head.setVisible(bool(feedback))
        for gone in self._heard.keys() - {one.id for one in feedback}:
            discard(self._heard_rows, self._heard.pop(gone))
        for at, one in enumerate(feedback):
            row = self._heard.get(one.id)
            if row is None:
                row = self._heard[one.id] = HeardRow(one)
                row.answered.connect(self._answer_feedback)
                row.opened.connect(self.entry_requested)
            row.show_feedback(one)
            if self._heard_rows.indexOf(row) != at:
                self._heard_rows.insertWidget(at, row)

    def _say_nothing(self) -> None:
        """Say why nothing is here."""
        meeting = self._draft.meeting
        words = ""
        if not meeting.has_begun:
            words = self.tr("What was agreed and said appears here once the call has begun.")
        elif not meeting.actions and not self._draft.feedback:
            words = self.tr("Nothing was agreed, and nothing was noted of what they said.")
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _show_waiting(self) -> None:
        """What was not reached, and for which day it waits."""
        while self._waiting_rows.count():
            item = self._waiting_rows.itemAt(0)
            row = item.widget() if item is not None else None
            assert row is not None
            discard(self._waiting_rows, row)
        held = self._draft.meeting.status is MeetingStatus.HELD
        left = [point for point in self._draft.agenda.points if not point.is_done] if held else []
        following = self._draft.following() if left else None
        words = ""
        if following is not None:
            day = weekday_words(following.day, self._draft.today())
            words = self.tr("%n points wait for {day}.", "", len(left)).format(day=day)
            if len(left) == 1:
                words = self.tr("1 point waits for {day}.").format(day=day)
        elif left:
            words = self.tr("What was not reached waits for the next meeting.")
        self._waits.setText(words)
        self._waits.setVisible(bool(words))
        waiting = self._draft.waiting_keys(following) if following is not None else frozenset()
        for point in left:
            if point.carried + 1 >= OFTEN and point.key in waiting:
                row = CarriedRow(point)
                row.dropped.connect(self._draft.drop_point)
                self._waiting_rows.addWidget(row)

    @Slot(str, bool)
    def _tick(self, action_id: str, on: bool) -> None:
        self._draft.set_actions(
            replace(action, is_done=on) if action.id == action_id else action
            for action in self._draft.meeting.actions
        )

    @Slot(object, object)
    def _answer_feedback(self, feedback: Feedback, answer: Answer) -> None:
        self._draft.answer(feedback, answer)

    @Slot()
    def _offer_goals(self) -> None:
        goals = self._draft.goals()
        for row in self._agreed.values():
            row.chip.set_goals(goals)

    @Slot()
    def _copy_text(self) -> None:
        if self._draft.let_read_back_out(copy_private):
            self._copied = self._text.text()
            self._copy_done.setText(self.tr("Copied, and kept in the list of what was shared."))

    @Slot()
    def _answered_back(self) -> None:
        self._draft.change(read_back=self._answer.text())


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column
