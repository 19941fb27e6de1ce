"""The one window that says that something of ours went wrong."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class ReportDialog(Dialog):
    """Says so, shows all that a report holds, and lets it be copied. Further reports join the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(self.tr("Report"))
        self._text.setTabChangesFocus(True)
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.fontMetrics().height() * 24)

    def add(self, report: str) -> None:
        """Show a report; one that is shown already is not repeated."""
        shown = self.text()
        if report not in shown:
            self._text.setPlainText(f"{shown}\n\n{report}".strip())

    def text(self) -> str:
        """All reports shown."""
        return self._text.toPlainText()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        room = self.fontMetrics().height()
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 2 // 3)
        column.addWidget(label(self.tr("Something in the program went wrong."), "lead"))
        column.addWidget(
            label(
                self.tr(
                    "That is a fault of the program, not yours. What was saved is safe, and you can go on. "
                    "If you report it, send the lines below: they hold versions and places in the "
                    "program, and nothing of your journal."
                )
            )
        )
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        copy = secondary_button(self.tr("Copy the report"), "copy")
        copy.clicked.connect(self._copy)
        close = primary_button(self.tr("Go on"))
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
