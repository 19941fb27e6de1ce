"""Saving one file that only a passphrase opens."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.protected_files import PROTECTED, as_protected
from amp_desktop.ui.platform.file_dialogs import choose_new_file
from amp_desktop.ui.unlock.file_passphrase import FilePassphraseFields
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label


class ProtectedFileDialog(Dialog):
    """A passphrase, typed twice; then the file is asked for. It stays open until the file is saved.

    A dialog of its own says what is saved, under which name, and saves it: `suggested_name`, `save_to`.
    """

    def __init__(self, title: str, file_title: str, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            title: What is saved.
            file_title: The same, where the file is asked for.
            parent: Over whose window it lies.
        """
        super().__init__(parent)
        self._file_title = file_title
        self._passphrase = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fields = FilePassphraseFields()
        self.banner = Banner()
        self.save = primary_button(self.tr("Save…"))
        self.save.setEnabled(False)
        self._close = secondary_button(self.tr("Close"))
        self.fields.completed.connect(self.save.setEnabled)
        self.fields.advised.connect(self.make_room)
        self.fields.taken.connect(self._take)
        self.save.clicked.connect(self.fields.take)
        self._close.clicked.connect(self.reject)

    def suggested_name(self) -> str:
        """The name that is suggested, without what says that it is protected: "journal-2026-10-17.zip"."""
        raise NotImplementedError

    def save_to(self, file: Path, passphrase: str) -> None:
        """Save it, and end with `tell_saved` or `tell_failure`."""
        raise NotImplementedError

    def done(self, result: int) -> None:
        """Drop what was typed with the dialog."""
        self._drop()
        super().done(result)

    def lay_out(
        self,
        words: str,
        *,
        above: QWidget | None = None,
        below: QWidget | None = None,
        button: QPushButton | None = None,
    ) -> None:
        """Put the parts in their places.

        Args:
            words: What there is to know before.
            above: What is asked for besides the passphrase.
            below: What shows how far it is.
            button: Stands between *Close* and *Save*.
        """
        room = self.fontMetrics().height()
        row = QHBoxLayout()
        row.addStretch(1)
        for one in filter(None, (self._close, button, self.save)):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 3 // 4)
        for part in filter(None, (label(words), above, self.fields, below, self.banner)):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(30 * room)

    def wait(self, *, waiting: bool) -> None:
        """Let nothing be changed while it is being saved, or again."""
        self.fields.setDisabled(waiting)
        self.save.setDisabled(waiting)

    def tell_saved(self, sentence: str, file: Path) -> None:
        """Say that it is saved and how others open it, and drop what was typed."""
        from amp_desktop.vault import age_files

        self.wait(waiting=False)
        self._drop()
        self.banner.show_message(Tone.GOOD, sentence, age_files.how_to_open(file.name))
        self.make_room()

    def tell_failure(self, error: JournalError) -> None:
        """Say why it is not saved, and let it be tried again."""
        self.wait(waiting=False)
        self.banner.show_error(error)
        self.make_room()

    def _drop(self) -> None:
        self.fields.clear()
        self._passphrase = ""

    @Slot(str)
    def _take(self, passphrase: str) -> None:
        self._passphrase = passphrase
        choose_new_file(self, self._file_title, f"{self.suggested_name()}{PROTECTED}", self._choose)

    @Slot(str)
    def _choose(self, path: str) -> None:
        suffix = Path(self.suggested_name()).suffix.removeprefix(".")
        self.wait(waiting=True)
        self.save_to(as_protected(Path(path), suffix), self._passphrase)
