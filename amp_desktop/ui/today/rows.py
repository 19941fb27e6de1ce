"""The rows of what is open: an entry, what matters about it, and the one thing that can be done at once."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import is_on_agenda, title_of
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.today.presenter import NextStep, next_step
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import Elided, label
from amp_desktop.ui.widgets.tips import plain_tip

EDGE = 2
"""Logical pixels of frame around a title, by which what stands under it is moved in."""

_ISOLATE, _END = "\u2068", "\u2069"
"""Unicode's marks round a run of its own direction: so a full stop stands where the words end."""


class TitleButton(QPushButton):
    """A title that leads to its entry, cut with an ellipsis where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        set_variant(self, "row-title")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Show this title."""
        self._title = title
        self.setAccessibleName(title)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the whole title."""
        edges = self.fontMetrics().averageCharWidth()
        width = self.fontMetrics().horizontalAdvance(self._title) + edges
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - self.fontMetrics().averageCharWidth() // 2, 1)
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{_ISOLATE}{shown}{_END}".replace("&", "&&"))
        self.setToolTip(plain_tip(self._title) if shown != self._title else "")


class OpenRow(QWidget):
    """One entry: its icon, its title, and a quiet line under it.

    Attributes:
        opened: Its title was pressed; carries its id.
    """

    opened = Signal(object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.day = day
        self._title = TitleButton()
        self._title.clicked.connect(self._open)
        self._fact = Elided("", "small")
        self._fact.setContentsMargins(EDGE, 0, EDGE, 0)
        room = self.fontMetrics().height()
        self.words = QVBoxLayout()
        self.words.setSpacing(room // 8)
        self.words.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeading)
        self.words.addWidget(self._fact)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(room // 2)
        sign = QVBoxLayout()
        sign.addSpacing(room // 8)
        sign.addWidget(IconLabel(view_of(row).icon_name, "muted", 1.2))
        sign.addStretch(1)
        self.line.addLayout(sign)
        self.line.addLayout(self.words, 1)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the entry as it stands on that day."""
        self.row, self.day = row, day
        self._title.set_title(title_of(row))
        fact = self.fact()
        self._fact.set_text(fact)
        self._fact.setVisible(bool(fact))

    def fact(self) -> str:
        """The quiet line."""
        return view_of(self.row).fact(self.row, self.day).text

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.row.id)


class WrittenRow(OpenRow):
    """An entry of the day: what matters about it, or how it begins."""

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self.show_row(row, day)

    def fact(self) -> str:
        """What matters for its kind; of a note, its beginning."""
        return super().fact() or plain_line(self.row.excerpt)[0]


class ChallengeRow(OpenRow):
    """A challenge: how long it is open, whether help was asked, and one click to the agenda.

    Attributes:
        agenda_changed: It is to be put on the agenda (True).
    """

    agenda_changed = Signal(object, bool)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._put = quiet_button(self.tr("Put on the agenda"), "hand-helping")
        self._put.clicked.connect(self._ask)
        self.line.addWidget(self._put)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Offer the agenda to what is not on it yet."""
        super().show_row(row, day)
        self._put.setVisible(not is_on_agenda(row))
        self._put.setAccessibleName(self.tr("Put on the agenda: {title}").format(title=title_of(row)))

    def fact(self) -> str:
        """How it stands, and whether it is going to be talked about."""
        said = super().fact()
        return self.tr("{fact} · on the agenda").format(fact=said) if is_on_agenda(self.row) else said

    @Slot()
    def _ask(self) -> None:
        self.agenda_changed.emit(self.row.id, True)  # noqa: FBT003 -- a signal knows no keywords


class AgendaRow(OpenRow):
    """A point of the next meeting.

    Attributes:
        agenda_changed: It is to be taken off the agenda (False).
    """

    agenda_changed = Signal(object, bool)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._off = icon_button("x", "", look="small")
        self._off.clicked.connect(self._take_off)
        self.line.addWidget(self._off, 0, Qt.AlignmentFlag.AlignTop)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the point."""
        super().show_row(row, day)
        self._off.setToolTip(self.tr("Take off the agenda"))
        self._off.setAccessibleName(self.tr("Take off the agenda: {title}").format(title=title_of(row)))

    def fact(self) -> str:
        """Nothing: the row of the challenge says it."""
        return ""

    @Slot()
    def _take_off(self) -> None:
        self.agenda_changed.emit(self.row.id, False)  # noqa: FBT003 -- a signal knows no keywords


class GoalRow(OpenRow):
    """A goal with its next step, which can be ticked right here.

    Attributes:
        step_done: The next step was ticked; carries the goal's id and the `NextStep`.
    """

    step_done = Signal(object, object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._next: NextStep | None = None
        self._box = QCheckBox()
        self._box.clicked.connect(self._tick)
        self._words = label("")
        self._words.setBuddy(self._box)
        self._step = QWidget()
        step = QHBoxLayout(self._step)
        step.setContentsMargins(0, 0, 0, 0)
        step.setSpacing(self.fontMetrics().height() // 3)
        step.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        step.addWidget(self._words, 1)
        self.words.insertWidget(1, self._step)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the goal's next step, if there is one."""
        super().show_row(row, day)
        self._next = next_step(row)
        self._step.setVisible(self._next is not None)
        self._box.setChecked(False)
        if self._next is not None:
            self._words.setText(self._next.text)
            name = self.tr("Next step done: {step}").format(step=self._next.text)
            self._box.setAccessibleName(name)

    @Slot()
    def _tick(self) -> None:
        if self._next is not None:
            self.step_done.emit(self.row.id, self._next)
