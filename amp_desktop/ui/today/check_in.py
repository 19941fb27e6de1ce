"""The check-in: three taps, and a line for what did one good."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import Section, label
from amp_desktop.ui.widgets.scale import Scale, energy_scale, mood_scale, stress_scale


class CheckIn(Card):
    """How the mentee is today.

    Attributes:
        edited: A value was tapped or cleared, or the line was finished.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scales = {"mood": mood_scale(), "energy": energy_scale(), "stress": stress_scale()}
        self._good = QLineEdit()
        self._good.setPlaceholderText(self.tr("What did me good (if you like)"))
        self._good.setAccessibleName(self.tr("What did me good"))
        self._good.editingFinished.connect(self._finish)
        self._lay_out()
        for scale in self._scales.values():
            scale.changed.connect(self._tapped)

    def show_note(self, note: SelfCareNote | None) -> None:
        """Show what was said today, or nothing; a line that is being typed is left alone."""
        for name, scale in self._scales.items():
            scale.set_value(getattr(note, name) if note else None)
        words = note.what_did_me_good if note else ""
        if not self._good.isModified() and words != self._good.text():
            self._good.setText(words)
            self._good.setCursorPosition(0)

    def filled(self, note: SelfCareNote) -> SelfCareNote:
        """The note with what was tapped and typed."""
        return replace(
            note,
            mood=self._scales["mood"].value(),
            energy=self._scales["energy"].value(),
            stress=self._scales["stress"].value(),
            what_did_me_good=self._good.text().strip(),
        )

    def is_unsaved(self) -> bool:
        """Whether something was typed that nobody heard of yet."""
        return self._good.isModified()

    def show_unsaved(self, words: str) -> None:
        """Show words that could not be saved; they are still to be."""
        self._good.setText(words)
        self._good.setModified(True)

    def settle(self) -> None:
        """What is shown is saved."""
        self._good.setModified(False)

    def forget(self) -> None:
        """Drop every word."""
        self._good.clear()
        self.settle()
        self.show_note(None)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        head = QHBoxLayout()
        head.setSpacing(room // 3)
        title = label(self.tr("How are you?"), "lead")
        title.setWordWrap(False)
        privacy = label(self.tr("Private. It stays in the journal."), "small")
        privacy.setWordWrap(False)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(IconLabel("lock", "muted", 1.0))
        head.addWidget(privacy)
        scales = QWidget()
        flow = FlowLayout(scales, room)
        names = (self.tr("Mood"), self.tr("Energy"), self.tr("Stress"))
        for name, scale in zip(names, self._scales.values(), strict=True):
            flow.addWidget(_named(name, scale))
        self.column.addLayout(head)
        self.column.addWidget(scales)
        self.column.addWidget(self._good)

    @Slot(object)
    def _tapped(self, _value: int | None) -> None:
        self.edited.emit()

    @Slot()
    def _finish(self) -> None:
        if self._good.isModified():
            self.edited.emit()


def _named(name: str, scale: Scale) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(group.fontMetrics().height() // 5)
    column.addWidget(Section(name))
    column.addWidget(scale)
    return group
