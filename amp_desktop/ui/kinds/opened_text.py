"""The texts of values that are read as lines and opened to be written in, as finding looks into them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from amp_desktop.ui.editing.applying import select, selection_of
from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.editing.text_marks import marked_ranges
from amp_desktop.ui.editing.utf16 import all_to_units, to_characters
from amp_desktop.ui.widgets.document_text import text_of
from amp_desktop.ui.widgets.opening_row import OpeningRow
from amp_desktop.ui.widgets.opening_rows import OpeningRows


def texts_in(rows: OpeningRows[Any]) -> tuple["OpenedText", ...]:
    """The texts of all rows, top to bottom."""
    return tuple(OpenedText(row, name) for row in rows.rows() for name in row.texts())


@dataclass(frozen=True)
class OpenedText(RowText):
    """One text of the value in a row.

    Attributes:
        row: The row.
        name: The attribute of its value.
    """

    row: OpeningRow[Any]
    name: str

    def text(self) -> str:
        """What the value has."""
        return str(getattr(self.row.value(), self.name))

    def selected(self) -> Match | None:
        """What is selected in its field, if that has the keyboard."""
        if not self.row.is_open() or not self.row.field_of(self.name).hasFocus():
            return None
        field = self.row.field_of(self.name)
        if isinstance(field, QTextEdit):
            selection = selection_of(field.textCursor(), text_of(field.document()))
            return Match(selection.start, selection.end)
        at, text = field.cursorPosition(), field.text()
        start, end = (field.selectionStart(), field.selectionEnd()) if field.hasSelectedText() else (at, at)
        return Match(to_characters(text, start), to_characters(text, end))

    def show_found(self, match: Match) -> None:
        """Open the row, and select the place in its field."""
        if not self.row.isEnabled() or not self.row.line.isEnabled():
            return  # what lies in the bin is read, and marked there
        self.row.show_fields()
        field = self.row.field_of(self.name)
        start, end = all_to_units(self.text(), match)
        if isinstance(field, QLineEdit):
            field.setSelection(start, end - start)
        else:
            select(field, start, end)

    def leave(self) -> None:
        """Let the row be read again."""
        if self.row.is_open() and not self.row.has_keyboard():
            self.row.close_fields()

    def take_keyboard(self, match: Match) -> None:
        """Write in its field."""
        self.show_found(match)
        if self.row.is_open():
            field = self.row.field_of(self.name)
            field.setFocus()
            if isinstance(field, QLineEdit):
                start, end = all_to_units(self.text(), match)
                field.setSelection(start, end - start)

    def place(self) -> QWidget:
        """Its field, or the line while it is read."""
        return self.row.field_of(self.name) if self.row.is_open() else self.row

    def put(self, text: str) -> None:
        """Let the value have another text; one without a word goes."""
        if self.row.line.isEnabled():
            value: Any = self.row.value()
            self.row.put_value(replace(value, **{self.name: text}))

    def set_layer(self, name: str, matches: Sequence[Match], colour: QColor) -> None:
        """Mark them in the line, which says the text without the spaces around it."""
        text = self.text()
        said = text.strip()
        before = len(text) - len(text.lstrip())
        shown = [
            (max(start - before, 0), min(end - before, len(said)))
            for start, end in matches
            if end > before and start - before < len(said)
        ]
        self.row.line.set_marks(f"{name} {self.name}", said, marked_ranges(said, shown, colour))
