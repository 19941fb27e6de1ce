"""What comes out of a call while it is held: what was agreed, and what they said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.meeting import Action
from amp_desktop.ui.kinds.meeting.labels import day_words, owner_words
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.opened_fields import OpenedFields, page_box, page_line, show_in_line, written_in
from amp_desktop.ui.widgets.opening_row import OpeningRow
from amp_desktop.ui.widgets.reading_line import LineWords

if TYPE_CHECKING:
    from amp_desktop.ui.widgets.text_box import TextBox

AGREED, SAID = "list-checks", "message-square"


class ActionRow(OpeningRow[Action]):
    """What was agreed: what, whose, by when."""

    def __init__(
        self, action: Action, today: Callable[[], date], gutter: int, parent: QWidget | None = None
    ) -> None:
        self._today = today
        super().__init__(action, gutter, parent)

    def words(self, value: Action) -> LineWords:
        """What, and below it whose and by when."""
        return LineWords(
            title=value.text.strip() or self.tr("Agreed"),
            below=owner_words(value, self._today()),
            icon_name=AGREED,
            spoken=self.tr("We agreed: {what}, {whose}").format(
                what=value.text, whose=owner_words(value, self._today())
            ),
        )

    def is_blank(self, value: Action) -> bool:
        """Whether no word was put in."""
        return not value.text.strip() and not value.whose

    def make_fields(self) -> tuple[QWidget, tuple[tuple[QWidget, ...], ...]]:
        """What; whose and by when below it."""
        ground = OpenedFields(AGREED, self.gutter, self)
        self._what = self._line(self.tr("We agreed"), strong=True)
        self._whose = self._line(self.tr("Whose (me)"))
        self._due = DayChip(self.tr("By when"), self._due_words, self._today, optional=True)
        self._due.day_changed.connect(self.take)
        cross = icon_button("x", self.tr("Remove this"), look="small")
        cross.clicked.connect(self.ask_to_remove)
        ground.names.addWidget(self._what, 3)
        ground.names.addWidget(self._whose, 1)
        ground.side.addWidget(self._due)
        ground.side.addWidget(cross)
        return ground, ((self._what, self._whose, self._due, cross),)

    def fill(self, value: Action) -> None:
        """Show it in the fields without telling anybody."""
        show_in_line(self._what, value.text)
        show_in_line(self._whose, value.whose)
        self._due.set_day(value.due)

    def read(self, value: Action) -> Action:
        """What stands in the fields; all else stays."""
        return replace(
            value,
            text=written_in(self._what, value.text),
            whose=written_in(self._whose, value.whose),
            due=self._due.day(),
        )

    def first_field(self, value: Action) -> QWidget:  # noqa: ARG002
        """What."""
        return self._what

    def _line(self, name: str, *, strong: bool = False) -> QLineEdit:
        line = page_line(name, strong=strong)
        line.textEdited.connect(self.take)
        return line

    def _due_words(self, day: date | None) -> str:
        return day_words(day, self._today()) if day else self.tr("By when?")


class SaidRow(OpeningRow[Feedback]):
    """What they said, and who of them."""

    def words(self, value: Feedback) -> LineWords:
        """Their words, and below them who said it."""
        said = " ".join(value.body.split()) or self.tr("They said")
        return LineWords(
            title=said,
            below=value.by,
            icon_name=SAID,
            spoken=self.tr("They said: {words}").format(words=said),
        )

    def is_blank(self, value: Feedback) -> bool:
        """Whether no word was put in; who it is was there from the beginning."""
        return not value.body.strip()

    def make_fields(self) -> tuple[QWidget, tuple[tuple[QWidget, ...], ...]]:
        """Who, and their words."""
        ground = OpenedFields(SAID, self.gutter, self)
        self._by = page_line(self.tr("Who said it"), strong=True)
        self._by.textEdited.connect(self.take)
        self._words: TextBox = page_box(self.tr("They said"), self.tr("They said"))
        self._words.edited.connect(self.take)
        cross = icon_button("x", self.tr("Remove this"), look="small")
        cross.clicked.connect(self.ask_to_remove)
        ground.names.addWidget(self._by)
        ground.side.addWidget(cross)
        ground.column.addWidget(self._words)
        return ground, ((self._by, cross), (self._words,))

    def fill(self, value: Feedback) -> None:
        """Show it in the fields without telling anybody."""
        show_in_line(self._by, value.by)
        self._words.set_text(value.body)

    def read(self, value: Feedback) -> Feedback:
        """What stands in the fields; all else stays."""
        return replace(value, by=written_in(self._by, value.by), body=self._words.text())

    def first_field(self, value: Feedback) -> QWidget:  # noqa: ARG002
        """Their words."""
        return self._words
