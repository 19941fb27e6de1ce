"""Making a journal: its place and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields
from amp_desktop.ui.widgets.buttons import primary_button, quiet_button
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import Elided


class WelcomePage(FlowPage):
    """The first page that anybody sees.

    Signals:
        typing_began(): The first key: the moment to load what a journal needs.
        made(str): A journal with that passphrase is to be made in `place()`.
        place_requested(): It is to stand elsewhere.
        other_requested(): There is a journal already, elsewhere.
    """

    typing_began = Signal()
    made = Signal(str)
    place_requested = Signal()
    other_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Begin your journal"))
        self.set_text(
            self.tr(
                "What you write stays on this computer, encrypted, and only you can read it. "
                "Nothing leaves unless you send it."
            )
        )
        self._place = Path()
        self._shown_place = Elided()
        self._fields = NewPassphraseFields()
        self._make = primary_button(self.tr("Make the journal"))
        self._make.setEnabled(False)
        self._fields.completed.connect(self._make.setEnabled)
        self._fields.completed.connect(self._typed)
        self._fields.taken.connect(self._begin)
        self._make.clicked.connect(self._fields.take)
        self.column.addWidget(self._fields)
        self.column.addWidget(Field(self.tr("Folder"), self._place_row()))
        self.column.addWidget(self._make)
        self.add_link(self.tr("I have a journal already…")).clicked.connect(self.other_requested)

    def place(self) -> Path:
        """The folder that the journal is to stand in."""
        return self._place

    def set_place(self, folder: Path) -> None:
        """Say where the journal would stand."""
        self._place = folder
        self._shown_place.set_text(str(folder))

    def arrive(self) -> None:
        """Wait for the passphrase."""
        self._fields.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._fields.clear()

    def _place_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        change = quiet_button(self.tr("Change…"), "folder-open")
        change.setAccessibleName(self.tr("Change the folder"))
        change.clicked.connect(self.place_requested)
        line.addWidget(self._shown_place, 1)
        line.addWidget(change)
        return row

    @Slot()
    def _typed(self) -> None:
        self.typing_began.emit()

    @Slot(str)
    def _begin(self, passphrase: str) -> None:
        if not self.is_busy():
            self.made.emit(passphrase)
