"""Where a challenge stands, and since when: under its title, in one row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.ui.kinds.challenge.labels import state_since_words, status_words
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.segments import SegmentedRow

_STATES = tuple(ChallengeStatus)


class StatePart(ControlsPart):
    """Open, asked, resolved, parked: one of them, and beside it how long it has been so.

    Attributes:
        asked: The person chose that help was asked for. Told after `edited`.
        resolved: The person chose that it is resolved. Told after `edited`.
    """

    asked = Signal()
    resolved = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._today = today
        self._status_since: date | None = None
        self._shown = ChallengeStatus.OPEN
        self._row = SegmentedRow(self.tr("State"), [status_words(status) for status in _STATES])
        self._row.choose_quietly(1)
        self._since = DayChip(self.tr("Since when"), self._since_words, today)
        self._since.be_quiet()
        self.column.addWidget(flowing(self.fontMetrics().height() * 2 // 3, self._row, self._since))
        self._row.changed.connect(self._chosen)
        self._since.day_changed.connect(self._changed)

    def show_entry(self, entry: Entry) -> None:
        """Show where a challenge stands."""
        assert isinstance(entry, Challenge)
        self._shown, self._status_since = entry.status, entry.status_since
        self._show(entry.status)
        self._since.set_day(entry.since or entry.day)

    def filled(self, entry: Entry) -> Entry:
        """The challenge as it stands here; the journal sets the day of a new state."""
        assert isinstance(entry, Challenge)
        return replace(entry, status=self.status(), since=self._since.day() or entry.since)

    def status(self) -> ChallengeStatus:
        """The chosen state."""
        return _STATES[(self._row.chosen() or 1) - 1]

    def mark_asked(self) -> None:
        """Help was asked for: what was open is asked now; what is resolved or parked stays so."""
        if self.status() is ChallengeStatus.OPEN:
            self._show(ChallengeStatus.ASKED)

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed."""
        self._row.setEnabled(writable)
        self._since.setEnabled(writable)

    def focus_first(self) -> None:
        """The chosen state."""
        self._row.focus()

    def _show(self, status: ChallengeStatus) -> None:
        self._row.choose_quietly(_STATES.index(status) + 1)
        self._since.refresh()

    def _since_words(self, since: date | None) -> str:
        if since is None:
            return ""
        now = self._today()
        status = self.status()
        kept = self._status_since if status is self._shown else now
        return state_since_words(status, since, kept, now)

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()

    @Slot(object)
    def _chosen(self, _number: int | None) -> None:
        self._since.refresh()
        self.edited.emit()
        if self.status() is ChallengeStatus.ASKED:
            self.asked.emit()
        elif self.status() is ChallengeStatus.RESOLVED:
            self.resolved.emit()
