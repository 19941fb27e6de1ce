"""One step of a goal as a row: its tick, its words, the day it was done on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from amp_desktop.domain.kinds.goal import Step
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.text_marks import marked_ranges
from amp_desktop.ui.kinds.goal.steps.measures import Measures
from amp_desktop.ui.kinds.goal.steps.painting import TickState, paint_chip, paint_tick
from amp_desktop.ui.kinds.goal.steps.words_layout import WordsLayout
from amp_desktop.ui.style.dates import brief_day
from amp_desktop.ui.style.theme import theme

BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


NO_STEP = Step("")


class RowEvents(QObject):
    """What happens in any of the rows, which share it: sixty rows with signals of their own would cost more.

    Attributes:
        ticked: The person ticked a row or took its tick away; carries the row, and whether it is ticked.
        write_wanted: The person wants to write in a row; carries it and the pointer's event, or None.
        pointer_event: The pointer that was pressed in the words moves or lets go; carries the event.
        walked: An arrow key leads from tick to tick; carries the row, and -1 for up or 1 for down.
        left_back: An arrow key leads back from a tick, to the end of the row above; carries the row.
        pointed_at: The pointer came over a row; carries it.
    """

    ticked = Signal(object, bool)
    write_wanted = Signal(object, object)
    pointer_event = Signal(object)
    walked = Signal(object, int)
    left_back = Signal(object)
    pointed_at = Signal(object)


class StepRow(QAbstractButton):
    """A row is its tick, which Space and a press on the box set; its words are for the list's editor.

    Attributes:
        step: What it shows; the list changes it.
        indent: How far in it stands.
        is_next: Whether it is the next one to be done.
    """

    def __init__(self, parent: QWidget, measures: Measures, events: RowEvents) -> None:
        super().__init__(parent)
        self._events = events
        self.setCheckable(True)
        self.step = self._clean = self._cleaned = NO_STEP
        self.indent = 0
        self.is_next = False
        self._measures = measures
        self._spoken: tuple[object, ...] = ()
        self._fitted: tuple[object, ...] = ()
        self._height = 0
        self._day = ""
        self._layout = WordsLayout()
        self._is_tinted = self._is_written_in = self._is_pressed_in_words = False
        self._is_writable = True
        self._layers: dict[str, list[QTextLayout.FormatRange]] = {}
        self._marked_text = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_step(self, number: int, total: int, *, is_next: bool, today: date) -> None:
        """Show the step that it has, as that one of so many."""
        step = self.step
        self.indent = step.indent if number > 1 else 0
        spoken = (number, total, step.text, step.done, step.done_on, self.indent, is_next, today)
        if spoken == self._spoken:
            return
        self._spoken, self.is_next = spoken, is_next
        self._day = brief_day(step.done_on, today) if step.done and step.done_on else ""
        self.setAccessibleName(step_words(self, step, number, total))
        self.setAccessibleDescription(self._day or (self.tr("Next") if is_next else ""))
        if self.isChecked() != step.done:
            self.setChecked(step.done)
        self.update()

    def take_as_it_is(self) -> None:
        """Its step came from the journal: until it is changed, it is that one, whatever stands in it."""
        self._clean = self._cleaned = self.step

    def is_as_it_came(self) -> bool:
        """Whether nothing was made of the step that the journal had."""
        return self.step is self._cleaned and self.step is self._clean

    def clean(self) -> Step:
        """The step as it is stored: one line, unless it came as something else and was not changed."""
        if self.step is not self._cleaned:
            text = one_line(self.step.text)
            self._clean = self.step if text == self.step.text else replace(self.step, text=text)
            self._cleaned = self.step
        return self._clean

    def set_measures(self, measures: Measures) -> None:
        """Other lengths hold from now on."""
        self._measures = measures
        self._fitted = ()

    def set_writable(self, writable: bool) -> None:
        """Whether it may be ticked."""
        self._is_writable = writable

    def set_layer(self, name: str, matches: Sequence[Match], colour: QColor) -> None:
        """Mark these places of the words, until they are others."""
        text = self.step.text
        if not matches and name not in self._layers:
            return
        if text != self._marked_text:
            self._layers.clear()
        self._marked_text = text
        self._layers[name] = marked_ranges(text, matches, colour)
        self.update()

    def set_tinted(self, tinted: bool) -> None:
        """Whether it stands out, since the pointer or the keyboard is there."""
        if tinted != self._is_tinted:
            self._is_tinted = tinted
            self.update()

    def set_written_in(self, written_in: bool) -> None:
        """Whether the editor lies over its words, so that Tab stops there and not at the row itself."""
        self._is_written_in = written_in
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if written_in else Qt.FocusPolicy.StrongFocus)
        self.update()

    def fit(self, width: int) -> int:
        """How high it is at that width."""
        known = (self.step.text, width, self.indent, self.is_next, self._day)
        if known != self._fitted:
            self._fitted = known
            place = self._words_place(width)
            words = self._layout.fit(self.step.text.replace("\n", " "), self.text_font(), place.width())
            self._height = max(self._measures.least_height, words + 2 * self._measures.air)
        return self._height

    def text_font(self) -> QFont:
        """What its words are written in."""
        return self._measures.next_font if self.is_next else self._measures.font

    def words_place(self) -> QRect:
        """Where its words are."""
        return self._mirrored(self._words_place(self.width()))

    def _words_place(self, width: int) -> QRect:
        lengths = self._measures
        start = lengths.words(self.indent)
        end = width - lengths.gutter
        if self.is_next:
            end -= lengths.chip(self._next_words(width)).width() + lengths.em
        elif self._day:
            end -= QFontMetrics(lengths.small).horizontalAdvance(self._day) + lengths.em
        return QRect(start, lengths.air, max(end - start, lengths.em), self.height() - 2 * lengths.air)

    def _next_words(self, width: int) -> str:
        """What marks the next one: beside a narrow column of words the arrow alone."""
        return self.tr("Next") if width - 2 * self._measures.gutter > 22 * self._measures.em else ""

    def tick_place(self) -> QRect:
        """Where its tick is."""
        return self._mirrored(self._measures.tick(self.indent))

    def hitButton(self, place: QPoint) -> bool:
        """The box alone ticks, and a little around it."""
        air = self._measures.em // 2
        return self.tick_place().adjusted(-air, -air, air, air).contains(place)

    def nextCheckState(self) -> None:
        """What lies in the bin cannot be ticked."""
        if self._is_writable:
            super().nextCheckState()
            self._events.ticked.emit(self, self.isChecked())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell of the pointer."""
        super().enterEvent(event)
        self._events.pointed_at.emit(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the box is one in the words."""
        if self.hitButton(event.position().toPoint()):
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._is_pressed_in_words = True
            self._events.write_wanted.emit(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on with a pointer that was pressed in the words."""
        if self._is_pressed_in_words:
            self._events.pointer_event.emit(event)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is selected on."""
        if self._is_pressed_in_words:
            self._is_pressed_in_words = False
            self._events.pointer_event.emit(event)
        else:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab leads to the words; an arrow key or a press to the tick."""
        super().focusInEvent(event)
        self._events.pointed_at.emit(self)
        if event.reason() in BY_TAB:
            self._events.write_wanted.emit(self, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead from the tick to its words and to the ticks above and below; Space ticks."""
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.key() in UP_DOWN and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._events.walked.emit(self, UP_DOWN[Qt.Key(event.key())])
        elif event.key() == back:
            self._events.left_back.emit(self)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, *ENTER):
            self._events.write_wanted.emit(self, None)
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, tick, words, and at the end the day or the mark of the next one."""
        tokens, lengths = theme().tokens, self._measures
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_tinted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.window)
            tint = QRectF(self._mirrored(self._tint_place()))
            painter.drawRoundedRect(tint, lengths.corner, lengths.corner)
        state = TickState(done=self.step.done, lit=self._is_tinted, focused=self.hasFocus())
        paint_tick(painter, self.tick_place(), tokens, state)
        if not self._is_written_in:
            place = self.words_place()
            colour = tokens.muted if self.step.done else tokens.text
            self._layout.paint(painter, place.x(), place.y(), colour, self._marks())
        self._paint_end(painter)
        painter.end()

    def _marks(self) -> list[QTextLayout.FormatRange]:
        if not self._layers or self.step.text != self._marked_text:
            return []
        return [mark for layer in self._layers.values() for mark in layer]

    def _paint_end(self, painter: QPainter) -> None:
        tokens, lengths = theme().tokens, self._measures
        if self.is_next:
            words = self._next_words(self.width())
            size = lengths.chip(words)
            top = lengths.air + (lengths.line - size.height()) // 2
            place = QRect(QPoint(self.width() - lengths.gutter - size.width(), top), size)
            painter.setFont(lengths.small)
            place, mirrored = self._mirrored(place), self.isRightToLeft()
            paint_chip(painter, place, words, lengths.em, tokens, mirrored=mirrored)
        elif self._day:
            painter.setFont(lengths.small)
            painter.setPen(tokens.muted)
            place = QRect(0, lengths.air, self.width() - lengths.gutter, lengths.line)
            end = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
            flags = end | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(self._mirrored(place), flags, self._day)

    def _tint_place(self) -> QRect:
        gutter, em = self._measures.gutter, self._measures.em
        start = max(gutter - round(1.9 * em), 0)
        end = self.width() - max(gutter - round(0.85 * em), 0)
        return QRect(start, 1, end - start, self.height() - 2)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def step_words(row: QWidget, step: Step, number: int, total: int) -> str:
    """What a screen reader says of a step: "Step 2 of 4: write the test, done"."""
    said = row.tr("Step {number} of {total}: {text}")
    if step.done:
        said = row.tr("Step {number} of {total}: {text}, done")
    return said.format(number=number, total=total, text=step.text.strip() or row.tr("empty"))
