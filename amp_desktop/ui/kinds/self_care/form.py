"""What the inspector asks about a self-care note."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.ui.kinds.base import KindForm
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.scale import energy_scale, mood_scale, stress_scale
from amp_desktop.ui.widgets.text_box import TextBox


class CareForm(KindForm):
    """Mood, energy, stress, and what did one good; every one of them may be left out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._mood, self._energy, self._stress = mood_scale(), energy_scale(), stress_scale()
        self._good = TextBox(self.tr("What did me good"))
        self.column.addWidget(Field(self.tr("Mood"), self._mood))
        self.column.addWidget(Field(self.tr("Energy"), self._energy))
        self.column.addWidget(Field(self.tr("Stress"), self._stress))
        self.column.addWidget(Field(self.tr("What did me good"), self._good))
        for scale in (self._mood, self._energy, self._stress):
            scale.changed.connect(self._changed)
        self._good.edited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show a self-care note."""
        assert isinstance(entry, SelfCareNote)
        self._mood.set_value(entry.mood)
        self._energy.set_value(entry.energy)
        self._stress.set_value(entry.stress)
        self._good.set_text(entry.what_did_me_good)

    def filled(self, entry: Entry) -> Entry:
        """The self-care note as it stands in the form."""
        assert isinstance(entry, SelfCareNote)
        return replace(
            entry,
            mood=self._mood.value(),
            energy=self._energy.value(),
            stress=self._stress.value(),
            what_did_me_good=self._good.text(),
        )

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()
