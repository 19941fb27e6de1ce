"""Where the journal stands on the disk."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.labels import Elided, label


class PlaceSection(SettingsSection):
    """Shows the folder and opens it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        row = QHBoxLayout()
        row.addWidget(Elided(str(session.journal.folder)), 1)
        show = secondary_button(self.tr("Open the folder"), "folder-open")
        show.clicked.connect(self._open)
        row.addWidget(show)
        self.column.addLayout(row)
        self.column.addWidget(
            label(
                self.tr(
                    "Everything in this folder is encrypted, the backups too. A backup is brought back "
                    "from the page on which the journal is unlocked. To move the journal, close the "
                    "program and move the whole folder."
                ),
                "small",
            )
        )

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.journal.folder)))
