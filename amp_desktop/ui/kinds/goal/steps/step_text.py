"""The words of a step, as finding looks into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.kinds.goal.steps.row import StepRow

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.goal.steps.list import StepList


@dataclass(frozen=True)
class StepText(RowText):
    """The words in one row of a list of steps."""

    steps: "StepList"
    row: StepRow

    def text(self) -> str:
        """The words as they stand."""
        return self.row.step.text

    def selected(self) -> Match | None:
        """What is selected where one writes in this row."""
        selection = self.steps.selection_in(self.row)
        return None if selection is None else Match(*selection)

    def show_found(self, match: Match) -> None:
        """Let the editor lie over the row, with the place selected."""
        self.steps.show_selected(self.row, *match)

    def leave(self) -> None:
        """Take the editor away again."""
        self.steps.leave_shown(self.row)

    def take_keyboard(self, match: Match) -> None:
        """Write in the row."""
        self.steps.show_selected(self.row, *match, with_keyboard=True)

    def place(self) -> QWidget:
        """The row."""
        return self.row

    def put(self, text: str) -> None:
        """Let the step have other words; one without any goes."""
        self.steps.put_words(self.row, text)

    def set_layer(self, name: str, matches: Sequence[Match], colour: QColor) -> None:
        """Mark them in the row."""
        self.row.set_layer(name, matches, colour)
