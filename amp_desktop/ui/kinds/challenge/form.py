"""What the inspector asks about a challenge."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.ui.kinds.base import KindForm
from amp_desktop.ui.kinds.challenge.asked_list import AskedList
from amp_desktop.ui.kinds.challenge.labels import status_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from uuid import UUID


class ChallengeForm(KindForm):
    """State, since when, what was tried, what is needed, who was asked, what helped."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._of: UUID | None = None
        self._status = choice_field(
            self.tr("State"), [(status_words(status), status.value) for status in ChallengeStatus]
        )
        self._since = DayField(self.tr("Since"))
        self._tried = TextBox(self.tr("What I tried"))
        self._need = TextBox(self.tr("What I need"))
        self._asked = AskedList(session.today)
        self._helped = TextBox(self.tr("What helped"))
        self._lay_out()
        self._status.activated.connect(self.edited)
        self._since.day_changed.connect(self._changed)
        self._asked.added.connect(self._asked_someone)
        for part in (self._tried, self._need, self._asked, self._helped):
            part.edited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show a challenge."""
        assert isinstance(entry, Challenge)
        if entry.id != self._of:
            self._asked.clear()
        self._of = entry.id
        self._status.setCurrentIndex(self._status.findData(entry.status.value))
        self._since.set_day(entry.since or entry.day)
        self._tried.set_text(entry.tried)
        self._need.set_text(entry.need)
        self._asked.show_askings(entry.asked)
        self._helped.set_text(entry.what_helped)

    def filled(self, entry: Entry) -> Entry:
        """The challenge as it stands in the form."""
        assert isinstance(entry, Challenge)
        return replace(
            entry,
            status=ChallengeStatus(self._status.currentData()),
            since=self._since.day(),
            tried=self._tried.text(),
            need=self._need.text(),
            asked=self._asked.askings(),
            what_helped=self._helped.text(),
        )

    def _lay_out(self) -> None:
        self.column.addWidget(Field(self.tr("State"), self._status))
        self.column.addWidget(Field(self.tr("Since"), self._since))
        self.column.addWidget(Field(self.tr("What I tried"), self._tried))
        self.column.addWidget(Field(self.tr("What I need"), self._need))
        self.column.addWidget(Field(self.tr("Asked for help"), self._asked))
        self.column.addWidget(Field(self.tr("What helped"), self._helped))

    @Slot()
    def _asked_someone(self) -> None:
        """Having asked is a state of its own; one that is resolved or parked stays so."""
        if self._status.currentData() == ChallengeStatus.OPEN.value:
            self._status.setCurrentIndex(self._status.findData(ChallengeStatus.ASKED.value))
        self.edited.emit()

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()
