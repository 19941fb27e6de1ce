"""The row under a goal's title: where it stands, which area, for which day; and how that day was moved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.goal.labels import area_words, moves_sentence, status_words, target_words
from amp_desktop.ui.kinds.goal.target import TargetDay
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import brief_day
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.style.tokens import Tint
from amp_desktop.ui.widgets.choice_chip import ChoiceChip
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.inputs import text_line
from amp_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from uuid import UUID

_SIGNS: dict[GoalStatus, tuple[str, Tint]] = {
    GoalStatus.PLANNED: ("circle", "muted"),
    GoalStatus.ACTIVE: ("target", "accent"),
    GoalStatus.ACHIEVED: ("circle-check", "good"),
    GoalStatus.LET_GO: ("leaf", "muted"),
}
_IS_OVER = (GoalStatus.ACHIEVED, GoalStatus.LET_GO)
_BESIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class GoalChips(ControlsPart):
    """Three chips with one stop for Tab; Left and Right go from one to the next.

    Moving a day that was set asks for the reason in one quiet line; without one the move is kept too.

    Attributes:
        status_shown: Another state is shown, whoever chose it; carries it.
        let_go: The person let the goal go.
    """

    status_shown = Signal(object)
    let_go = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._today = session.today
        self._of: UUID | None = None
        self._since: date | None = None
        self._target = TargetDay(None, (), None)
        areas = [(area_words(area), area) for area in Area]
        self._status = ChoiceChip(self.tr("State"), [(status_words(one), one) for one in GoalStatus])
        self._area = ChoiceChip(self.tr("Area"), [(self.tr("None in particular"), None), *areas])
        self._day = DayChip(self.tr("Target day"), self._day_words, session.today, optional=True)
        self._reason = text_line()
        self._history = label("", "small")
        self._lay_out()
        self._status.chosen.connect(self._chosen_status)
        self._area.chosen.connect(self._chosen_area)
        self._day.day_changed.connect(self._moved)
        self._reason.textEdited.connect(self._explained)
        self._reason.returnPressed.connect(self.left_downwards)
        self._stop_at(0)

    def show_entry(self, entry: Entry) -> None:
        """Show a goal; our own move coming back from the disk does not end the sitting."""
        assert isinstance(entry, Goal)
        self._since = entry.status_since
        self._show_status(entry.status)
        self._show_area(entry.area)
        if entry.id != self._of or self._target.filled(entry) != entry:
            self._target = TargetDay.of(entry)
            self._reason.clear()
        self._of = entry.id
        self._day.set_day(entry.target_day)
        self._show_moves()

    def filled(self, entry: Entry) -> Entry:
        """The goal as the chips have it."""
        assert isinstance(entry, Goal)
        status, area = cast("GoalStatus", self._status.value()), cast("Area | None", self._area.value())
        return self._target.filled(replace(entry, status=status, area=area))

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        for control in (*self._chips(), self._reason):
            control.setEnabled(writable)

    def focus_first(self) -> None:
        """Go to the chip where one was last."""
        stop = next(chip for chip in self._chips() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_state(self) -> None:
        """Go to the first of them."""
        self._status.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_last(self) -> None:
        """The same, or the reason where it is asked for."""
        if self._reason.isVisible():
            self._reason.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab comes back to where one was; Left and Right go from chip to chip, none of which keeps them."""
        at = self._chips().index(cast("ChoiceChip", watched))
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(at)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        by = _BESIDE.get(Qt.Key(event.key()), 0)
        if not by or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        to = at + (-by if self.isRightToLeft() else by)
        self._chips()[min(max(to, 0), 2)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _chips(self) -> Sequence[ChoiceChip | DayChip]:
        return (self._status, self._area, self._day)

    def _stop_at(self, at: int) -> None:
        for number, chip in enumerate(self._chips()):
            stops = number == at
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _lay_out(self) -> None:
        self.add_beside_each_other(*self._chips())
        for chip in self._chips():
            chip.installEventFilter(self)
        set_variant(self._reason, "bare")
        self._reason.setTextMargins(-2, 0, -2, 0)  # Qt keeps two pixels free by itself
        self._reason.setPlaceholderText(self.tr("Why was it moved? One line, or none."))
        self._reason.setAccessibleName(self.tr("Why the target day is moved"))
        self.column.addWidget(self._history)
        self.column.addWidget(self._reason)
        self._show_moves()

    def _day_words(self, day: date | None) -> str:
        if day is None:
            return self.tr("Target day")
        is_over = self._status.value() in _IS_OVER  # nobody waits for the day any more
        return brief_day(day, self._today()) if is_over else target_words(day, self._today())

    def _show_status(self, status: GoalStatus) -> None:
        words = status_words(status)
        if status in _IS_OVER and self._since is not None:
            words = f"{words} · {brief_day(self._since, self._today())}"
        self._status.show_value(status, words)
        self._status.set_sign(*_SIGNS[status])
        self._day.refresh()
        self.status_shown.emit(status)

    def _show_area(self, area: Area | None) -> None:
        self._area.show_value(area, "" if area else self.tr("Area"))

    def _show_moves(self) -> None:
        if not self._target.is_move and self._reason.hasFocus():  # it goes, as when the move is taken back
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reason.setVisible(self._target.is_move)
        self._history.setText(moves_sentence(self._target.told, self._today()))
        self._history.setVisible(bool(self._target.told))

    @Slot(object)
    def _chosen_status(self, status: GoalStatus) -> None:
        self._since = None  # the journal says since when, once it keeps it
        self._show_status(status)
        self.edited.emit()
        if status is GoalStatus.LET_GO:
            self.let_go.emit()

    @Slot(object)
    def _chosen_area(self, area: Area | None) -> None:
        self._show_area(area)
        self.edited.emit()

    @Slot(object)
    def _moved(self, day: date | None) -> None:
        self._target = self._target.moved_to(day)
        self._show_moves()
        self.edited.emit()
        if self._target.is_move:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _explained(self, reason: str) -> None:
        self._target = self._target.because(reason)
        self.edited.emit()
