"""What of an entry may leave the journal, in words, and the switches for it."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.labels import label


class SharingSection(QWidget):
    """Private, shareable, on the agenda, sealed. Nothing here shares anything by itself.

    Attributes:
        edited: The person switched something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_agenda = self._has_agenda = self._kept = False
        self._words = label("", "muted")
        self._shareable = CheckBox(self.tr("Shareable"))
        self._shareable.switched.connect(self._switched)
        self._sealed = CheckBox(self.tr("Sealed"))
        self._sealed.setToolTip(self.tr("Never shared, on no agenda, and named nowhere outside the journal"))
        self._sealed.switched.connect(self._switched)
        self._agenda = secondary_button("", "message-square")
        self._agenda.clicked.connect(self._turn_agenda)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 2)
        for part in (self._words, self._shareable, self._agenda, self._sealed):
            column.addWidget(part)

    def show_entry(self, entry: Entry) -> None:
        """Show how it stands with an entry."""
        self._kept = entry.IS_MOST_PRIVATE
        self._shareable.show_checked(entry.sharing is Sharing.SHAREABLE)
        self._has_agenda = entry.CAN_GO_ON_AGENDA
        self._on_agenda = entry.is_for_agenda
        self._sealed.show_checked(entry.is_sealed)
        self._sealed.setDisabled(entry.IS_ALWAYS_SEALED)
        self._say()

    def filled(self, entry: Entry) -> Entry:
        """The entry, marked as it stands here."""
        if not entry.IS_KNOWN:
            return entry
        if self._sealed.isChecked():
            return entry.as_sealed()
        entry = entry.as_unsealed()
        if entry.IS_MOST_PRIVATE:
            return entry
        sharing = Sharing.SHAREABLE if self._shareable.isChecked() else Sharing.PRIVATE
        return replace(entry, sharing=sharing).with_agenda(on=self._on_agenda)

    def words(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    @Slot()
    def _switched(self) -> None:
        self._say()
        self.edited.emit()

    @Slot()
    def _turn_agenda(self) -> None:
        self._on_agenda = not self._on_agenda
        self._switched()

    def _say(self) -> None:
        is_sealed = self._sealed.isChecked()
        self._words.setText(self._sentence())
        self._shareable.setHidden(self._kept or is_sealed)
        self._agenda.setHidden(is_sealed or not self._has_agenda)
        self._agenda.setText(
            self.tr("Take off the agenda") if self._on_agenda else self.tr("Put on the agenda")
        )

    def _sentence(self) -> str:
        if self._sealed.isChecked():
            return self.tr("Sealed. It never leaves, not even by hand, and no link tells its title.")
        if self._kept:
            return self.tr("Stays with you. It is shared only if you tick it yourself, each time.")
        if self._on_agenda:
            return self.tr("On the agenda: ticked for you when you prepare the next mentor meeting.")
        if self._shareable.isChecked():
            return self.tr("Shareable: ticked for you when you prepare a summary.")
        return self.tr("Private. Nothing of this leaves the journal.")
