"""Links that show a milestone was reached, each a line with its words."""

import re
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.ui.kinds.milestone.evidence_text import read_all, read_evidence, short_address, web_address
from amp_desktop.ui.kinds.rows_part import RowsPart
from amp_desktop.ui.widgets.browser_question import BrowserQuestion
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.opened_fields import OpenedFields, page_line, show_in_line, written_in
from amp_desktop.ui.widgets.opening_row import OpeningRow
from amp_desktop.ui.widgets.opening_rows import OpeningRows
from amp_desktop.ui.widgets.reading_line import LineWords


class EvidencePart(RowsPart[Evidence]):
    """A line for each link: its words and, more quietly, where it leads; and one that adds the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Evidence"), parent)
        self.hold(
            OpeningRows(self._row, _nothing, _itself, gutter=self.gutter),
            LineWords(self.tr("Evidence: a link that shows it"), icon_name="pencil", invites=True),
            LineWords(self.tr("Add a link, or paste some"), icon_name="plus", is_faint=True),
        )
        self.rows.edited.connect(self.edited)
        self.rows.pasted.connect(self._paste)
        self.rows.followed.connect(self._ask)
        self._question = BrowserQuestion(self)
        place = QVBoxLayout()
        place.setContentsMargins(self.rows.gutter, 0, self.rows.gutter, 0)
        place.addWidget(self._question.banner)
        self.column.addLayout(place)

    def show_entry(self, entry: Entry) -> None:
        """Show a milestone's links; what was asked about another's is withdrawn."""
        assert isinstance(entry, Milestone)
        if self.show_values(entry, entry.evidence):
            self._question.withdraw()

    def filled(self, entry: Entry) -> Entry:
        """The milestone with what stands here."""
        assert isinstance(entry, Milestone)
        return replace(entry, evidence=self.rows.values())

    def _row(self, evidence: Evidence, gutter: int) -> "EvidenceRow":
        row = EvidenceRow(evidence, gutter)
        row.pasted_more.connect(self.rows.add)
        return row

    @Slot(str)
    def _paste(self, text: str) -> None:
        self.rows.add(read_all(text))

    @Slot(object)
    def _ask(self, evidence: Evidence) -> None:
        address = web_address(evidence.url)
        if address:
            self._question.ask(address)


class EvidenceRow(OpeningRow[Evidence]):
    """One link.

    Attributes:
        pasted_more: Several lines were pasted; carries what comes after the first.
    """

    pasted_more = Signal(object)

    def words(self, value: Evidence) -> LineWords:
        """Its words, and where it leads; an address alone stands for itself."""
        short = short_address(value.url)
        leads = bool(web_address(value.url))
        return LineWords(
            title=value.words or _unbroken(short),
            aside=_unbroken(short) if value.words else "",
            spoken=", ".join(filter(None, (value.words, value.url))),
            icon_name="link",
            is_link=leads,
        )

    def is_blank(self, value: Evidence) -> bool:
        """Whether nothing was put in."""
        return not (value.url or value.words)

    def make_fields(self) -> tuple[QWidget, tuple[tuple[QWidget, ...], ...]]:
        """The address, and what it leads to."""
        ground = OpenedFields("link", self.gutter, self)
        self._words = self._line(self.tr("What it shows"), strong=True)
        self._url = self._line(self.tr("Address, or a Markdown link"))
        out = icon_button("external-link", self.tr("Open in the web browser…"), look="small")
        out.clicked.connect(self.follow)
        cross = icon_button("x", self.tr("Remove this"), look="small")
        cross.clicked.connect(self.ask_to_remove)
        ground.names.addWidget(self._words, 2)
        ground.names.addWidget(self._url, 3)
        ground.end.addWidget(out)
        ground.end.addWidget(cross)
        return ground, ((self._words, self._url, out, cross),)

    def fill(self, value: Evidence) -> None:
        """Show it in the fields without telling anybody."""
        show_in_line(self._words, value.words)
        show_in_line(self._url, value.url)

    def read(self, value: Evidence) -> Evidence:
        """What stands in the fields; whatever else it has stays."""
        words, url = written_in(self._words, value.words), written_in(self._url, value.url)
        return replace(value, words=words, url=url)

    def texts(self) -> tuple[str, ...]:
        """Its words and its address."""
        return "words", "url"

    def field_of(self, name: str) -> QLineEdit:
        """The field of one of them."""
        return self._words if name == "words" else self._url

    def first_field(self, value: Evidence) -> QWidget:  # noqa: ARG002
        """What it shows, which stands first; an address that is written there is put where it belongs."""
        return self._words

    def close_fields(self) -> None:
        """Show the line again; a link that was written in Markdown is taken apart first."""
        if self.is_open():
            self._take_apart()
        super().close_fields()

    def _go_on(self, field: QWidget) -> None:
        """Enter behind an address: its words come next, unless it was a link that has some."""
        if field is not self._words or not self._take_apart():
            super()._go_on(field)
        elif self.value().words:
            self._finish()

    def _take_apart(self) -> bool:
        """Put address and words in their fields where both stand in one; whether the words held one."""
        value = self.value()
        if not value.words:
            self.put(read_evidence(value.url))
            return False
        found = read_evidence(value.words)
        holds_address = not value.url and bool(web_address(found.url))
        if holds_address:
            self.put(found)
        return holds_address

    def put(self, value: Evidence) -> None:
        """Take a value as if it had been typed."""
        if value != self.read(self.value()) or value != self.value():
            self.fill(replace(self.value(), words=value.words, url=value.url))
            self.take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is pasted in place of nothing is taken apart: a Markdown link, or several lines."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
            and self._paste(watched, QGuiApplication.clipboard().text())
        ):
            return True
        return super().eventFilter(watched, event)

    def _paste(self, field: QLineEdit, text: str) -> bool:
        """Take apart what is pasted into an empty row; whether there was anything to take apart."""
        found = read_all(text)
        if not self.blank() or not found:
            return False
        if field is self._words and not web_address(found[0].url):
            return False
        if field is self._url and len(found) == 1 and not found[0].words:
            return False
        self.put(found[0])
        self.pasted_more.emit(found[1:])
        return True

    def _line(self, name: str, *, strong: bool = False) -> QLineEdit:
        line = page_line(name, strong=strong)
        line.textEdited.connect(self.take)
        return line


def _unbroken(address: str) -> str:
    """An address that stays in one line where there is room for it."""
    return re.sub(r"(?<=[/?&=.-])", "\N{WORD JOINER}", address)


def _nothing() -> Evidence:
    return Evidence("")


def _itself(evidence: Evidence) -> Hashable:
    return evidence.url, evidence.words
