"""The four things to have talked about before an evaluation: when each last came up."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.evaluation import Evaluation, Talked, TalkTopic
from amp_desktop.domain.kinds.evaluation_talks import LastTalk
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.evaluation.labels import last_words, talk_words
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel


class TalksPart(ControlsPart):
    """A line for each: when, and ways to say that it came up, or to have it come up.

    Attributes:
        wanted_on_agenda: It is to be talked about at the next meeting; carries the `TalkTopic`.
        opened: The meeting in which it came up is to be shown; carries its id.
    """

    wanted_on_agenda = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        talks: Callable[[Evaluation], Sequence[LastTalk]],
        has_meeting: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            today: Says which day it is.
            talks: Answers with when each last came up.
            has_meeting: Whether a meeting is planned.
            parent: The owner.
        """
        super().__init__("", parent)
        self._today, self._talks, self._has_meeting = today, talks, has_meeting
        self._talked: tuple[Talked, ...] = ()
        self._pad = Evaluation()
        self._writable = True
        self._rows = QWidget()
        self.heading.setText(self.tr("To talk about beforehand"))
        self.heading.show()
        self.column.addWidget(self._rows)
        rule = WrappedLabel("small")
        rule.setText(
            self.tr(
                "Counted from your meetings, by what a point came from: goals and agreements are "
                "progress, feedback and review goals are quality, community and communication goals "
                "are engagement, challenges are blockers."
            )
        )
        self.column.addWidget(rule)

    def show_entry(self, entry: Entry) -> None:
        """Show when each last came up."""
        assert isinstance(entry, Evaluation)
        self._pad, self._talked = entry, entry.talked
        self._show()

    def filled(self, entry: Entry) -> Entry:
        """The pad with what the mentee marked."""
        assert isinstance(entry, Evaluation)
        return replace(entry, talked=self._talked)

    def set_writable(self, writable: bool) -> None:
        """Whether something may be marked."""
        if writable is not self._writable:
            self._writable = writable
            self._show()

    def focus_first(self) -> None:
        """The first thing that can be done."""
        for button in self._rows.findChildren(QWidget):
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _show(self) -> None:
        room = self.fontMetrics().height()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        has_meeting = self._has_meeting()
        for talk in self._talks(replace(self._pad, talked=self._talked)):
            column.addLayout(self._row(talk, has_meeting=has_meeting))
        former, self._rows = self._rows, rows
        self.column.replaceWidget(former, rows)
        former.hide()
        former.deleteLater()
        rows.show()

    def _row(self, talk: LastTalk, *, has_meeting: bool) -> QLayout:
        """What it is and when it came up; under it what can be done, which would have no room beside it."""
        room = self.fontMetrics().height()
        line = QHBoxLayout()
        line.setSpacing(room)
        line.addWidget(label(talk_words(talk.about)), 1)
        line.addWidget(label(last_words(talk.day, self._today()), "small"))
        ways = FlowLayout(spacing=room)
        for button in self._buttons(talk, has_meeting=has_meeting):
            ways.addWidget(button)
        row = QVBoxLayout()
        row.setSpacing(0)
        row.addLayout(line)
        row.addLayout(ways)
        return row

    def _buttons(self, talk: LastTalk, *, has_meeting: bool) -> Sequence[QWidget]:
        name = talk_words(talk.about)
        made = []
        if talk.meeting is not None:
            look = link_button(self.tr("Look at it"))
            look.setAccessibleName(self.tr("{what}: look at the meeting").format(what=name))
            look.clicked.connect(partial(self.opened.emit, talk.meeting))
            made.append(look)
        if talk.day is None and self._writable:
            said = link_button(self.tr("We did talk"))
            said.setAccessibleName(self.tr("{what}: we talked about it").format(what=name))
            said.clicked.connect(partial(self._mark, talk.about, on=True))
            made.append(said)
            if has_meeting:
                put = link_button(self.tr("Put on the agenda"))
                put.setAccessibleName(self.tr("{what}: put on the agenda").format(what=name))
                put.clicked.connect(partial(self.wanted_on_agenda.emit, talk.about))
                made.append(put)
        if any(one.about == talk.about for one in self._talked) and self._writable:
            back = link_button(self.tr("Remove the mark"))
            back.setAccessibleName(self.tr("{what}: remove the mark").format(what=name))
            back.clicked.connect(partial(self._mark, talk.about, on=False))
            made.append(back)
        return made

    def _mark(self, about: TalkTopic, *, on: bool) -> None:
        pad = replace(self._pad, talked=self._talked)
        self._talked = pad.with_talked(about, self._today() if on else None).talked
        self._show()
        self.edited.emit()
