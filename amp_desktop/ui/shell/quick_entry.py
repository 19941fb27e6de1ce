"""One line, written from the tray, that becomes a note."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.unsaved import Draft, Unsaved
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.inputs import text_line


class QuickEntry(Dialog):
    """A line and two buttons. It stands by itself, so that the window need not come forward."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("AMP Journal"))
        self.line = text_line()
        self.line.setPlaceholderText(self.tr("One line is enough"))
        self.line.setAccessibleName(self.tr("A note for today"))
        self._banner = Banner()
        self.keep = primary_button(self.tr("Keep"))
        leave = secondary_button(self.tr("Cancel"))
        self.keep.clicked.connect(self._keep)
        self.line.returnPressed.connect(self._keep)
        leave.clicked.connect(self._leave)
        room = self.fontMetrics().height()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 3 // 4)
        column.addWidget(self.line)
        column.addWidget(self._banner)
        column.addLayout(buttons)
        self.setMinimumWidth(26 * room)

    def done(self, result: int) -> None:
        """Drop what was typed with the dialog; a lock, which closes every dialog, keeps it first.

        What cannot be saved is left to the lock, which keeps it until it can.
        """
        if self.line.text().strip() and not self._save():
            self._session.leave_unsaved(Unsaved((Draft(self._note()),)))
        self.line.clear()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves without a word, as *Cancel* does."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.line.clear()
        self.reject()

    @Slot()
    def _keep(self) -> None:
        if self.line.text().strip() and self._save():
            self.line.clear()
            self.accept()

    def _save(self) -> bool:
        try:
            self._session.save(self._note())
        except JournalError as error:
            self._banner.show_error(error)
            return False
        return True

    def _note(self) -> Note:
        return Note(title=self.line.text(), day=self._session.today())
