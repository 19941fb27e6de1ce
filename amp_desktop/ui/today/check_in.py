"""The check-in: three taps, and a line for what did one good."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.today.undo_keys import OwnLine
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.well_being import WellBeing, WellBeingScales


class CheckIn(QWidget):
    """How the mentee is today.

    Attributes:
        edited: A value was tapped or cleared, or the line was finished.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = self._head()
        self._scales = WellBeingScales(self)
        self._good = OwnLine(self)
        set_variant(self._good, "page-line")
        self._good.setTextMargins(-2, 0, -2, 0)  # Qt keeps two pixels free by itself
        self._good.setPlaceholderText(self.tr("What did me good (if you like)"))
        self._good.setAccessibleName(self.tr("What did me good"))
        self._good.editingFinished.connect(self._finish)
        self._lay_out(head)
        self._scales.edited.connect(self.edited)

    def show_note(self, note: SelfCareNote | None) -> None:
        """Show what was said today, or nothing; a line that is being typed is left alone."""
        self._scales.set_values(WellBeing(note.mood, note.energy, note.stress) if note else WellBeing())
        words = note.what_did_me_good if note else ""
        if not self._good.isModified() and words != self._good.text():
            self._good.setText(words)
            self._good.setCursorPosition(0)

    def filled(self, note: SelfCareNote) -> SelfCareNote:
        """The note with what was tapped and typed."""
        said = self._scales.values()
        return replace(
            note,
            mood=said.mood,
            energy=said.energy,
            stress=said.stress,
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

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self.fontMetrics().height() // 3)
        head.addWidget(SectionLabel(self.tr("How are you?"), self))
        head.addStretch(1)
        head.addWidget(IconLabel("lock", "muted", 1.0, self))
        privacy = label(self.tr("stays here"), "small", self)
        privacy.setWordWrap(False)
        privacy.setToolTip(self.tr("Private. It stays in the journal."))
        head.addWidget(privacy)
        return head

    def _lay_out(self, head: QHBoxLayout) -> None:
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        column.addLayout(head)
        column.addWidget(self._scales)
        column.addWidget(self._good)

    @Slot()
    def _finish(self) -> None:
        if self._good.isModified():
            self.edited.emit()
