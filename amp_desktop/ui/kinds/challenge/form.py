"""What the page of a challenge consists of."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.ui.kinds.challenge.asked_list import AskedList
from amp_desktop.ui.kinds.challenge.labels import status_words
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import FieldsPart, TextPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field

if TYPE_CHECKING:
    from uuid import UUID


class ChallengeForm(KindForm):
    """As in a conversation: what happens, what was tried, what is needed, who was asked, what helped."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        not_known = self.tr("What I did not know then")
        tried, need, helped = self.tr("What I tried"), self.tr("What I need"), self.tr("What helped")
        self.compose(
            below=(
                TextPart("tried", tried, tried),
                TextPart("need", need, need),
                ChallengeFields(session),
                TextPart("what_helped", helped, self.tr("What helped, when it is over")),
                TextPart("not_known", not_known, not_known),
            ),
            heading=self.tr("What happens"),
            invitation=self.tr("What is in the way? One sentence is enough."),
        )


class ChallengeFields(FieldsPart):
    """State, since when, who was asked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of: UUID | None = None
        self._status = choice_field(
            self.tr("State"), [(status_words(status), status.value) for status in ChallengeStatus]
        )
        self._since = DayField(self.tr("Since"))
        self._asked = AskedList(session.today)
        self._lay_out()
        self._status.activated.connect(self.edited)
        self._since.day_changed.connect(self._changed)
        self._asked.added.connect(self._asked_someone)
        self._asked.edited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show a challenge."""
        assert isinstance(entry, Challenge)
        if entry.id != self._of:
            self._asked.clear()
        self._of = entry.id
        self._status.setCurrentIndex(self._status.findData(entry.status.value))
        self._since.set_day(entry.since or entry.day)
        self._asked.show_askings(entry.asked)

    def filled(self, entry: Entry) -> Entry:
        """The challenge as it stands in the fields."""
        assert isinstance(entry, Challenge)
        return replace(
            entry,
            status=ChallengeStatus(self._status.currentData()),
            since=self._since.day(),
            asked=self._asked.askings(),
        )

    def _lay_out(self) -> None:
        self.rows.addWidget(Field(self.tr("State"), self._status))
        self.rows.addWidget(Field(self.tr("Since"), self._since))
        self.rows.addWidget(Field(self.tr("Asked for help"), self._asked))

    @Slot()
    def _asked_someone(self) -> None:
        """Having asked is a state of its own; one that is resolved or parked stays so."""
        if self._status.currentData() == ChallengeStatus.OPEN.value:
            self._status.setCurrentIndex(self._status.findData(ChallengeStatus.ASKED.value))
        self.edited.emit()

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()
