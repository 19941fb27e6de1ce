"""The ways out of the journal for an attachment: to another program, once that was allowed, and as a copy."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.errors import CannotExportError, JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.ui.platform.file_dialogs import choose_new_file
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.platform.temporary_copies import TemporaryCopies, can_open_externally
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone


class OpenExternally(QObject):
    """Asks, and then hands out. What it says and asks stands in a banner, which a lock need not wait for."""

    def __init__(self, session: Session, banner: Callable[[], Banner], parent: QWidget) -> None:
        """Make it.

        Args:
            session: The open journal.
            banner: Where to speak.
            parent: What dialogs lie over.
        """
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._page = parent
        self._asked: Attachment | None = None
        self._copied: Attachment | None = None

    def ask_to_open(self, attachment: Attachment) -> None:
        """Ask whether another program may have a copy."""
        if not can_open_externally(attachment):
            self.save_copy(attachment)
            return
        self._asked = attachment
        self._banner().show_message(
            Tone.CARE,
            self.tr("Open “{name}” in another program?").format(name=attachment.name),
            self.tr(
                "A copy of it will be outside the encrypted journal until you lock. "
                "Changes made there are not saved."
            ),
            self.tr("Open"),
        )

    @Slot()
    def open_now(self) -> None:
        """The question was answered with yes."""
        attachment, self._asked = self._asked, None
        if attachment is not None:
            self._banner().clear()
            work = partial(
                _lend, self._session.temporary_copies, self._session.journal.attachments, attachment
            )
            run_job(self, work, self._show_outside, self._fail)

    def save_copy(self, attachment: Attachment) -> None:
        """Let the mentee choose where a copy goes."""
        self._copied = attachment
        choose_new_file(self._page, self.tr("Save a copy, readable by anyone"), attachment.name, self._copy)

    @Slot()
    def forget(self) -> None:
        """Ask nothing any more."""
        self._asked = self._copied = None

    @Slot(str)
    def _copy(self, path: str) -> None:
        attachment, self._copied = self._copied, None
        if attachment is not None:
            work = partial(_write_copy, self._session.journal.attachments, attachment, Path(path))
            run_job(self, work, self._say_saved, self._fail)

    def _say_saved(self, name: str) -> None:
        words = self.tr("“{name}” was saved. That copy is not encrypted.").format(name=name)
        self._banner().show_message(Tone.GOOD, words)

    def _show_outside(self, file: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._fail(
                CannotExportError("There is no program here that shows this file.", "Save a copy instead.")
            )

    def _fail(self, error: JournalError) -> None:
        self._banner().show_error(error)


def _lend(
    temporary_copies: TemporaryCopies, attachments: JournalAttachments, attachment: Attachment, _: Progress
) -> Path:
    return temporary_copies.lend(attachment.name, attachments.data(attachment.id))


def _write_copy(attachments: JournalAttachments, attachment: Attachment, path: Path, _: Progress) -> str:
    from amp_desktop.exchange.export.export import write_file

    write_file(path, attachments.data(attachment.id))
    return path.name
