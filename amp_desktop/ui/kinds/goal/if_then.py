"""What could get in the way, and what one does then: two texts that are read as one sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.page_text import PageText
from amp_desktop.ui.kinds.goal.labels import outcome_words
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class IfThenPart(Part):
    """A sentence that begins with "If"; one faint line while both are empty and nobody writes in them."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("If it gets in the way"))
        self._obstacle = _LedText("obstacle", self.tr("If"), self.gutter, self)
        self._plan = _LedText("plan", self.tr("then I"), self.gutter, self)
        self._obstacle.edit.setAccessibleName(self.tr("If it gets in the way: if"))
        self._plan.edit.setAccessibleName(self.tr("If it gets in the way: then I"))
        self._plan.edit.setPlaceholderText(self.tr("what I do then"))
        self._today = today
        self._outcome = label("", "small")
        self._outcome.setWordWrap(False)
        self._outcome.hide()
        self.head.addWidget(self._outcome)
        self._is_opened: bool | None = None
        self.column.setContentsMargins(0, 0, 0, 0)  # the texts keep the margins free themselves
        self.column.setSpacing(0)
        for text in (self._obstacle, self._plan):
            self.column.addWidget(text)
            edit = text.edit
            edit.edited.connect(self.edited)
            for sign in (edit.textChanged, edit.document_shown, edit.focus_came, edit.focus_left):
                sign.connect(self._open_or_close)
        self._obstacle.edit.left_upwards.connect(self.left_upwards)
        self._obstacle.edit.left_downwards.connect(self._plan.edit.go_to_beginning)
        self._plan.edit.left_upwards.connect(self._obstacle.edit.go_to_end)
        self._plan.edit.left_downwards.connect(self.left_downwards)
        self._open_or_close()

    def show_entry(self, entry: Entry) -> None:
        """Show a goal's two texts; others than before are a step that undo takes back."""
        assert isinstance(entry, Goal)
        for text, edit in ((entry.obstacle, self._obstacle.edit), (entry.plan, self._plan.edit)):
            if edit.text() != text:
                edit.bring_to(text)
        words = outcome_words(entry.plan_outcome, entry.plan_asked_on, self._today())
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words) and not self.is_empty())

    def filled(self, entry: Entry) -> Entry:
        """The goal with both texts as they stand here."""
        assert isinstance(entry, Goal)
        return replace(entry, obstacle=self._obstacle.edit.text(), plan=self._plan.edit.text())

    def is_empty(self) -> bool:
        """Whether neither was written."""
        return all(edit.document().isEmpty() for edit in self.texts())

    def set_writable(self, writable: bool) -> None:
        """Whether they may be written in."""
        for edit in self.texts():
            edit.setReadOnly(not writable)

    def focus_first(self) -> None:
        """Write what could get in the way."""
        self._obstacle.edit.go_to_beginning()

    def focus_last(self) -> None:
        """Write on at the end of the sentence."""
        (self._plan if self._is_opened else self._obstacle).edit.go_to_end()

    def texts(self) -> tuple[BodyEdit, ...]:
        """Both, in the order of the sentence."""
        return (self._obstacle.edit, self._plan.edit)

    @Slot()
    def _open_or_close(self) -> None:
        """Closed, it is the invitation alone."""
        is_opened = not self.is_empty() or any(edit.hasFocus() for edit in self.texts())
        if is_opened is self._is_opened:
            return
        self._is_opened = is_opened
        self.heading.setVisible(is_opened)
        self._plan.setVisible(is_opened)
        self.column.setContentsMargins(0, 0 if is_opened else self._plan.air_above(), 0, 0)
        opened, closed = (
            self.tr("what could get in the way"),
            self.tr("If something gets in the way, then I …"),
        )
        self._obstacle.edit.setPlaceholderText(opened if is_opened else closed)
        for text in (self._obstacle, self._plan):
            text.lead(by_words=is_opened)


class _LedText(PageText):
    """A text with words of the page's own before its first line, or with a pencil in their place."""

    def __init__(self, field: str, words: str, gutter: int, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._gutter = gutter
        self._words = QLabel(words, self)
        set_variant(self._words, "led")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pencil = IconLabel("pencil", "faint", 1.0, self)
        self._before: QWidget = self._words
        self._words.setFont(self.edit.font())
        self.height_changed.connect(self._place)
        self.edit.document_shown.connect(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one reads from right to left, the words stand at the other side."""
        super().resizeEvent(event)
        self._place()

    def lead(self, *, by_words: bool) -> None:
        """Let the words stand before the text, or else the pencil."""
        self._before = self._words if by_words else self._pencil
        self._words.setVisible(by_words)
        self._pencil.setVisible(not by_words)
        self._lead()

    @Slot()
    def _lead(self) -> None:
        self._words.setFont(self.edit.font())
        gap = self.edit.fontMetrics().horizontalAdvance(" ")
        gap = gap if self._before is self._words else self.fontMetrics().height() // 2
        self.edit.set_side(self._gutter, before=self._before.sizeHint().width() + gap)
        self.fit()
        self._place()

    @Slot()
    def _place(self) -> None:
        """Stand on the first line of the text, or before the middle of the invitation's letters."""
        if self._words.font() != self.edit.font():  # the text is larger now
            self._lead()
            return
        size = self._before.sizeHint()
        top = self.letters_middle() - size.height() // 2
        if self._before is self._words:
            lines = self.edit.document().firstBlock().layout()
            line = lines.lineAt(0) if lines.lineCount() else None
            baseline = lines.position().y() + line.y() + line.ascent() if line else size.height()
            top = round(baseline) - self._words.fontMetrics().ascent()
        left = self.width() - self._gutter - size.width() if self.isRightToLeft() else self._gutter
        self._before.setGeometry(left, max(top, 0), size.width(), size.height())
