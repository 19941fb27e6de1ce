"""The page of the evaluations: their pads, the same six questions side by side, and what is known by now."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.evaluation import NOW_QUESTIONS
from amp_desktop.journal.evaluations import KnownNow, WindowPad
from amp_desktop.ui.kinds.evaluation.labels import question_words, window_name
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.page import RefreshedPage
from amp_desktop.ui.program.evaluation_words import result_name
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import day_in_words
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ScrollPage
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

_WIDEST_LINES = 58
"""Answers side by side have more of a wide window than a text, in heights of a line."""


class EvaluationsPage(RefreshedPage):
    """Nothing of it leaves; a pad is opened from it, and begins to exist when something is typed there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._next: QPushButton | None = None
        self._banner = Banner()
        self._parts = QWidget()
        self._scroll = ScrollPage()
        self._scroll.content.setMaximumWidth(self.fontMetrics().height() * _WIDEST_LINES)
        column = self._scroll.column
        words = self.tr("For you alone. Of a pad only the feedback for your mentor can ever be shared.")
        column.addWidget(PageHeader(self.tr("Evaluations"), words))
        column.addWidget(self._banner)
        column.addWidget(self._parts)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.follow_changes()

    def arrive(self) -> None:
        """Show what there is now; the keyboard goes to the pad that comes next, or to the last."""
        self.refresh_if_stale()
        if self._next is not None:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._banner.clear()
        self._next = None
        self._put(QWidget())

    def show_anew(self) -> bool:
        """Show the pads, and what is known by now."""
        evaluations = self.session.journal.evaluations
        try:
            pads, known = evaluations.pads(), evaluations.known_now()
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self._next = None
        parts = QWidget()
        room = self.fontMetrics().height()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        today = self.session.today()
        ahead = (pad for pad in pads if pad.phase is not None and today <= pad.phase.ends)
        begins_at = next(ahead, pads[-1] if pads else None)
        for pad in pads:
            column.addWidget(self._pad_row(pad, is_next=pad is begins_at))
        column.addSpacing(room)
        column.addWidget(SectionLabel(self.tr("Then and now")))
        column.addWidget(self._answers(pads))
        if known:
            column.addSpacing(room)
            column.addWidget(SectionLabel(self.tr("What I did not know then")))
            for one in known:
                column.addWidget(self._card(one))
        self._put(parts)
        return True

    def _put(self, parts: QWidget) -> None:
        """Show these parts; what had the keyboard has it again, by its name."""
        former, self._parts = self._parts, parts
        focused: QWidget | None = self.window().focusWidget()
        had = focused.accessibleName() if focused is not None and former.isAncestorOf(focused) else ""
        self._scroll.column.replaceWidget(former, parts)
        former.hide()
        former.deleteLater()
        parts.show()
        for button in parts.findChildren(QPushButton):
            if had and button.accessibleName() == had:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pad_row(self, pad: WindowPad, *, is_next: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = window_name(pad.window)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(name, "strong"))
        said.addWidget(label(self._state(pad), "small"))
        line.addLayout(said, 1)
        look = link_button(self.tr("Read the pad") if pad.is_closed else self.tr("Open the pad"))
        look.setAccessibleName(self.tr("{evaluation}: open the pad").format(evaluation=name))
        look.clicked.connect(partial(self._open, pad.window))
        line.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        if is_next:
            self._next = look
        return row

    def _state(self, pad: WindowPad) -> str:
        today = self.session.today()
        if pad.phase is None:
            return self.tr("Where you begin: six questions, for yourself")
        words = self.tr("{starts} to {ends}").format(
            starts=day_in_words(pad.phase.starts, today), ends=day_in_words(pad.phase.ends, today)
        )
        record = pad.phase.evaluation
        said = [words]
        if record.handed_in:
            day = day_in_words(record.handed_in, today)
            said.append(self.tr("handed in on {day}").format(day=day))
        if record.result:
            said.append(result_name(record.result))
        return " · ".join(said)

    def _answers(self, pads: tuple[WindowPad, ...]) -> QWidget:
        """A column for each pad in which something is answered, a row for each question."""
        told = [(pad.window, pad.pad) for pad in pads if pad.pad is not None and pad.pad.has_answers]
        if not told:
            nothing = WrappedLabel("muted")
            nothing.setText(
                self.tr("The same six questions wait on each pad. Answers of then and now appear here.")
            )
            return nothing
        table = QWidget()
        room = self.fontMetrics().height()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(room)
        grid.setVerticalSpacing(room // 6)
        for at, (window, _) in enumerate(told):
            grid.addWidget(label(window_name(window), "strong"), 0, at)
            grid.setColumnStretch(at, 1)
        for row, name in enumerate(NOW_QUESTIONS):
            grid.setRowMinimumHeight(3 * row + 1, room // 2)  # a question stands with its answers
            grid.addWidget(label(question_words(name), "small"), 3 * row + 2, 0, 1, len(told))
            for at, (window, pad) in enumerate(told):
                words = _plain(getattr(pad, name))
                answer = WrappedLabel()
                answer.setText(words or "–")
                answer.setAccessibleName(f"{window_name(window)}, {question_words(name)}: {words}")
                grid.addWidget(answer, 3 * row + 3, at, Qt.AlignmentFlag.AlignTop)
        return table

    def _card(self, one: KnownNow) -> QWidget:
        card = Card()
        words = WrappedLabel()
        words.setText(_plain(one.words))
        title = WrappedLabel("small")
        title.setText(one.title or self.tr("The challenge"))
        look = link_button(self.tr("Open the challenge"))
        look.setAccessibleName(one.title or self.tr("The challenge"))
        look.clicked.connect(partial(self.entry_requested.emit, one.entry))
        card.column.addWidget(words)
        card.column.addWidget(title)
        card.column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _open(self, window: str) -> None:
        try:
            pad = self.session.journal.evaluations.known_pad(window)
            if pad is not None:
                self.entry_requested.emit(pad.id)
            else:
                self.begin_requested.emit(self.session.journal.evaluations.pad(window))
        except JournalError as error:
            self._banner.show_error(error)


def _plain(markdown: str) -> str:
    """A short text in plain words, line by line."""
    return "\n".join(plain_line(line)[0] for line in markdown.strip().split("\n"))
