"""What the mentee may say about the mentorship, or leave out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.ui.gate.gate_page import GatePage
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.field import Field


class AboutPage(GatePage):
    """Asks for project and mentor, both optional.

    Signals:
        told(str, str): Project and mentor, each perhaps empty.
    """

    told = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Your mentorship"))
        self.set_text(
            self.tr("Both can stay empty. They stand in the summaries that you send, and nowhere else.")
        )
        self._project = QLineEdit()
        self._mentor = QLineEdit()
        self._begin = primary_button(self.tr("Open the journal"))
        self._begin.clicked.connect(self._tell)
        self._project.returnPressed.connect(self._mentor.setFocus)
        self._mentor.returnPressed.connect(self._tell)
        self.column.addWidget(Field(self.tr("My project"), self._project))
        hint = self.tr("As you call them: a name, a nickname, “my mentor”.")
        self.column.addWidget(Field(self.tr("My mentor"), self._mentor, hint))
        self.column.addWidget(self._begin)

    def arrive(self) -> None:
        """Begin with the project."""
        self._project.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._project.clear()
        self._mentor.clear()

    @Slot()
    def _tell(self) -> None:
        self.told.emit(self._project.text().strip(), self._mentor.text().strip())
