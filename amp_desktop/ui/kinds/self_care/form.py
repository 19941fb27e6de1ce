"""What the page of a self-care note consists of."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import FieldsPart, TextPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.scale import energy_scale, mood_scale, stress_scale


class CareForm(KindForm):
    """Words first, then mood, energy, stress, and what did one good; every one of them may be left out."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        good = self.tr("What did me good")
        self.compose(below=(CareFields(), TextPart("what_did_me_good", good, good)))


class CareFields(FieldsPart):
    """Mood, energy, stress."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood, self._energy, self._stress = mood_scale(), energy_scale(), stress_scale()
        self.rows.addWidget(Field(self.tr("Mood"), self._mood))
        self.rows.addWidget(Field(self.tr("Energy"), self._energy))
        self.rows.addWidget(Field(self.tr("Stress"), self._stress))
        for scale in (self._mood, self._energy, self._stress):
            scale.changed.connect(self._changed)

    def show_entry(self, entry: Entry) -> None:
        """Show a self-care note."""
        assert isinstance(entry, SelfCareNote)
        self._mood.set_value(entry.mood)
        self._energy.set_value(entry.energy)
        self._stress.set_value(entry.stress)

    def filled(self, entry: Entry) -> Entry:
        """The self-care note as it stands in the fields."""
        assert isinstance(entry, SelfCareNote)
        return replace(
            entry,
            mood=self._mood.value(),
            energy=self._energy.value(),
            stress=self._stress.value(),
        )

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()
