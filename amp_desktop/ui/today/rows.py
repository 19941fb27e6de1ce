"""The rows of the page: an entry, what matters about it, and the one thing that can be done at once."""

from datetime import date
from typing import ClassVar, cast

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTime, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.domain.clock import day_of, in_local_zone
from amp_desktop.domain.kinds.registry import kinds_for_agenda, kinds_with_states
from amp_desktop.domain.query import EntryRow
from amp_desktop.domain.text.one_line import shortened
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.today.presenter import NextStep, next_step
from amp_desktop.ui.today.title_button import TitleButton
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

_EDGE = 2
"""Logical pixels of frame around a title, by which what stands under it is moved in."""

_STANDS_BY_HAND = frozenset(kinds_for_agenda()) - frozenset(kinds_with_states())

LONGEST_BEGINNING = 140
"""Characters of an entry's beginning: two lines of them."""


class DayRow(QWidget):
    """One entry in a section of the page.

    Attributes:
        row: The entry.
        day: The day on which it is shown.
        opened: It is to be shown whole; carries its id.
    """

    opened = Signal(object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.day = day

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the entry as it stands on that day."""
        self.row, self.day = row, day

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.row.id)


class OpenRow(DayRow):
    """When it was, where that matters, its icon, its title, and a quiet line under it."""

    SHOWS_WHEN: ClassVar[bool] = False

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        room = self.fontMetrics().height()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(room * 2 // 3)
        self._when = self._time_label() if self.SHOWS_WHEN else None
        sign = IconLabel(view_of(row).icon_name, "muted", 1.2, self)
        self.title = TitleButton(self)
        self.title.clicked.connect(self._open)
        self._fact = WrappedLabel("small", self)
        self._fact.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self.words = QVBoxLayout()
        self.words.setSpacing(room // 8)
        self.words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeading)
        self.words.addWidget(self._fact)
        self.sign = QVBoxLayout()
        self.sign.addSpacing(room // 6)
        self.sign.addWidget(sign)
        self.sign.addStretch(1)
        self.line.addLayout(self.sign)
        self.line.addLayout(self.words, 1)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the entry as it stands on that day."""
        super().show_row(row, day)
        self.title.set_title(title_of(row))
        fact = self.fact()
        self._fact.setText(fact)
        self._fact.setVisible(bool(fact))
        if self._when is not None:
            self._when.setText(self.when())

    def fact(self) -> str:
        """The quiet line."""
        return view_of(self.row).fact(self.row, self.day).words

    def when(self) -> str:
        """The hour or the day, in a few letters."""
        return ""

    def _time_label(self) -> QLabel:
        made = label("", "small", self)
        made.setWordWrap(False)
        made.setMinimumWidth(made.fontMetrics().horizontalAdvance("88 MMM"))
        made.setContentsMargins(0, self.fontMetrics().height() // 6, 0, 0)
        self.line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return made


class WrittenRow(OpenRow):
    """An entry of the day: when it was written, what matters about it, and how it begins."""

    SHOWS_WHEN = True

    def __init__(self, row: EntryRow, day: date, ends_at: int, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            row: The entry.
            day: The day on which it is shown.
            ends_at: The hour at which the mentee's days end.
            parent: The widget it stands on.
        """
        super().__init__(row, day, parent)
        self._ends_at = ends_at
        set_variant(self.title, "row-title-strong")
        self.show_row(row, day)

    def fact(self) -> str:
        """What matters for its kind, and its beginning."""
        words = plain_line(self.row.excerpt)[0] or view_of(self.row).excerpt(self.row)
        return " · ".join(filter(None, (super().fact(), shortened(words, LONGEST_BEGINNING))))

    def when(self) -> str:
        """At which hour it was begun, if that was on its day."""
        at = in_local_zone(self.row.created_at)
        if day_of(at, self._ends_at) != self.row.day:
            return ""
        return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


class _Cross(QToolButton):
    """Takes a row away; seen while the pointer is over it. By keyboard Delete on its title does the same."""

    def __init__(self, row: QWidget, title: TitleButton) -> None:
        super().__init__(row)
        self._row, self._title = row, title
        self.setIcon(icon("x"))
        self.setIconSize(icon_size(self, 1.0))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_variant(self, "small")
        title.removal_requested.connect(self.click)
        row.installEventFilter(self)

    def show_words(self, words: str, title: str) -> None:
        """Say what it does, and to which row."""
        self.setToolTip(words)
        self.setAccessibleName(f"{words}: {title}")
        self._title.setAccessibleDescription(self.tr("Delete: {action}").format(action=words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the pointer over the row."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row.underMouse():
            super().paintEvent(event)


class RemovableRow(OpenRow):
    """A row that can be taken away, by its cross or by Delete.

    Attributes:
        removal_requested: It is to be taken away; carries the entry's id.
    """

    removal_requested = Signal(object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._cross = _Cross(self, self.title)
        self._cross.clicked.connect(self._ask)
        self.line.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the entry as it stands on that day."""
        super().show_row(row, day)
        self._cross.show_words(self.removal_words(), title_of(row))

    def removal_words(self) -> str:
        """What taking it away means."""
        raise NotImplementedError

    @Slot()
    def _ask(self) -> None:
        self.removal_requested.emit(self.row.id)


class AgendaRow(QWidget):
    """A point of the next meeting, which leads to what it comes from.

    What was put on the agenda by hand can be taken off, by its cross or by Delete; not an open challenge,
    which stands on it anyway.

    Attributes:
        point: What it shows.
        opened: It is to be shown; carries the entry's id, or None for a point of the meeting's own.
        removal_requested: It is to be taken off the agenda; carries the entry's id.
    """

    opened = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, point: AgendaPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        self.title = TitleButton(self, quiet=True)
        self.title.set_title(plain_line(point.text)[0])
        self.title.clicked.connect(self._open)
        words = QVBoxLayout()
        words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeading)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        if point.reason is AgendaReason.ON_AGENDA and point.kind in _STANDS_BY_HAND:
            cross = _Cross(self, self.title)
            cross.show_words(self.tr("Take off the agenda"), plain_line(point.text)[0])
            cross.clicked.connect(self._ask)
            line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.point.entry)

    @Slot()
    def _ask(self) -> None:
        self.removal_requested.emit(self.point.entry)


class NextStepRow(DayRow):
    """The next step of a goal, which can be ticked right here, and the goal that it is of.

    Attributes:
        step_done: The next step was ticked; carries the goal's id and the `NextStep`.
    """

    step_done = Signal(object, object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._next: NextStep | None = None
        self._box = CheckBox(parent=self)
        kept = self._box.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._box.setSizePolicy(kept)
        self._box.switched.connect(self._tick)
        self._words = WrappedLabel(parent=self)
        self._words.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._words.setBuddy(self._box)
        self._goal = TitleButton(self, quiet=True)
        self._goal.clicked.connect(self._open)
        room = self.fontMetrics().height()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._goal, 0, Qt.AlignmentFlag.AlignLeading)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(room // 4)
        line.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the goal's next step, or that it has none."""
        super().show_row(row, day)
        had_keyboard = self._box.hasFocus()
        self._next = next_step(row)
        self._goal.set_title(title_of(row))
        self._box.show_checked(checked=False)
        self._box.setVisible(self._next is not None)
        if self._next is not None:
            step = plain_line(self._next.text)[0]
            self._words.setText(step)
            self._box.setAccessibleName(self.tr("Next step done: {step}").format(step=step))
            self._box.setAccessibleDescription(title_of(row))
            set_variant(self._words, "")
        else:
            has_steps = bool(cast("list[object]", row.values.get("steps") or []))
            self._words.setText(
                self.tr("All steps are done.") if has_steps else self.tr("No step is written yet.")
            )
            set_variant(self._words, "muted")
            if had_keyboard:
                self._goal.setFocus()

    @Slot()
    def _tick(self) -> None:
        if self._next is not None:
            self.step_done.emit(self.row.id, self._next)
