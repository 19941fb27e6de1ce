"""Names under each other, each read as a line: mentors, channels, what helps."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget

from amp_desktop.domain.own_id import new_id
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.opened_fields import OpenedFields, page_line, show_in_line, written_in
from amp_desktop.ui.widgets.opening_row import OpeningRow
from amp_desktop.ui.widgets.opening_rows import OpeningRows
from amp_desktop.ui.widgets.reading_line import LineWords


@dataclass(frozen=True)
class NamedLine:
    """A name, and perhaps where it leads."""

    name: str = ""
    address: str = ""
    id: str = field(default_factory=new_id, compare=False)


@dataclass(frozen=True)
class NameWords:
    """What the fields and the lines that add one are called.

    Attributes:
        name: What a name is, for its field.
        address: What stands beside it; empty for a list of names alone.
        first: What invites to the first one.
        following: What invites to one more.
        icon_name: The icon before each.
    """

    name: str
    first: str
    following: str
    icon_name: str
    address: str = ""


class NameRows(QWidget):
    """Names that can be added, changed and removed.

    Attributes:
        changed: They are to be others; told once one has left the line that was written.
    """

    changed = Signal()

    def __init__(self, words: NameWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kept: tuple[NamedLine, ...] = ()
        self._rows: OpeningRows[NamedLine] = OpeningRows(self._row, NamedLine, _id_of)
        self._rows.set_invitations(
            LineWords(words.first, icon_name="plus", invites=True),
            LineWords(words.following, icon_name="plus", is_faint=True),
        )
        self._rows.filled_changed.connect(self._settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        self.setFocusProxy(self._rows)

    def values(self) -> tuple[NamedLine, ...]:
        """What stands in the lines."""
        return self._rows.values()

    def show_values(self, values: Sequence[NamedLine]) -> None:
        """Show these without telling anybody, but not over what is being written."""
        if self._is_being_written() or tuple(values) == self._rows.values():
            self._kept = tuple(values)
            return
        self._kept = tuple(values)
        self._rows.show_values(values)

    def is_unsaved(self) -> bool:
        """Whether something stands here that is not kept."""
        return self.values() != self._kept

    def forget(self) -> None:
        """Drop every word."""
        self._kept = ()
        with QSignalBlocker(self._rows):
            self._rows.forget_begun()
            self._rows.show_values(())

    @Slot()
    def _settled(self) -> None:
        if self.is_unsaved() and not self._is_being_written():
            self.changed.emit()

    def _is_being_written(self) -> bool:
        return any(row.is_open() for row in self._rows.rows())

    def _row(self, value: NamedLine, gutter: int) -> "NameRow":
        return NameRow(value, gutter, self._words)


class NameRow(OpeningRow[NamedLine]):
    """One name."""

    def __init__(
        self, value: NamedLine, gutter: int, words: NameWords, parent: QWidget | None = None
    ) -> None:
        self._called = words
        super().__init__(value, gutter, parent)

    def words(self, value: NamedLine) -> LineWords:
        """The name, and beside it where it leads."""
        return LineWords(
            value.name or value.address, value.address if value.name else "", icon_name=self._called.icon_name
        )

    def is_blank(self, value: NamedLine) -> bool:
        """Whether nothing was written."""
        return not (value.name or value.address)

    def make_fields(self) -> tuple[QWidget, tuple[tuple[QWidget, ...], ...]]:
        """The name, and where it leads."""
        ground = OpenedFields(self._called.icon_name, self.gutter, self)
        self._name, self._address = self._line(self._called.name), self._line(self._called.address)
        cross = icon_button("x", self.tr("Remove this"), look="small")
        cross.clicked.connect(self.ask_to_remove)
        ground.names.addWidget(self._name, 3)
        ground.names.addWidget(self._address, 2)
        ground.end.addWidget(cross)
        self._address.setHidden(not self._called.address)
        lines = (self._name, self._address) if self._called.address else (self._name,)
        return ground, (lines, (cross,))

    def fill(self, value: NamedLine) -> None:
        """Show it in the fields without telling anybody."""
        show_in_line(self._name, value.name)
        show_in_line(self._address, value.address)

    def read(self, value: NamedLine) -> NamedLine:
        """What stands in the fields."""
        return replace(
            value,
            name=written_in(self._name, value.name),
            address=written_in(self._address, value.address),
        )

    def texts(self) -> tuple[str, ...]:
        """Name and address."""
        return "name", "address"

    def field_of(self, name: str) -> QLineEdit | QTextEdit:
        """The field of one of them."""
        return self._name if name == "name" else self._address

    def first_field(self, value: NamedLine) -> QWidget:  # noqa: ARG002
        """The name."""
        return self._name

    def _line(self, name: str) -> QLineEdit:
        line = page_line(name)
        line.textEdited.connect(self.take)
        return line


def _id_of(value: NamedLine) -> str:
    return value.id
