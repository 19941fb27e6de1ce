"""Days away to be planned or changed: from when, until when, what for, and whether the mentor is told."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.program_details import Rest
from amp_desktop.ui.widgets.buttons import quiet_button, secondary_button
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.form_in_place import PlacedForm


class RestForm(PlacedForm):
    """Stands under the days away while some are planned.

    Attributes:
        agreed: They are to be these; carries `Rest`.
        failed: They cannot be so; carries the error.
    """

    agreed = Signal(object)
    failed = Signal(object)

    def __init__(self, rest: Rest, parent: QWidget | None = None, *, is_new: bool = False) -> None:
        super().__init__(parent)
        self._rest = rest
        self._starts, self._ends = DayField(self.tr("First day away")), DayField(self.tr("Last day away"))
        self._starts.set_day(rest.starts)
        self._ends.set_day(rest.ends)
        self._starts.day_changed.connect(self._keep_order)
        self._words = QLineEdit(rest.words)
        self._words.setAccessibleName(self.tr("What for"))
        self._words.returnPressed.connect(self._agree)
        self._tells = QCheckBox(self.tr("Tell my mentor: put the days, and nothing else, on the agenda"))
        self._tells.setChecked(rest.note is not None)
        keep = secondary_button(self.tr("Plan them") if is_new else self.tr("Change them"))
        keep.clicked.connect(self._agree)
        leave = quiet_button(self.tr("Leave it"))
        leave.clicked.connect(self.left)
        room = self.fontMetrics().height()
        buttons = QHBoxLayout()
        buttons.addWidget(keep)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, room // 3, 0, room // 3)
        column.setSpacing(room // 2)
        first, last = Field(self.tr("First day"), self._starts), Field(self.tr("Last day"), self._ends)
        column.addWidget(flowing(room, first, last))
        column.addWidget(Field(self.tr("What for? You may leave it empty; nobody is told."), self._words))
        column.addWidget(self._tells)
        column.addLayout(buttons)
        self.setFocusProxy(self._starts)

    def forget(self) -> None:
        """Drop what was typed."""
        self._words.clear()

    @Slot(object)
    def _keep_order(self, starts: date) -> None:
        last = self._ends.day()
        if last is not None and last < starts:
            self._ends.set_day(starts)

    @Slot()
    def _agree(self) -> None:
        starts, ends = self._starts.day(), self._ends.day()
        if starts is None or ends is None:
            return
        note = (self._rest.note or uuid4()) if self._tells.isChecked() else None
        words = " ".join(self._words.text().split())
        try:
            rest = replace(self._rest, starts=starts, ends=ends, words=words, note=note)
        except JournalError as error:
            self.failed.emit(error)
            return
        self.agreed.emit(rest)
