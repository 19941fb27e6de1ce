"""To the bin, back from it, gone for ever, and the bin emptied: what is said and what is done."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.domain.query import EntryQuery
from amp_desktop.ui.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone


class BinActions(QObject):
    """Moves one entry at a time or empties the bin, and says over the text what can be done about it.

    Attributes:
        returned: An entry was brought back and can be shown; carries its id.
        deleted: An entry was deleted for ever; carries its id.
    """

    returned = Signal(object)
    deleted = Signal(object)

    def __init__(self, session: Session, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._undo: UUID | None = None
        self._delete: UUID | None = None
        self._empty: EntryQuery | None = None
        banner.action_requested.connect(self._act)
        banner.dismissed.connect(self._let_be)

    def put(self, entry_id: UUID, title: str) -> bool:
        """Move an entry to the bin and offer to undo it; False when that failed."""
        try:
            self._session.put_in_bin([entry_id])
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self._let_be()
        self._undo = entry_id
        self._banner.show_message(
            Tone.INFO, self.tr("“{title}” is in the bin.").format(title=_short(title)), action=self.tr("Undo")
        )
        return True

    def restore(self, entry_id: UUID) -> None:
        """Bring an entry back from the bin."""
        try:
            self._session.take_from_bin([entry_id])
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._let_be()
        self._banner.clear()
        self.returned.emit(entry_id)

    def ask_to_delete(self, entry_id: UUID, title: str) -> None:
        """Ask whether an entry is to be deleted for ever."""
        self._let_be()
        self._delete = entry_id
        self._banner.show_message(
            Tone.CARE,
            self.tr("Delete “{title}” for ever?").format(title=_short(title)),
            self.tr("Its former versions go with it. Only a backup made before still has them."),
            self.tr("Delete for ever"),
        )

    def ask_to_empty(self, among: EntryQuery, entries: int) -> None:
        """Ask whether so many entries are to be deleted for ever: all in the bin that `among` means."""
        self._let_be()
        self._empty = among
        one = self.tr("Delete the one entry in the bin for ever?")
        many = self.tr("Delete all %n entries in the bin for ever?", None, entries)
        self._banner.show_message(
            Tone.CARE,
            one if entries == 1 else many,
            self.tr("Their former versions go with them. Only a backup made before still has them."),
            self.tr("Delete for ever"),
        )

    def forget(self) -> None:
        """Offer nothing any more."""
        self._let_be()
        self._banner.clear()

    @Slot()
    def _act(self) -> None:
        if self._undo is not None:
            self.restore(self._undo)
        elif self._delete is not None:
            self._delete_now(self._delete)
        elif self._empty is not None:
            self._empty_now(self._empty)

    def _delete_now(self, entry_id: UUID) -> None:
        try:
            self._session.delete_for_ever([entry_id])
        except JournalError as error:
            self._banner.show_error(error)
            return
        self.forget()
        self.deleted.emit(entry_id)

    def _empty_now(self, among: EntryQuery) -> None:
        """Empty the bin by a job: it may hold thousands."""
        journal = self._session.journal
        self._let_be()
        self._banner.show_message(Tone.INFO, self.tr("The bin is being emptied…"))

        def work(progress: Progress) -> int:
            return journal.bin.empty(among, progress=progress)

        run_job(self, work, self._emptied, self._failed)

    def _emptied(self, entries: int) -> None:
        one = self.tr("One entry was deleted for ever.")
        many = self.tr("%n entries were deleted for ever.", None, entries)
        self._banner.show_message(Tone.GOOD, one if entries == 1 else many)
        self._session.refreshed.emit()

    def _failed(self, error: JournalError) -> None:
        self._banner.show_error(error)
        self._session.refreshed.emit()

    @Slot()
    def _let_be(self) -> None:
        self._undo = self._delete = self._empty = None


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:59]}…"
