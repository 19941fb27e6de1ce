"""A phase to be changed or added: its name, from when, until when, and perhaps why."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.program import Phase
from amp_desktop.ui.widgets.buttons import quiet_button, secondary_button
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.enter import is_enter
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.form_in_place import PlacedForm


class PhaseForm(PlacedForm):
    """Stands under a phase while it is being changed, or under all of them while one is added.

    Attributes:
        agreed: It is to be this phase (its name, days, and whether it is an evaluation), for that reason,
            which may be empty.
        removal_requested: It is to go.
    """

    agreed = Signal(object, str)
    removal_requested = Signal()

    def __init__(
        self, phase: Phase, parent: QWidget | None = None, *, hint: str = "", is_new: bool = False
    ) -> None:
        """Make it.

        Args:
            phase: What stands in it at first.
            parent: The widget it stands on.
            hint: What there is to know before it is moved.
            is_new: Whether it is being added.
        """
        super().__init__(parent)
        self._phase = phase
        self._length = phase.ends - phase.starts
        self._is_answered = False
        names = {"phase": phase.name or self.tr("the new phase")}
        self._name = QLineEdit(phase.name)
        self._name.setAccessibleName(self.tr("Name of {phase}").format(**names))
        self._hands_in = QCheckBox(self.tr("Something is handed in: an evaluation"))
        self._hands_in.setChecked(phase.is_evaluation)
        self._starts = DayField(self.tr("First day of {phase}").format(**names))
        self._ends = DayField(self.tr("Last day of {phase}").format(**names))
        self._starts.set_day(phase.starts)
        self._ends.set_day(phase.ends)
        self._starts.day_changed.connect(self._keep_length)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Why {phase} is moved").format(**names))
        for line in (self._name, self._reason):
            line.returnPressed.connect(self._answer)
        self._agrees = secondary_button(self.tr("Add it") if is_new else self.tr("Change it"))
        self._agrees.clicked.connect(self._agree)
        self._leaves = quiet_button(self.tr("Leave it"))
        self._leaves.clicked.connect(self.left)
        self._removes = quiet_button(self.tr("Remove it"))
        self._removes.setAccessibleName(self.tr("Remove {phase}").format(**names))
        self._removes.clicked.connect(self.removal_requested)
        self._removes.setHidden(is_new)
        self._lay_out(hint, asks_why=not is_new)
        self.setFocusProxy(self._name if is_new else self._starts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that was an answer is used up: it must not press what has the keyboard after it."""
        if self._is_answered and is_enter(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Drop what was typed."""
        self._name.clear()
        self._reason.clear()

    def _lay_out(self, hint: str, *, asks_why: bool) -> None:
        room = self.fontMetrics().height()
        days = flowing(
            room, Field(self.tr("First day"), self._starts), Field(self.tr("Last day"), self._ends)
        )
        why = Field(self.tr("Why? You may leave it empty."), self._reason, hint)
        why.setVisible(asks_why)
        buttons = QHBoxLayout()
        for button in (self._agrees, self._leaves, self._removes):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, room // 3, 0, room // 3)
        column.setSpacing(room // 2)
        for part in (Field(self.tr("Name"), self._name), days, self._hands_in, why):
            column.addWidget(part)
        column.addLayout(buttons)

    @Slot(object)
    def _keep_length(self, starts: date) -> None:
        try:
            self._ends.set_day(starts + self._length)
        except OverflowError:  # said when it is to be moved there
            self._ends.set_day(date.max)

    @Slot()
    def _answer(self) -> None:
        self._is_answered = True
        self._agree()
        self._is_answered = self.isHidden()

    @Slot()
    def _agree(self) -> None:
        starts, ends = self._starts.day(), self._ends.day()
        if starts is not None and ends is not None:
            is_evaluation = self._hands_in.isChecked()
            phase = replace(
                self._phase,
                name=" ".join(self._name.text().split()),
                starts=starts,
                ends=ends,
                is_evaluation=is_evaluation,
                is_optional=self._phase.is_optional and is_evaluation,
            )
            self.agreed.emit(phase, self._reason.text())
