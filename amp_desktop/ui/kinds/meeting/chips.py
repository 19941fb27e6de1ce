"""The row under a meeting's title: when it is, how often, with whom, where."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Cadence, Meeting
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.labels import (
    cadence_words,
    day_words,
    hour_of,
    hours_words,
    rhythm_words,
)
from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.choice_chip import ChoiceChip
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.fields_chip import FieldsChip


class MeetingChips(ControlsPart):
    """Shows the draft, and is the one part of the page through which it goes into the entry."""

    def __init__(self, draft: MeetingDraft, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._draft = draft
        self._day = DayChip(self.tr("Day"), self._words_of_day, draft.today)
        self._hours = FieldsChip(
            self.tr("Time"), (self.tr("At (such as 17:00)"), self.tr("For how many minutes")), "clock"
        )
        cadences = [(cadence_words(one), one) for one in Cadence]
        self._cadence = ChoiceChip(self.tr("How often"), cadences)
        self._whom = FieldsChip(self.tr("With whom"), (self.tr("With whom"),), "users")
        self._where = FieldsChip(self.tr("Where"), (self.tr("Where: a link, a room"),))
        self.add_beside_each_other(*self._chips())
        self._day.day_changed.connect(self._move)
        self._hours.filled.connect(self._set_hours)
        self._cadence.chosen.connect(self._set_cadence)
        self._whom.filled.connect(self._set_whom)
        self._where.filled.connect(self._set_where)
        draft.shown.connect(self._show)
        draft.edited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show a meeting, here and in the parts below."""
        assert isinstance(entry, Meeting)
        self._draft.show(entry)

    def filled(self, entry: Entry) -> Entry:
        """The meeting as it stands on the page."""
        return self._draft.filled(entry)

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        for chip in self._chips():
            chip.setEnabled(writable)

    def focus_first(self) -> None:
        """When it is."""
        self._day.setFocus()

    def _chips(self) -> Sequence[ChipButton]:
        return (self._day, self._hours, self._cadence, self._whom, self._where)

    def _words_of_day(self, day: date | None) -> str:
        return day_words(day, self._draft.today()) if day else self.tr("When?")

    @Slot()
    def _show(self) -> None:
        meeting = self._draft.meeting
        self._day.set_day(meeting.day)
        self._hours.show_values((meeting.at, str(meeting.minutes)), hours_words(meeting))
        self._cadence.show_value(meeting.cadence, rhythm_words(meeting))
        self._whom.show_values((meeting.whom,), meeting.whom or self.tr("With whom?"))
        self._where.show_values((meeting.where,), meeting.where or self.tr("Where?"))

    @Slot(object)
    def _move(self, day: date | None) -> None:
        if day is not None:
            self._draft.change(day=day)

    @Slot(object)
    def _set_hours(self, values: Sequence[str]) -> None:
        at, minutes = hour_of(values[0]), values[1]
        before = self._draft.meeting
        self._draft.change(
            at=before.at if at is None else at,
            minutes=max(int(minutes), 1) if minutes.isdecimal() and len(minutes) < 5 else before.minutes,
        )

    @Slot(object)
    def _set_cadence(self, cadence: object) -> None:
        self._draft.set_cadence(cast("Cadence", cadence))

    @Slot(object)
    def _set_whom(self, values: Sequence[str]) -> None:
        self._draft.change(whom=values[0])

    @Slot(object)
    def _set_where(self, values: Sequence[str]) -> None:
        self._draft.change(where=values[0])
