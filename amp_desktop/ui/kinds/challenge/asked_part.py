"""Whom one asked for help, where and when, and what came back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.own_id import new_id
from amp_desktop.ui.kinds.challenge.labels import asking_spoken
from amp_desktop.ui.kinds.rows_part import RowsPart
from amp_desktop.ui.style.dates import brief_day
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.opened_fields import OpenedFields, page_box, page_line, show_in_line, written_in
from amp_desktop.ui.widgets.opening_row import OpeningRow
from amp_desktop.ui.widgets.opening_rows import OpeningRows
from amp_desktop.ui.widgets.reading_line import LineWords

if TYPE_CHECKING:
    from amp_desktop.ui.widgets.text_box import TextBox

Today = Callable[[], date]
ICON = "message-square"


class AskedPart(RowsPart[Asking]):
    """A line for each time that help was asked for, and one that adds the next.

    Attributes:
        asked: Somebody is named who was not before: help was asked for. Told before `edited`.
    """

    asked = Signal()

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Whom I asked"), parent)
        self._count = 0
        self._today = today
        self.hold(
            OpeningRows(self._row, self._new, _id_of, gutter=self.gutter),
            LineWords(self.tr("Whom I asked, and what came back"), icon_name="pencil", invites=True),
            LineWords(self.tr("I asked someone else"), icon_name="plus", is_faint=True),
        )
        self._said = label("", "good")
        self._said.setWordWrap(False)
        self._said.hide()
        self.head.addWidget(self._said)
        self.rows.edited.connect(self._edited)

    def show_entry(self, entry: Entry) -> None:
        """Show whom a challenge's author asked."""
        assert isinstance(entry, Challenge)
        if self.show_values(entry, entry.asked):
            self._say("")
        self._count = len(entry.asked)

    def filled(self, entry: Entry) -> Entry:
        """The challenge with what stands here."""
        assert isinstance(entry, Challenge)
        return replace(entry, asked=self.rows.values())

    def begin(self) -> None:
        """Ask whom: open a line, with the keyboard in it."""
        self.rows.begin()

    def note(self, where: str) -> None:
        """A question was copied to be asked there: note it, and ask whom."""
        noted = replace(self._new(), where=where)
        row = next((row for row in self.rows.rows() if _is_same(row.value(), noted)), None)
        if row is None:
            self.rows.add([noted])
            row = next(row for row in self.rows.rows() if row.value().id == noted.id)
        row.open()
        self._say(self.tr("Copied, ready to paste, and noted here"))
        QAccessible.updateAccessibility(QAccessibleEvent(self._said, QAccessible.Event.Alert))

    def _row(self, asking: Asking, gutter: int) -> "AskingRow":
        return AskingRow(asking, self._today, gutter)

    def _new(self) -> Asking:
        return Asking("", day=self._today(), id=new_id())

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    @Slot()
    def _edited(self) -> None:
        count = len(self.rows.values())
        more, self._count = count > self._count, count
        if more:
            self.asked.emit()
        if not more:
            self._say("")
        self.edited.emit()


class AskingRow(OpeningRow[Asking]):
    """One time that help was asked for."""

    def __init__(self, asking: Asking, today: Today, gutter: int, parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(asking, gutter, parent)

    def words(self, value: Asking) -> LineWords:
        """Whom, where, and the day at the end; below it the answer."""
        return LineWords(
            title=value.whom.strip() or self.tr("Someone"),
            aside=value.where,
            end=brief_day(value.day, self._today()) if value.day else "",
            below=value.answer.strip(),
            spoken=asking_spoken(value),
            icon_name=ICON,
        )

    def is_blank(self, value: Asking) -> bool:
        """Whether no word was put in; the day is there from the beginning."""
        return not (value.whom or value.where or value.answer.strip())

    def make_fields(self) -> tuple[QWidget, tuple[tuple[QWidget, ...], ...]]:
        """Whom, where, when, and what came back."""
        ground = OpenedFields(ICON, self.gutter, self)
        self._whom = self._line(self.tr("Whom"), strong=True)
        self._where = self._line(self.tr("Where"))
        self._day = DayChip(self.tr("Asked on"), self._day_words, self._today, optional=True)
        self._day.day_changed.connect(self.take)
        self._answer: TextBox = page_box(self.tr("What came back"), self.tr("What came back"))
        self._answer.edited.connect(self.take)
        cross = icon_button("x", self.tr("Remove this"), look="small")
        cross.clicked.connect(self.ask_to_remove)
        ground.names.addWidget(self._whom, 3)
        ground.names.addWidget(self._where, 4)  # "the project's channel" is longer than most names
        ground.side.addWidget(self._day)
        ground.column.addWidget(self._answer)
        ground.end.addWidget(cross)
        return ground, ((self._whom, self._where, self._day), (self._answer, cross))

    def fill(self, value: Asking) -> None:
        """Show it in the fields without telling anybody."""
        show_in_line(self._whom, value.whom)
        show_in_line(self._where, value.where)
        self._day.set_day(value.day)
        self._answer.set_text(value.answer)

    def read(self, value: Asking) -> Asking:
        """What stands in the fields; id and whatever else it has stay."""
        return replace(
            value,
            whom=written_in(self._whom, value.whom),
            where=written_in(self._where, value.where),
            day=self._day.day(),
            answer=self._answer.text(),
        )

    def texts(self) -> tuple[str, ...]:
        """Whom, where, and what came back."""
        return "whom", "where", "answer"

    def field_of(self, name: str) -> QLineEdit | QTextEdit:
        """The field of one of them."""
        fields: dict[str, QLineEdit | QTextEdit] = {
            "whom": self._whom,
            "where": self._where,
            "answer": self._answer,
        }
        return fields[name]

    def first_field(self, value: Asking) -> QWidget:
        """Whom; once that is known, what came back."""
        return self._answer if value.whom else self._whom

    def _line(self, name: str, *, strong: bool = False) -> QLineEdit:
        line = page_line(name, strong=strong)
        line.textEdited.connect(self.take)
        return line

    def _day_words(self, day: date | None) -> str:
        return brief_day(day, self._today()) if day else self.tr("When?")


def _is_same(asking: Asking, other: Asking) -> bool:
    """Whether nothing tells two of them apart: the same question was copied twice."""
    return replace(asking, id=other.id) == other


def _id_of(asking: Asking) -> str:
    return asking.id
