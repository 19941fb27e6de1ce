"""What the page of a milestone consists of."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import FieldsPart, TextPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.line_list import Line, LineList


class MilestoneForm(KindForm):
    """When it was reached, what shows it, in which phase, and whom to thank; its story last."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        thanks = self.tr("Whom to thank")
        self.compose(
            above=(MilestoneFields(session), TextPart("whom_to_thank", thanks, thanks)),
            heading=self.tr("Story"),
            invitation=self.tr("Write its story"),
        )


class MilestoneFields(FieldsPart):
    """When it was reached, what shows it, in which phase."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_phase = ""
        self._reached = DayField(self.tr("Reached on"))
        self._evidence = LineList(self.tr("Link"), self.tr("Add a link that shows it"))
        self._phase = QComboBox(editable=True)
        for part in (self._phase, self._phase.lineEdit()):
            assert part is not None  # it is editable
            part.setAccessibleName(self.tr("Phase of the program"))
        self._phase.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._phase.addItems([phase.name for phase in session.journal.program.phases])
        self.rows.addWidget(Field(self.tr("Reached on"), self._reached))
        self.rows.addWidget(Field(self.tr("Evidence"), self._evidence))
        self.rows.addWidget(Field(self.tr("Phase"), self._phase))
        self._reached.day_changed.connect(self._changed)
        self._evidence.edited.connect(self.edited)
        self._phase.editTextChanged.connect(self._phase_changed)

    def show_entry(self, entry: Entry) -> None:
        """Show a milestone."""
        assert isinstance(entry, Milestone)
        self._reached.set_day(entry.reached_on or entry.day)
        self._evidence.set_lines([Line(link.url) for link in entry.evidence])
        self._shown_phase = entry.program_phase
        if self._phase.currentText() != entry.program_phase:
            self._phase.setCurrentText(entry.program_phase)

    def filled(self, entry: Entry) -> Entry:
        """The milestone as it stands in the fields."""
        assert isinstance(entry, Milestone)
        known = {link.url: link for link in entry.evidence}
        return replace(
            entry,
            reached_on=self._reached.day(),
            evidence=tuple(known.get(line.text, Evidence(line.text)) for line in self._evidence.lines()),
            program_phase=self._phase.currentText().strip(),
        )

    @Slot(str)
    def _phase_changed(self, phase: str) -> None:
        if phase.strip() != self._shown_phase:
            self.edited.emit()

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()
