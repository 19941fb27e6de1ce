"""Choosing the passphrase that protects one file which leaves."""

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields


class FilePassphraseFields(NewPassphraseFields):
    """Two hidden lines; what could not be typed where the file is opened is refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        risk = self.tr("Anyone who gets hold of the file could guess this passphrase.")
        super().__init__(risk, parent)

    def _give(self, passphrase: str) -> None:
        from amp_desktop.vault import age_files

        try:
            age_files.refuse_unusable(passphrase)
        except JournalError as error:
            self._refuse(error)
            return
        super()._give(passphrase)
