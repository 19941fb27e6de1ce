"""One archive of everything, for keeping elsewhere."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label


class ArchiveSection(SettingsSection):
    """Says what the archive is, and asks for it; not while the curtain is down, as it holds all."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._save = secondary_button(self.tr("Save an archive…"), "download")
        self._save.clicked.connect(self._open_dialog)
        hint = label(
            self.tr(
                "The whole journal in one file that a passphrase of its own opens, with this program or "
                "without it: every entry as JSON and as Markdown, with pictures and files, sealed ones and "
                "the bin too."
            ),
            "small",
        )
        self._covered = label(
            self.tr("The curtain is down, and an archive holds what it covers. Lift the curtain first (F12).")
        )
        for part in (hint, flowing(self.fontMetrics().height() // 2, self._save), self._covered):
            self.column.addWidget(part)
        self.show_values()

    def show_values(self) -> None:
        """Offer it, or say why not."""
        down = self.session.journal.curtain.is_down
        self._save.setDisabled(down)
        self._covered.setVisible(down)

    @Slot()
    def _open_dialog(self) -> None:
        from amp_desktop.ui.settings.archive_dialog import ArchiveDialog

        ArchiveDialog(self.session.journal, self.window()).open()
