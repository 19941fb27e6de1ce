"""The rows of the page: an entry, what matters about it, and the one thing that can be done at once."""

from datetime import date
from typing import ClassVar, cast

from PySide6.QtCore import QEvent, QLocale, Qt, QTime, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.today.presenter import NextStep, next_step
from amp_desktop.ui.today.title_button import TitleButton
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

_EDGE = 2
"""Logical pixels of frame around a title, by which what stands under it is moved in."""


_LONGEST_BEGINNING = 140
"""Characters of an entry's beginning: two lines of them."""


def shortened(words: str) -> str:
    """The beginning of a text, cut between words where it is long."""
    if len(words) <= _LONGEST_BEGINNING:
        return words
    return f"{words[:_LONGEST_BEGINNING].rsplit(' ', 1)[0]}…"


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
        self.title = TitleButton()
        self.title.clicked.connect(self._open)
        self._fact = WrappedLabel("small")
        self._fact.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self.words = QVBoxLayout()
        self.words.setSpacing(room // 8)
        self.words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeading)
        self.words.addWidget(self._fact)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(room * 2 // 3)
        self.sign = QVBoxLayout()
        self.sign.addSpacing(room // 6)
        self.sign.addWidget(IconLabel(view_of(row).icon_name, "muted", 1.2))
        self.sign.addStretch(1)
        self._when = self._time_label() if self.SHOWS_WHEN else None
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
        made = label("", "small")
        made.setWordWrap(False)
        made.setMinimumWidth(made.fontMetrics().horizontalAdvance("88 MMM"))
        made.setContentsMargins(0, self.fontMetrics().height() // 6, 0, 0)
        self.line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return made


class WrittenRow(OpenRow):
    """An entry of the day: when it was written, what matters about it, and how it begins."""

    SHOWS_WHEN = True

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        set_variant(self.title, "row-title-strong")
        self.show_row(row, day)

    def fact(self) -> str:
        """What matters for its kind, and its beginning."""
        words = plain_line(self.row.excerpt)[0] or view_of(self.row).excerpt(self.row)
        return " · ".join(filter(None, (super().fact(), shortened(words))))

    def when(self) -> str:
        """At which hour it was begun, if that was on its day."""
        at = self.row.created_at.astimezone()
        if day_of(at) != self.row.day:
            return ""
        return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


class _Cross(QToolButton):
    """Seen while the pointer is over its row; by keyboard Delete on the title does the same."""

    def __init__(self, row: QWidget) -> None:
        super().__init__()
        self._row = row
        self.setIcon(icon("x"))
        self.setIconSize(icon_size(self, 1.0))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_variant(self, "small")

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
        self._cross = _Cross(self)
        self._cross.clicked.connect(self._ask)
        self.title.removal_requested.connect(self._ask)
        self.line.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self.show_row(row, day)

    def show_row(self, row: EntryRow, day: date) -> None:
        """Show the entry as it stands on that day."""
        super().show_row(row, day)
        words = self.removal_words()
        self._cross.setToolTip(words)
        self._cross.setAccessibleName(f"{words}: {title_of(row)}")
        self.title.setAccessibleDescription(self.tr("Delete: {action}").format(action=words))

    def removal_words(self) -> str:
        """What taking it away means."""
        raise NotImplementedError

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the cross."""
        super().enterEvent(event)
        self._cross.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the cross."""
        super().leaveEvent(event)
        self._cross.update()

    @Slot()
    def _ask(self) -> None:
        self.removal_requested.emit(self.row.id)


class AgendaRow(RemovableRow):
    """A point of the next meeting."""

    def removal_words(self) -> str:
        """No point any more."""
        return self.tr("Take off the agenda")


class NextStepRow(DayRow):
    """The next step of a goal, which can be ticked right here, and the goal that it is of.

    Attributes:
        step_done: The next step was ticked; carries the goal's id and the `NextStep`.
    """

    step_done = Signal(object, object)

    def __init__(self, row: EntryRow, day: date, parent: QWidget | None = None) -> None:
        super().__init__(row, day, parent)
        self._next: NextStep | None = None
        self._box = QCheckBox()
        kept = self._box.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._box.setSizePolicy(kept)
        self._box.clicked.connect(self._tick)
        self._words = WrappedLabel()
        self._words.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._words.setBuddy(self._box)
        self._goal = TitleButton(quiet=True)
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
        self._box.setChecked(False)
        self._box.setVisible(self._next is not None)
        if self._next is not None:
            self._words.setText(self._next.text)
            name = self.tr("Next step done: {step}").format(step=self._next.text)
            self._box.setAccessibleName(name)
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
