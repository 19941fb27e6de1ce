"""A page on which something could leave, and ways to use it as a person does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.summary import Format, Level
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS
from amp_desktop.ui.session import Session
from amp_desktop.ui.share import SharePage
from amp_desktop.ui.share.candidate_rows import CandidateView
from amp_desktop.ui.share.candidates import CandidateModel, CandidateRole
from amp_desktop.ui.share.leaving import CountingLine
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.rows import Candidate
from amp_desktop.ui.widgets.segments import SegmentedRow

DAY = date(2026, 7, 22)

CARE_CANARY = "zqcarecanary"
ASIDE_CANARY = "zqasidecanary"
PRIVATE_CANARY = "zqprivatecanary"

NOTE = Note(
    title="First review",
    day=DAY,
    sharing=Sharing.SHAREABLE,
    body=f"Two questions instead of two verdicts.\n\n%%{ASIDE_CANARY}%%\n\nमैंने पूछा। سألت. 我问了。",
)
CHALLENGE = Challenge(title="Flaky parser", day=DAY, on_agenda=True, need="Half an hour together")
PRIVATE = Note(title=f"Private {PRIVATE_CANARY}", day=DAY, body=PRIVATE_CANARY)
CARE = SelfCareNote(
    title=f"Tired {CARE_CANARY}", day=DAY, mood=2, body=CARE_CANARY, what_did_me_good=CARE_CANARY
)


@dataclass(frozen=True)
class Nowhere:
    """A way that leads nowhere."""

    summary: PreparedSummary
    file_name: str = ""
    protected: None = None

    def leave(self) -> None:
        """Leaves nowhere."""


class User:
    """Uses the page."""

    def __init__(self, qtbot: QtBot, page: SharePage) -> None:
        self.qtbot = qtbot
        self.page = page

    @property
    def list(self) -> CandidateView:
        """What could leave."""
        view = self.page.findChild(CandidateView)
        assert isinstance(view, CandidateView)
        return view

    def row(self, entry_id: UUID) -> QModelIndex:
        """Where an entry stands in the list."""
        model = self.list.model()
        assert isinstance(model, CandidateModel)
        index = model.index_of(entry_id)
        assert index.isValid()
        return index

    def is_ticked(self, entry_id: UUID) -> bool:
        """Whether it is shown ticked."""
        return Qt.CheckState(self.row(entry_id).data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked

    def tick_by_keyboard(self, entry_id: UUID) -> None:
        """Go to the row and press Space."""
        self.list.setCurrentIndex(self.row(entry_id))
        self.qtbot.keyClick(self.list, Qt.Key.Key_Space)

    def choose(self, form: Format) -> PreparedSummary:
        """Choose a form and wait for what leaves."""
        self.forms.choose(list(RENDERERS).index(form) + 1)
        return self.wait()

    @property
    def forms(self) -> SegmentedRow:
        """The buttons of the forms."""
        rows = self.page.findChildren(SegmentedRow)
        return next(row for row in rows if row.accessibleName() == "Format")

    def counts(self) -> str:
        """How many entries leave and how many stay, as it is said."""
        line = self.page.findChild(CountingLine)
        assert isinstance(line, CountingLine)
        return line.counts()

    def level(self, entry_id: UUID) -> Level | None:
        """How much of an entry leaves, as its row shows it."""
        candidate = self.row(entry_id).data(CandidateRole.CANDIDATE)
        assert isinstance(candidate, Candidate)
        return candidate.level

    def press(self, entry_id: UUID, key: Qt.Key) -> None:
        """Go to the row and press a key."""
        self.list.setCurrentIndex(self.row(entry_id))
        self.qtbot.keyClick(self.list, key)

    @property
    def save_button(self) -> QPushButton:
        """The button that saves."""
        return next(b for b in self.page.findChildren(QPushButton) if b.text().startswith("Save as "))

    def wait(self) -> PreparedSummary:
        """Wait until what leaves is ready."""
        self.qtbot.waitUntil(self._is_ready, timeout=20_000)
        summary = self.page.prepared()
        assert summary is not None
        return summary

    def button(self, text: str) -> QPushButton:
        """A button by its words."""
        return next(b for b in self.page.findChildren(QPushButton) if b.text() == text)

    def _is_ready(self) -> bool:
        return self.page.prepared() is not None


OpenPage = Callable[[Journal], User]


@pytest.fixture
def open_page(qtbot: QtBot) -> Iterator[OpenPage]:
    """Opens the page of a journal; at the end it is forgotten, as by a lock."""
    opened: list[SharePage] = []

    def open_it(journal: Journal) -> User:
        page = SharePage(Session(journal))
        page.shown_day = DAY
        qtbot.addWidget(page)
        opened.append(page)
        page.resize(1000, 650)
        page.show()
        page.arrive()
        user = User(qtbot, page)
        user.forms.choose(list(RENDERERS).index("md") + 1)  # a text is made in a moment, and can be read
        return user

    yield open_it
    for page in opened:
        page.forget()


@pytest.fixture
def user(journal: Journal, open_page: OpenPage) -> User:
    """Somebody with four entries, two of which are offered ticked."""
    journal.save_entries([NOTE, CHALLENGE, PRIVATE, CARE])
    return open_page(journal)


def clipboard_bytes() -> bytes:
    """Everything that is on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return b""
    return b"".join(bytes(data.data(form).data()) for form in data.formats())
