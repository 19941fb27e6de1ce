"""What came out of a call, row by row: an agreement, what they said, what was not reached."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.meeting import Action
from amp_desktop.ui.kinds.answers import answer_words
from amp_desktop.ui.kinds.meeting.labels import carried_words, owner_words, plain
from amp_desktop.ui.kinds.meeting.landing_chip import LandingChip
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.reading_line import PAGE_TEXT
from amp_desktop.ui.widgets.segments import SegmentedRow
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

NARROW = 30
"""In heights of a line: below it answers stand under the words."""
ANSWERS = (Answer.ACCEPTED, Answer.QUESTION, Answer.NOT_NOW)


class AgreedRow(QWidget):
    """An agreement: a box to tick, what, whose, and where it goes.

    Attributes:
        ticked: It was done, or was not; carries its id and which.
        land_wanted: It is to become a step; carries its id and the goal's, or None for a goal of its own.
        back_wanted: It is to stay here after all; carries its id.
    """

    ticked = Signal(str, bool)
    land_wanted = Signal(str, object)
    back_wanted = Signal(str)

    def __init__(self, action_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = action_id
        room = self.fontMetrics().height()
        self.box = CheckBox()
        self._title = page_label()
        self._owner = label("", "small")
        self.chip = LandingChip()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._owner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, room // 4, 0, room // 4)
        row.setSpacing(room // 2)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self.box.switched.connect(self._tick)
        self.chip.chosen.connect(self._land)
        self.chip.back_wanted.connect(self._go_back)

    def show_action(self, action: Action, goal: str, today: date, *, can_go_back: bool) -> None:
        """Show an agreement as it stands.

        Args:
            action: As what it became stands now.
            goal: The title of the goal that it became, or became a step of; empty where it stays here.
            today: The day it is.
            can_go_back: Whether it can stay here after all.
        """
        words = plain(action.text)
        self._title.setText(words)
        set_variant(self._title, "muted" if action.is_done else "")
        self._owner.setText(owner_words(action, today))
        self.box.show_checked(action.is_done)
        self.box.setEnabled(not action.landed_in)  # there it is ticked where it lives
        self.box.setAccessibleName(self.tr("Done: {what}").format(what=words))
        if not action.landed_in:
            place, sign = self.tr("stays here"), ""
        elif action.landed_step:
            place, sign = self.tr("step of {goal}").format(goal=goal or self.tr("a goal")), "target"
        else:
            place, sign = self.tr("a goal of its own"), "target"
        self.chip.show_place(place, sign, action.landed_entry, can_go_back=can_go_back)

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.ticked.emit(self._id, on)

    @Slot(object)
    def _land(self, goal: UUID | None) -> None:
        self.land_wanted.emit(self._id, goal)

    @Slot()
    def _go_back(self) -> None:
        self.back_wanted.emit(self._id)


class HeardRow(QWidget):
    """What they said, and three answers.

    Attributes:
        answered: The mentee makes this of it; carries the feedback and the answer.
        opened: It is to be shown whole; carries its id.
    """

    answered = Signal(object, object)
    opened = Signal(object)

    def __init__(self, feedback: Feedback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feedback = feedback
        room = self.fontMetrics().height()
        self._words = page_label()
        self.answers = SegmentedRow(self.tr("My answer"), [answer_words(one) for one in ANSWERS])
        self._open = link_button(self.tr("What I changed because of it"))
        words = QVBoxLayout()
        words.setSpacing(room // 4)
        words.addWidget(self._words)
        words.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, room // 4, 0, room // 4)
        row.setSpacing(room // 2)
        row.addWidget(IconLabel("message-square", "muted", 1.3), 0, Qt.AlignmentFlag.AlignTop)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(room // 2)
        self._both.addLayout(words, 1)
        self._both.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        row.addLayout(self._both, 1)
        self.answers.changed.connect(self._answer)
        self._open.clicked.connect(self._show_whole)
        self.show_feedback(feedback)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers under the words where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().height()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != way:
            self._both.setDirection(way)

    def show_feedback(self, feedback: Feedback) -> None:
        """Show it as it stands."""
        self._feedback = feedback
        self._words.setText(" ".join(plain(feedback.body or feedback.title).split()))
        chosen = ANSWERS.index(feedback.status) + 1 if feedback.status in ANSWERS else None
        self.answers.choose_quietly(chosen)
        self._open.setVisible(feedback.status is Answer.ACCEPTED)

    @Slot(object)
    def _answer(self, number: int | None) -> None:
        if number is not None:
            self.answered.emit(self._feedback, ANSWERS[number - 1])

    @Slot()
    def _show_whole(self) -> None:
        self.opened.emit(self._feedback.id)


class CarriedRow(QWidget):
    """A point that was carried often: is it still needed?

    Attributes:
        dropped: It is no longer needed; carries its key.
    """

    dropped = Signal(str)

    def __init__(self, point: AgendaPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = point.key
        words = plain(point.text)
        title = page_label()
        title.setText(words)
        asks = label(self.tr("{times}: still needed?").format(times=carried_words(point.carried + 1)), "care")
        asks.setWordWrap(False)
        no = link_button(self.tr("No longer"))
        no.setAccessibleName(self.tr("No longer needed: {point}").format(point=words))
        no.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 2)
        row.addWidget(title, 1)
        row.addWidget(asks)
        row.addWidget(no)

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit(self._key)


def page_label() -> WrappedLabel:
    """Words as the text of a page."""
    made = WrappedLabel()
    font = QFont(made.font())
    font.setPointSizeF(font.pointSizeF() * PAGE_TEXT)
    made.setFont(font)
    return made
