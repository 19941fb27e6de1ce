"""A text of a page that stands in a row, such as the words of a step: read there, written in one editor."""

from collections.abc import Sequence

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.editing.find import Match


class RowText:
    """What finding asks of a text in a row. Two of them are equal if they are the same text of the same row.

    Such a text is a field of the entry: what is put into it is noted as the person's own change of a field.
    """

    def text(self) -> str:
        """What stands in it."""
        raise NotImplementedError

    def selected(self) -> Match | None:
        """What is selected in it, in characters; None while the keyboard is elsewhere."""
        raise NotImplementedError

    def show_found(self, match: Match) -> None:
        """Open its row and select a place in it; the keyboard stays where it is."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close its row again, unless the keyboard is in it."""
        raise NotImplementedError

    def take_keyboard(self, match: Match) -> None:
        """Write on where something is selected in it."""
        raise NotImplementedError

    def place(self) -> QWidget:
        """What shows it now, to be brought into sight."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Let it be another text, as the person's own change."""
        raise NotImplementedError

    def set_layer(self, name: str, matches: Sequence[Match], colour: QColor) -> None:
        """Mark these places where it is read; one layer a name."""
        raise NotImplementedError
